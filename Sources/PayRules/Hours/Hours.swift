public import WorkUnits

/// The hours of one person and what is known beside them: all that a rule set is applied to.
///
/// Made from a file by ``HoursReader``, or by a program. Times are moments already; ids, assignments and incidents are
/// referred to by their index, so that valuing needs no look-up of names.
public struct Hours: Sendable {
    /// Whether the entries are all hours worked, or stand beside assigned hours.
    public enum Coverage: String, Sendable, CaseIterable {
        /// The entries are all hours worked.
        case allTime = "all_time"
        /// The entries are extra hours; assigned time less leave counts as worked and as paid at straight time.
        case extraOnly = "extra_only"
    }

    /// The clocks of the place where the person works.
    public let zone: ZoneTable
    /// What the entries cover.
    public let covers: Coverage
    /// The jobs of the person; at least one, the first being that of an entry that names none.
    public let assignments: [Assignment]
    /// The incidents that entries name, each once.
    public let incidents: [String]
    /// Hours worked, in order of their start; none overlaps another.
    public let entries: [Entry]
    /// Hours assigned, in order of their start; none overlaps another.
    public let assigned: [AssignedTime]
    /// Time off, in order of its date.
    public let leave: [Leave]
    /// What payroll has paid, in order of its date.
    public let paid: [Paid]
    /// Pay other than by the hour, in the order of the file.
    public let pay: [PayItem]
    /// Time off taken in place of overtime pay, and how much the person has.
    public let compTime: CompChoice?
    /// Minutes already worked toward each period cap of an agreement, by the cap's name.
    public let towardCaps: [String: Int]

    /// Joins what belongs to one person. Entries, assigned time, leave and paid rows are brought into order.
    public init(
        zone: ZoneTable,
        covers: Coverage = .allTime,
        assignments: [Assignment],
        incidents: [String] = [],
        entries: [Entry],
        assigned: [AssignedTime] = [],
        leave: [Leave] = [],
        paid: [Paid] = [],
        pay: [PayItem] = [],
        compTime: CompChoice? = nil,
        towardCaps: [String: Int] = [:]
    ) {
        self.zone = zone
        self.covers = covers
        self.assignments = assignments.isEmpty ? [Assignment()] : assignments
        self.incidents = incidents
        self.entries = Self.inOrder(entries) { ($0.start, $0.id) < ($1.start, $1.id) }
        self.assigned = Self.inOrder(assigned) { $0.start < $1.start }
        self.leave = Self.inOrder(leave) { ($0.date, $0.kind) < ($1.date, $1.kind) }
        self.paid = Self.inOrder(paid) { ($0.date, $0.code) < ($1.date, $1.code) }
        self.pay = pay
        self.compTime = compTime
        self.towardCaps = towardCaps
    }

    private static func inOrder<Value>(_ values: [Value], _ before: (Value, Value) -> Bool) -> [Value] {
        let isInOrder = zip(values, values.dropFirst()).allSatisfy { !before($1, $0) }
        return isInOrder ? values : values.sorted(by: before)
    }
}

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

extension CivilDate {
    /// A day before all others of a file.
    public static let distantPast = CivilDate(daysSince1970: -800_000)
    /// A day after all others of a file.
    public static let distantFuture = CivilDate(daysSince1970: 800_000)
}

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
