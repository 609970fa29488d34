/// What kind of day it was. An input: it never follows from the weekday.
public enum DayKind: String, Sendable, CaseIterable {
    /// A day of the position's basis calendar.
    case assigned
    /// A day outside of it.
    case unassigned
    /// A holiday.
    case holiday
    /// A recess day.
    case recess
}
