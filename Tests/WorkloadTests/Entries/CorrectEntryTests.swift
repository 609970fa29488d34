import Foundation
import Support
import Testing
import WorkUnits

@testable import Workload

@Suite struct CorrectEntryTests {
    let school: TestSchool
    let entries: Entries

    init() async throws {
        school = try await TestSchool.make(people: 2)
        entries = DistrictDesk(school.database.district, database: school.database.server).entries
    }

    @Test func `a correction is a new version and both are read`() async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(first, as: maya.caller)
        var second = try school.draft(for: maya, "2026-08-20", "16:10", "19:50")
        (second.id, second.version, second.changeReason) = (first.id, 2, "times")

        let answer = try await entries.correct(second, as: maya.caller)

        #expect(answer.version == 2)
        let history = try await entries.history(of: first.id, as: maya.caller)
        #expect(history.versions.map(\.workedMinutes.count) == [220, 205])
        #expect(history.versions.map(\.draft.version) == [2, 1])
    }

    @Test func `a correction of an old version is a conflict, the same one again is not`() async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(first, as: maya.caller)
        var second = try school.draft(for: maya, "2026-08-20", "16:10", "19:50")
        (second.id, second.version, second.changeReason) = (first.id, 2, "times")
        _ = try await entries.correct(second, as: maya.caller)

        #expect(try await entries.correct(second, as: maya.caller).isReplay)

        var other = second
        other.category = "repair_records"
        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.correct(other, as: maya.caller) }
        #expect(error?.kind == .conflict)
    }

    @Test func `an entry taken out stays and counts nowhere`() async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(first, as: maya.caller)

        let answer = try await entries.takeOut(first.id, version: 1, reason: "entered_twice", as: maya.caller)

        #expect(answer.state == .withdrawn)
        let again = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        #expect(try await entries.record(again, as: maya.caller).state == .counting)
    }

    @Test func `nobody corrects a colleague's entry`() async throws {
        let (maya, tomas) = (school.people[0], school.people[1])
        let theirs = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(theirs, as: maya.caller)
        var mine = try school.draft(for: tomas, "2026-08-20", "16:10", "17:35")
        (mine.id, mine.version, mine.changeReason) = (theirs.id, 2, "times")

        let error = await #expect(throws: WorkloadError.self) { _ = try await entries.correct(mine, as: tomas.caller) }

        #expect(error?.kind == .notFound)
        #expect(try await entries.history(of: theirs.id, as: maya.caller).versions.count == 1)
    }

    @Test(arguments: [Int.max, .min, 0, Int(Int32.max)])
    func `a version that can't be followed is refused, not counted on from`(version: Int) async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(first, as: maya.caller)

        let error = await #expect(throws: WorkloadError.self) {
            _ = try await entries.takeOut(first.id, version: version, reason: "other", as: maya.caller)
        }

        #expect(error?.rule == "work_entry_version_counts_from_one")
    }

    @Test func `an unknown reason for taking out is refused`() async throws {
        let maya = school.people[0]
        let first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await entries.record(first, as: maya.caller)

        let error = await #expect(throws: WorkloadError.self) {
            _ = try await entries.takeOut(first.id, version: 1, reason: "because", as: maya.caller)
        }

        #expect(error?.kind == .invalid)
    }
}
