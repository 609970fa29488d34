import Crypto
import Foundation
import WorkUnits

/// An entry in the shape `record_entries` takes (SQL type `entry_row`): a JSON object in text.
struct EntryRow: Sendable {
    /// The object, with the session it comes with and the digest of its body.
    let json: String

    /// - Parameters:
    ///   - draft: the entry.
    ///   - sessionDigest: the session it comes with; not part of the body, so that a retry after signing in anew is
    ///     known as the same.
    /// - Throws: ``WorkloadError`` with the rule that a value breaks which the database could not even read: it would
    ///   refuse the whole statement, and with it the entries of others.
    init(_ draft: EntryDraft, sessionDigest: [UInt8]) throws {
        let fields = try EntryBody(draft)
        if let rule = fields.unreadable { throw WorkloadError.refused(rule: rule) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let body = try encoder.encode(fields)
        let digest = SHA256.hash(data: body)
        json = """
            {"session_digest":"\\\\x\(sessionDigest.hexadecimal)","body_digest":"\\\\x\(digest.hexadecimal)",\
            \(String(decoding: body.dropFirst(), as: UTF8.self))
            """
    }
}

/// The fields of an entry by their column names.
private struct EntryBody: Encodable {
    let work_entry_id: String
    let version: Int
    let assignment_id: String
    let site_id: String
    let charged_site_id: String
    let place: String
    let shape: String
    let starts_at: String?
    let ends_at: String?
    let work_date: String
    let break_minutes: Int
    let worked_minutes: Int
    let high_minutes: Int?
    let category: String
    let cause: String
    let incidents: [EntryDraft.IncidentShare]?
    let not_listed_module: String?
    let not_listed_seen: String?
    let needed_anyway: String?
    let records_corrected: Int?
    let students_served: Int?
    let pushed_aside: String?
    let pushed_aside_count: Int?
    let asked_by: String?
    let authorized_before: Bool?
    let treated_as: String
    let source: String
    let source_made_on: String?
    let is_withdrawn: Bool?
    let change_reason: String?

    init(_ draft: EntryDraft) throws {
        work_entry_id = draft.id.text
        version = draft.version
        assignment_id = draft.assignmentID.text
        site_id = draft.siteID.text
        charged_site_id = draft.chargedSiteID.text
        place = draft.place
        work_date = draft.workDate.description
        category = draft.category

        let time = try EntryTimeColumns(draft.time)
        shape = time.shape
        starts_at = time.startsAt
        ends_at = time.endsAt
        break_minutes = time.breakMinutes
        worked_minutes = time.workedMinutes
        high_minutes = time.highMinutes

        let causeColumns = EntryCauseColumns(draft.cause)
        cause = causeColumns.cause
        incidents = causeColumns.incidents
        not_listed_module = causeColumns.module
        not_listed_seen = causeColumns.seen

        needed_anyway = draft.details.neededAnyway
        records_corrected = draft.details.recordsCorrected
        students_served = draft.details.studentsServed
        pushed_aside = draft.details.pushedAside
        pushed_aside_count = draft.details.pushedAsideCount
        asked_by = draft.details.askedBy
        authorized_before = draft.details.authorizedBefore
        treated_as = draft.details.treatedAs
        source = draft.details.source
        source_made_on = draft.details.sourceMadeOn?.description
        is_withdrawn = draft.isWithdrawn ? true : nil
        change_reason = draft.changeReason
    }
}

extension EntryBody {
    /// The rule broken by a number that is no `integer` of the database, or by a text with a NUL, which it can't hold.
    /// All other rules are checked there, row by row.
    var unreadable: String? {
        let numbers: [(Int?, String)] = [
            (version, "work_entry_version_counts_from_one"),
            (break_minutes, "work_entry_version_break_is_shorter"),
            (worked_minutes, "work_entry_version_minutes_fit_a_day"),
            (high_minutes, "work_entry_version_high_is_higher"),
            (records_corrected, "work_entry_version_counts_are_plausible"),
            (students_served, "work_entry_version_counts_are_plausible"),
            (pushed_aside_count, "work_entry_version_counts_are_plausible"),
        ]
        let texts: [(String?, String)] = [
            (place, "work_entry_version_place_is_known"),
            (category, "work_entry_version_category_is_known"),
            (not_listed_module, "work_entry_version_not_listed_module_is_known"),
            (not_listed_seen, "work_entry_version_not_listed_is_short"),
            (needed_anyway, "work_entry_version_needed_anyway_is_known"),
            (pushed_aside, "work_entry_version_pushed_aside_is_known"),
            (asked_by, "work_entry_version_asked_by_is_known"),
            (treated_as, "work_entry_version_treated_as_is_known"),
            (source, "work_entry_version_source_is_known"),
            (change_reason, "work_entry_version_change_reason_is_known"),
        ]
        let shares = (incidents ?? []).map { ($0.minutes as Int?, "attribution_fits_entry") }
        return (numbers + shares).first { number, _ in number.map { Int32(exactly: $0) == nil } ?? false }?.1
            ?? texts.first { text, _ in text?.utf8.contains(0) ?? false }?.1
    }
}
