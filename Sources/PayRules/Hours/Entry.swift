public import WorkUnits

/// One continuous stretch of work.
public struct Entry: Sendable, Hashable {
    /// What happened to the meal inside the entry's day.
    public enum Meal: String, Sendable, CaseIterable {
        /// It was taken, free of duty.
        case taken
        /// It was interrupted: all of it is work (29 CFR 785.19 as told in Fact Sheets 22 and 53).
        case interrupted
        /// There was none.
        case none
    }

    /// The person's name for it, unique in the file.
    public var id: String
    /// The first moment.
    public var start: Instant
    /// The first moment after it.
    public var end: Instant
    /// Dollars an hour, where it differs from the position's.
    public var rate: Millionths?
    /// Which position, by its index.
    public var assignment: Int
    /// Minutes by incident, in order from the start; what they leave is attributed to none.
    public var incidents: [IncidentTime]
    /// What kind of day it was.
    public var day: DayKind?
    /// What was done.
    public var category: String?
    /// The site worked.
    public var site: String?
    /// Whether it was authorised before. It may raise a flag; it never takes time away.
    public var approvedBefore: Bool?
    /// The guarantee of the rule set under which the person was called: "call_back".
    public var guarantee: String?
    /// What happened to the meal.
    public var meal: Meal?

    /// Makes an entry.
    public init(
        id: String, start: Instant, end: Instant, rate: Millionths? = nil, assignment: Int = 0,
        incidents: [IncidentTime] = [], day: DayKind? = nil, category: String? = nil, site: String? = nil,
        approvedBefore: Bool? = nil, guarantee: String? = nil, meal: Meal? = nil
    ) {
        self.id = id
        self.start = start
        self.end = end
        self.rate = rate
        self.assignment = assignment
        self.incidents = incidents
        self.day = day
        self.category = category
        self.site = site
        self.approvedBefore = approvedBefore
        self.guarantee = guarantee
        self.meal = meal
    }
}

/// Time of an entry that an incident caused.
public struct IncidentTime: Sendable, Hashable {
    /// The incident's index in ``Hours/incidents``.
    public let incident: Int
    /// How long, in seconds.
    public let seconds: Int64

    /// Time that an incident caused.
    public init(incident: Int, seconds: Int64) {
        self.incident = incident
        self.seconds = seconds
    }
}

/// Time that a position assigns on a day.
public struct AssignedTime: Sendable, Hashable {
    /// Its day.
    public let date: CivilDate
    /// The first moment; the start of the day where no times are known.
    public let start: Instant
    /// The first moment after it, the unpaid meal included.
    public let end: Instant
    /// The unpaid meal inside of it, in seconds.
    public let unpaidSeconds: Int64
    /// Which position, by its index.
    public let assignment: Int

    /// Makes assigned time.
    public init(
        date: CivilDate, start: Instant, end: Instant, unpaidSeconds: Int64 = 0, assignment: Int = 0
    ) {
        self.date = date
        self.start = start
        self.end = end
        self.unpaidSeconds = unpaidSeconds
        self.assignment = assignment
    }

    /// How long it is worked: all of it less the unpaid meal, in seconds.
    public var workedSeconds: Int64 { end.secondsSince1970 - start.secondsSince1970 - unpaidSeconds }
}

/// Time off on a day.
public struct Leave: Sendable, Hashable {
    /// Its day.
    public let date: CivilDate
    /// How long, in seconds.
    public let seconds: Int64
    /// "sick", "vacation", "holiday", "comp_time_used".
    public let kind: String
    /// Whether it is paid.
    public let isPaid: Bool
    /// Which position, by its index; nil for any.
    public let assignment: Int?

    /// Makes time off.
    public init(date: CivilDate, seconds: Int64, kind: String, isPaid: Bool, assignment: Int? = nil) {
        self.date = date
        self.seconds = seconds
        self.kind = kind
        self.isPaid = isPaid
        self.assignment = assignment
    }
}

/// What payroll has paid for a day.
public struct Paid: Sendable, Hashable {
    /// The day that it was paid for.
    public let date: CivilDate
    /// Payroll's earning code: "REG", "OT".
    public let code: String
    /// The minutes it names.
    public let minutes: Int
    /// Dollars.
    public let amount: Millionths
    /// Which position, by its index; nil for any.
    public let assignment: Int?

    /// Makes a row of payroll.
    public init(date: CivilDate, code: String, minutes: Int, amount: Millionths, assignment: Int? = nil) {
        self.date = date
        self.code = code
        self.minutes = minutes
        self.amount = amount
        self.assignment = assignment
    }
}

/// Overtime that is to be taken as time off.
public struct CompChoice: Sendable, Hashable {
    /// Minutes of comp time that the person has before these hours.
    public let balanceMinutes: Int
    /// The share of new overtime to take as time off, in percent: the person's choice.
    public let percent: Int

    /// A balance, and how much of new overtime goes to it.
    public init(balanceMinutes: Int, percent: Int = 100) {
        self.balanceMinutes = balanceMinutes
        self.percent = percent
    }
}
