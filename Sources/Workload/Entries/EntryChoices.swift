public import Foundation
import Postgres
public import WorkUnits

/// What a person may choose from when recording time.
public struct EntryChoices: Sendable {
    /// A position held on the day.
    public struct Assignment: Sendable {
        /// The assignment.
        public let id: UUID
        /// Its position.
        public let position: String
        /// Its home site.
        public let siteID: UUID
        /// The home site's name.
        public let siteName: String
        /// The home site's zone.
        public let zone: SiteZone
        /// First day.
        public let startsOn: CivilDate
        /// Last day; nil while it goes on.
        public let endsOn: CivilDate?

        /// Whether it was held on that day.
        public func isLive(on day: CivilDate) -> Bool {
            startsOn <= day && day <= endsOn ?? day
        }
    }

    /// A site that can be worked at or charged.
    public struct Site: Sendable {
        /// The site.
        public let id: UUID
        /// Its name.
        public let name: String
        /// The zone that reads times worked there.
        public let zone: SiteZone
    }

    /// A kind of work.
    public struct Category: Sendable {
        /// The kind in both languages.
        public let category: RecordedEntry.Category
        /// Whether the person used it in the last 60 days.
        public let isRecent: Bool
    }

    /// An incident to name as the cause.
    public struct Incident: Sendable {
        /// The incident.
        public let id: UUID
        /// Its title.
        public let title: String
        /// When it began.
        public let beganAt: Instant
        /// Whether it is over; it may be named all the same.
        public let isResolved: Bool
        /// Names of the sites it touches, those of the person's jobs first; empty when it touches every site.
        public let siteNames: [String]
        /// Whether it touches every site, or one of the person's jobs.
        public let isNear: Bool
        /// Whether the person named it in the last 60 days.
        public let isRecent: Bool
    }

    /// Positions held that day; asked only where several are.
    public let assignments: [Assignment]
    /// Sites by name.
    public let sites: [Site]
    /// Kinds of work, last used first.
    public let categories: [Category]
    /// All incidents: last used first, then those near, then open ones.
    public let incidents: [Incident]
    /// Usual hours around that day, for "end of my day".
    public let assignedHours: [AssignedHours]
}

extension EntryChoices.Assignment {
    init(_ row: Row) throws {
        id = try row.decode("assignment_id")
        position = try row.decode("position")
        siteID = try row.decode("site_id")
        siteName = try row.decode("site_name")
        zone = try SiteZone(stored: row.decode("zone"))
        startsOn = try row.decode("starts_on")
        endsOn = try row.decode("ends_on", as: CivilDate?.self)
    }
}

extension EntryChoices.Site {
    init(_ row: Row) throws {
        id = try row.decode("site_id")
        name = try row.decode("name")
        zone = try SiteZone(stored: row.decode("zone"))
    }
}

extension EntryChoices.Category {
    init(_ row: Row) throws {
        category = .init(
            code: try row.decode("code"), english: try row.decode("label_en"), spanish: try row.decode("label_es"))
        isRecent = try row.decode("last_used", as: Instant?.self) != nil
    }
}

extension EntryChoices.Incident {
    init(_ row: Row) throws {
        id = try row.decode("incident_id")
        title = try row.decode("title")
        beganAt = try row.decode("began_at")
        isResolved = try row.decode("status", as: String.self) == "resolved"
        siteNames = try row.decode("site_names")
        isNear = try row.decode("is_near")
        isRecent = try row.decode("last_used", as: Instant?.self) != nil
    }
}
