public import Evidence
import Workload

/// Who signs the evidence log of a test's district, when a test says so, and who checks it.
public struct LogSigner: Sendable {
    /// What checkpoints are signed with.
    public let key: SigningKey
    /// What receipts are signed with.
    public let receiptKey: SigningKey
    /// The key of somebody else who checks.
    public let checker: SigningKey

    /// With new keys.
    public init() throws {
        key = try .random(name: Self.name("hours.example.org/test"), kind: .note)
        receiptKey = try .random(name: Self.name("hours.example.org/test/receipt"), kind: .note)
        checker = try .random(name: Self.name("union.example.org"), kind: .cosignature)
    }

    private static func name(_ text: String) throws -> KeyName {
        guard let name = KeyName(text) else { throw NoteFault.badKey }
        return name
    }

    /// Gives all events that wait their places.
    public func seal(_ database: TestDatabase) async throws {
        let keys = LogKeys(database.admin, district: database.district)
        try await keys.add(key.verifier, for: .log)
        try await keys.add(receiptKey.verifier, for: .receipt)
        try await EventLog(database.admin, district: database.district).seal()
    }

    /// Signs the log as it is.
    @discardableResult
    public func sign(_ database: TestDatabase) async throws -> Checkpoint {
        let log = EventLog(database.admin, district: database.district)
        let checkpoint = Checkpoint(of: key.verifier.name, head: try await log.head(at: try await log.size()))
        try await log.keep(try SignedNote(checkpoint.text, signedBy: key))
        return checkpoint
    }

    /// Somebody else signs it, too.
    public func cosign(_ checkpoint: Checkpoint, at seconds: Int64, _ database: TestDatabase) async throws {
        let line = try checker.cosign(checkpoint, at: seconds).line
        try await EventLog(database.admin, district: database.district).keep(
            cosignature: line, of: checker.verifier, at: seconds, size: checkpoint.head.size)
    }
}
