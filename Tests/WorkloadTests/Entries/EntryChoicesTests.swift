import Foundation
import Postgres
import Support
import Testing
import WorkUnits

@testable import Workload

@Suite struct EntryChoicesTests {
    let school: TestSchool
    let desk: DistrictDesk
    private let day = CivilDate(daysSince1970: 20_685)

    init() async throws {
        school = try await TestSchool.make(people: 1, roles: [1: ["incident_administrator"]])
        desk = DistrictDesk(school.database.district, database: school.database.server)
    }

    private func addSite(_ name: String) async throws -> UUID {
        let site = UUID()
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                """
                insert into site (site_id, sourced_id, name, kind, zone, available_on)
                values (\(site), \(name), \(name), 'school', 'America/Los_Angeles', '2026-08-03')
                """
            ])
        return site
    }

    private func open(_ title: String, sites: [UUID], isOver: Bool = false) async throws -> UUID {
        let began = Instant(secondsSince1970: 1_500_000_000)
        let draft = IncidentDraft(
            id: UUID(), version: 1, title: title, module: "grades", severity: 1,
            status: isOver ? "resolved" : "investigating", beganAt: began, resolvedAt: isOver ? began : nil,
            siteIDs: sites, note: nil)
        try await desk.incidents.save(draft, as: school.people[0].caller)
        return draft.id
    }

    @Test func `every incident can be named: near ones first, at other schools and long over too`() async throws {
        let lake = try await addSite("Lake Middle")
        let elsewhere = try await open("Grades gone at the lake", sites: [lake])
        let both = try await open("Grades gone at both", sites: [lake, school.siteID])
        let over = try await open("Grades were gone", sites: [lake], isOver: true)

        let incidents = try await desk.entries.choices(on: day, as: school.people[0].caller).incidents

        #expect(Set(incidents.prefix(2).map(\.id)) == [both, school.incidentID])
        #expect(incidents.dropFirst(2).map(\.id) == [elsewhere, over])
        let names = Dictionary(uniqueKeysWithValues: incidents.map { ($0.id, $0.siteNames) })
        #expect(names[both] == ["Cedar Ridge High", "Lake Middle"])
        #expect(names[elsewhere] == ["Lake Middle"])
        #expect(names[school.incidentID] == [])
        #expect(incidents.filter(\.isNear).count == 2)
    }

    @Test func `none is left out however many there are`() async throws {
        for number in 1...45 { _ = try await open("Failure \(number)", sites: []) }

        let incidents = try await desk.entries.choices(on: day, as: school.people[0].caller).incidents

        #expect(incidents.count == 46)
    }

    @Test func `an incident at another school can be recorded, and one used last comes first`() async throws {
        let lake = try await addSite("Lake Middle")
        let elsewhere = try await open("Grades gone at the lake", sites: [lake], isOver: true)
        var draft = try school.draft(for: school.people[0], "2026-08-20", "16:10", "19:35")
        draft.cause = .incidents([.init(incidentID: elsewhere, minutes: 205)])
        _ = try await desk.entries.record(draft, as: school.people[0].caller)

        let incidents = try await desk.entries.choices(on: day, as: school.people[0].caller).incidents

        #expect(incidents.first?.id == elsewhere)
        #expect(incidents.first?.isRecent == true)
    }

    @Test(arguments: ["0001-01-01", "9999-12-31"])
    func `the first and the last day of the calendar can be asked for`(text: String) async throws {
        let day = try #require(CivilDate(text))
        let choices = try await desk.entries.choices(on: day, as: school.people[0].caller)
        #expect(choices.incidents.count == 1)
        let week = try await desk.entries.week(from: day.monday, as: school.people[0].caller)
        #expect(week.entries.isEmpty)
    }

    @Test func `a week is whole once every job has stated hours`() async throws {
        let caller = school.people[0].caller
        let monday = day.monday
        let without = try await desk.entries.week(from: monday, as: caller)
        #expect(!without.hasBaseline)

        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                """
                insert into usual_hours (assignment_id, weekday, employee_id, starts_at, ends_at, unpaid_minutes, minutes)
                values (\(school.people[0].assignmentID), 4, \(school.people[0].employeeID), '07:30', '16:00', 30, 480)
                """
            ])
        let with = try await desk.entries.week(from: monday, as: caller)
        #expect(with.hasBaseline)
        #expect(with.assignedHours.map(\.zone.identifier) == ["America/Los_Angeles"])

        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                """
                insert into assignment (external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                                        flsa_status, source, starts_on)
                select 'summer', employee_id, site_id, bargaining_unit_id, 'summer', 'Summer', 'not_stated', 'hr', '2026-08-19'
                from assignment
                """
            ])
        let partly = try await desk.entries.week(from: monday, as: caller)
        #expect(!partly.hasBaseline)
        let before = try await desk.entries.week(from: monday.adding(days: -7), as: caller)
        #expect(before.hasBaseline)
    }
}
