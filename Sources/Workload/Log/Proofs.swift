public import Evidence
public import Foundation
public import Postgres
public import WorkUnits

/// What a signed-in person sees of the evidence log: receipts and proofs of their own entries; in files of their own, how the
/// log stands, and who has looked.
public struct Proofs: Sendable {
    /// An event of one of the caller's entries.
    public struct MyEvent: Sendable {
        /// The entry.
        public let entryID: UUID
        /// Its version.
        public let version: Int
        /// The day worked.
        public let workDate: CivilDate
        /// Its minutes.
        public let worked: Minutes
        /// Whether this version took it out.
        public let isTakenOut: Bool
        /// The leaf's bytes.
        public let leaf: [UInt8]
        /// Hash and moment.
        public let stamp: EventStamp
        /// Its place; nil until it is sealed.
        public let index: UInt64?
    }

    /// How many of the caller's events, or looks at them, are listed at most.
    public static let listedAtMost = 200

    let database: Database
    /// The key that signs receipts; nil where the server has none.
    public let receiptKey: ReceiptKey?

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - receiptKey: nil where the server has none.
    public init(_ database: Database, receiptKey: ReceiptKey?) {
        self.database = database
        self.receiptKey = receiptKey
    }

    /// The events of the caller's entries, newest first: of one entry, or 200 of all.
    ///
    /// - Throws: ``WorkloadError`` of kind forbidden for an account that is nobody's on the roster.
    public func mine(entry: UUID? = nil, as caller: Caller) async throws -> [MyEvent] {
        _ = try caller.requireEmployee()
        return try await database.read(as: caller.identity, ["select * from my_leaves(\(entry))"])[0].map(MyEvent.init)
    }

    /// The proof that a version of one of the caller's entries stands in the log: nil until it was sealed and signed.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when there is no such version of theirs; ``LogDamage``.
    public func proof(of entry: UUID, version: Int, as caller: Caller) async throws -> EntryProof? {
        guard let event = try await mine(entry: entry, as: caller).first(where: { $0.version == version }) else {
            throw WorkloadError(.notFound, "There is no such entry.")
        }
        guard let index = event.index,
            let signed = try await checkpoint(over: index, as: caller)
        else { return nil }
        let plan = try TreePlan.inclusion(of: index, in: signed.size)
        let nodes =
            plan.places.isEmpty
            ? LogNodes(hashes: [:])
            : try LogNodes(await database.read(as: caller.identity, [LogQueries.nodes(plan.places)])[0])
        return try EntryProof(
            extra: event.leaf, inclusion: InclusionProof(index: index, hashes: plan.hashes(nodes.hash(at:))),
            note: signed.signedNote())
    }

    /// The newest checkpoint over an event that somebody cosigned, since packets reach such ones, else the newest.
    private func checkpoint(over index: UInt64, as caller: Caller) async throws -> StoredCheckpoint? {
        let over: Query = "\(LogQueries.checkpoints) where size > \(Int64(index))"
        let found = try await database.read(
            as: caller.identity,
            [
                "\(over) and size in (select size from log_cosignature) order by size desc limit 1",
                "\(over) order by size desc limit 1",
            ])
        return try found.joined().first.map(StoredCheckpoint.init)
    }

    /// The newest checkpoint with all cosignatures, to take away; nil before the first.
    public func newestCheckpoint(as caller: Caller) async throws -> StoredCheckpoint? {
        try await database.read(
            as: caller.identity, ["\(LogQueries.checkpoints) order by size desc limit 1"])[0]
            .map(StoredCheckpoint.init).first
    }

}

extension Proofs.MyEvent {
    init(_ row: Row) throws {
        entryID = try row.decode("work_entry_id")
        version = try row.decode("version")
        workDate = try row.decode("work_date")
        worked = Minutes(try row.decode("worked_minutes", as: Int.self))
        isTakenOut = try row.decode("is_withdrawn")
        leaf = try row.decode("leaf")
        stamp = EventStamp(
            leafHash: try row.decode("leaf_hash"), receivedMilliseconds: try row.decode("received_ms"))
        index = try row.decode("leaf_index", as: Int64?.self).map(UInt64.init)
    }
}
