public import WorkUnits

/// Which hours a rule is for. What is left open holds for all; of what is named, one has to fit in each.
public struct Condition: Sendable, Hashable {
    /// Weekdays on the clocks of the place.
    public var weekdays: Set<Weekday> = []
    /// Kinds of day.
    public var days: Set<DayKind> = []
    /// Categories of work.
    public var categories: Set<String> = []
    /// Sites worked.
    public var sites: Set<String> = []
    /// Bargaining units.
    public var units: Set<String> = []
    /// Classes of employee.
    public var classes: Set<String> = []
    /// Positions.
    public var assignments: Set<String> = []
    /// Guarantees that entries name.
    public var guarantees: Set<String> = []

    /// For all hours.
    public init() {}

    /// Whether it looks at weekdays, so that time has to be cut at midnight.
    var looksAtWeekdays: Bool { !weekdays.isEmpty }

    /// Whether nothing is named.
    var isOpen: Bool { self == Condition() }

    /// Whether an hour fits, its weekday aside.
    func fits(_ entry: Entry?, _ assignment: Assignment) -> Bool {
        (days.isEmpty || (entry?.day).map(days.contains) ?? false)
            && (categories.isEmpty || (entry?.category).map(categories.contains) ?? false)
            && (sites.isEmpty || (entry?.site).map(sites.contains) ?? false)
            && (units.isEmpty || assignment.unit.map(units.contains) ?? false)
            && (classes.isEmpty || assignment.employeeClass.map(classes.contains) ?? false)
            && (guarantees.isEmpty || (entry?.guarantee).map(guarantees.contains) ?? false)
            && (assignments.isEmpty || assignment.id.map(assignments.contains) ?? false)
    }

    /// Whether a weekday fits.
    func fits(_ weekday: Weekday) -> Bool { weekdays.isEmpty || weekdays.contains(weekday) }
}
