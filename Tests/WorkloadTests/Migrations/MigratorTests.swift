import Foundation
import Postgres
import Schema
import Support
import Testing

@testable import Workload

@Suite struct MigratorTests {
    private func emptyDatabase() async throws -> ConnectionOptions {
        let server = try TestDatabase.server()
        let name = "migrate_\(UUID().uuidString.lowercased().prefix(8))"
        let connection = try await Connection.open(server)
        try await connection.execute(unsafeSQL: "create database \(name)")
        await connection.close()
        return server.with(database: name)
    }

    private func district(_ slug: String) throws -> District {
        District(
            slug: try DistrictSlug(slug), name: slug, host: "\(slug).example.org", zone: "America/Chicago",
            runBy: .union, isDemo: false)
    }

    @Test func `migrating twice changes nothing the second time`() async throws {
        let migrator = Migrator(try await emptyDatabase(), schema: try Schema())

        #expect(try await !migrator.migrate().isEmpty)
        #expect(try await migrator.migrate().isEmpty)
    }

    @Test func `twenty migrators at once apply each file once`() async throws {
        let options = try await emptyDatabase()
        let schema = try Schema()

        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<20 { group.addTask { try await Migrator(options, schema: schema).migrate() } }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(applied.count == Set(applied).count)
        #expect(!applied.isEmpty)
    }

    @Test func `two districts live side by side, and a taken slug is a conflict`() async throws {
        let migrator = Migrator(try await emptyDatabase(), schema: try Schema())
        try await migrator.createDistrict(try district("north"))
        try await migrator.createDistrict(try district("south"))

        let error = await #expect(throws: WorkloadError.self) {
            try await migrator.createDistrict(try district("north"))
        }
        #expect(error?.kind == .conflict)
    }

    @Test func `a changed file is refused`() async throws {
        let options = try await emptyDatabase()
        let migrator = Migrator(options, schema: try Schema())
        _ = try await migrator.migrate()
        let connection = try await Connection.open(options)
        try await connection.execute(unsafeSQL: "update afterbell.migration set checksum = 'x' where number = 2")
        await connection.close()

        await #expect(throws: MigrationError.self) { _ = try await migrator.migrate() }
    }

    @Test func `a role from which the registry is hidden is refused, as it would find no district`() async throws {
        let options = try await emptyDatabase()
        let name = "migrating_\(UUID().uuidString.lowercased().prefix(8))"
        let connection = try await Connection.open(options)
        try await connection.execute(
            unsafeSQL: """
                create role \(name) createrole;
                grant afterbell_owner, afterbell_writer, afterbell_signin to \(name);
                do $$ begin execute format('grant create on database %I to \(name)', current_database()); end $$;
                """)
        let stated = ProcessInfo.processInfo.environment["AFTERBELL_TEST_DATABASE"] ?? ""
        let database = try await connection.query("select current_database()::text as name")[0]
            .decode("name", as: String.self)
        let acting = ConnectionOptions("\(stated) options='-c role=\(name)'").with(database: database)
        let migrator = Migrator(acting, schema: try Schema())

        let error = await #expect(throws: MigrationError.self) { _ = try await migrator.migrate() }
        guard case .registryIsHidden(let role) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(role == name)
        let hidden = await #expect(throws: MigrationError.self) {
            try await migrator.createDistrict(try district("north"))
        }
        #expect(hidden?.description.contains("BYPASSRLS") == true)

        try await connection.execute(unsafeSQL: "alter role \(name) bypassrls")
        let applied = try await migrator.migrate()
        #expect(applied.allSatisfy { $0.hasPrefix("control: ") })
        // Roles are the whole cluster's, and other tests look at all of them.
        try await connection.execute(unsafeSQL: "drop owned by \(name); drop role \(name)")
        await connection.close()
    }

    @Test func `a database that a newer program changed is neither migrated nor served by this one`() async throws {
        for scope in ["control", "north"] {
            let options = try await emptyDatabase()
            let migrator = Migrator(options, schema: try Schema())
            try await migrator.createDistrict(try district("north"))
            let server = Database(options.with(user: "afterbell_server"), pool: PoolOptions(size: 1))
            try await MigrationCheck(server, schema: try Schema()).run()
            try await change(options, "insert into afterbell.migration values ('\(scope)', 9999, 'of_tomorrow', 'x')")

            let served = await #expect(throws: MigrationError.self) {
                try await MigrationCheck(server, schema: try Schema()).run()
            }
            let migrated = await #expect(throws: MigrationError.self) { _ = try await migrator.migrate() }

            for error in [served, migrated] {
                #expect(error?.description.hasPrefix("\(scope) already has migration 9999") == true)
            }
            await server.close()
        }
    }

    @Test func `a database that lacks a change of this program is not served`() async throws {
        let options = try await emptyDatabase()
        try await Migrator(options, schema: try Schema()).createDistrict(try district("north"))
        try await change(
            options,
            """
            delete from afterbell.migration where scope = 'north'
                and number = (select max(number) from afterbell.migration where scope = 'north')
            """)
        let server = Database(options.with(user: "afterbell_server"), pool: PoolOptions(size: 1))

        let error = await #expect(throws: MigrationError.self) {
            try await MigrationCheck(server, schema: try Schema()).run()
        }

        #expect(error?.description == "north lacks changes that this program needs. Run: afterbell migrate")
        await server.close()
    }

    @Test func `a database with the functions of another version is not served until it is migrated`() async throws {
        let options = try await emptyDatabase()
        let migrator = Migrator(options, schema: try Schema())
        try await migrator.createDistrict(try district("north"))
        try await change(
            options,
            """
            update afterbell.migration set checksum = 'of tomorrow' where scope = 'north' and number = 0;
            create function district_north.of_tomorrow() returns integer language sql as 'select 1';
            """)
        let server = Database(options.with(user: "afterbell_server"), pool: PoolOptions(size: 1))

        let error = await #expect(throws: MigrationError.self) {
            try await MigrationCheck(server, schema: try Schema()).run()
        }
        #expect(error?.description.hasPrefix("north has the functions of another version") == true)

        let applied = try await migrator.migrate()
        #expect(applied == ["north: api"])
        try await MigrationCheck(server, schema: try Schema()).run()
        let left = try await server.withConnection { connection in
            try await connection.query("select count(*) as found from pg_proc where proname = 'of_tomorrow'")[0]
                .decode("found", as: Int.self)
        }
        #expect(left == 0)
        await server.close()
    }

    private func change(_ options: ConnectionOptions, _ script: String) async throws {
        let connection = try await Connection.open(options)
        try await connection.execute(unsafeSQL: script)
        await connection.close()
    }

    @Test(arguments: ["", "a", "9lives", "Upper", "semi;colon", "way_too_long_for_a_slug_of_a_district_name_here"])
    func `a slug that is no plain name is refused`(slug: String) {
        #expect(throws: WorkloadError.self) { _ = try DistrictSlug(slug) }
    }
}
