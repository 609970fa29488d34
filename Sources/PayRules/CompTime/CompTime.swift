public import WorkUnits

/// Time off earned by the overtime of a workweek, and the overtime that is paid because the cap is reached.
public struct CompAccrual: Sendable, Hashable {
    /// The first day of the workweek.
    public let starts: CivilDate
    /// Overtime taken as time off, in seconds of overtime.
    public let overtimeToTimeOff: Ratio
    /// Time off earned, in seconds.
    public let earned: Ratio
    /// Overtime paid in money, in seconds of overtime.
    public let overtimePaid: Ratio
    /// Time off to the person's credit afterwards, in seconds.
    public let balance: Ratio

    /// "10 h of overtime become 15 h off, 2 h are paid; 15 h stand to credit"
    func words() throws(ArithmeticOverflow) -> String {
        func hours(_ seconds: Ratio) throws(ArithmeticOverflow) -> String {
            try (seconds / Ratio(whole: 3600)).decimalText(4) + " h"
        }
        let paid = overtimePaid > .zero ? ", \(try hours(overtimePaid)) are paid" : ""
        return "\(try hours(overtimeToTimeOff)) of overtime become \(try hours(earned)) off\(paid); "
            + "\(try hours(balance)) stand to credit"
    }
}

/// A ledger of time off in place of overtime pay: what is earned, when the cap is reached, what leaving pays.
///
/// Source: 29 USC 207(o); 29 CFR 553.22 (at least one and a half hours), 553.24 (caps of 240 and 480 hours).
public struct CompLedger: Sendable {
    /// The agreement's rule.
    public let rule: CompTimeRule
    /// Time off to the person's credit, in seconds.
    public private(set) var balance: Ratio

    /// A ledger with what the person has.
    public init(_ rule: CompTimeRule, balance: Seconds) {
        self.rule = rule
        self.balance = Ratio(whole: balance.count)
    }

    /// Takes overtime as time off as far as the cap has room; the rest is paid.
    ///
    /// At a balance of 236 hours and a cap of 240, four hours of overtime at 1.5 become 4 hours off, from 2 2/3 hours;
    /// 1 1/3 are paid (29 USC 207(o)(3)).
    ///
    /// - Throws: ``ArithmeticOverflow`` when an amount does not fit.
    public mutating func accrue(overtime: Seconds, in starts: CivilDate) throws(ArithmeticOverflow) -> CompAccrual {
        let rate = try Ratio(Int128(rule.rate), over: 1_000_000)
        let all = Ratio(whole: overtime.count)
        var earned = try all * rate
        if let cap = rule.capSeconds {
            let room = try Ratio(whole: cap) - balance
            earned = min(earned, max(room, .zero))
        }
        let taken = try earned / rate
        balance = try balance + earned
        return CompAccrual(
            starts: starts, overtimeToTimeOff: taken, earned: earned, overtimePaid: try all - taken, balance: balance)
    }

    /// What unused time off pays at the end of employment: at the final regular rate or the average of the last three
    /// years, whichever is higher (29 USC 207(o)(4)). Rates are dollars an hour.
    ///
    /// - Throws: ``ArithmeticOverflow`` when an amount does not fit.
    public func payAtExit(finalRate: Ratio, threeYearAverage: Ratio) throws(ArithmeticOverflow) -> Cents {
        try pay(at: max(finalRate, threeYearAverage))
    }

    /// What unused time off pays while employed: at the rate of the day of payment (29 USC 207(o)(3)(B)).
    ///
    /// - Throws: ``ArithmeticOverflow`` when an amount does not fit.
    public func payInService(at rate: Ratio) throws(ArithmeticOverflow) -> Cents { try pay(at: rate) }

    /// The last day on which time off earned in a month can be taken, where the rule lets it expire to pay.
    public func lastDay(toTakeWhatWasEarnedOn day: CivilDate) -> CivilDate? {
        rule.expiresAfterMonths.map { day.endOfMonth.adding(months: $0).endOfMonth }
    }

    private func pay(at rate: Ratio) throws(ArithmeticOverflow) -> Cents {
        let dollars = try balance / Ratio(whole: 3600) * rate
        return Cents(Int64((try dollars * Ratio(whole: 100)).roundedHalfUp))
    }
}
