import Foundation
import Postgres
import Support
import Testing
import WorkUnits

@testable import Workload

@Suite struct IncidentEdgeTests {
    let school: TestSchool
    let incidents: Incidents

    init() async throws {
        school = try await TestSchool.make(
            people: 2, roles: [1: ["incident_administrator"], 2: ["incident_administrator"]])
        incidents = DistrictDesk(school.database.district, database: school.database.server).incidents
    }

    private func draft(_ title: String = "Bells ring at the wrong time", sites: [UUID] = []) -> IncidentDraft {
        IncidentDraft(
            id: UUID(), version: 1, title: title, module: "scheduling", severity: 2, status: "investigating",
            beganAt: Instant(secondsSince1970: 1_787_000_000), resolvedAt: nil, siteIDs: sites, note: "Since Monday")
    }

    private func refusal(_ draft: IncidentDraft, as number: Int = 1) async -> WorkloadError? {
        await #expect(throws: WorkloadError.self) {
            try await incidents.save(draft, as: school.people[number - 1].caller)
        }
    }

    @Test func `opening the same again changes nothing, also after it was changed`() async throws {
        let caller = school.people[0].caller
        let opening = draft(sites: [school.siteID])
        try await incidents.save(opening, as: caller)
        try await incidents.save(opening, as: caller)

        var next = opening
        (next.version, next.status) = (2, "identified")
        try await incidents.save(next, as: caller)
        try await incidents.save(opening, as: caller)

        let versions = try await incidents.versions(of: opening.id, as: caller)
        #expect(versions.map(\.draft) == [next, opening])
    }

    @Test func `one opened as resolved is the same though the server's clock went on`() async throws {
        var opening = draft()
        (opening.status, opening.resolvedAt) = ("resolved", Instant(secondsSince1970: 1_787_000_100))
        try await incidents.save(opening, as: school.people[0].caller)
        opening.resolvedAt = Instant(secondsSince1970: 1_787_000_101)
        try await incidents.save(opening, as: school.people[0].caller)
    }

    @Test func `an id that came with other content, or from somebody else, is a conflict`() async throws {
        let opening = draft()
        try await incidents.save(opening, as: school.people[0].caller)

        let byAnother = await refusal(opening, as: 2)
        #expect(byAnother?.kind == .conflict)
        var other = opening
        other.title = "Bells do not ring"
        let otherContent = await refusal(other)
        #expect(otherContent?.rule == "incident_pkey")
    }

    @Test func `a site that is not there is refused, and nothing is opened`() async throws {
        let opening = draft(sites: [school.siteID, UUID()])
        let error = await refusal(opening)

        #expect(error?.rule == "incident_sites_are_known")
        let missing = await #expect(throws: WorkloadError.self) {
            _ = try await incidents.versions(of: opening.id, as: school.people[0].caller)
        }
        #expect(missing?.kind == .notFound)
    }

    @Test(arguments: [0, -1, Int.min, Int.max, Int(Int32.max) + 1])
    func `a version that can't be is a conflict`(version: Int) async throws {
        var next = draft()
        next.version = version
        let error = await refusal(next)
        #expect(error?.kind == .conflict)
    }

    @Test func `text with a NUL is refused, where it is kept and where it is looked for`() async throws {
        let opening = await refusal(draft("Bells\u{0}ring"))
        #expect(opening?.kind == .invalid)
        let search = await #expect(throws: PostgresError.self) {
            _ = try await incidents.list(IncidentFilter(words: "\u{0}"), as: school.people[0].caller)
        }
        #expect(search.map(WorkloadError.init(_:))?.kind == .invalid)
    }

    @Test func `a page past the end is the last one, and the count stays`() async throws {
        let caller = school.people[0].caller
        for number in 1...IncidentFilter.pageSize { try await incidents.save(draft("Failure \(number)"), as: caller) }

        let second = try await incidents.list(IncidentFilter(page: 2), as: caller)
        let beyond = try await incidents.list(IncidentFilter(page: 9_999), as: caller)
        let none = try await incidents.list(IncidentFilter(words: "no such words", page: 7), as: caller)

        #expect(second.count == 26)
        #expect(second.incidents.count == 1)
        #expect(beyond.count == 26)
        #expect(beyond.incidents.map(\.id) == second.incidents.map(\.id))
        #expect(none.count == 0)
        #expect(none.incidents.isEmpty)
    }
}
