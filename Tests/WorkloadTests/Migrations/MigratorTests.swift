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
        try await connection.execute(script: "create database \(name)")
        await connection.close()
        return server.with(database: name)
    }

    private func district(_ slug: String) throws -> District {
        District(
            slug: try DistrictSlug(slug), name: slug, host: nil, zone: "America/Chicago", runBy: .union, isDemo: false)
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
        try await connection.execute(script: "update afterbell.migration set checksum = 'x' where number = 2")
        await connection.close()

        await #expect(throws: MigrationError.self) { _ = try await migrator.migrate() }
    }

    @Test(arguments: ["", "a", "9lives", "Upper", "semi;colon", "way_too_long_for_a_slug_of_a_district_name_here"])
    func `a slug that is no plain name is refused`(slug: String) {
        #expect(throws: WorkloadError.self) { _ = try DistrictSlug(slug) }
    }
}
