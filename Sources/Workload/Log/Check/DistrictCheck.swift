public import Evidence
import Foundation
public import Postgres
public import Schema
import StrictJSON

/// Holds a district's database against its log: every event against its hash and its place in the tree, every row against its
/// event, and what is derived against the rows.
///
/// Nothing in the database is trusted to do so but its tables: the views that say how rows look as events are read from this
/// program's files, and the bytes of events are hashed here. Reads in one snapshot, so it may run while people work.
public struct DistrictCheck: Sendable {
    private static let batch: Int64 = 2_000
    private let database: Database
    private let district: District
    private let schema: Schema

    /// - Parameters:
    ///   - database: signed in as the operator, a role that row level security does not hide rows from.
    ///   - district: whose.
    ///   - schema: the SQL files of this program.
    public init(_ database: Database, district: District, schema: Schema) {
        self.database = database
        self.district = district
        self.schema = schema
    }

    /// What a check found.
    public struct Report: Sendable {
        /// How many events were checked.
        public var events = 0
        /// How many rows were held against them.
        public var rows = 0
        /// How many events the last signed state holds that the log leads to; 0 for none.
        public var signedSize: UInt64 = 0
        /// How many entries wait to be counted; while there are any, totals are not checked.
        public var uncounted = 0
        /// What is wrong; none when all is as it was recorded.
        public var faults: [LogFault] = []
    }

    /// Checks everything.
    ///
    /// - Parameter signed: the last signed state as it is known outside of the database; nil takes what the database says.
    public func run(signed: TreeHead? = nil) async throws -> Report {
        try await database.withConnection { connection in
            try await connection.query("begin isolation level repeatable read")
            var report = Report()
            report.faults = try await strangeObjects(connection)
            guard report.faults.isEmpty else {
                try await connection.query("rollback")
                return report
            }
            // The names of a district's schema are made of letters, digits and underscores.
            try await connection.execute(unsafeSQL: "set local search_path = \(district.slug.schema), pg_temp")
            try await connection.query("set local timezone = 'UTC'")
            try await checkEvents(connection, signed, &report)
            try await checkRows(connection, &report)
            report.faults += try await connection.query(DerivedQueries.differing).map(LogFault.init(derived:))
            for function in try DerivedQueries.functions(in: schema.api) {
                try await connection.execute(unsafeSQL: function)
            }
            let uncounted = try await connection.query("select count(*) as entries from hours_pending")
            report.uncounted = try uncounted[0].decode("entries")
            report.faults += try await connection.query(DerivedQueries.totals).map(LogFault.init(derived:))
            try await connection.query("rollback")
            return report
        }
    }

    private func strangeObjects(_ connection: Connection) async throws -> [LogFault] {
        try await connection.execute(unsafeSQL: "set local search_path = pg_catalog, pg_temp")
        let known = try APIFile.all(in: schema.api).map { String($0.name.dropLast(".sql".count)) }
        return try await connection.query(StrangeObjects.query(in: "\(district.slug.schema)", known: known)).map {
            LogFault(.isStrange, kind: try $0.decode("kind"), subject: try $0.decode("name"))
        }
    }

    private func checkEvents(_ connection: Connection, _ signed: TreeHead?, _ report: inout Report) async throws {
        try await connection.query(
            "create temp table said (event_id uuid, leaf_index bigint, queued bigint, kind text, subject text, named jsonb)"
        )
        var tree = LogTree(signed: try await heads(connection, signed))
        let kept = try await KeptLog(connection)
        var next: Int64 = 0
        while true {
            let rows = try await connection.query(EventRows.sealed(from: next, count: Self.batch))
            guard !rows.isEmpty else { break }
            var said = SaidEvents()
            let first = tree.size
            let stored = try await kept.checkpoints(above: first, atMost: UInt64(Self.batch), connection)
            tree.expect(stored.map(\.size))
            for row in rows {
                let event = try EventRow(row)
                report.faults += tree.take(event) + said.take(event)
                next = (event.index ?? next) + 1
            }
            report.events += rows.count
            try await connection.query(said.insert)
            report.faults += try await kept.faults(of: stored, beside: &tree, from: first, connection)
        }
        report.faults += tree.faults
        report.faults += try await kept.faults(beyond: tree.size, connection)
        report.signedSize = tree.reached
        try await checkWaiting(connection, &report)
    }

    /// Events that have no place yet.
    private func checkWaiting(_ connection: Connection, _ report: inout Report) async throws {
        var said = SaidEvents()
        let rows = try await connection.query(EventRows.waiting)
        for row in rows { report.faults += said.take(try EventRow(row)) }
        report.events += rows.count
        try await connection.query(said.insert)
        try await connection.query("create index on pg_temp.said (kind, subject)")
        try await connection.query("analyze pg_temp.said")
    }

    /// Signed states that the tree has to pass through: the one known outside, else the newest in the database.
    private func heads(_ connection: Connection, _ signed: TreeHead?) async throws -> [TreeHead] {
        if let signed { return [signed] }
        let newest = try await connection.query("select note from log_checkpoint order by size desc limit 1")
        return newest.compactMap { row in
            let note = try? SignedNote(parsing: Array(try row.decode("note", as: String.self).utf8))
            return note.flatMap { try? Checkpoint($0.text).head }
        }
    }

    private func checkRows(_ connection: Connection, _ report: inout Report) async throws {
        for view in try FactView.all(in: schema.api) {
            try await connection.execute(unsafeSQL: view.temporary)
            let counted = try await connection.query(Query(unsafeSQL: "select count(*) as rows from \(view.name)"))
            report.rows += try counted[0].decode("rows", as: Int.self)
            report.faults += try await connection.query(Query(unsafeSQL: view.differing)).map(LogFault.init(row:))
        }
    }
}
