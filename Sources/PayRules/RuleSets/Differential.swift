public import WorkUnits

/// Extra pay by the hour for certain hours: part of the regular rate.
public struct Differential: Sendable, Hashable {
    /// What it is called: "evening".
    public let name: String
    /// Between which times of day.
    public let window: DayWindow
    /// Dollars an hour.
    public let perHour: Millionths
    /// Whether a shift has to lie wholly inside.
    public let wholeShift: Bool
    /// Paid at least so long on a day that has any, in seconds.
    public let minimumSeconds: Int64
    /// Paid at most so long on a day, in seconds.
    public let maximumSeconds: Int64
    /// Which hours.
    public let when: Condition
    /// The work dates that it is for.
    public let valid: ClosedRange<CivilDate>
    /// Where that is written.
    public let cite: String
    /// Where it stands in the file.
    public let place: String
}
