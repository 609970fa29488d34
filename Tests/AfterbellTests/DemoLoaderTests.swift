import Foundation
import Postgres
import Support
import Testing
import WorkUnits
import Workload

@testable import afterbell

@Suite(.serialized) struct DemoLoaderTests {
    @Test func `a load that was cut off before roles were granted grants them the next time`() async throws {
        let demo = try SmallDemo(entries: 0)
        defer { demo.remove() }
        let database = try await TestDatabase.make()
        let loader = DemoLoader(
            file: try DemoFile(folder: demo.folder), folder: demo.folder, database: database.admin,
            district: database.district, now: .now, progress: { _ in })
        try await loader.load()
        let identity = database.district.identity(service: "afterbell_signin")
        let granted: Query = "select role from role_grant"
        let before = try await database.admin.read(as: identity, [granted])[0].count
        try await database.admin.withConnection { connection in
            _ = try await connection.query("delete from district_test.role_grant")
        }

        try await loader.load()
        try await loader.load()

        let after = try await database.admin.read(as: identity, [granted])[0].count
        #expect(before == 1)
        #expect(after == 1)
    }
}
