import Foundation
import Postgres
import Support
import Testing
import WorkUnits
import Workload

@Suite("Incidents")
struct IncidentsTests {
    let school: TestSchool
    let incidents: Incidents
    private let administrator: Caller
    private let counselor: Caller

    init() async throws {
        school = try await TestSchool.make(people: 2, roles: [2: ["incident_administrator"]])
        incidents = Incidents(school.database.server)
        administrator = school.people[1].caller
        counselor = school.people[0].caller
    }

    private func draft(
        _ title: String = "Attendance not saved", module: String = "attendance", status: String = "investigating",
        sites: [UUID] = [], began: String = "2026-08-12T15:00:00Z"
    ) throws -> IncidentDraft {
        IncidentDraft(
            id: UUID(), version: 1, title: title, module: module, severity: 2, status: status,
            beganAt: try #require(Instant(began)), resolvedAt: nil, siteIDs: sites, note: "Since this morning.")
    }

    private func titles(_ filter: IncidentFilter) async throws -> [String] {
        try await incidents.list(filter, as: counselor).incidents.map(\.draft.title)
    }

    @Test func `an incident that is opened is in the list, with its first version as it was said`() async throws {
        let draft = try draft(sites: [school.siteID])

        try await incidents.save(draft, as: administrator)

        let versions = try await incidents.versions(of: draft.id, as: counselor)
        #expect(versions.map(\.draft) == [draft])
        #expect(versions[0].siteNames == ["Cedar Ridge High"])
        #expect(versions[0].recordedBy == administrator.accountID)
        let listed = try await titles(IncidentFilter())
        #expect(listed == ["Attendance not saved", "Schedules empty or wrong"])
    }

    @Test func `an edit keeps the version before it, and the list shows the new one`() async throws {
        var draft = try draft()
        try await incidents.save(draft, as: administrator)
        let first = draft
        (draft.version, draft.title, draft.note) = (2, "Attendance of period 3 not saved", nil)

        try await incidents.save(draft, as: administrator)

        let versions = try await incidents.versions(of: draft.id, as: counselor)
        #expect(versions.map(\.draft) == [draft, first])
        let listed = try await titles(IncidentFilter(module: "attendance"))
        #expect(listed == ["Attendance of period 3 not saved"])
    }

    @Test func `an incident that is over has an end, and one that goes on again has none`() async throws {
        var draft = try draft()
        try await incidents.save(draft, as: administrator)
        (draft.version, draft.status) = (2, "resolved")

        let error = await #expect(throws: WorkloadError.self) { try await incidents.save(draft, as: administrator) }
        #expect(error?.rule == "incident_version_resolved_has_time")

        draft.resolvedAt = Instant("2026-08-13T15:00:00Z")
        try await incidents.save(draft, as: administrator)
        let standing = try await incidents.versions(of: draft.id, as: counselor)[0]
        #expect(standing.isResolved)

        (draft.version, draft.status, draft.resolvedAt) = (3, "monitoring", nil)
        try await incidents.save(draft, as: administrator)
        let again = try await incidents.versions(of: draft.id, as: counselor)[0]
        #expect(!again.isResolved)
    }

    @Test(arguments: [1, 2, 4]) func `a version that does not follow the standing one is a conflict`(
        version: Int
    ) async throws {
        var draft = try draft()
        try await incidents.save(draft, as: administrator)
        draft.version = 2
        try await incidents.save(draft, as: administrator)
        (draft.version, draft.title) = (version, "Too late")

        let error = await #expect(throws: WorkloadError.self) { try await incidents.save(draft, as: administrator) }

        #expect(error?.kind == .conflict)
        let versions = try await incidents.versions(of: draft.id, as: counselor)
        #expect(versions.map(\.draft.version) == [2, 1])
    }

    @Test func `who does not administer incidents saves none`() async throws {
        let draft = try draft()

        let error = await #expect(throws: WorkloadError.self) { try await incidents.save(draft, as: counselor) }

        #expect(error?.kind == .forbidden)
        let none = await #expect(throws: WorkloadError.self) {
            try await incidents.versions(of: draft.id, as: counselor)
        }
        #expect(none?.kind == .notFound)
    }

    @Test func `the list is filtered by status, part of the system, site and words`() async throws {
        try await incidents.save(
            try draft("Grades 100% wrong", module: "grades", sites: [school.siteID]), as: administrator)
        try await incidents.save(try draft("Grades slow", module: "grades", status: "monitoring"), as: administrator)
        var over = try draft("Meals not charged", module: "meals", status: "resolved")
        over.resolvedAt = over.beganAt
        try await incidents.save(over, as: administrator)

        let open = try await titles(IncidentFilter(status: "open"))
        #expect(Set(open) == ["Grades 100% wrong", "Grades slow", "Schedules empty or wrong"])
        let monitoring = try await titles(IncidentFilter(status: "monitoring"))
        #expect(monitoring == ["Grades slow"])
        let meals = try await titles(IncidentFilter(module: "meals"))
        #expect(meals == ["Meals not charged"])
        let elsewhere = try await titles(IncidentFilter(site: UUID()))
        #expect(!elsewhere.contains("Grades 100% wrong"))
        let here = try await titles(IncidentFilter(module: "grades", site: school.siteID))
        #expect(Set(here) == ["Grades 100% wrong", "Grades slow"])
        let percent = try await titles(IncidentFilter(words: "100%"))
        #expect(percent == ["Grades 100% wrong"])
        let wild = try await titles(IncidentFilter(words: "%"))
        #expect(wild == ["Grades 100% wrong"])
    }

    @Test func `all incidents of a filter are handed on in pieces, whatever its page`() async throws {
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                """
                insert into incident (incident_id, opened_by)
                select gen_random_uuid(), \(administrator.accountID)::uuid from generate_series(1, 1100)
                """,
                """
                insert into incident_version (incident_id, version, title, module, severity, status, began_at,
                                              is_everywhere, site_ids, recorded_by)
                select incident_id, 1, 'Meals not charged', 'meals', 3, 'investigating', now(), true, '{}', opened_by
                from incident where incident_id not in (select incident_id from live_incident)
                """,
                """
                insert into live_incident (incident_id, version, title, module, severity, status, began_at,
                                           is_everywhere, site_ids)
                select incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids
                from incident_version where module = 'meals'
                """,
            ])
        var pieces: [Int] = []
        var ids: Set<UUID> = []

        try await incidents.all(IncidentFilter(module: "meals", page: 7), as: counselor) { piece in
            pieces.append(piece.count)
            ids.formUnion(piece.map(\.id))
        }

        #expect(pieces == [500, 500, 100])
        #expect(ids.count == 1100)
    }

    @Test func `the second page goes on where the first ends, and each counts all`() async throws {
        for number in 10..<40 {
            try await incidents.save(
                try draft("Number \(number)", began: "2026-08-12T15:\(number):00Z"), as: administrator)
        }
        let filter = IncidentFilter(module: "attendance")
        var second = filter
        second.page = 2

        let first = try await incidents.list(filter, as: counselor)
        let rest = try await incidents.list(second, as: counselor)

        #expect(first.count == 30)
        #expect(rest.count == 30)
        #expect((first.incidents + rest.incidents).map(\.draft.title) == (10..<40).reversed().map { "Number \($0)" })
        #expect(first.incidents.count == IncidentFilter.pageSize)
    }
}
