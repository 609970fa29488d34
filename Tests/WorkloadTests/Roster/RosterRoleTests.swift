import Postgres
import Testing
import WorkUnits
import Workload

@Suite struct RosterRoleTests {
    let district: RosterDistrict

    init() async throws {
        district = try await RosterDistrict()
    }

    private func importRoles(_ roles: [RosterRole], on day: String) async throws -> RosterReport {
        try await district.run(.complete(.named("Maya", roles: roles)), on: day)
    }

    @Test func `a role without a first day begins on the day of the import, and an end date is exclusive`() async throws
    {
        _ = try await importRoles(
            [.at("S1", key: "R1", kind: "ext:school-nurse", until: "2027-06-12")], on: "2026-08-10")

        #expect(try await district.assignments() == ["Maya 2026-08-10 2027-06-11 roster School nurse S1"])
    }

    @Test func `a role that is left out ends today`() async throws {
        _ = try await importRoles([.at("S1", key: "R1"), .at("S2", key: "R2")], on: "2026-08-10")

        let report = try await importRoles([.at("S1", key: "R1")], on: "2026-08-12")

        #expect(report.assignments.ended == 1)
        #expect(
            try await district.assignments() == [
                "Maya 2026-08-10 - roster Counselor S1", "Maya 2026-08-10 2026-08-12 roster Counselor S2",
            ])
    }

    @Test func `a role at another site begins a new assignment, and the person's home site follows`() async throws {
        _ = try await importRoles([.at("S1", key: "R1", from: "2020-08-01")], on: "2026-08-10")

        _ = try await importRoles([.at("S2", key: "R1", from: "2020-08-01")], on: "2026-08-12")
        let again = try await importRoles([.at("S2", key: "R1", from: "2020-08-01")], on: "2026-08-13")

        #expect(!again.isChange)
        #expect(
            try await district.assignments() == [
                "Maya 2020-08-01 2026-08-11 roster Counselor S1", "Maya 2026-08-12 - roster Counselor S2",
            ])
        #expect(
            try await district.rows("select sourced_id from employee join site using (site_id)") == ["S2"])
    }

    @Test func `a later first day begins a new assignment, an earlier one lengthens it`() async throws {
        _ = try await importRoles([.at("S1", key: "R1", from: "2020-08-01")], on: "2026-08-10")

        _ = try await importRoles([.at("S1", key: "R1", from: "2019-08-01")], on: "2026-08-11")
        _ = try await importRoles([.at("S1", key: "R1", from: "2026-08-05")], on: "2026-08-12")

        #expect(
            try await district.assignments() == [
                "Maya 2019-08-01 2026-08-04 roster Counselor S1", "Maya 2026-08-05 - roster Counselor S1",
            ])
    }

    @Test func `a role without a key is known by person, site and word`() async throws {
        _ = try await importRoles([.at("S1", key: nil, kind: "teacher")], on: "2026-08-10")

        let same = try await importRoles([.at("S1", key: nil, kind: "teacher")], on: "2026-08-11")
        let other = try await importRoles([.at("S1", key: nil, kind: "aide")], on: "2026-08-12")

        #expect(!same.isChange)
        #expect((other.assignments.added, other.assignments.ended) == (1, 1))
    }

    @Test func `a role at no known site is at the district office`() async throws {
        _ = try await importRoles([.at("nowhere", key: "R1", kind: "siteAdministrator")], on: "2026-08-10")

        #expect(try await district.assignments() == ["Maya 2026-08-10 - roster Site administrator D"])
    }

    @Test func `a delta adds a role of somebody who is not in it, and ends another`() async throws {
        _ = try await importRoles([.at("S1", key: "R1")], on: "2026-08-10")
        var delta = RosterFeed(version: .v1p2)
        delta.files = RosterFile.Name.allCases.map { RosterFile($0, mode: $0 == .roles ? .delta : .absent) }
        var ended = RosterRole.at("S1", key: "R1")
        ended.status = .toBeDeleted
        delta.rolesOfAbsentPeople = ["U-Maya": [ended, .at("S2", key: "R2")], "U-nobody": [.at("S2", key: "R3")]]

        let report = try await district.run(delta, on: "2026-08-12")

        #expect(report.findings.kept.map(\.kind) == [.roleWithoutUser])
        #expect(
            try await district.assignments() == [
                "Maya 2026-08-10 2026-08-12 roster Counselor S1", "Maya 2026-08-12 - roster Counselor S2",
            ])
    }
}
