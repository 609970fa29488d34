import Foundation
import Postgres
import Schema
import Support
import Testing

@testable import Workload

@Suite struct DistrictDesksTests {
    let database: TestDatabase
    let migrator: Migrator

    init() async throws {
        database = try await TestDatabase.make()
        migrator = Migrator(database.options, schema: try Schema())
    }

    private func district(_ slug: String, host: String?) throws -> District {
        District(
            slug: try DistrictSlug(slug), name: slug, host: host, zone: "America/Chicago", runBy: .union, isDemo: false)
    }

    private func slug(_ host: String?, _ desks: DistrictDesks) -> String? {
        desks.desk(host: host)?.district.slug.text
    }

    private func refusal(_ district: District) async -> WorkloadError? {
        await #expect(throws: WorkloadError.self) { try await migrator.createDistrict(district) }
    }

    @Test func `the only district answers on any host as long as it has none`() async throws {
        let desks = DistrictDesks(database.server)
        try await desks.refresh()

        #expect(slug("whatever.example.org", desks) == "test")
        #expect(slug(nil, desks) == "test")
    }

    @Test func `of two districts each answers on its own host, in either case, on any port`() async throws {
        try await migrator.setHost(of: DistrictSlug("test"), to: "Test.Example.org:443")
        try await migrator.createDistrict(try district("north", host: "[2001:DB8::7]"))
        let desks = DistrictDesks(database.server)
        try await desks.refresh()

        #expect(slug("TEST.example.ORG:8080", desks) == "test")
        #expect(slug("[2001:db8::7]:8080", desks) == "north")
        #expect(slug("other.example.org", desks) == nil)
        #expect(slug("[::1]:8080", desks) == nil)
        #expect(slug(nil, desks) == nil)
    }

    @Test func `a second district waits until both have a host of their own`() async throws {
        let anyHost = await refusal(try district("north", host: "north.example.org"))
        #expect(anyHost?.kind == .conflict)
        #expect(anyHost?.message.contains("afterbell district set-host test") == true)

        try await migrator.setHost(of: DistrictSlug("test"), to: "test.example.org")
        let noHost = await refusal(try district("north", host: nil))
        #expect(noHost?.message.contains("--host") == true)
        let taken = await refusal(try district("north", host: "TEST.example.org"))
        #expect(taken?.kind == .conflict)
        let unreadable = await refusal(try district("north", host: "http://north.example.org/"))
        #expect(unreadable?.kind == .invalid)

        let districts = try await Districts(database.server).all()
        #expect(districts.map(\.slug.text) == ["test"])
    }

    @Test func `a host is set for a district that is there, and leads to one only`() async throws {
        let none = await #expect(throws: WorkloadError.self) {
            try await migrator.setHost(of: DistrictSlug("nowhere"), to: "test.example.org")
        }
        #expect(none?.kind == .notFound)
        let unreadable = await #expect(throws: WorkloadError.self) {
            try await migrator.setHost(of: DistrictSlug("test"), to: "a b")
        }
        #expect(unreadable?.kind == .invalid)
    }

    @Test func `a slug that is the name of a service is refused, by the registry too`() async throws {
        for slug in DistrictSlug.reserved {
            #expect(throws: WorkloadError.self, "\(slug)") { _ = try DistrictSlug(slug) }
            let error = await #expect(throws: PostgresError.self) {
                try await database.admin.withConnection { connection in
                    _ = try await connection.query(
                        """
                        insert into afterbell.district (slug, name, zone, run_by)
                        values (\(slug), 'A district', 'America/Chicago', 'union')
                        """)
                }
            }
            #expect(error?.serverError?.constraint == "district_slug_is_no_service", "\(slug)")
        }
    }
}
