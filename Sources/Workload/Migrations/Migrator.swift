public import Postgres
public import Schema

/// Brings the control schema and the schema of each district up to date.
///
/// Forward only: applied files are never changed (a checksum is kept), each runs in a transaction of its own, and one
/// migrator works at a time in the whole cluster, because roles are shared by its databases.
public struct Migrator: Sendable {
    private let options: ConnectionOptions
    private let schema: Schema

    /// - Parameters:
    ///   - options: a connection as a role that may create roles, schemas and extensions.
    ///   - schema: the SQL files to apply.
    public init(_ options: ConnectionOptions, schema: Schema) {
        self.options = options
        self.schema = schema
    }

    /// Applies what is missing to the control schema and to every district.
    ///
    /// - Returns: the names of the files applied now; none when all was up to date.
    /// - Throws: ``MigrationError``, or ``PostgresError`` when the database can't be reached.
    public func migrate() async throws -> [String] {
        try await alone { connection in
            var applied = try await migrateControl(connection)
            let slugs = try await connection.query("select slug from afterbell.district order by slug")
            for row in slugs {
                applied += try await migrateDistrict(row.decode("slug", as: String.self), connection)
            }
            return applied
        }
    }

    /// Registers a district, and makes its role and its schema.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when the slug is taken.
    public func createDistrict(_ district: District) async throws {
        try await alone { connection in
            _ = try await migrateControl(connection)
            let added = try await connection.query(
                """
                insert into afterbell.district (slug, name, host, zone, run_by, is_demo)
                values (\(district.slug.text), \(district.name), \(district.host), \(district.zone),
                        \(district.runBy.rawValue), \(district.isDemo))
                on conflict (slug) do nothing
                """)
            guard added.affectedRows == 1 else {
                throw WorkloadError(
                    .conflict, "There is a district \(district.slug.text) already. Choose another slug.")
            }
            do {
                _ = try await migrateDistrict(district.slug.text, connection)
            } catch {
                _ = try await connection.query("delete from afterbell.district where slug = \(district.slug.text)")
                throw error
            }
        }
    }

    /// Runs the body while no other migrator works in this cluster. The lock is taken in database `postgres`, because
    /// advisory locks hold within one database and roles are shared by all.
    private func alone<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        let guardian = try await Connection.open(options.with(database: "postgres"))
        do {
            _ = try await guardian.query("select pg_advisory_lock(hashtext('afterbell.migrator'))")
            let connection = try await Connection.open(options)
            do {
                let result = try await body(connection)
                await connection.close()
                await guardian.close()
                return result
            } catch {
                await connection.close()
                throw error
            }
        } catch {
            await guardian.close()
            throw error
        }
    }

    private func migrateControl(_ connection: Connection) async throws -> [String] {
        try await connection.execute(
            script: """
                set client_min_messages = warning;
                set lock_timeout = '5s';
                create extension if not exists btree_gist;
                create schema if not exists afterbell;
                create table if not exists afterbell.migration (
                    scope      text        not null,
                    number     integer     not null,
                    name       text        not null,
                    checksum   text        not null,
                    applied_at timestamptz not null default now(),
                    primary key (scope, number)
                );
                comment on table afterbell.migration is 'Applied files by scope: the control schema, or a district.';
                """)
        let migrations = try MigrationFile.all(in: schema.controlMigrations)
        return try await apply(migrations, scope: "control", searchPath: "afterbell", role: nil, connection)
    }

    private func migrateDistrict(_ slug: String, _ connection: Connection) async throws -> [String] {
        let names = DistrictNames(slug: try DistrictSlug(slug))
        try await connection.execute(script: names.preparation)
        let migrations = try MigrationFile.all(in: schema.districtMigrations)
        let applied = try await apply(
            migrations, scope: slug, searchPath: "\(names.schema), pg_temp", role: "afterbell_owner", connection)
        return applied + (try await applyAPI(slug, names, connection))
    }

    private func apply(
        _ migrations: [MigrationFile], scope: String, searchPath: String, role: String?, _ connection: Connection
    ) async throws -> [String] {
        let rows = try await connection.query(
            "select number, checksum from afterbell.migration where scope = \(scope) and number > 0")
        var known: [Int: String] = [:]
        for row in rows { known[try row.decode("number", as: Int.self)] = try row.decode("checksum", as: String.self) }
        if let newest = known.keys.max(), newest > migrations.last?.number ?? 0 {
            throw MigrationError.programIsOlder(scope: scope, number: newest)
        }
        var applied: [String] = []
        for migration in migrations {
            if let checksum = known[migration.number] {
                guard checksum == migration.checksum else {
                    throw MigrationError.changed(file: "\(migration.name).sql")
                }
                continue
            }
            let roleLine = role.map { "set local role \($0);\n" } ?? ""
            try await transaction(named: "\(migration.name).sql", connection) {
                try await connection.execute(
                    script: "\(roleLine)set local search_path = \(searchPath);\n\(migration.script)\n;reset role;")
                try await connection.record(scope, migration.number, migration.name, migration.checksum)
            }
            applied.append("\(scope): \(migration.name)")
        }
        return applied
    }

    /// Functions and views are made anew when any of their files changed, all in one transaction.
    private func applyAPI(_ slug: String, _ names: DistrictNames, _ connection: Connection) async throws -> [String] {
        let files = try APIFile.all(in: schema.api)
        let checksum = files.map { $0.name + $0.script }.joined().sha256
        let kept = try await connection.query(
            "select checksum from afterbell.migration where scope = \(slug) and number = 0")
        guard try kept.first?.decode("checksum", as: String.self) != checksum else { return [] }
        try await transaction(named: "sql/api", connection) {
            try await connection.execute(script: "set local check_function_bodies = off; \(names.grantCreate)")
            for file in files {
                do {
                    try await connection.execute(
                        script: """
                            set local role \(file.owner);
                            set local search_path = \(names.schema), pg_temp;
                            \(file.script)
                            ;reset role;
                            """)
                } catch {
                    throw MigrationError.refused(file: file.name, reason: String(reflecting: error))
                }
            }
            try await connection.execute(script: names.revokeCreate)
            try await connection.record(slug, 0, "api", checksum)
        }
        return ["\(slug): api"]
    }

    private func transaction(named name: String, _ connection: Connection, _ body: () async throws -> Void) async throws
    {
        try await connection.execute(script: "begin; set local lock_timeout = '5s';")
        do {
            try await body()
            try await connection.execute(script: "commit")
        } catch {
            try? await connection.execute(script: "rollback")
            if error is MigrationError { throw error }
            throw MigrationError.refused(file: name, reason: String(reflecting: error))
        }
    }
}

extension Connection {
    fileprivate func record(_ scope: String, _ number: Int, _ name: String, _ checksum: String) async throws {
        _ = try await query(
            """
            insert into afterbell.migration (scope, number, name, checksum)
            values (\(scope), \(number), \(name), \(checksum))
            on conflict (scope, number) do update set checksum = excluded.checksum, applied_at = now()
            """)
    }
}
