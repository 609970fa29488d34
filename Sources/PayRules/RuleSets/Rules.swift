public import WorkUnits

/// How one kind of time comes to a raster.
public struct TimeRoundingRule: Sendable, Hashable {
    /// What is rounded.
    public enum Of: String, Sendable, CaseIterable {
        /// When a stretch of work starts.
        case start
        /// When it ends.
        case end
        /// How long an entry is.
        case entry
        /// How long a day's work is.
        case day
        /// How long the gaps inside a day's shift are, together.
        case meal
    }

    /// A window around a time of day or a length, outside of which nothing is rounded.
    public struct Within: Sendable, Hashable {
        /// Seconds of the day, or of the length, that it lies around.
        public let around: Int64
        /// How far before, in seconds.
        public let before: Int64
        /// How far after, in seconds.
        public let after: Int64

        func holds(_ seconds: Int64) -> Bool { seconds >= around - before && seconds <= around + after }
    }

    /// What is rounded.
    public let of: Of
    /// How.
    public let rounding: TimeRounding
    /// Where only.
    public let within: Within?
    /// Where that is written.
    public let cite: String
}

/// Time off that counts toward thresholds as if it were worked.
public struct LeaveCounted: Sendable, Hashable {
    /// The kinds; nil for all that is paid.
    public let kinds: Set<String>?
    /// Where that is written.
    public let cite: String

    func counts(_ leave: Leave) -> Bool { kinds?.contains(leave.kind) ?? leave.isPaid }
}

/// A meal that is taken out of a day unasked, or added to it.
public struct MealRule: Sendable, Hashable {
    /// Which way.
    public enum Mode: String, Sendable, CaseIterable {
        /// Taken out after so much work.
        case deduct = "auto_deduct"
        /// The gap between entries is worked time.
        case add = "auto_add"
    }

    /// Which way.
    public let mode: Mode
    /// How long, in seconds.
    public let seconds: Int64
    /// On days with more work than this, in seconds.
    public let afterSeconds: Int64
    /// Whether a meal taken out is paid at straight time all the same, counting toward nothing.
    public let isPaid: Bool
    /// Where that is written.
    public let cite: String
}

/// Extra pay by the hour for certain hours: part of the regular rate.
public struct Differential: Sendable, Hashable {
    /// What it is called: "evening".
    public let name: String
    /// From what time of day; equal to ``to`` for all day.
    public let from: WallTime
    /// To what time of day, on the next day if not later.
    public let to: WallTime
    /// Dollars an hour.
    public let perHour: Millionths
    /// Whether a shift has to lie wholly inside.
    public let wholeShift: Bool
    /// Paid at least so long on a day that has any, in seconds.
    public let minimumSeconds: Int64
    /// Paid at most so long on a day, in seconds.
    public let maximumSeconds: Int64
    /// Which hours.
    public let when: Condition
    /// The work dates that it is for.
    public let valid: ClosedRange<CivilDate>
    /// Where that is written.
    public let cite: String
    /// Where it stands in the file.
    public let place: String
}

/// Minimum pay for being called: entries name it.
public struct Guarantee: Sendable, Hashable {
    /// "call_back", "show_up", "court"
    public let name: String
    /// Paid at least so long, in seconds. What is not worked is neither in the regular rate nor credited.
    public let minimumSeconds: Int64
    /// At which multiple of the rate, in millionths.
    public let multiplier: Int64
    /// Where that is written.
    public let cite: String
}

/// What a holiday worked earns.
public struct HolidayRule: Sendable, Hashable {
    /// One of the four ways agreements have (29 CFR 778.219 and LAUSD-POA IX 4.0(c) show them).
    public enum Model: String, Sendable, CaseIterable {
        /// Holiday pay, and the hours at straight time.
        case payAndStraight = "pay_and_straight"
        /// Holiday pay, and the hours at time and a half.
        case payAndPremium = "pay_and_premium"
        /// The hours at time and a half, no holiday pay.
        case premiumInstead = "premium_instead"
        /// The hours at double time, no holiday pay.
        case doubleInstead = "double_instead"

        /// The multiple of the hours in millionths.
        public var multiplier: Int64 {
            switch self {
            case .payAndStraight: 1_000_000
            case .payAndPremium, .premiumInstead: 1_500_000
            case .doubleInstead: 2_000_000
            }
        }

        /// Whether holiday pay stands beside the hours.
        public var paysBeside: Bool { self == .payAndStraight || self == .payAndPremium }
    }

    /// Which way.
    public let model: Model
    /// Where that is written.
    public let cite: String
}

/// Which rate an hour of an agreement earns: the first choice that fits.
public struct RateChoice: Sendable, Hashable {
    /// Which rate.
    public enum Use: Sendable, Hashable {
        /// The person's own.
        case own
        /// A rate of the schedule, dollars an hour.
        case flat(Millionths)
        /// None: the time is part of the salaried day.
        case unpaid
    }

    /// Which hours.
    public let when: Condition
    /// Which rate.
    public let use: Use
    /// The work dates that it is for.
    public let valid: ClosedRange<CivilDate>
    /// Where that is written.
    public let cite: String
    /// Where it stands in the file.
    public let place: String
}

/// An agreement that asks for approval before the work: its absence is shown, and takes nothing away.
public struct ApprovalRule: Sendable, Hashable {
    /// Which hours.
    public let when: Condition
    /// Where that is written.
    public let cite: String
}

/// A limit of minutes per period: what passes it is shown, and takes nothing away.
public struct Cap: Sendable, Hashable {
    /// "per_session_year"
    public let name: String
    /// How long, in seconds.
    public let seconds: Int64
    /// The month in which the year starts that it is counted in, 1 to 12.
    public let yearStartsInMonth: Int
    /// Which hours.
    public let when: Condition
    /// Where that is written.
    public let cite: String
}

/// Time off in place of overtime pay.
public struct CompTimeRule: Sendable, Hashable {
    /// Time off for an hour of overtime, in millionths of an hour: 1,500,000.
    public let rate: Int64
    /// The most that may stand to a person's credit, in seconds; nil for none.
    public let capSeconds: Int64?
    /// After how many months it is paid out; nil for never.
    public let expiresAfterMonths: Int?
    /// Where that is written.
    public let cite: String
}

/// Bonuses so small that the parties agreed to leave them out of the regular rate.
public struct TrivialBonusRule: Sendable, Hashable {
    /// The most that a bonus may add to the pay of an overtime week on average, in dollars.
    public let atMost: Millionths
    /// Where that is written.
    public let cite: String
}

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
