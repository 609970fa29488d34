import Evidence
import Foundation
import Glibc
import Workload

/// The folder of whoever seals a district's log: the secret keys, and what was signed last, which must not be in the
/// database that it is held against.
///
/// `log-<id>.key` and `receipt-<id>.key` are secret keys, `last-checkpoint.txt` is the last signed checkpoint,
/// `policy.txt` says whose cosignatures are asked for and count.
struct SealFolder: Sendable {
    let path: String

    /// - Parameters:
    ///   - keys: the folder of all districts.
    ///   - district: whose.
    init(_ keys: String, district: District) {
        path = "\(keys)/\(district.slug.text)"
    }

    /// Makes the folder, for its owner alone.
    func make() throws(SystemRefusal) {
        try DurableFile.makeFolder(DurableFile.folder(of: path))
        try DurableFile.makeFolder(path)
    }

    /// Makes a key and keeps its secret half.
    ///
    /// - Throws: ``KeyFileRefusal``, ``SystemRefusal``.
    func newKey(_ name: KeyName, for purpose: LogKeys.Purpose) throws -> SigningKey {
        let key = try SigningKey.random(name: name, kind: .note)
        try KeyFile.writeNew(key, to: file(of: key.verifier, purpose))
        return key
    }

    /// The secret half of a key.
    ///
    /// - Throws: ``KeyFileRefusal``, ``SystemRefusal``; ``SealRefusal/otherKey(_:)`` when the file holds another.
    func key(_ verifier: VerifierKey, _ purpose: LogKeys.Purpose) throws -> SigningKey {
        let path = file(of: verifier, purpose)
        guard FileManager.default.fileExists(atPath: path) else { throw SealRefusal.noKeyFile(path) }
        let key = try KeyFile.read(path)
        guard key.verifier == verifier else { throw SealRefusal.otherKey(path) }
        return key
    }

    private func file(of key: VerifierKey, _ purpose: LogKeys.Purpose) -> String {
        "\(path)/\(purpose.rawValue)-\(key.idText).key"
    }

    /// What was signed last; nil when nothing was, or by another host.
    ///
    /// - Throws: ``SealRefusal/badState(_:)`` when the file holds something else.
    func lastSigned() throws -> Checkpoint? {
        try lastNote().map { try Checkpoint($0.text) }
    }

    /// The same with its signature.
    func lastNote() throws -> SignedNote? {
        guard let bytes = FileManager.default.contents(atPath: state) else { return nil }
        guard let note = try? SignedNote(parsing: Array(bytes)), (try? Checkpoint(note.text)) != nil else {
            throw SealRefusal.badState(state)
        }
        return note
    }

    /// Keeps what was signed, before anybody sees it.
    func keep(_ note: SignedNote) throws(SystemRefusal) {
        try DurableFile.replace(state, with: note.bytes)
    }

    /// Sets what was signed last aside, after a stated restore: it stays as a file, and is evidence.
    func setAside(at seconds: Int64) throws(SystemRefusal) {
        guard access(state, F_OK) == 0 else { return }
        guard rename(state, "\(path)/before-restore-\(seconds).txt") == 0 else { throw SystemRefusal("rename", state) }
        try DurableFile.syncFolder(of: state)
    }

    private var state: String { path + "/last-checkpoint.txt" }

    /// Whose cosignatures are asked for and count; nil when there is no `policy.txt`.
    ///
    /// - Throws: ``PolicyFault``.
    func policy() throws -> Policy? {
        guard let bytes = FileManager.default.contents(atPath: path + "/policy.txt") else { return nil }
        return try Policy(parsing: Array(bytes))
    }
}

/// Why nothing is signed, and what to do.
enum SealRefusal: Error, CustomStringConvertible {
    case noKeyFile(String)
    case otherKey(String)
    case badState(String)
    case noState(size: UInt64)
    case guarded(SigningGuard.Refusal)
    case otherNote(size: UInt64)
    case witnessAhead(String, size: UInt64, found: UInt64)
    case witnessDiffers(String, size: UInt64)

    var description: String {
        switch self {
        case .noKeyFile(let path):
            "The secret key \(path) is not here. Bring the folder of the host that sealed before, or add a new key: "
                + "afterbell seal rotate"
        case .otherKey(let path): "\(path) holds another key than the log names. Restore the file from your copy of it."
        case .badState(let path):
            "\(path) does not hold a signed checkpoint. Restore it from your copy; without it nothing is signed."
        case .noState(let size):
            "This host does not know what was signed last, and the database says: \(size) events. If the log was sealed on "
                + "another host, bring its folder. If a witness can be asked, name it in policy.txt. If neither is to be had, "
                + "state it, and it is recorded: afterbell seal restored --reason \"…\""
        case .guarded(.smaller(let signed, let found)):
            "The database holds \(found) events, and \(signed) were signed: it was put back to an older state. Nothing is "
                + "sealed or signed. Bring the newer database back; or, if it is lost, state it, and it is recorded: "
                + "afterbell seal restored --reason \"…\""
        case .guarded(.different(let signed)):
            "The first \(signed) events of the database are not those that were signed: somebody changed them, or this is "
                + "another history. Nothing is sealed or signed. Look for the change: afterbell verify --district NAME"
        case .guarded(.otherLog(let origin)):
            "What was signed last in this folder is of the log \(origin). Name the folder of this district's log."
        case .otherNote(let size):
            "The database has no checkpoint of \(size) events like this one. Hand back the file that was handed out."
        case .witnessAhead(let name, let size, let found):
            "\(name) has seen \(size) events, and the database holds \(found): it is an older state. Nothing is signed."
        case .witnessDiffers(let name, let size):
            "\(name) has seen another history up to \(size) events. Nothing is signed. Look for the change: "
                + "afterbell verify --district NAME"
        }
    }
}
