public import WorkUnits

/// One computed amount: for which time or pay, under which rule, at which rate and multiple.
public struct PayLine: Sendable, Hashable {
    /// Where the time or the pay comes from.
    public enum Source: String, Sendable {
        /// An entry.
        case entry
        /// Assigned time: already paid at straight time.
        case assigned
        /// Pay other than by the hour.
        case pay
    }

    /// Where it comes from.
    public let source: Source
    /// The index of the entry, the assigned time or the pay item.
    public let index: Int32
    /// The workweek's index in ``Reading/workweeks``.
    public let week: Int32
    /// What kind of pay it is.
    public let payClass: PayClass
    /// The version's index in the series.
    public let version: Int16
    /// The tier's index in its version, or the differential's for that class; -1 for none.
    public let tier: Int16
    /// The multiple in millionths.
    public let multiplier: Int64
    /// Dollars an hour of the time, in millionths.
    public let rate: Int64
    /// Dollars an hour that its premium is a multiple of, in millionths; nothing where that is the regular rate.
    public let premiumRate: Int64
    /// The first second, after 1970; for pay the workweek's.
    public let start: Int64
    /// How long, in seconds; nothing for pay.
    public internal(set) var seconds: Int64
    /// What the deciding counter stood at when its time began, in seconds.
    public let counterBefore: Int64
    /// The amount.
    public internal(set) var cents: Int64
    /// Where its shares begin in ``Reading/shares``.
    public internal(set) var firstShare: Int32
    /// How many shares it has.
    public internal(set) var shareCount: Int32

    /// Whether its time counts as time worked: not that of a differential, which stands beside it, nor of a paid meal.
    public var countsTime: Bool { payClass != .differential && payClass != .meal }
}

/// What an incident bears of a line.
public struct LineShare: Sendable, Hashable {
    /// The incident's index in ``Hours/incidents``; -1 for none.
    public let incident: Int32
    /// How long, in seconds; nothing where it bears premium of time that another caused.
    public var seconds: Int64
    /// How much.
    public var cents: Int64
}

/// What an incident bears in all.
public struct IncidentTotal: Sendable, Hashable {
    /// The incident's index in ``Hours/incidents``; -1 for none.
    public let incident: Int32
    /// How long, in seconds.
    public internal(set) var seconds: Int64
    /// How much, in cents.
    public internal(set) var cents: Int64
}

/// The time that belongs to a day; by multiple it stands in ``Reading/parts(of:)``.
public struct WorkedDay: Sendable, Hashable {
    /// Its date.
    public let date: CivilDate
    /// All of it, in seconds.
    public internal(set) var seconds: Int64 = 0
    /// Where its parts begin, and how many there are.
    let firstPart: Int32
    var partCount: Int32 = 0

    init(date: CivilDate, firstPart: Int32) {
        self.date = date
        self.firstPart = firstPart
    }

    /// Time at one multiple.
    public struct Part: Sendable, Hashable {
        /// The multiple in millionths.
        public let multiplier: Int64
        /// How long, in seconds.
        public internal(set) var seconds: Int64
    }
}

/// A workweek, or work period, and what a rule set makes of it.
public struct WorkweekPay: Sendable {
    /// Its first day.
    public let starts: CivilDate
    /// Time worked, in seconds.
    public internal(set) var seconds: Int64 = 0
    /// Pay at straight time, rounded.
    public internal(set) var straight = Cents.zero
    /// What the total has beyond it.
    public internal(set) var premium = Cents.zero
    /// The total, rounded once.
    public internal(set) var total = Cents.zero
    /// What has been paid of it.
    public internal(set) var alreadyPaid = Cents.zero
    /// Its lines in ``Reading/lines``.
    public internal(set) var lines: Range<Int> = 0..<0
    /// Whether the total was worked out by rounded rates (29 CFR 778.502).
    var hasOfficialTotal = false
    /// The exact figures.
    var exact = ExactWeek()

    init(_ starts: CivilDate) {
        self.starts = starts
    }

    /// Dollars an hour, exact: counted pay by hours worked (29 CFR 778.109). Of a week that a statute leaves out, where
    /// there is no regular rate, all straight pay by all its hours.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public func regularRate() throws(ArithmeticOverflow) -> Ratio {
        guard exact.seconds == 0, seconds > 0 else { return try exact.regularRate() }
        return try Ratio(exact.straight, over: try product(try product(Int128(seconds), exact.scale), 1_000_000))
    }
}

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
