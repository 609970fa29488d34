public import WorkUnits

/// What a week must pay for an exemption to hold.
public struct SalaryTest: Sendable, Hashable {
    /// A level from a date on.
    public struct Level: Sendable, Hashable {
        /// The first day.
        public let from: CivilDate
        /// The day from which it is not in force any more.
        public let until: CivilDate
        /// Dollars a week.
        public let weekly: Millionths
        /// Where that is written.
        public let cite: String
    }

    /// The kinds of exemption that it is for: "academic_administrative".
    public let exemptAs: Set<String>
    /// The levels in order of their dates.
    public let levels: [Level]

    /// The level on a day.
    public func level(on date: CivilDate) -> Level? { levels.last { $0.from <= date && date < $0.until } }
}
