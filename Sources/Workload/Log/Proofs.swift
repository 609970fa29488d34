public import Evidence
public import Foundation
public import Postgres
public import WorkUnits

/// What a signed-in person sees of the evidence log: its state, receipts and proofs of their own entries, who looked.
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

    /// How the log stands.
    public struct LogState: Sendable {
        /// How many events have a place.
        public let size: UInt64
        /// When the last ones got theirs; nil before the first.
        public let sealedAt: Instant?
        /// The newest checkpoints, newest first.
        public let checkpoints: [Signed]
        /// Those who cosigned lately, whoever did so last first.
        public let checkers: [Checker]
        /// The keys of the log in force, newest first: for comparing them.
        public let keys: [String]
        /// The last time that the whole district was held against its log; nil before the first.
        public let check: WholeCheck?

        /// How many events are signed for.
        public var signedSize: UInt64 { checkpoints.first?.size ?? 0 }

        /// Those of the checkers who have seen the most events.
        public var farthest: [Checker] {
            let most = checkers.map(\.size).max()
            return checkers.filter { $0.size == most }
        }
    }

    /// A checkpoint, and who else signed it.
    public struct Signed: Sendable {
        /// How many events it is over.
        public let size: UInt64
        /// When the log signed it.
        public let signedAt: Instant
        /// The names of the keys that cosigned, and when.
        public let cosigners: [(name: String, at: Instant)]
    }

    /// That every row was held against its event, and every event against the log.
    public struct WholeCheck: Sendable, Hashable {
        /// When.
        public let at: Instant
        /// How many things were not as they were recorded.
        public let faults: Int
    }

    /// Somebody who cosigns: each time that the log continues the one they saw before.
    public struct Checker: Sendable, Hashable {
        /// The name of their key.
        public let name: String
        /// When they cosigned first: from there on they would have seen a change.
        public let since: Instant
        /// When they cosigned last.
        public let last: Instant
        /// How many events they saw then.
        public let size: UInt64
    }

    /// That somebody was shown the caller's name or entries.
    public struct Look: Sendable {
        /// When.
        public let readAt: Instant
        /// In which role: `hr`, `operator`.
        public let role: String
        /// Who; nil for the operator, who has no account.
        public let name: String?
        /// Where: `people`, `evidence_packet`.
        public let page: String
    }

    /// How often a role was shown names in a month.
    public struct MonthOfReads: Sendable {
        /// The first day of the month.
        public let month: CivilDate
        /// In which role.
        public let role: String
        /// How often.
        public let reads: Int
    }

    /// How many of the caller's events, or looks at them, are listed at most.
    public static let listedAtMost = 200

    private let database: Database
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
            let signed = try await database.read(
                as: caller.identity,
                ["\(LogQueries.checkpoints) where size > \(Int64(index)) order by size desc limit 1"])[0]
                .map(StoredCheckpoint.init).first
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

    /// How the log stands, with so many of its newest checkpoints.
    public func state(checkpoints count: Int = 20, as caller: Caller) async throws -> LogState {
        let results = try await database.read(
            as: caller.identity,
            [
                LogQueries.size,
                "select sealed_at from log_leaf order by leaf_index desc limit 1",
                "\(LogQueries.checkpoints) order by size desc limit \(count)",
                """
                select size, key, cosigned_at from log_cosignature
                where size in (select size from log_checkpoint order by size desc limit \(count))
                order by cosigned_at
                """,
                """
                select key from log_key join log_leaf using (event_id) where purpose = 'log' order by leaf_index desc
                """,
                LogQueries.checkers,
                "select checked_at, faults from log_check order by checked_at desc limit 1",
            ])
        var cosigners: [UInt64: [(name: String, at: Instant)]] = [:]
        for row in results[3] {
            let name = try Self.keyName(row)
            cosigners[UInt64(try row.decode("size", as: Int64.self)), default: []]
                .append((name, try row.decode("cosigned_at")))
        }
        return LogState(
            size: UInt64(try results[0][0].decode("size", as: Int64.self)),
            sealedAt: try results[1].first?.decode("sealed_at"),
            checkpoints: try results[2].map(StoredCheckpoint.init).map {
                Signed(size: $0.size, signedAt: $0.signedAt, cosigners: cosigners[$0.size] ?? [])
            },
            checkers: try results[5].map { row in
                Checker(
                    name: try Self.keyName(row), since: try row.decode("since"), last: try row.decode("last"),
                    size: UInt64(try row.decode("size", as: Int64.self)))
            },
            keys: try results[4].map { try $0.decode("key") },
            check: try results[6].first.map { row in
                WholeCheck(at: try row.decode("checked_at"), faults: try row.decode("faults"))
            })
    }

    /// The name before the id and the bytes of a verifier key.
    private static func keyName(_ row: Row) throws -> String {
        String(try row.decode("key", as: String.self).prefix { $0 != "+" })
    }

    /// The newest checkpoint with all cosignatures, to take away; nil before the first.
    public func newestCheckpoint(as caller: Caller) async throws -> StoredCheckpoint? {
        try await database.read(
            as: caller.identity, ["\(LogQueries.checkpoints) order by size desc limit 1"])[0]
            .map(StoredCheckpoint.init).first
    }

    /// Who was shown the caller's name or entries, newest first; 200 at most.
    public func looks(as caller: Caller) async throws -> [Look] {
        try await database.read(as: caller.identity, ["select * from who_looked()"])[0].map { row in
            Look(
                readAt: try row.decode("read_at"), role: try row.decode("role"),
                name: try row.decode("display_name", as: String?.self), page: try row.decode("page"))
        }
    }

    /// How often each role was shown names, by month, newest first; none for callers who may not see that.
    public func readsByMonth(as caller: Caller) async throws -> [MonthOfReads] {
        try await database.read(as: caller.identity, ["select * from reads_by_month()"])[0].map { row in
            MonthOfReads(
                month: try row.decode("month"), role: try row.decode("role"), reads: try row.decode("reads"))
        }
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
