import Evidence
import Foundation
import Glibc

/// Where a witness keeps what it cosigned last: a file per log. Key and folder are one: with an older copy of the
/// folder, the witness would cosign what contradicts its own word.
final class WitnessFolder: Sendable {
    let path: String
    private let key: VerifierKey
    /// Held as long as this lives, so that no second process checks and keeps at the same time.
    private let lock: Descriptor

    private static let marker = "witness"
    private static let mostRefused = 100

    /// Takes the folder.
    ///
    /// - Parameters:
    ///   - key: the witness's key; the folder of another one is refused.
    ///   - isNew: whether this key has never cosigned anything, so that a folder is to be begun.
    /// - Throws: ``WitnessFolderRefusal``, ``SystemRefusal``.
    init(_ path: String, of key: VerifierKey, isNew: Bool) throws {
        self.path = path
        self.key = key
        if isNew { try Self.make(path) }
        try Self.check(path)
        let place = "\(path)/\(Self.marker)"
        // Looked at before the lock is made, so that a folder named by mistake stays as it is.
        try Self.check(path, isNew: isNew)
        lock = try Self.lock(path)
        try Self.check(path, isNew: isNew)
        let line = Array("\(key)\n".utf8)
        if isNew { try DurableFile.replace(place, with: line) }
        guard try Self.bytes(place) == line else { throw WitnessFolderRefusal.otherKey(path) }
    }

    /// What was cosigned last of a log; nil when nothing ever.
    ///
    /// - Throws: ``WitnessFolderRefusal/damaged(_:)`` when it is not what this key cosigned of that log.
    func kept(of log: KeyName) throws -> CosignedNote? {
        let place = file(of: log)
        guard let bytes = try Self.bytes(place) else { return nil }
        guard let kept = try? CosignedNote(parsing: bytes, by: key),
            kept.checkpoint.origin.utf8.elementsEqual(log.text.utf8)
        else { throw WitnessFolderRefusal.damaged(place) }
        return kept
    }

    /// Keeps what was cosigned; it is on the disk when this returns.
    func keep(_ cosigned: CosignedNote, of log: KeyName) throws(SystemRefusal) {
        try DurableFile.replace(file(of: log), with: cosigned.note.bytes)
    }

    /// Keeps what a log signed and can't be cosigned: it may show that the log told two stories. A hundred of each kind
    /// at most, and each once.
    ///
    /// - Returns: where; nil when there are a hundred.
    func keepRefused(_ statement: LogStatement, as kind: String) throws -> String? {
        let folder = "\(path)/refused"
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw SystemRefusal("make", folder) }
        let head = statement.checkpoint.head
        let root = head.root.bytes.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let name = "\(kind)-\(statement.origin.hash.prefix(16))-\(head.size)-\(root)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        if names.contains(name) { return "\(folder)/\(name)" }
        guard names.count(where: { $0.hasPrefix("\(kind)-") }) < Self.mostRefused else { return nil }
        try DurableFile.replace("\(folder)/\(name)", with: statement.note.bytes)
        return "\(folder)/\(name)"
    }

    private func file(of log: KeyName) -> String { "\(path)/\(log.hash).checkpoint" }

    private static func make(_ path: String) throws(SystemRefusal) {
        guard mkdir(path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw SystemRefusal("make", path)
        }
        try DurableFile.syncFolder(of: path)
    }

    private static func check(_ path: String) throws {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw errno == ENOENT ? WitnessFolderRefusal.notBegun(path) : SystemRefusal("look at", path)
        }
        guard facts.st_mode & S_IFMT == S_IFDIR else { throw WitnessFolderRefusal.noFolder(path) }
        guard facts.st_uid == geteuid() || facts.st_uid == 0, facts.st_mode & 0o022 == 0 else {
            throw WitnessFolderRefusal.open(path)
        }
    }

    /// Whether the folder was begun, or is one to be begun: empty but for what a start that was cut off leaves.
    private static func check(_ path: String, isNew: Bool) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        guard isNew else {
            if names.contains(marker) { return }
            throw WitnessFolderRefusal.notBegun(path)
        }
        if names.contains(marker) { throw WitnessFolderRefusal.begun(path) }
        guard names.allSatisfy(["lock", "\(marker).new"].contains) else { throw WitnessFolderRefusal.notEmpty(path) }
    }

    private static func lock(_ path: String) throws -> Descriptor {
        let lock = try Descriptor("\(path)/lock", O_RDWR | O_CREAT)
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else { throw WitnessFolderRefusal.inUse(path) }
        return lock
    }

    /// The bytes of a file; nil when there is none.
    private static func bytes(_ place: String) throws -> [UInt8]? {
        var facts = stat()
        guard lstat(place, &facts) == 0 || errno != ENOENT else { return nil }
        return try Descriptor(place, O_RDONLY | O_NONBLOCK).read(atMost: CosignRequest.mostBytes * 2)
    }
}
