import WorkUnits

/// Finds bonuses that add so little to overtime pay that the parties agreed to leave them out of the regular rate.
///
/// A bonus of 260.00 for 13 weeks adds 0.40 an hour to the rate of a 50-hour week, and half of that for its 10 hours of
/// overtime: 2.00, more than 0.50, so it stays in. One of 5.00 a week adds 0.50 and may be left out.
///
/// Source: 29 CFR 548.305 (on average, in the weeks that have overtime).
struct TrivialBonuses {
    private let rule: TrivialBonusRule
    private let reading: Reading
    private let hours: Hours
    private let covers: [Bool]

    init(_ rule: TrivialBonusRule, _ reading: Reading, _ hours: Hours, covers: [Bool]) {
        self.covers = covers
        self.rule = rule
        self.reading = reading
        self.hours = hours
    }

    /// The indices of pay items to leave out.
    func items() throws(ArithmeticOverflow) -> Set<Int> {
        var bonuses: [[Int]] = []
        var bySum: [Int: Int] = [:]
        for (index, item) in hours.pay.enumerated()
        where item.kind == .nondiscretionaryBonus && covers[item.assignment] {
            if let sum = item.sum, let known = bySum[sum] {
                bonuses[known].append(index)
            } else {
                if let sum = item.sum { bySum[sum] = bonuses.count }
                bonuses.append([index])
            }
        }
        var trivial: Set<Int> = []
        for bonus in bonuses where try isTrivial(bonus) { trivial.formUnion(bonus) }
        return trivial
    }

    /// Whether what a bonus adds to overtime pay is small enough, on average of its weeks with overtime.
    private func isTrivial(_ bonus: [Int]) throws(ArithmeticOverflow) -> Bool {
        var (added, weeks) = (Ratio.zero, 0)
        for index in bonus {
            let item = hours.pay[index]
            let starts = reading.series.newest.workweek.startDate(ofNoon: item.workweekOf)
            guard let week = reading.workweeks.first(where: { $0.starts == starts }), week.exact.premiumWeight > 0
            else {
                continue
            }
            let factor = try Ratio(week.exact.premiumWeight, over: Int128(week.exact.seconds) * 1_000_000)
            added = try added + item.amount * factor
            weeks += 1
        }
        guard weeks > 0 else { return false }
        return try added <= Ratio(rule.atMost) * Ratio(whole: Int64(weeks))
    }
}
