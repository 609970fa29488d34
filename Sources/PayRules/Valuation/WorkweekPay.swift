public import WorkUnits

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
