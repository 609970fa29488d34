import Foundation
import Testing
import WorkUnits

@testable import Workload

/// Hours beyond the assigned ones: never overstated, never understated (one week of August 2026, Monday the 17th).
@Suite struct MinutesBeyondTests {
    private static let monday = CivilDate(daysSince1970: 20_682)
    private let job = UUID()
    private let thursday = Self.monday.adding(days: 3)

    @Test func `the week begins on Monday, August 17, 2026`() {
        #expect(Self.monday.description == "2026-08-17")
        #expect(Self.monday.weekday == 1)
    }

    @Test(arguments: [("10:00", "11:00"), ("07:30", "12:00"), ("15:00", "16:00")])
    func `an entry inside the assigned day adds none`(from: String, to: String) throws {
        #expect(try week([entry(from, to)]).minutesBeyond(on: thursday) == 0)
    }

    @Test func `an entry after the end counts whole, one that crosses it from the end on`() throws {
        #expect(try week([entry("16:10", "19:35")]).minutesBeyond(on: thursday) == 205)
        #expect(try week([entry("15:00", "18:00")]).minutesBeyond(on: thursday) == 120)
        #expect(try week([entry("06:00", "08:00")]).minutesBeyond(on: thursday) == 90)
    }

    @Test func `a break as long as the meal of the assigned day takes nothing off what lies beyond`() throws {
        #expect(try week([entry("07:30", "19:00", unpaidBreak: 30)]).minutesBeyond(on: thursday) == 180)
    }

    @Test func `a break is taken to lie in assigned time, as far as the entry reaches into it`() throws {
        #expect(try week([entry("10:00", "17:00", unpaidBreak: 60)]).minutesBeyond(on: thursday) == 60)
        #expect(try week([entry("15:30", "20:00", unpaidBreak: 60)]).minutesBeyond(on: thursday) == 210)
    }

    @Test func `a meal worked through is half an hour beyond, in one entry as in two`() throws {
        #expect(try week([entry("07:30", "19:00")]).minutesBeyond(on: thursday) == 210)
        let two = try week([entry("12:00", "19:00"), entry("07:30", "12:00")])
        #expect(two.minutesBeyond(on: thursday) == 210)
    }

    @Test func `work past midnight belongs to its day and stops at the next morning's assigned time`() throws {
        let night = try week([entry("22:00", "08:30")])

        #expect(night.minutesBeyond(on: thursday) == 570)
        #expect(night.minutesBeyond(on: thursday.adding(days: 1)) == 0)
    }

    @Test func `between two assignments of a day lies time beyond, a break there takes nothing off them`() throws {
        let hours = try [hours("07:30", "11:30", 240), hours("12:30", "16:30", 240)]

        #expect(try week([entry("11:00", "13:00")], hours).minutesBeyond(on: thursday) == 60)
        #expect(try week([entry("07:30", "17:30", unpaidBreak: 60)], hours).minutesBeyond(on: thursday) == 60)
    }

    @Test func `two assignments at the same hours are taken off once`() throws {
        let hours = try [hours("07:30", "16:00", 480), hours("07:30", "16:00", 480)]

        #expect(try week([entry("07:30", "19:00", unpaidBreak: 30)], hours).minutesBeyond(on: thursday) == 180)
    }

    @Test func `without a baseline, or where only lengths are known, all minutes count`() throws {
        let onlyLength = AssignedHours(
            assignmentID: job, weekday: 4, from: nil, to: nil, minutes: Minutes(480), startsOn: Self.monday,
            endsOn: nil, zone: .utc)

        #expect(try week([entry("10:00", "11:00")], []).minutesBeyond(on: thursday) == 60)
        #expect(try week([entry("10:00", "11:00")], [onlyLength]).minutesBeyond(on: thursday) == 60)
        #expect(try week([entry(.minutes(Minutes(45)), worked: 45)]).minutesBeyond(on: thursday) == 45)
    }

    @Test func `held entries and those taken out count nowhere`() throws {
        let states: [EntryAnswer.State] = [.heldUntilItsEnd, .heldByOverlap(with: UUID()), .withdrawn]
        for state in states {
            #expect(try week([entry("16:10", "19:35", state: state)]).minutesBeyond(on: thursday) == 0)
        }
    }

