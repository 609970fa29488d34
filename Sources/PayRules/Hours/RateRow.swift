public import WorkUnits

/// What a position pays an hour from a date on.
public struct RateRow: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate
    /// Dollars an hour.
    public let rate: Millionths
    /// When it was decided, if that was later: then it is a retroactive rate.
    public let adoptedOn: CivilDate?

    /// A rate from a date on; without one, from the beginning of time.
    public init(_ rate: Millionths, from: CivilDate = .distantPast, adoptedOn: CivilDate? = nil) {
        self.from = from
        self.rate = rate
        self.adoptedOn = adoptedOn
    }
}
