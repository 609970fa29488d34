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
        try checkFolder(of: path)
        // Not blocking: a pipe in its place would be waited for.
        let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
        let facts = try file.facts()
        guard facts.st_mode & S_IFMT == S_IFREG else { throw KeyFileRefusal.noFile(path) }
        guard facts.st_uid == geteuid() || facts.st_uid == 0 else { throw KeyFileRefusal.otherOwner(path) }
        guard facts.st_mode & 0o077 == 0 else { throw KeyFileRefusal.readable(path) }
        let bytes = try file.read(atMost: mostBytes)
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
        try checkFolder(of: path)
        var facts = stat()
        guard lstat(path, &facts) != 0 else { throw KeyFileRefusal.exists(path) }
        try DurableFile.create(path, with: Array("\(key.secretText)\n".utf8))
    }

    /// Whoever can write to the folder can put another file in the place of ours.
    private static func checkFolder(of path: String) throws {
        let folder = DurableFile.folder(of: path)
        var facts = stat()
        guard stat(folder, &facts) == 0 else { throw SystemRefusal("look at", folder) }
        guard facts.st_mode & 0o002 == 0 else { throw KeyFileRefusal.openFolder(folder) }
    }
}

/// Why a file with a secret key is not used, and what to do.
enum KeyFileRefusal: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case noFile(String)
    case otherOwner(String)
    case readable(String)
    case openFolder(String)
    case noKey(String)

    var description: String {
        switch self {
        case .exists(let path):
            "\(path) is there already, and a key is never overwritten. Choose another name."
        case .noFile(let path):
            "\(path) is no plain file. Name the file that holds the key."
        case .otherOwner(let path):
            "\(path) belongs to another user, who could change it. Make it yours: chown \(Self.user) \(path)"
        case .readable(let path):
            "Others can read or change the secret key in \(path). Take that away: chmod 600 \(path)"
        case .openFolder(let folder):
            """
            Everybody can write to \(folder), and so replace a secret key in it. Take that away: chmod o-w \(folder), or \
            keep the key elsewhere.
            """
        case .noKey(let path):
            "\(path) holds no secret key: one line that begins with PRIVATE+KEY+. It may be cut off, or another file."
        }
    }

    private static var user: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(geteuid())"
    }
}
