import Foundation
import Postgres
import Support
import Testing
import WorkUnits

@testable import Workload

/// Granting roles and ending them, as the operator does it.
@Suite struct RoleTests {
    let school: TestSchool
    let book: AccountBook
    private let name = "person1@example.org"
    private let auditor = RoleScope(role: "auditor")

    init() async throws {
        school = try await TestSchool.make(people: 2)
        book = AccountBook(school.database.admin, district: school.database.district)
    }

    private func roles(_ number: Int = 1) async throws -> [String] {
        let person = school.people[number - 1]
        return try await SignIns(school.database.server).caller(person.secret, in: school.database.district)?.roles
            ?? []
    }

    private func grants() async throws -> Int {
        let rows = try await school.database.admin.read(
            as: school.database.district.identity(service: "postgres"), ["select count(*) as grants from role_grant"])
        return try rows[0][0].decode("grants")
    }

    private func today() throws -> CivilDate {
        try school.database.district.clock.date(
            at: Instant(secondsSince1970: Int64(Foundation.Date(timeIntervalSinceNow: 0).timeIntervalSince1970)))
    }

    private func refusal(
        _ scope: RoleScope, on dates: RoleDates = RoleDates(), to name: String? = nil
    ) async -> WorkloadError? {
        await #expect(throws: WorkloadError.self) {
            try await book.grant(scope, on: dates, to: name ?? self.name, by: "test")
        }
    }

    @Test func `a role granted is held from today on, one that is ended is over at once`() async throws {
        try await book.grant(auditor, to: name, by: "test")
        let granted = try await roles()
        #expect(granted == ["auditor"])

        try await book.end(auditor, of: name)
        let ended = try await roles()
        #expect(ended == [])
        let kept = try await grants()
        #expect(kept == 1)
    }

    @Test func `a role of last month ends yesterday, one of next month never begins`() async throws {
        let today = try today()
        try await book.grant(auditor, on: RoleDates(from: today.adding(days: -30)), to: name, by: "test")
        let hr = RoleScope(role: "hr")
        try await book.grant(hr, on: RoleDates(from: today.adding(days: 30)), to: name, by: "test")

        try await book.end(auditor, of: name)
        try await book.end(hr, of: name)

        let rows = try await school.database.admin.read(
            as: school.database.district.identity(service: "postgres"),
            ["select starts_on, ends_on from role_grant order by role"])[0]
        let ends = try rows.map { try $0.decode("ends_on", as: CivilDate.self) }
        #expect(ends == [today.adding(days: -1), today.adding(days: 29)])
        let live = try await roles()
        #expect(live == [])
    }

    @Test func `a role that was ended can be granted again`() async throws {
        for _ in 0..<2 {
            try await book.grant(auditor, to: name, by: "test")
            try await book.end(auditor, of: name)
        }
        try await book.grant(auditor, to: name, by: "test")
        let live = try await roles()
        #expect(live == ["auditor"])
    }

    @Test func `granting twice makes no second grant, other dates are a conflict`() async throws {
        let today = try today()
        let dates = RoleDates(from: today.adding(days: -3), until: today.adding(days: 3))
        try await book.grant(auditor, on: dates, to: name, by: "test")
        try await book.grant(auditor, on: dates, to: name, by: "test")
        try await book.grant(auditor, on: RoleDates(until: dates.last), to: name, by: "test")
        let once = try await grants()
        #expect(once == 1)

        let open = await refusal(auditor)
        #expect(open?.kind == .conflict)
        let earlier = await refusal(auditor, on: RoleDates(from: today.adding(days: -9), until: dates.last))
        #expect(earlier?.kind == .conflict)
        try await book.grant(auditor, on: RoleDates(from: today.adding(days: 4)), to: name, by: "test")
        let twice = try await grants()
        #expect(twice == 2)
    }

    @Test func `grants at once make one`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await book.grant(auditor, to: name, by: "test") } }
            try await group.waitForAll()
        }
        let once = try await grants()
        #expect(once == 1)
    }

    @Test func `a first day to come and a last day gone by give nothing today`() async throws {
        let today = try today()
        try await book.grant(auditor, on: RoleDates(from: today.adding(days: 1)), to: name, by: "test")
        try await book.grant(
            RoleScope(role: "hr"), on: RoleDates(from: today.adding(days: -9), until: today.adding(days: -1)), to: name,
            by: "test")
        let live = try await roles()
        #expect(live == [])
    }

    @Test func `a site's name that several have is refused and nothing is granted`() async throws {
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                """
                insert into site (sourced_id, name, kind, zone, available_on)
                values ('S2', 'Cedar Ridge High', 'school', 'America/Los_Angeles', '2026-08-03')
                """
            ])

        let error = await refusal(RoleScope(role: "site_reviewer", site: "Cedar Ridge High"))
        #expect(error?.kind == .invalid)
        #expect(error?.message.hasPrefix("2 sites are called Cedar Ridge High.") == true)
        let none = try await grants()
        #expect(none == 0)

        try await book.grant(RoleScope(role: "site_reviewer", site: "S2"), to: name, by: "test")
        let live = try await roles()
        #expect(live == ["site_reviewer"])
    }

    @Test func `a misspelt role and a scope that doesn't fit are refused by their names`() async throws {
        let misspelt = await refusal(RoleScope(role: "auditer"))
        #expect(misspelt?.rule == "role_grant_role_is_known")
        let noSite = await refusal(RoleScope(role: "site_reviewer"))
        #expect(noSite?.rule == "role_grant_scope_fits_role")
        let today = try today()
        let backwards = await refusal(auditor, on: RoleDates(from: today, until: today.adding(days: -9)))
        #expect(backwards?.kind == .invalid)
        let shortly = await refusal(auditor, on: RoleDates(from: today, until: today.adding(days: -1)))
        #expect(shortly?.kind == .invalid)
    }

    @Test func `account, site and unit that are not there are not found, nor a role that nobody has`() async throws {
        let missing = [
            await refusal(auditor, to: "nobody@example.org"),
            await refusal(RoleScope(role: "site_reviewer", site: "Nowhere High")),
            await refusal(RoleScope(role: "union_representative", unit: "Nobody")),
            await #expect(throws: WorkloadError.self) { try await book.end(auditor, of: name) },
        ]
        for error in missing { #expect(error?.kind == .notFound) }
    }

    @Test func `a reset lets a disabled account in again, with its roles`() async throws {
        try await book.grant(auditor, to: name, by: "test")
        try await book.disable(name: name)
        try await book.reset(name: name, password: "correct horse battery")

        let outcome = try await SignIns(school.database.server).signIn(
            name: name, password: "correct horse battery", network: "10.0.0.1", device: "test",
            district: school.database.district)
        guard case .signedIn(let secret) = outcome else {
            Issue.record("not signed in")
            return
        }
        let caller = try await SignIns(school.database.server).caller(secret, in: school.database.district)
        #expect(caller?.roles == ["auditor"])
    }
}
