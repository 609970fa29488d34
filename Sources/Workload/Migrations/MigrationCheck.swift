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
    ///   ``MigrationError/databaseIsOlder(scope:)`` when this program's changes are not in it,
    ///   ``MigrationError/functionsDiffer(scope:)`` when only the functions are of another version, ``PostgresError``.
    public func run() async throws {
        let control = try MigrationFile.all(in: schema.controlMigrations).last?.number ?? 0
        let district = try MigrationFile.all(in: schema.districtMigrations).last?.number ?? 0
        let api = try APIFile.all(in: schema.api)
        let rows = try await database.withConnection { connection in
            try await connection.query(
                """
                select scope, zone, coalesce(max(migration.number), 0) as number,
                       max(migration.checksum) filter (where migration.number = 0) as functions
                from (select 'control' as scope, null as zone union all select slug, zone from afterbell.district) as wanted
                left join afterbell.migration using (scope)
                group by scope, zone order by scope
                """)
        }
        for row in rows {
            let (scope, number) = try (row.decode("scope", as: String.self), row.decode("number", as: Int.self))
            let ours = scope == "control" ? control : district
            if number > ours { throw MigrationError.programIsOlder(scope: scope, number: number) }
            if number < ours { throw MigrationError.databaseIsOlder(scope: scope) }
            guard let zone = try row.decode("zone", as: String?.self) else { continue }
            guard try row.decode("functions", as: String?.self) == APIFile.checksum(api, zone: zone) else {
                throw MigrationError.functionsDiffer(scope: scope)
            }
        }
    }
}
