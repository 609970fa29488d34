import Evidence
import Foundation
import Postgres

extension EventLog {
    /// Gives waiting events their places, without a gap, and keeps the hashes of the tree that they complete. One at a
    /// time per district; another's turn is 0 here.
    ///
    /// - Parameter count: how many at most; the memory needed grows with it.
    /// - Returns: how many got a place.
    /// - Throws: ``LogHasNoKey`` before the first key was added; ``LogDamage``.
    @discardableResult
    public func seal(atMost count: Int = 10_000) async throws -> Int {
        try await database.write(as: identity) { transaction in
            let begun = try await transaction.query([LogQueries.lock, LogQueries.size])
            guard try begun[0][0].decode("is_alone", as: Bool.self) else { return 0 }
            let size = UInt64(try begun[1][0].decode("size", as: Int64.self))
            let waiting = try await transaction.query(LogQueries.pending(atMost: count, isFirst: size == 0))
                .map(WaitingEvent.init)
            guard !waiting.isEmpty else { return 0 }
            if size == 0 { try await requireKey(waiting[0], transaction) }
            let plan = TreePlan.root(at: size)
            let nodes =
                plan.places.isEmpty
                ? LogNodes(hashes: [:]) : try LogNodes(await transaction.query(LogQueries.nodes(plan.places)))
            var batch = SealedBatch(edge: try TreeEdge(size: size, nodes.hash(at:)))
            for event in waiting { batch.append(event) }
            _ = try await transaction.query(batch.queries)
            return waiting.count
        }
    }

    private func requireKey(_ first: WaitingEvent, _ transaction: Transaction) async throws {
        let found = try await transaction.query(
            "select from log_key where event_id = \(first.id) and purpose = 'log'")
        guard !found.isEmpty else { throw LogHasNoKey() }
    }
}

/// A log can't begin before its key is known.
public struct LogHasNoKey: Error, CustomStringConvertible {
    /// What to do.
    public let description = "This log has no key yet. Make one: afterbell seal init --keys FOLDER --origin NAME"

    /// A log without a key.
    public init() {}
}

/// An event without a place.
struct WaitingEvent {
    let id: UUID
    let hash: TreeHash
    let queued: Int64

    init(_ row: Row) throws {
        id = try row.decode("event_id")
        queued = try row.decode("queued")
        guard let hash = TreeHash(bytes: try row.decode("leaf_hash", as: [UInt8].self)) else {
            throw WorkloadError(.internal, "The hash of event \(id.text) has not 32 bytes.")
        }
        self.hash = hash
    }
}

/// Events with their new places, and the hashes above them that are now final.
struct SealedBatch {
    private var edge: TreeEdge
    private var leaves: [(index: Int64, id: UUID, hash: [UInt8], queued: Int64)] = []
    private var nodes: [(level: Int, index: Int64, hash: [UInt8])] = []

    init(edge: TreeEdge) {
        self.edge = edge
    }

    mutating func append(_ event: WaitingEvent) {
        leaves.append((Int64(edge.size), event.id, event.hash.bytes, event.queued))
        edge.append(event.hash) { place, hash in
            if place.level > 0 { nodes.append((place.level, Int64(place.index), hash.bytes)) }
        }
    }

    var queries: [Query] {
        [
            """
            insert into log_leaf (leaf_index, event_id, leaf_hash)
            select * from unnest(\(leaves.map(\.index))::bigint[], \(leaves.map(\.id))::uuid[],
                                 \(leaves.map(\.hash))::bytea[])
            """,
            """
            insert into log_node (level, node_index, hash)
            select * from unnest(\(nodes.map(\.level))::smallint[], \(nodes.map(\.index))::bigint[],
                                 \(nodes.map(\.hash))::bytea[])
            """,
            "delete from event_pending where queued = any (\(leaves.map(\.queued))::bigint[])",
        ]
    }
}
