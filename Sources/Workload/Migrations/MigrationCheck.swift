public import Postgres
public import Schema

/// Compares the migrations of a database with those that this program knows, before it serves.
public struct MigrationCheck: Sendable {
    private let database: Database
    private let schema: Schema

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - schema: the SQL files of this program.
    public init(_ database: Database, schema: Schema) {
        self.database = database
        self.schema = schema
    }

    /// - Throws: ``MigrationError/programIsOlder(scope:number:)`` when a newer program has changed the database,
    ///   ``MigrationError/databaseIsOlder(scope:)`` when this program's changes are not in it, ``PostgresError``.
    public func run() async throws {
        let control = try MigrationFile.all(in: schema.controlMigrations).last?.number ?? 0
        let district = try MigrationFile.all(in: schema.districtMigrations).last?.number ?? 0
        let rows = try await database.withConnection { connection in
            try await connection.query(
                """
                select scope, coalesce(max(migration.number), 0) as number
                from (select 'control' as scope union all select slug from afterbell.district) as wanted
                left join afterbell.migration using (scope)
                group by scope order by scope
                """)
        }
        for row in rows {
            let (scope, number) = try (row.decode("scope", as: String.self), row.decode("number", as: Int.self))
            let ours = scope == "control" ? control : district
            if number > ours { throw MigrationError.programIsOlder(scope: scope, number: number) }
            if number < ours { throw MigrationError.databaseIsOlder(scope: scope) }
        }
    }
}
