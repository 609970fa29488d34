public import Postgres
public import Schema

/// Brings the control schema and the schema of each district up to date.
///
/// Forward only: applied files are never changed (a checksum is kept), each runs in a transaction of its own, and one
/// migrator works at a time in the whole cluster, because roles are shared by its databases.
public struct Migrator: Sendable {
    private let options: ConnectionOptions
    private let schema: Schema
    private let registry = "afterbell.district"

    /// - Parameters:
    ///   - options: a connection as a superuser; or as a role with BYPASSRLS that may create roles, schemas and
    ///     extensions and is a member of `afterbell_owner`, `afterbell_writer`, `afterbell_signin` and `afterbell_sealer`. Row level
    ///     security hides the registry of districts from all others, the role that owns it not excepted.
    ///   - schema: the SQL files to apply.
    public init(_ options: ConnectionOptions, schema: Schema) {
        self.options = options
        self.schema = schema
    }

    /// Applies what is missing to the control schema and to every district.
    ///
    /// - Returns: the names of the files applied now; none when all was up to date.
    /// - Throws: ``MigrationError``, also when the role can't read which districts there are; or ``PostgresError`` when the database can't be reached.
    public func migrate() async throws -> [String] {
        try await alone { connection in
            var applied = try await migrateControl(connection)
            try await connection.requireSight(of: registry)
            let slugs = try await connection.query("select slug from afterbell.district order by slug")
            for row in slugs {
                applied += try await migrateDistrict(row.decode("slug", as: String.self), connection)
            }
            return applied
        }
    }

