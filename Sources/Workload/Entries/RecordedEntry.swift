public import Foundation
import Postgres
public import WorkUnits

/// A version of an entry as it is kept, with the names that pages print.
public struct RecordedEntry: Sendable {
    /// A kind of work in both languages.
    public struct Category: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name in English.
        public let english: String
        /// Its name in Spanish.
        public let spanish: String
    }

    /// Minutes that an incident caused.
    public struct IncidentMinutes: Sendable, Hashable {
        /// The incident.
        public let incidentID: UUID
        /// Its title now.
        public let title: String
        /// Its minutes.
        public let minutes: Int
    }

    /// Content, in the shape in which it could be sent again.
    public let draft: EntryDraft
    /// The kind of work.
    public let category: Category
    /// Incidents as recorded by the person; empty for other causes.
    public let incidents: [IncidentMinutes]
    /// The position of the assignment.
    public let position: String
    /// The site worked.
    public let siteName: String
    /// The site charged.
    public let chargedSiteName: String
    /// The zone that reads the times.
    public let zone: SiteZone
    /// Minutes worked; of a range the low figure.
    public let workedMinutes: Minutes
    /// When this version was received.
    public let receivedAt: Instant
    /// Who entered it.
    public let enteredBy: UUID
    /// Whether the entry, as it stands now, counts.
    public let state: EntryAnswer.State

    /// Over 16 hours: to check with the person.
    public var isVeryLong: Bool { workedMinutes.count > 16 * 60 }
}

extension RecordedEntry {
    init(_ row: Row, incidents: [IncidentMinutes]) throws {
        let cause: EntryDraft.Cause =
            switch try row.decode("cause", as: String.self) {
            case "incidents":
                .incidents(incidents.map { .init(incidentID: $0.incidentID, minutes: $0.minutes) })
            case "not_listed":
                .notListed(
                    module: try row.decode("not_listed_module"),
                    seen: try row.decode("not_listed_seen", as: String?.self))
            case "not_system": .notSystem
            default: .notSure
            }
        workedMinutes = try Minutes(row.decode("worked_minutes", as: Int.self))
        var draft = EntryDraft(
            id: try row.decode("work_entry_id"), assignmentID: try row.decode("assignment_id"),
            siteID: try row.decode("site_id"), chargedSiteID: try row.decode("charged_site_id"),
            place: try row.decode("place"), workDate: try row.decode("work_date"),
            time: try Self.time(row, worked: workedMinutes), category: try row.decode("category_code"), cause: cause,
            details: try EntryDetails(row))
        draft.version = try row.decode("version")
        draft.isWithdrawn = try row.decode("is_withdrawn")
        draft.changeReason = try row.decode("change_reason", as: String?.self)
        self.draft = draft
        self.incidents = incidents
        category = Category(
            code: draft.category, english: try row.decode("label_en"), spanish: try row.decode("label_es"))
        position = try row.decode("position")
        siteName = try row.decode("site_name")
        chargedSiteName = try row.decode("charged_site_name")
        zone = try SiteZone(stored: row.decode("zone"))
        receivedAt = try row.decode("received_at")
        enteredBy = try row.decode("entered_by")
        state = EntryAnswer.State(
            state: try row.decode("state"), heldBecause: try row.decode("held_because", as: String?.self),
            heldBy: try row.decode("held_by", as: UUID?.self))
    }

    private static func time(_ row: Row, worked: Minutes) throws -> EntryDraft.Time {
        switch try row.decode("shape", as: String.self) {
        case "span":
            .span(
                start: try row.decode("starts_at"), end: try row.decode("ends_at"),
                unpaidBreak: try Minutes(row.decode("break_minutes", as: Int.self)))
        case "range": .range(low: worked, high: try Minutes(row.decode("high_minutes", as: Int.self)))
        default: .minutes(worked)
        }
    }
}

extension EntryDetails {
    fileprivate init(_ row: Row) throws {
        neededAnyway = try row.decode("needed_anyway", as: String?.self)
        recordsCorrected = try row.decode("records_corrected", as: Int?.self)
        studentsServed = try row.decode("students_served", as: Int?.self)
        pushedAside = try row.decode("pushed_aside", as: String?.self)
        pushedAsideCount = try row.decode("pushed_aside_count", as: Int?.self)
        askedBy = try row.decode("asked_by", as: String?.self)
        authorizedBefore = try row.decode("authorized_before", as: Bool?.self)
        treatedAs = try row.decode("treated_as")
        source = try row.decode("source")
        sourceMadeOn = try row.decode("source_made_on", as: CivilDate?.self)
    }
}