    @Test func `assigned hours are read on the clock of the home site, entries on that of the site worked`() throws {
        let denver = try hours("07:30", "16:00", 480, zone: "America/Denver")

        #expect(try week([entry("14:30", "16:00")], [denver]).minutesBeyond(on: thursday) == 60)
    }

    @Test func `the baseline is whole only where each live assignment has stated hours`() throws {
        let other = assignment(UUID(), from: Self.monday.adding(days: 6))
        let former = assignment(UUID(), from: Self.monday.adding(days: -90), to: Self.monday.adding(days: -1))

        #expect(try week([], assignments: [assignment(job), former]).hasBaseline)
        #expect(try !week([], assignments: [assignment(job), other]).hasBaseline)
        #expect(try !week([], [], assignments: [assignment(job)]).hasBaseline)
        #expect(try !week([], assignments: [former]).hasBaseline)
    }

    @Test(arguments: [(960, false), (961, true)])
    func `over 16 hours is to be checked, 16 hours are not`(minutes: Int, isVeryLong: Bool) throws {
        #expect(try entry(.minutes(Minutes(minutes)), worked: minutes).isVeryLong == isVeryLong)
    }
}

extension MinutesBeyondTests {
    private func week(
        _ entries: [RecordedEntry], _ stated: [AssignedHours]? = nil, assignments: [EntryChoices.Assignment] = []
    ) throws -> RecordedWeek {
        let usual = try (1...5).map { try hours("07:30", "16:00", 480, weekday: $0) }
        return RecordedWeek(
            first: Self.monday, entries: entries, assignments: assignments, assignedHours: stated ?? usual,
            siteName: "Cedar Ridge High", availableOn: Self.monday)
    }

    private func hours(
        _ from: String, _ to: String, _ minutes: Int, weekday: Int = 4, zone: String = "America/Los_Angeles"
    ) throws -> AssignedHours {
        AssignedHours(
            assignmentID: job, weekday: weekday, from: try WallTime(typed: from), to: try WallTime(typed: to),
            minutes: Minutes(minutes), startsOn: Self.monday.adding(days: -30), endsOn: nil, zone: try SiteZone(zone))
    }

    private func assignment(
        _ id: UUID, from first: CivilDate = Self.monday, to last: CivilDate? = nil
    ) -> EntryChoices.Assignment {
        EntryChoices.Assignment(
            id: id, position: "Counselor", siteID: job, siteName: "Cedar Ridge High", zone: .utc, startsOn: first,
            endsOn: last)
    }

    /// Thursday's entry, at a site in Los Angeles.
    private func entry(
        _ from: String, _ to: String, unpaidBreak: Int = 0, state: EntryAnswer.State = .counting
    ) throws -> RecordedEntry {
        let stated = WallSpan(workDate: thursday, from: try WallTime(typed: from), to: try WallTime(typed: to))
        guard case .span(let span) = try stated.read(in: try SiteZone("America/Los_Angeles")) else {
            throw WorkloadError(.invalid, "\(from)-\(to) is open")
        }
        return try entry(
            .span(start: span.start, end: span.end, unpaidBreak: Minutes(unpaidBreak)),
            worked: span.minutes.count - unpaidBreak, state: state)
    }

    private func entry(
        _ time: EntryDraft.Time, worked: Int, state: EntryAnswer.State = .counting
    ) throws -> RecordedEntry {
        RecordedEntry(
            draft: EntryDraft(
                id: UUID(), assignmentID: job, siteID: job, workDate: thursday, time: time, category: "grades",
                cause: .notSure),
            category: .init(code: "grades", english: "Grades", spanish: "Calificaciones"), incidents: [],
            position: "Counselor", siteName: "Cedar Ridge High", chargedSiteName: "Cedar Ridge High",
            zone: try SiteZone("America/Los_Angeles"), workedMinutes: Minutes(worked),
            receivedAt: Instant(secondsSince1970: 0), enteredBy: job, state: state)
    }
}
