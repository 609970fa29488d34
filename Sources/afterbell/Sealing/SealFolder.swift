import Evidence
import Foundation
import Glibc
import Workload

/// The folder of whoever seals a district's log: the secret keys, and what was signed last, which must not be in the
/// database that it is held against.
///
/// `log-<id>.key` and `receipt-<id>.key` are secret keys, `last-checkpoint.txt` is the last signed checkpoint,
/// `policy.txt` says whose cosignatures are asked for and count, `before-restore-….txt` is what was signed, or cosigned, before a
/// restore that was stated, and `lock` is held by whoever changes `last-checkpoint.txt`.
struct SealFolder: Sendable {
    let path: String

    /// - Parameters:
    ///   - keys: the folder of all districts.
    ///   - district: whose.
    init(_ keys: String, district: District) {
        path = "\(keys)/\(district.slug.text)"
    }

    var state: String { path + "/last-checkpoint.txt" }

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
    /// - Throws: ``KeyFileRefusal``, ``SystemRefusal``; ``SealRefusal/noKeyFile(_:)``; ``SealRefusal/otherKey(_:)`` when the
    ///   file holds another.
    func key(_ verifier: VerifierKey, _ purpose: LogKeys.Purpose) throws -> SigningKey {
        let path = file(of: verifier, purpose)
        do {
            let key = try KeyFile.read(path)
            guard key.verifier == verifier else { throw SealRefusal.otherKey(path) }
            return key
        } catch let refusal as SystemRefusal where refusal.isMissing {
            throw SealRefusal.noKeyFile(path)
        }
    }

    private func file(of key: VerifierKey, _ purpose: LogKeys.Purpose) -> String {
        "\(path)/\(purpose.rawValue)-\(key.idText).key"
    }

    /// The public halves of the log's keys that are here.
    private func logKeys() throws -> [VerifierKey] {
        try names { $0.hasPrefix("\(LogKeys.Purpose.log.rawValue)-") && $0.hasSuffix(".key") }
            .map { try KeyFile.read("\(path)/\($0)").verifier }
    }

    private func names(where isMeant: (String) -> Bool) throws -> [String] {
        guard try !DurableFile.isMissing(path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).filter(isMeant).sorted()
    }

    /// What was signed last; nil when nothing was, or by another host.
    ///
    /// - Parameter keys: those that the log names. Those whose secret halves are here count as well: a database that was put back
    ///   does not know the newest.
    /// - Throws: ``SealRefusal`` when the file holds something else, or when none of the keys signed it; ``KeyFileRefusal`` when
    ///   somebody else could have changed it; ``SystemRefusal`` when it can't be read.
    func lastSigned(of keys: [VerifierKey] = []) throws -> Checkpoint? {
        try lastNote(of: keys).map { try Checkpoint($0.text) }
    }

    /// The same with its signature.
    func lastNote(of keys: [VerifierKey] = []) throws -> SignedNote? { try note(in: state, of: keys) }

    private func note(in place: String, of keys: [VerifierKey]) throws -> SignedNote? {
        guard try !DurableFile.isMissing(path) else { return nil }
        try GuardedFile.checkFolder(DurableFile.folder(of: path))
        guard let bytes = try GuardedFile.read(place, atMost: CosignRequest.mostBytes) else { return nil }
        guard let note = try? SignedNote(parsing: bytes), (try? Checkpoint(note.text)) != nil else {
            throw SealRefusal.badState(place)
        }
        guard let ours = try ofThisLog(note, keys) else { throw SealRefusal.unsignedState(place) }
        return ours
    }

    /// A note with the log's signatures alone; nil when no key signed it that the log names, or whose secret half is here.
    func ofThisLog(_ note: SignedNote, _ keys: [VerifierKey]) throws -> SignedNote? {
        if let ours = try? note.only(by: keys) { return ours }
        let here = try logKeys()
        return try? note.only(by: here)
    }

    /// What was set aside when restores were stated. What nobody known signed is passed over.
    ///
    /// - Parameter keys: of the log and of witnesses.
    /// - Throws: ``KeyFileRefusal``, ``SystemRefusal``.
    func setAside(of keys: [VerifierKey]) throws -> [Checkpoint] {
        try names { $0.hasPrefix(Self.aside) && $0.hasSuffix(".txt") }.compactMap { name in
            do {
                return try note(in: "\(path)/\(name)", of: keys).map { try Checkpoint($0.text) }
            } catch is SealRefusal {
                return nil
            }
        }
    }

    static let aside = "before-restore-"

    /// Whose cosignatures are asked for and count; nil when there is no `policy.txt`.
    ///
    /// - Throws: ``PolicyFault``; ``KeyFileRefusal``, ``SystemRefusal``.
    func policy() throws -> Policy? {
        try GuardedFile.read(path + "/policy.txt", atMost: 1 << 20).map { try Policy(parsing: $0) }
    }
}
