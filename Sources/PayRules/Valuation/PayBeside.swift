public import WorkUnits

/// Pay that stands beside a reading: paid, but no pay for hours worked, and neither in the regular rate nor credited.
public struct PayBeside: Sendable, Hashable {
    /// The pay item's index, or nil for a guarantee.
    public let pay: Int?
    /// The entry's index, for a guarantee.
    public let entry: Int?
    /// The first day of the workweek.
    public let starts: CivilDate
    /// The amount.
    public let cents: Cents
    /// Whether it is credited against overtime.
    public let isCreditable: Bool
    /// Why.
    public let says: String
    /// The article or section.
    public let cite: String
}
