public import WorkUnits

/// A position of the person: who it belongs to, and what it pays.
public struct Assignment: Sendable, Hashable {
    /// Whether federal overtime law covers the position.
    public enum Coverage: String, Sendable, CaseIterable {
        /// Covered: overtime after 40 hours.
        case nonexempt
        /// Not covered; the agreement may pay.
        case exempt
    }

    /// What files call it; nil for the only one.
    public var id: String?
    /// The bargaining unit.
    public var unit: String?
    /// The class of employee, such as one that a board took out of the daily rule.
    public var employeeClass: String?
    /// Whether federal overtime law covers it, as recorded with its reason elsewhere.
    public var flsa: Coverage
    /// What exempts it, "teacher", "academic_administrative": only kinds that a rule set lists are tested for salary.
    public var exemptAs: String?
    /// Weekly salary in millionths of a dollar, for the salary test.
    public var weeklySalary: Millionths?
    /// A day of each workweek in which the exemption was lost: that week is read as if there were none
    /// (29 CFR 541.710 for a furlough week).
    public var exemptionLost: [CivilDate]
    /// Dollars an hour by date, in order of the date; the rate of a day is the last row that starts on it or before.
    public var rates: [RateRow]
    /// The established workday, where the position has one.
    public var establishedDayMinutes: Int?
    /// The established workweek, where the position has one.
    public var establishedWeekMinutes: Int?

    /// Makes a position.
    public init(
        id: String? = nil, unit: String? = nil, employeeClass: String? = nil, flsa: Coverage = .nonexempt,
        exemptAs: String? = nil, weeklySalary: Millionths? = nil, exemptionLost: [CivilDate] = [],
        rates: [RateRow] = [],
        establishedDayMinutes: Int? = nil, establishedWeekMinutes: Int? = nil
    ) {
        self.id = id
        self.unit = unit
        self.employeeClass = employeeClass
        self.flsa = flsa
        self.exemptAs = exemptAs
        self.weeklySalary = weeklySalary
        self.exemptionLost = exemptionLost
        self.rates = rates
        self.establishedDayMinutes = establishedDayMinutes
        self.establishedWeekMinutes = establishedWeekMinutes
    }

    /// Dollars an hour on a day; nil where no row covers it.
    public func rate(on date: CivilDate) -> Millionths? {
        if rates.count == 1, rates[0].from == .distantPast { return rates[0].rate }
        // The last row that starts on the day or before, by halving.
        var (low, high) = (0, rates.count)
        while low < high {
            let middle = (low + high) / 2
            if rates[middle].from <= date { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : rates[low - 1].rate
    }
}
