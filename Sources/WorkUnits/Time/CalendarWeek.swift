/// A day of the week by its ISO number.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// The days, from 1 to 7.
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Seven calendar days that start on a chosen weekday: what "my week" shows.
///
/// Not the workweek, which starts at an hour and is the unit of overtime.
public struct CalendarWeek: Sendable, Hashable {
    /// The first of the seven days.
    public let first: CivilDate

    /// The week that holds the day.
    public init(containing date: CivilDate, startingOn weekday: Weekday = .monday) {
        let daysIn = (date.weekday - weekday.rawValue + 7) % 7
        first = date.adding(days: -daysIn)
    }

    private init(first: CivilDate) {
        self.first = first
    }

    /// The last of the seven days.
    public var last: CivilDate { first.adding(days: 6) }

    /// The seven days in order.
    public var days: ClosedRange<CivilDate> { first...last }

    /// The week before.
    public var previous: CalendarWeek { CalendarWeek(first: first.adding(days: -7)) }

    /// The week after.
    public var next: CalendarWeek { CalendarWeek(first: first.adding(days: 7)) }
}

extension CivilDate {
    /// The day of the week by its name.
    public var dayOfWeek: Weekday { Weekday(rawValue: weekday) ?? .monday }

    /// The Monday of the day's week, the day itself when it is one.
    public var monday: CivilDate { CalendarWeek(containing: self).first }
}
