import Foundation
import WorkUnits
import Workload

/// An entry as programs send it. Field names are those of the database; times are moments, `2026-08-20T23:10:00Z`.
struct EntryMessage: Decodable, Sendable {
    struct Share: Decodable, Sendable {
        let incident_id: UUID
        let minutes: Int
    }

    let id: UUID
    let assignment_id: UUID
    let site_id: UUID
    let charged_site_id: UUID?
    let place: String?
    let work_date: CivilDate
    let starts_at: Instant?
    let ends_at: Instant?
    let break_minutes: Int?
    let minutes: Int?
    let high_minutes: Int?
    let category: String
    let cause: String
    let incidents: [Share]?
    let not_listed_module: String?
    let not_listed_seen: String?
    let needed_anyway: String?
    let records_corrected: Int?
    let students_served: Int?
    let pushed_aside: String?
    let pushed_aside_count: Int?
    let asked_by: String?
    let authorized_before: Bool?
    let treated_as: String?
    let source: String?
    let source_made_on: CivilDate?

    /// Reads a message.
    ///
    /// - Throws: ``WorkloadError`` of kind invalid that names the field that is missing or unreadable.
    static func read(_ data: Data) throws -> EntryMessage {
        do {
            return try JSONDecoder().decode(EntryMessage.self, from: data)
        } catch DecodingError.keyNotFound(let key, _) {
            throw WorkloadError(.invalid, "The field \(key.stringValue) is missing.", rule: key.stringValue)
        } catch let error as DecodingError {
            let field = error.field
            throw WorkloadError(
                .invalid, field.map { "The field \($0) could not be read." } ?? "This is not a JSON object.",
                rule: field)
        }
    }

    /// The entry it means.
    ///
    /// - Throws: ``WorkloadError`` of kind invalid when neither times nor minutes make sense.
    func draft() throws -> EntryDraft {
        var draft = EntryDraft(
            id: id, assignmentID: assignment_id, siteID: site_id, chargedSiteID: charged_site_id,
            place: place ?? "site",
            workDate: work_date, time: try time(), category: category, cause: try meantCause())
        draft.details.neededAnyway = needed_anyway
        draft.details.recordsCorrected = records_corrected
        draft.details.studentsServed = students_served
        draft.details.pushedAside = pushed_aside
        draft.details.pushedAsideCount = pushed_aside_count
        draft.details.askedBy = asked_by
        draft.details.authorizedBefore = authorized_before
        draft.details.treatedAs = treated_as ?? "nothing_yet"
        draft.details.source = source ?? "as_it_happened"
        draft.details.sourceMadeOn = source_made_on
        return draft
    }

    private func time() throws -> EntryDraft.Time {
        switch (starts_at, ends_at, minutes, high_minutes) {
        case (let start?, let end?, nil, nil):
            return .span(start: start, end: end, unpaidBreak: Minutes(break_minutes ?? 0))
        case (nil, nil, let minutes?, nil): return .minutes(Minutes(minutes))
        case (nil, nil, let low?, let high?): return .range(low: Minutes(low), high: Minutes(high))
        default:
            throw WorkloadError(
                .invalid, "Give starts_at and ends_at, or minutes, or minutes and high_minutes.",
                rule: "work_entry_version_shape_fits_values")
        }
    }

    private func meantCause() throws -> EntryDraft.Cause {
        switch cause {
        case "incidents":
            return .incidents((incidents ?? []).map { .init(incidentID: $0.incident_id, minutes: $0.minutes) })
        case "not_listed": return .notListed(module: not_listed_module ?? "", seen: not_listed_seen)
        case "not_sure": return .notSure
        case "not_system": return .notSystem
        default:
            throw WorkloadError(
                .invalid, "cause is incidents, not_listed, not_sure or not_system.",
                rule: "work_entry_version_cause_is_known")
        }
    }
}

extension DecodingError {
    /// The field it is about.
    fileprivate var field: String? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context.codingPath.last?.stringValue
        @unknown default: nil
        }
    }
}
