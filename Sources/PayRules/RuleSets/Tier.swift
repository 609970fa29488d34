public import WorkUnits

/// Hours that earn a multiple: which, past how many, by how much, and where that is written.
public struct Tier: Sendable {
    /// What it counts.
    public enum Period: Sendable, Hashable {
        /// The worked time of the shift's day.
        case day
        /// The worked time of the workweek, or of the work period where the rule set has one.
        case week
        /// The worked time of two workweeks from an anchor.
        case biweek(anchor: CivilDate)
        /// The worked time of so many workweeks from an anchor.
        case weeks(Int, anchor: CivilDate)
        /// Time of entries whose day is a holiday.
        case holiday
        /// The nth day of an unbroken run of days with worked time, inside the workweek or across workweeks.
        case consecutiveDay(Int, orLater: Bool, acrossWeeks: Bool)
        /// The nth day with worked time inside the workweek, whatever lies between.
        case workedDay(Int, orLater: Bool)
        /// The nth day from the workweek's start, whatever was worked before.
        case workweekDay(Int, orLater: Bool)
        /// Time between two times of day.
        case window(DayWindow)
    }

    /// How long a position's established day and week have to be, both of them.
    public struct Established: Sendable, Hashable {
        /// The day, in minutes.
        public let dayFromMinutes: Int
        /// The week, in minutes.
        public let weekFromMinutes: Int
    }

    /// Which days an average workday is taken from, and what it has to be.
    public struct AverageDay: Sendable, Hashable {
        /// Whose time: the days' assigned time, or their worked time.
        public enum Basis: String, Sendable, CaseIterable {
            /// Assigned time.
            case scheduled
            /// Worked time.
            case worked
        }

        /// Holds when the average is this long or longer, in seconds; nil for no such test.
        public let atLeast: Int64?
        /// Holds when the average is shorter, in seconds; nil for no such test.
        public let below: Int64?
        /// Whose time.
        public let of: Basis
    }

    /// What it counts.
    public let period: Period
    /// Past how long, in seconds.
    public let afterSeconds: Int64
    /// Where the position has an established day and week of at least these lengths, its own day or week is the
    /// threshold, if shorter than ``afterSeconds`` (California Education Code 45128).
    public let established: Established?
    /// The multiple in millionths: 1,500,000 is time and a half.
    public let multiplier: Int64
    /// The average workday that it asks for.
    public let averageDay: AverageDay?
    /// Which hours it is for.
    public let when: Condition
    /// Which hours it is not for.
    public let unless: Condition?
    /// What its premium is a multiple of, where that differs from the rule set's.
    public let premiumOn: RuleSet.PremiumOn?
    /// Whether its premium may be credited against a statute's, where that is said.
    public let creditableAsSaid: Bool?
    /// The article or section.
    public let cite: String
    /// Where it stands in the file: "tiers[1]".
    public let place: String

    /// Past how long it begins for a position: its established day or week where it has one that counts, in seconds.
    public func threshold(for assignment: Assignment) -> Int64 {
        guard
            let established, let day = assignment.establishedDayMinutes, let week = assignment.establishedWeekMinutes,
            day >= established.dayFromMinutes, week >= established.weekFromMinutes
        else { return afterSeconds }
        return min(afterSeconds, Int64(period == .day ? day : week) * 60)
    }

    /// What its time is called in a pay line.
    public var payClass: PayClass {
        switch period {
        case .day, .week, .biweek, .weeks: .overtime
        case .holiday: .holiday
        case .consecutiveDay, .workedDay, .workweekDay: .nthDay
        case .window: .window
        }
    }

    /// Whether its premium may be credited against a statute's.
    ///
    /// Premiums for hours past the normal day or week are, whatever their factor; those for certain days or hours from
    /// 1.5 up. Source: 29 USC 207(e)(5)-(7) and (h), 29 CFR 778.201 to .206.
    public var isCreditable: Bool {
        creditableAsSaid ?? (payClass == .overtime ? multiplier > 1_000_000 : multiplier >= 1_500_000)
    }
}
