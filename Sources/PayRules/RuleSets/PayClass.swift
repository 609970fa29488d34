/// What kind of pay a line is.
public enum PayClass: String, Sendable, CaseIterable {
    /// At the rate of the hour, no multiple.
    case straight
    /// Past a day's, week's or period's hours.
    case overtime
    /// On a holiday.
    case holiday
    /// On the nth day.
    case nthDay = "nth_day"
    /// Between two times of day.
    case window
    /// Extra pay by the hour.
    case differential
    /// A meal that is paid and counts toward nothing.
    case meal
    /// Time of a position that the statute does not cover: straight time, no multiple.
    case notCovered = "not_covered"
    /// Time that is part of a salaried day under the agreement.
    case salaried
    /// Pay other than by the hour.
    case pay

    /// Whether its time is what the regular rate is by.
    var isInRegularRate: Bool { self != .meal && self != .salaried && self != .notCovered && self != .differential }
}
