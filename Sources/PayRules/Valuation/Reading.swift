public import WorkUnits

/// The hours of a person read under one rule set: days, workweeks, pay lines, what incidents bear, and what to check.
///
/// Lines of a workweek add up to its total, shares to their line, incidents to the lines, always and to the cent.
public struct Reading: Sendable {
    /// The rule set, all versions.
    public let series: RuleSeries
    /// Days with worked time, in order.
    public internal(set) var days: [WorkedDay] = []
    /// Time of the days by multiple.
    var dayParts: [WorkedDay.Part] = []
    /// Workweeks with time or pay, in order.
    public internal(set) var workweeks: [WorkweekPay] = []
    /// Pay lines: by workweek, in it by start, then by id; pay items last.
    public internal(set) var lines: [PayLine] = []
    /// Shares of the lines.
    public internal(set) var shares: [LineShare] = []
    /// What each incident bears, by its index; last what none does.
    public internal(set) var incidents: [IncidentTotal] = []
    /// Pay that is none for hours worked.
    public internal(set) var beside: [PayBeside] = []
    /// Overtime taken as time off, by workweek.
    public internal(set) var compTime: [CompAccrual] = []
    /// What to check.
    public internal(set) var checks: [Check] = []

    init(_ series: RuleSeries) {
        self.series = series
    }

    /// The time of a day by multiple, the smallest first.
    public func parts(of day: WorkedDay) -> [WorkedDay.Part] {
        dayParts[Int(day.firstPart)..<Int(day.firstPart + day.partCount)].sorted { $0.multiplier < $1.multiplier }
    }

    /// The shares of a line.
    public func shares(of line: PayLine) -> ArraySlice<LineShare> {
        shares[Int(line.firstShare)..<Int(line.firstShare + line.shareCount)]
    }

    /// The tier that decided a line; nil where none did.
    public func tier(of line: PayLine) -> Tier? {
        guard line.tier >= 0, line.payClass != .differential else { return nil }
        return series.versions[Int(line.version)].tiers[Int(line.tier)]
    }

    /// All workweeks together.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public func total() throws(ArithmeticOverflow) -> Cents { try workweeks.lazy.map(\.total).total() }
}
