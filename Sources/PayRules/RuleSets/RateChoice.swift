public import WorkUnits

/// Which rate an hour of an agreement earns: the first choice that fits.
public struct RateChoice: Sendable, Hashable {
    /// Which rate.
    public enum Use: Sendable, Hashable {
        /// The person's own.
        case own
        /// A rate of the schedule, dollars an hour.
        case flat(Millionths)
        /// None: the time is part of the salaried day.
        case unpaid
    }

    /// Which hours.
    public let when: Condition
    /// Which rate.
    public let use: Use
    /// The work dates that it is for.
    public let valid: ClosedRange<CivilDate>
    /// Where that is written.
    public let cite: String
    /// Where it stands in the file.
    public let place: String
}