    /// Registers a district, and makes its role and its schema.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when the slug or the host is taken, or when two districts would be
    ///   there and one has no host; of kind invalid when the host is no name of one.
    public func createDistrict(_ district: District) async throws {
        try await alone { connection in
            _ = try await migrateControl(connection)
            try await connection.requireSight(of: registry)
            let host = try await connection.freeHost(for: district)
            let added = try await connection.query(
                """
                insert into afterbell.district (slug, name, host, zone, run_by, is_demo)
                values (\(district.slug.text), \(district.name), \(host), \(district.zone),
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

    /// Sets the host that leads to a district.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when there is no such district, conflict when the host leads to
    ///   another, invalid when it is no name of one.
    public func setHost(of slug: DistrictSlug, to host: String) async throws {
        guard let name = HostName(authority: host)?.text else { throw WorkloadError.noHostName(host) }
        try await alone { connection in
            try await connection.requireSight(of: registry)
            let others = try await connection.query(
                "select slug from afterbell.district where host = \(name) and slug <> \(slug.text)")
            guard others.isEmpty else {
                throw WorkloadError(.conflict, "The host \(name) leads to another district. Choose another.")
            }
            let changed = try await connection.query(
                "update afterbell.district set host = \(name) where slug = \(slug.text)")
            guard changed.affectedRows == 1 else {
                throw WorkloadError(.notFound, "There is no district \(slug.text).")
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
            unsafeSQL: """
                set client_min_messages = warning;
                set lock_timeout = '5s';
                create extension if not exists btree_gist;
                create extension if not exists pgcrypto schema public;
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
                alter table afterbell.migration enable row level security;
                alter table afterbell.migration force row level security;
                """)
        try await connection.requireSight(of: "afterbell.migration")
        let migrations = try MigrationFile.all(in: schema.controlMigrations)
        return try await apply(migrations, scope: "control", searchPath: "afterbell", role: nil, connection)
    }

    private func migrateDistrict(_ slug: String, _ connection: Connection) async throws -> [String] {
        let names = DistrictNames(slug: try DistrictSlug(slug))
        try await connection.execute(unsafeSQL: names.preparation)
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
                    unsafeSQL: "\(roleLine)set local search_path = \(searchPath);\n\(migration.script)\n;reset role;")
                try await connection.record(scope, migration.number, migration.name, migration.checksum)
            }
            applied.append("\(scope): \(migration.name)")
        }
        return applied
    }

    /// Functions and views are made anew when any of their files or the district's zone changed, all in one transaction.
    /// The zone is what `current_date` means in functions that keep it with `set timezone from current`.
    private func applyAPI(_ slug: String, _ names: DistrictNames, _ connection: Connection) async throws -> [String] {
        let files = try APIFile.all(in: schema.api)
        let zone = try await connection.query("select zone from afterbell.district where slug = \(slug)")[0]
            .decode("zone", as: String.self)
        let checksum = APIFile.checksum(files, zone: zone)
        let kept = try await connection.query(
            "select checksum from afterbell.migration where scope = \(slug) and number = 0")
        guard try kept.first?.decode("checksum", as: String.self) != checksum else { return [] }
        try await transaction(named: "sql/api", connection) {
            try await connection.execute(
                unsafeSQL: """
                    set local check_function_bodies = off;
                    set local timezone = '\(zone.replacing("'", with: "''"))';
                    \(names.dropAPI)
                    \(names.grantCreate)
                    """)
            for file in files {
                do {
                    try await connection.execute(
                        unsafeSQL: """
                            set local role \(file.owner);
                            set local search_path = \(names.schema), pg_temp;
                            \(file.script)
                            ;reset role;
                            """)
                } catch {
                    throw MigrationError.refused(file: file.name, reason: String(reflecting: error))
                }
            }
            try await connection.execute(unsafeSQL: names.revokeCreate)
            try await connection.execute(
                unsafeSQL:
                    "set local search_path = \(names.schema), pg_temp; select keep_missing_facts(); reset search_path;")
            try await connection.record(slug, 0, "api", checksum)
        }
        return ["\(slug): api"]
    }

    private func transaction(named name: String, _ connection: Connection, _ body: () async throws -> Void) async throws
    {
        try await connection.execute(unsafeSQL: "begin; set local lock_timeout = '5s';")
        do {
            try await body()
            try await connection.execute(unsafeSQL: "commit")
        } catch {
            try? await connection.execute(unsafeSQL: "rollback")
            if error is MigrationError { throw error }
            throw MigrationError.refused(file: name, reason: String(reflecting: error))
        }
    }
}

extension Connection {
    /// Refuses to go on with a table of which row level security shows nothing to the migrating role.
    ///
    /// - Throws: ``MigrationError/registryIsHidden(role:)``.
    fileprivate func requireSight(of table: String) async throws {
        let row = try await query(
            "select row_security_active(\(table)::text) as is_hidden, current_user as role")[0]
        guard try !row.decode("is_hidden", as: Bool.self) else {
            throw MigrationError.registryIsHidden(role: try row.decode("role"))
        }
    }

    /// The host of a district that is to be registered, without its port; nil where none is stated and none is needed.
    fileprivate func freeHost(for district: District) async throws -> String? {
        let others = try await query(
            "select slug, host from afterbell.district where slug <> \(district.slug.text) order by slug")
        let name = district.host.flatMap(HostName.init(authority:))?.text
        guard (name == nil) == (district.host == nil) else {
            throw WorkloadError.noHostName(district.host ?? "")
        }
        for other in others {
            let (slug, host) = (try other.decode("slug", as: String.self), try other.decode("host", as: String?.self))
            guard let host else {
                throw WorkloadError(
                    .conflict,
                    "District \(slug) answers on any host. Before there is a second one, give it a host of its own: "
                        + "afterbell district set-host \(slug) NAME")
            }
            guard host != name else {
                throw WorkloadError(.conflict, "The host \(host) leads to district \(slug). Set another with --host.")
            }
        }
        guard others.isEmpty || name != nil else {
            throw WorkloadError(.conflict, "There is another district already. Say which host leads here, with --host.")
        }
        return name
    }

    fileprivate func record(_ scope: String, _ number: Int, _ name: String, _ checksum: String) async throws {
        _ = try await query(
            """
            insert into afterbell.migration (scope, number, name, checksum)
            values (\(scope), \(number), \(name), \(checksum))
            on conflict (scope, number) do update set checksum = excluded.checksum, applied_at = now()
            """)
    }
}

extension WorkloadError {
    fileprivate static func noHostName(_ text: String) -> WorkloadError {
        WorkloadError(.invalid, "\(text) is no host name. Write it like hours.example.org.")
    }
}
