import Foundation
import Testing
import WorkUnits

@testable import Workload

/// What the database could not even read is refused before it is sent: it would refuse the whole batch.
@Suite struct EntryRowTests {
    private func draft(_ change: (inout EntryDraft) -> Void) -> EntryDraft {
        var draft = EntryDraft(
            id: UUID(), assignmentID: UUID(), siteID: UUID(), workDate: CivilDate(daysSince1970: 20_682),
            time: .minutes(Minutes(60)), category: "grades", cause: .notSure)
        change(&draft)
        return draft
    }

    private func rule(_ change: (inout EntryDraft) -> Void) -> String? {
        do {
            _ = try EntryRow(draft(change), sessionDigest: [1])
            return nil
        } catch {
            return (error as? WorkloadError)?.rule
        }
    }

    private func span(_ unpaidBreak: Int) -> EntryDraft.Time {
        .span(
            start: Instant(secondsSince1970: 1_787_000_000), end: Instant(secondsSince1970: 1_787_012_300),
            unpaidBreak: Minutes(unpaidBreak))
    }

    @Test(arguments: [Int.min, -9_223_372_036_854_775_807, .max, -3_000_000_000, 3_000_000_000])
    func `a break that can't be counted is refused by the rule on breaks`(minutes: Int) {
        #expect(rule { $0.time = span(minutes) } == "work_entry_version_break_is_shorter")
    }

    @Test(arguments: [Int.min, Int(Int32.min) - 1, Int(Int32.max) + 1, .max])
    func `numbers that are no integer of the database are refused by their rules`(number: Int) {
        #expect(rule { $0.version = number } == "work_entry_version_counts_from_one")
        #expect(rule { $0.time = .minutes(Minutes(number)) } == "work_entry_version_minutes_fit_a_day")
        #expect(
            rule { $0.time = .range(low: Minutes(60), high: Minutes(number)) } == "work_entry_version_high_is_higher")
        #expect(rule { $0.details.recordsCorrected = number } == "work_entry_version_counts_are_plausible")
        #expect(rule { $0.details.studentsServed = number } == "work_entry_version_counts_are_plausible")
        #expect(rule { $0.details.pushedAsideCount = number } == "work_entry_version_counts_are_plausible")
        #expect(
            rule { $0.cause = .incidents([.init(incidentID: UUID(), minutes: number)]) } == "attribution_fits_entry")
    }

    @Test func `text with a NUL is refused by its rule`() {
        let text = "a\u{0}b"
        #expect(rule { $0.place = text } == "work_entry_version_place_is_known")
        #expect(rule { $0.category = text } == "work_entry_version_category_is_known")
        #expect(
            rule { $0.cause = .notListed(module: text, seen: nil) } == "work_entry_version_not_listed_module_is_known")
        #expect(
            rule { $0.cause = .notListed(module: "grades", seen: text) } == "work_entry_version_not_listed_is_short")
        #expect(rule { $0.details.neededAnyway = text } == "work_entry_version_needed_anyway_is_known")
        #expect(rule { $0.details.pushedAside = text } == "work_entry_version_pushed_aside_is_known")
        #expect(rule { $0.details.askedBy = text } == "work_entry_version_asked_by_is_known")
        #expect(rule { $0.details.treatedAs = text } == "work_entry_version_treated_as_is_known")
        #expect(rule { $0.details.source = text } == "work_entry_version_source_is_known")
        #expect(rule { $0.changeReason = text } == "work_entry_version_change_reason_is_known")
    }

    @Test func `what the database can read is its to judge`() {
        #expect(rule { $0.time = span(-5) } == nil)
        #expect(rule { $0.details.recordsCorrected = -1 } == nil)
        #expect(rule { $0.version = 0 } == nil)
        #expect(rule { $0.cause = .notListed(module: "plumbing", seen: "\u{1}ñ") } == nil)
    }
}
