public import Foundation
import Postgres
public import WorkUnits

/// Seven days of one person's entries beside their usual hours.
public struct RecordedWeek: Sendable {
    /// The first of the seven days.
    public let first: CivilDate
    /// Standing entries, newest day first.
    public let entries: [RecordedEntry]
    /// The person's assignments, also those that are not live in these days.
    public let assignments: [EntryChoices.Assignment]
    /// Usual hours of the assignments live in these days; empty when nobody has stated them.
    public let assignedHours: [AssignedHours]
    /// The person's home site.
    public let siteName: String
    /// Since when time can be recorded there.
    public let availableOn: CivilDate

    /// The seven days.
    public var days: [CivilDate] { (0..<7).map { first.adding(days: $0) } }

    /// Entries of a day, newest first.
    public func entries(on day: CivilDate) -> [RecordedEntry] {
        entries.filter { $0.draft.workDate == day }
    }

    /// Assigned minutes of a day by usual hours.
    public func assignedMinutes(on day: CivilDate) -> Int {
        assignedHours.filter { $0.applies(on: day) }.reduce(0) { $0 + $1.minutes.count }
    }
}

/// What an assignment's usual hours are on a weekday.
public struct AssignedHours: Sendable, Hashable {
    /// Whose they are.
    public let assignmentID: UUID
    /// 1 is Monday, 7 Sunday.
    public let weekday: Int
    /// Start of the assigned day, where HR stated it.
    public let from: WallTime?
    /// End of the assigned day, where HR stated it.
    public let to: WallTime?
    /// Assigned minutes, the unpaid meal already taken off.
    public let minutes: Minutes
    /// First day of the assignment.
    public let startsOn: CivilDate
    /// Last day of the assignment; nil while it goes on.
    public let endsOn: CivilDate?
    /// The zone of the assignment's home site, which reads start and end.
    public let zone: SiteZone

    /// Whether these hours stand on that day.
    public func applies(on day: CivilDate) -> Bool {
        day.weekday == weekday && startsOn <= day && day <= endsOn ?? day
    }
}

extension AssignedHours {
    init(_ row: Row) throws {
        assignmentID = try row.decode("assignment_id")
        weekday = try row.decode("weekday")
        from = try row.decode("starts_at", as: String?.self).flatMap { try? WallTime(typed: $0) }
        to = try row.decode("ends_at", as: String?.self).flatMap { try? WallTime(typed: $0) }
        minutes = try Minutes(row.decode("minutes", as: Int.self))
        startsOn = try row.decode("starts_on")
        endsOn = try row.decode("ends_on", as: CivilDate?.self)
        zone = try SiteZone(stored: row.decode("zone"))
    }
}
