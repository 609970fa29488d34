import Postgres
public import WorkUnits

extension Proofs {
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
