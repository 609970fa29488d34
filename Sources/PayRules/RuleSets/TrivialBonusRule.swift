public import WorkUnits

/// Bonuses so small that the parties agreed to leave them out of the regular rate.
public struct TrivialBonusRule: Sendable, Hashable {
    /// The most that a bonus may add to the pay of an overtime week on average, in dollars.
    public let atMost: Millionths
    /// Where that is written.
    public let cite: String
}
