public import Foundation
public import WorkUnits

/// An entry, or the next version of one, as a person means it: parsed, with every value in its own type.
public struct EntryDraft: Sendable, Hashable {
    /// When the work was done.
    public enum Time: Sendable, Hashable {
        /// From a moment to a moment, less an unpaid break.
        case span(start: Instant, end: Instant, unpaidBreak: Minutes)
        /// So many minutes on a date: weaker, as no times are given.
        case minutes(Minutes)
        /// Between low and high minutes on a date, recorded from notes; low counts as supported.
        case range(low: Minutes, high: Minutes)
    }

    /// Why the work was needed.
    public enum Cause: Sendable, Hashable {
        /// Incidents, each with its minutes; never more than the entry holds.
        case incidents([IncidentShare])
        /// A problem of the record system that no incident names: which part, and what was seen.
        case notListed(module: String, seen: String?)
        case notSure
        case notSystem
    }

    /// Minutes of an entry that an incident caused.
    public struct IncidentShare: Sendable, Hashable, Encodable {
        /// The incident.
        public let incidentID: UUID
        /// Its minutes.
        public let minutes: Int

        /// - Parameters:
        ///   - incidentID: the incident.
        ///   - minutes: minutes it caused, 1 or more.
        public init(incidentID: UUID, minutes: Int) {
            self.incidentID = incidentID
            self.minutes = minutes
        }

        private enum CodingKeys: String, CodingKey {
            case incidentID = "incident_id"
            case minutes
        }
    }

    /// Versions that another may follow.
    public static let versions = 1..<Int(Int32.max)

    /// Identity: made by the client, or printed into the form.
    public var id: UUID
    /// 1 for a new entry, else one more than the version it corrects.
    public var version: Int
    /// The assignment it was worked under.
    public var assignmentID: UUID
    /// The site worked; its zone reads the times.
    public var siteID: UUID
    /// The site the time is charged to.
    public var chargedSiteID: UUID
    /// Where: `site`, `home` or `elsewhere`.
    public var place: String
    /// Local date of the start.
    public var workDate: CivilDate
    /// When.
    public var time: Time
    /// Code of the kind of work.
    public var category: String
    /// Why.
    public var cause: Cause
    /// What may be said besides.
    public var details: EntryDetails
    /// For a correction: why. For a withdrawal: `entered_twice`, `wrong_day` or `other`.
    public var changeReason: String?
    /// Whether this version takes the entry out.
    public var isWithdrawn: Bool

    /// A new entry; set ``version`` and ``changeReason`` for a correction.
    public init(
        id: UUID, assignmentID: UUID, siteID: UUID, chargedSiteID: UUID? = nil, place: String = "site",
        workDate: CivilDate, time: Time, category: String, cause: Cause, details: EntryDetails = EntryDetails()
    ) {
        self.id = id
        version = 1
        self.assignmentID = assignmentID
        self.siteID = siteID
        self.chargedSiteID = chargedSiteID ?? siteID
        self.place = place
        self.workDate = workDate
        self.time = time
        self.category = category
        self.cause = cause
        self.details = details
        isWithdrawn = false
    }
}
