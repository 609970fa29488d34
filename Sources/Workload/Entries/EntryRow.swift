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
    init(_ draft: EntryDraft, sessionDigest: [UInt8]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let body = try encoder.encode(EntryBody(draft))
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
