import Evidence
import Foundation
import Glibc

/// A file with one secret key: of a log, of receipts, of a witness. One line, in the form `PRIVATE+KEY+name+id+seed` that
/// other programs for signed notes read too.
enum KeyFile {
    private static let mostBytes = 4_096

    /// Reads the key in a file that nobody else can read or replace.
    ///
    /// - Throws: ``KeyFileRefusal`` with what to do; ``SystemRefusal``.
    static func read(_ path: String) throws -> SigningKey {
        guard let bytes = try GuardedFile.read(path, atMost: mostBytes, isSecret: true) else {
            throw SystemRefusal("open", path, number: ENOENT)
        }
        let line = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
        guard let text = String(validating: line, as: UTF8.self), let key = try? SigningKey(secretText: text) else {
            throw KeyFileRefusal.noKey(path)
        }
        return key
    }

    /// Writes a key into a file that is not there yet, for its owner alone.
    ///
    /// - Throws: ``KeyFileRefusal``, ``SystemRefusal``; then there is no such file, or the one there was untouched.
    static func writeNew(_ key: SigningKey, to path: String) throws {
        try GuardedFile.checkFolder(DurableFile.folder(of: path))
        var facts = stat()
        guard lstat(path, &facts) != 0 else { throw KeyFileRefusal.exists(path) }
        try DurableFile.create(path, with: Array("\(key.secretText)\n".utf8))
    }
}

/// Why a file is not used on which it depends what is signed, and what to do.
enum KeyFileRefusal: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case noFile(String)
    case otherOwner(String)
    case readable(String)
    case writable(String)
    case openFolder(String)
    case noKey(String)

    var description: String {
        switch self {
        case .exists(let path):
            "\(path) is there already, and a key is never overwritten. Choose another name."
        case .noFile(let path):
            "\(path) is no plain file, and so is not read. Name the file itself, or put it there."
        case .otherOwner(let path):
            "\(path) belongs to another user, who could change it. Make it yours: chown \(Self.user) \(path)"
        case .readable(let path):
            "Others can read or change the secret key in \(path). Take that away: chmod 600 \(path)"
        case .writable(let path):
            "Others can change \(path), on which it depends what is signed. Take that away: chmod go-w \(path)"
        case .openFolder(let folder):
            """
            Others can write to \(folder), and so replace the keys and other files in it. Make it yours alone: chown \
            \(Self.user) \(folder); chmod go-w \(folder)
            """
        case .noKey(let path):
            "\(path) holds no secret key: one line that begins with PRIVATE+KEY+. It may be cut off, or another file."
        }
    }

    private static var user: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(geteuid())"
    }
}
