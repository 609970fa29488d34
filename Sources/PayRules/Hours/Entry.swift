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
