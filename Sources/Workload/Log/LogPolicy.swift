public import Evidence
import Postgres

/// Whose word counts for a log: its own keys, and the witnesses that its district chose.
public struct LogPolicy: Sendable {
    private let keys: [LogKeys.Known]
    private let chosen: Policy?

    /// - Parameters:
    ///   - keys: of the log, of every purpose.
    ///   - chosen: a policy whose witnesses, groups and quorum count; nil for none.
    public init(_ keys: [LogKeys.Known], witnesses chosen: Policy?) {
        self.keys = keys
        self.chosen = chosen
    }

    /// The policy for a log of a size: with the keys that its events name, newest first.
    ///
    /// - Throws: ``PolicyFault``.
    public func policy(reaching size: UInt64) throws -> Policy {
        let logs = keys.filter { $0.purpose == .log && $0.index.map { $0 < size } ?? false }.reversed()
        return try Policy(
            logs: logs.map { PolicyLog(key: $0.key) }, witnesses: chosen?.witnesses ?? [], groups: chosen?.groups ?? [],
            quorum: chosen?.quorum)
    }

    /// Whether the witnesses with these keys are enough.
    func isSatisfied(by keys: [String]) -> Bool {
        guard let chosen else { return true }
        let cosigned = Set(keys.compactMap { try? VerifierKey(parsing: $0).publicKey })
        let present = chosen.witnesses.filter { cosigned.contains($0.key.publicKey) }.map(\.name)
        return chosen.isSatisfied(by: Set(present))
    }
}

extension EventLog {
    private static let page = 5_000

    /// Whether the signatures hold that the database says there are.
    private func isCosigned(_ stored: StoredCheckpoint, by policy: LogPolicy) -> Bool {
        guard let note = try? stored.signedNote(), let policy = try? policy.policy(reaching: stored.size) else {
            return false
        }
        return (try? policy.checkpoint(in: note)) != nil
    }

    /// The newest checkpoint that enough witnesses cosigned; where there is none, the newest, and that it lacks them.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound before anything was signed.
    public func newestCheckpoint(
        satisfying policy: LogPolicy
    ) async throws -> (checkpoint: StoredCheckpoint, isCosignedEnough: Bool) {
        guard let newest = try await newestCheckpoint() else {
            throw WorkloadError(
                .notFound, "Nothing of this log was signed yet. Sign it: afterbell seal once --keys FOLDER")
        }
        if policy.isSatisfied(by: []) { return (newest, true) }
        var below = Int64.max
        while true {
            let rows = try await database.read(as: identity, [LogQueries.cosigned(below: below, atMost: Self.page)])[0]
            for row in rows {
                below = try row.decode("size")
                guard policy.isSatisfied(by: try row.decode("keys")),
                    let found = try await checkpoint(of: UInt64(below)), isCosigned(found, by: policy)
                else { continue }
                return (found, true)
            }
            if rows.count < Self.page { return (newest, false) }
        }
    }
}
