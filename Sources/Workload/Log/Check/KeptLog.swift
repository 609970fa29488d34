import Evidence
import Postgres

/// What the database keeps beside events and their places: checkpoints with what witnesses say of them, and hashes of the
/// tree. Nobody is misled by them, but proofs and packets that are made from wrong ones are worth nothing.
struct KeptLog {
    private let keys: [VerifierKey]
    private let witnesses: [VerifierKey]

    init(_ connection: Connection) async throws {
        let keys = try await connection.query("select key from log_key where purpose = 'log'")
        let witnesses = try await connection.query("select distinct key from log_cosignature")
        self.keys = keys.compactMap { try? VerifierKey(parsing: try $0.decode("key", as: String.self)) }
        self.witnesses = witnesses.compactMap { try? VerifierKey(parsing: try $0.decode("key", as: String.self)) }
    }

    /// The checkpoints of the next sizes.
    func checkpoints(
        above first: UInt64, atMost count: UInt64, _ connection: Connection
    ) async throws -> [StoredCheckpoint] {
        try await connection.query(
            "\(LogQueries.checkpoints) where size > \(Int64(first)) and size <= \(Int64(first + count)) order by size"
        ).map(StoredCheckpoint.init)
    }

    /// What differs from a tree that has grown on from a size; takes what became final there.
    func faults(
        of stored: [StoredCheckpoint], beside tree: inout LogTree, from first: UInt64, _ connection: Connection
    ) async throws -> [LogFault] {
        let size = tree.size
        let final = tree.takeFinal()
        let changed = stored.filter { $0.size <= size && !isTrue($0, final.roots[$0.size]) }
        return changed.map { LogFault(.checkpointChanged, index: $0.size) }
            + (try await nodesDiffer(from: final.nodes, connection) ? [LogFault(.nodeChanged, index: first)] : [])
    }

    /// Checkpoints and hashes of events that the log does not have.
    func faults(beyond size: UInt64, _ connection: Connection) async throws -> [LogFault] {
        let rows = try await connection.query(
            "select size from log_checkpoint where size > \(Int64(size)) order by size")
        let strange = try await connection.query(
            "select from log_node where (node_index + 1) << level > \(Int64(size)) limit 1")
        return try rows.map { LogFault(.checkpointChanged, index: UInt64(try $0.decode("size", as: Int64.self))) }
            + strange.map { _ in LogFault(.nodeChanged, index: size) }
    }

    private func isTrue(_ stored: StoredCheckpoint, _ root: TreeHash?) -> Bool {
        guard let note = try? stored.signedNote(), let checkpoint = try? Checkpoint(note.text),
            checkpoint.head.size == stored.size, checkpoint.head.root == root
        else { return false }
        let signers = try? note.verified(by: keys + witnesses)
        return signers.map { signers in
            signers.count == note.signatures.count && signers.contains { keys.contains($0) }
        } ?? false
    }

    private func nodesDiffer(from final: [NodePlace: TreeHash], _ connection: Connection) async throws -> Bool {
        guard !final.isEmpty else { return false }
        let rows = try await connection.query(LogQueries.nodes(Array(final.keys)))
        return try LogNodes(rows).hashes != final
    }
}
