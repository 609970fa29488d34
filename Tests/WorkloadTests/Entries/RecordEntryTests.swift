import Foundation
import Support
import Testing
import WorkUnits

@testable import Workload

@Suite struct RecordEntryTests {
    let school: TestSchool
    let entries: Entries

    init() async throws {
        school = try await TestSchool.make(people: 2)
        entries = DistrictDesk(school.database.district, database: school.database.server).entries
    }

    @Test func `an entry from 16:10 to 19:35 counts 205 minutes and is read back as it was sent`() async throws {
        let maya = school.people[0]
        let draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")

        let answer = try await entries.record(draft, as: maya.caller)

        #expect(answer.state == .counting)
        #expect(answer.version == 1)
        let history = try await entries.history(of: draft.id, as: maya.caller)
        #expect(history.versions.count == 1)
        #expect(history.standing.workedMinutes.count == 205)
        #expect(history.standing.draft == draft)
        #expect(history.standing.incidents.map(\.title) == ["Schedules empty or wrong"])
    }

    @Test func `the same id and body is accepted again, another body is a conflict`() async throws {
        let maya = school.people[0]
        var draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(draft, as: maya.caller)

        let again = try await entries.record(draft, as: maya.caller)
        #expect(again.isReplay)

        draft.category = "repair_records"
        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.record(draft, as: maya.caller) }
        #expect(error?.kind == .conflict)
    }

    @Test func `an id that a colleague used is a conflict and shows nothing of theirs`() async throws {
        let (maya, tomas) = (school.people[0], school.people[1])
        let theirs = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(theirs, as: maya.caller)
        var mine = try school.draft(for: tomas, "2026-08-20", "16:10", "19:35")
        mine.id = theirs.id

        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.record(mine, as: tomas.caller) }
        #expect(error?.kind == .conflict)
        let hidden = await #expect(throws: WorkloadError.self) {
            _ = try await entries.history(of: theirs.id, as: tomas.caller)
        }
        #expect(hidden?.kind == .notFound)
    }

    @Test func `an overlap is held, names the other entry and counts once the other has moved`() async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "15:40", "17:30")
        let second = try school.draft(for: maya, "2026-08-20", "17:00", "18:15")
        _ = try await entries.record(first, as: maya.caller)

        let answer = try await entries.record(second, as: maya.caller)
        #expect(answer.state == .heldByOverlap(with: first.id))

        var corrected = try school.draft(for: maya, "2026-08-20", "15:40", "17:00")
        corrected.id = first.id
        corrected.version = 2
        corrected.changeReason = "times"
        _ = try await entries.correct(corrected, as: maya.caller)
        #expect(try await entries.history(of: second.id, as: maya.caller).standing.state == .counting)
    }

    @Test func `touching ends are no overlap, and colleagues may work at the same time`() async throws {
        let (maya, tomas) = (school.people[0], school.people[1])
        _ = try await entries.record(try school.draft(for: maya, "2026-08-20", "15:00", "16:00"), as: maya.caller)

        let touching = try await entries.record(
            try school.draft(for: maya, "2026-08-20", "16:00", "17:00"), as: maya.caller)
        let colleague = try await entries.record(
            try school.draft(for: tomas, "2026-08-20", "15:00", "16:00"), as: tomas.caller)

        #expect(touching.state == .counting)
        #expect(colleague.state == .counting)
    }

    @Test func `work over midnight belongs to the day it began`() async throws {
        let maya = school.people[0]
        let draft = try school.draft(for: maya, "2026-08-20", "22:30", "01:15")

        _ = try await entries.record(draft, as: maya.caller)

        let standing = try await entries.history(of: draft.id, as: maya.caller).standing
        #expect(standing.workedMinutes.count == 165)
        #expect(standing.draft.workDate.description == "2026-08-20")
    }

    @Test func `minutes on a date and a range from notes are kept as such`() async throws {
        let maya = school.people[0]
        var minutes = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        minutes.time = .minutes(Minutes(90))
        minutes.cause = .notSure
        var range = minutes
        range.id = UUID()
        range.time = .range(low: Minutes(60), high: Minutes(150))

        #expect(try await entries.record(minutes, as: maya.caller).state == .counting)
        #expect(try await entries.record(range, as: maya.caller).state == .counting)
        #expect(try await entries.history(of: range.id, as: maya.caller).standing.draft == range)
    }

    @Test(arguments: [
        "work_entry_version_category_is_known", "attribution_fits_entry", "attribution_incident_is_known",
        "work_entry_version_assignment_is_live", "work_entry_version_not_listed_module_is_known",
        "work_entry_version_is_not_ahead", "work_entry_version_counts_are_plausible",
        "work_entry_version_date_is_local_start", "work_entry_version_site_is_known",
    ])
    func `an entry that breaks a rule is refused by its name`(rule: String) async throws {
        let maya = school.people[0]
        var draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        switch rule {
        case "work_entry_version_category_is_known": draft.category = "juggling"
        case "attribution_fits_entry": draft.cause = .incidents([.init(incidentID: school.incidentID, minutes: 206)])
        case "attribution_incident_is_known": draft.cause = .incidents([.init(incidentID: UUID(), minutes: 5)])
        case "work_entry_version_assignment_is_live": draft.assignmentID = school.people[1].assignmentID
        case "work_entry_version_not_listed_module_is_known": draft.cause = .notListed(module: "plumbing", seen: nil)
        case "work_entry_version_is_not_ahead":
            let now = Int64(Date().timeIntervalSince1970)
            let start = Instant(secondsSince1970: now + 3600)
            draft.time = .span(start: start, end: Instant(secondsSince1970: now + 7200), unpaidBreak: .zero)
            draft.cause = .notSure
        case "work_entry_version_counts_are_plausible": draft.details.studentsServed = 1_000_001
        case "work_entry_version_date_is_local_start": draft.workDate = draft.workDate.adding(days: 1)
        default: draft.siteID = UUID()
        }

        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.record(draft, as: maya.caller) }

        #expect(error?.rule == rule)
        #expect(error?.kind == .invalid)
        #expect(error?.message.isEmpty == false)
    }

    @Test func `an end a few minutes ahead is held until it is reached`() async throws {
        let maya = school.people[0]
        let now = Int64(Date().timeIntervalSince1970) / 60 * 60
        let zone = try SiteZone("America/Los_Angeles")
        var draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        let start = Instant(secondsSince1970: now - 3600)
        draft.workDate = zone.date(at: start)
        draft.time = .span(start: start, end: Instant(secondsSince1970: now + 600), unpaidBreak: .zero)
        draft.cause = .notSure

        #expect(try await entries.record(draft, as: maya.caller).state == .heldUntilItsEnd)
    }

    @Test func `an ended session records nothing`() async throws {
        let maya = school.people[0]
        try await Sessions(school.database.server).end(maya.caller.sessionID, as: maya.caller)
        let draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")

        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.record(draft, as: maya.caller) }

        #expect(error?.rule == "no_session")
    }

    @Test func `a hundred entries sent at once by two people are each answered`() async throws {
        let drafts = try (0..<100).map { number in
            let person = school.people[number % 2]
            let minute = number / 2
            let from = "\(8 + minute / 6):\(minute % 6)0"
            return (person, try school.draft(for: person, "2026-08-20", from, minutes: 10))
        }

        let states = try await withThrowingTaskGroup(of: EntryAnswer.State.self) { group in
            for (person, draft) in drafts {
                group.addTask { try await entries.record(draft, as: person.caller).state }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(states == Array(repeating: .counting, count: 100))
    }
}
