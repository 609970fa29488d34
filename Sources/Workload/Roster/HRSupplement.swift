public import WorkUnits

/// What the HR supplement file says: the assignments that no roster format carries.
public struct HRSupplement: Sendable, Hashable {
    /// One element per row that could be read, in the order of the file.
    public var rows: [HRSupplementRow]
    /// Everything that wasn't as the format asks, and what was done about it.
    public var findings: RosterFindings

    /// Rows and what was found while reading them.
    public init(rows: [HRSupplementRow] = [], findings: RosterFindings = RosterFindings()) {
        self.rows = rows
        self.findings = findings
    }
}

/// One assignment of one employee between two dates.
///
/// Rows with the same ``assignmentID`` and another ``startsOn`` are later states of the same assignment.
public struct HRSupplementRow: Sendable, Hashable {
    /// What sort of assignment it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case regular, substitute, temporary, retired, summer
        case extraDuty = "extra_duty"
    }

    /// Whether overtime under the FLSA is owed for the assignment.
    public enum FLSAStatus: Sendable, Hashable {
        /// The file says nothing; never guessed from the position.
        case notStated
        /// Overtime is owed.
        case nonexempt
        /// Overtime isn't owed, for the reason given.
        case exempt(reason: String)
    }

    /// The number that payroll knows the person by.
    public var employeeNumber: String
    /// Payroll's key of the assignment, unique in the district.
    public var assignmentID: String
    /// What sort of assignment it is.
    public var kind: Kind
    /// The position, as people call it.
    public var position: String
    /// The job class of the position (column `class`).
    public var classification: String?
    /// The bargaining unit; nil for a position that no unit represents.
    public var unitCode: String?
    /// What people call the unit.
    public var unitName: String?
    /// The home site: its sourcedId or its identifier.
    public var site: String
    /// Whether overtime is owed, and why not.
    public var flsa: FLSAStatus
    /// Full-time equivalent; 1 is full time.
    public var fte: Millionths?
    /// The basis calendar.
    public var basis: String?
    /// Usual hours by weekday, 1 = Monday to 7 = Sunday; a weekday without assigned time has none.
    public var usualHours: [Int: UsualHours]
    /// Whether any weekday is stated. Without hours a workweek is only a floor.
    public var statesHours: Bool { !usualHours.isEmpty }
    /// Dollars an hour.
    public var baseRate: Millionths?
    /// The funding source that the assignment is charged to.
    public var funding: String?
    /// Employee number of the person who reviews the entries.
    public var reviewerNumber: String?
    /// First day.
    public var startsOn: CivilDate
    /// Last day, inclusive; nil while it lasts.
    public var endsOn: CivilDate?
    /// Line of the file.
    public var line: Int

    /// An assignment of which only the required columns are known.
    public init(
        employeeNumber: String,
        assignmentID: String,
        kind: Kind,
        position: String,
        site: String,
        startsOn: CivilDate,
        line: Int
    ) {
        self.employeeNumber = employeeNumber
        self.assignmentID = assignmentID
        self.kind = kind
        self.position = position
        self.site = site
        self.startsOn = startsOn
        self.line = line
        flsa = .notStated
        usualHours = [:]
    }
}

/// The assigned time of one weekday.
public enum UsualHours: Sendable, Hashable {
    /// From one time to another with an unpaid meal within; an end before the start is on the next day.
    case between(start: WallTime, end: WallTime, unpaidMealMinutes: Int)
    /// Only how long: paid minutes.
    case minutes(Int)

    /// Assigned minutes without the unpaid meal; 07:30-16:00 with 30 minutes of meal is 480.
    public var paidMinutes: Int {
        switch self {
        case .minutes(let count): count
        case .between(let start, let end, let meal):
            (end.minutesSinceMidnight - start.minutesSinceMidnight + 1_440) % 1_440 - meal
        }
    }
}
