import WorkUnits

/// Turns the time and pay of one workweek into cents: regular rate, premium, total, lines, shares.
struct WeekMoney {
    let items: [Int]
    var exact = ExactWeek()
    /// What the extras of all multiples are whole numbers of, in millionths: 500,000 for time and a half.
    private var extraUnit: Int64 = 1_000_000
    /// Pay of time that the regular rate does not hold.
    private var restPay: Int128 = 0
    /// All time worked.
    private var seconds: Int64 = 0
    /// Salaries by the second worked, that the regular rate has whatever the hours.
    var salaryPerSecond: Int128 = 0

    init(pay items: [Int]) {
        self.items = items
    }

    /// Works out the week and its lines.
    mutating func settle(_ week: inout WorkweekPay, _ builder: inout ReadingBuilder) throws(ArithmeticOverflow) {
        // Pay for a meal that is no time worked, and for time outside of the law, is no part of the regular rate.
        let timeLines = builder.firstLine..<builder.reading.lines.count
        for index in timeLines {
            let line = builder.reading.lines[index]
            if line.payClass != .meal { seconds += line.seconds }
            if line.payClass.isInRegularRate { exact.seconds += line.seconds }
            let pay = Int128(line.rate) * Int128(line.seconds)
            exact.straight += pay
            if !line.payClass.isInRegularRate { restPay += pay }
            if builder.isExempt[builder.assignment(of: line)] { exact.exemptStraight += pay }
        }
        builder.addDifferentialLines(&self, week.starts)
        exact.rateBase = exact.straight - restPay
        let amounts = items.isEmpty ? [] : try payAmounts(week.starts, &builder)
        try addPremiums(timeLines, builder)
        let lines = try exactLines(amounts, builder)
        try roundTotals(&week, lines, builder)
        try spread(week, lines, &builder)
        week.seconds = seconds
        exact.isExact = builder.rules.money == .exactOnce
        week.exact = exact
        week.lines = builder.firstLine..<builder.reading.lines.count
        try IncidentShares(week, lines).share(&builder)
    }

    /// Adds pay of a differential, which comes after the lines of time.
    mutating func addDifferential(_ pay: Int128, isExempt: Bool, isInRate: Bool) {
        exact.straight += pay
        if isExempt { exact.exemptStraight += pay }
        if !isInRate { restPay += pay }
    }

    /// Adds up what the tiers earn beyond straight time.
    private mutating func addPremiums(
        _ lines: Range<Int>, _ builder: ReadingBuilder
    ) throws(ArithmeticOverflow) {
        for index in lines {
            let line = builder.reading.lines[index]
            guard line.tier >= 0, line.multiplier != 1_000_000 else { continue }
            let tier = builder.compiled[Int(line.version)].facts[Int(line.tier)]
            let weight = Int128(line.multiplier - 1_000_000) * Int128(line.seconds)
            extraUnit = greatestCommonDivisor(extraUnit, abs(line.multiplier - 1_000_000))
            let isExempt = builder.isExempt[builder.assignment(of: line)]
            if tier.premiumOn != .regularRate {
                let premium = try product(try product(weight, Int128(line.premiumRate)), exact.scale)
                exact.premiumAtOwnRate = try sum(exact.premiumAtOwnRate, premium)
                if isExempt {
                    exact.exemptAtOwnRate = try sum(exact.exemptAtOwnRate, premium)
                } else if tier.isCreditable {
                    exact.creditableAtOwnRate = try sum(exact.creditableAtOwnRate, premium)
                }
            } else {
                exact.premiumWeight = try sum(exact.premiumWeight, weight)
                if isExempt {
                    exact.exemptWeight = try sum(exact.exemptWeight, weight)
                } else if tier.isCreditable {
                    exact.creditableWeight = try sum(exact.creditableWeight, weight)
                }
            }
        }
    }
}

// MARK: - Lines and totals

extension WeekMoney {
    /// The exact amounts of the lines of a workweek, all over one divisor, which makes cents of them.
    struct Lines {
        /// Amount of each line, from the first of the workweek on.
        var amounts: [Int128]
        /// Straight part of each.
        var straight: [Int128]
        /// What makes cents of both.
        var divisor: Int128
    }

    private func exactLines(
        _ payAmounts: [Int128], _ builder: ReadingBuilder
    ) throws(ArithmeticOverflow) -> Lines {
        let count = builder.reading.lines.count - builder.firstLine
        var lines = Lines(amounts: [], straight: [], divisor: 1)
        lines.amounts.reserveCapacity(count)
        lines.straight.reserveCapacity(count)
        let rateRounding = try roundedRate(builder)
        let hasWeight = exact.premiumWeight != 0 && rateRounding == nil
        // Extras are so many parts of a whole, and the regular rate has the seconds of the week below it.
        let parts = Int128(1_000_000 / extraUnit)
        let times = hasWeight ? Int128(exact.seconds) * parts : parts
        let scaled = try product(exact.scale, times)
        lines.divisor = try product(ExactWeek.perCent, scaled)
        for index in builder.firstLine..<builder.reading.lines.count {
            let line = builder.reading.lines[index]
            if line.source == .pay {
                let amount = try product(payAmounts[lines.amounts.count - (count - payAmounts.count)], times)
                lines.amounts.append(amount)
                lines.straight.append(amount)
                continue
            }
            let straight = try product(Int128(line.rate) * Int128(line.seconds), scaled)
            var amount = straight
            if line.tier >= 0, line.multiplier != 1_000_000, line.payClass != .differential {
                amount = try sum(amount, try premium(of: line, rateRounding, times, builder))
            }
            lines.straight.append(straight)
            lines.amounts.append(amount)
        }
        return lines
    }

    private func premium(
        of line: PayLine, _ roundedRate: Int64?, _ times: Int128, _ builder: ReadingBuilder
    ) throws(ArithmeticOverflow) -> Int128 {
        let tier = builder.compiled[Int(line.version)].facts[Int(line.tier)]
        let weight = Int128((line.multiplier - 1_000_000) / extraUnit) * Int128(line.seconds)
        let isOnRegularRate = tier.premiumOn == .regularRate
        if let roundedRate, line.multiplier > 1_000_000 {
            let rate = isOnRegularRate ? roundedRate : try rateInCents(Int128(line.premiumRate), over: 1)
            let extra = try extraAnHour(rate, line.multiplier, builder.rules.money)
            let units = Int128(extra) * 10_000 * Int128(line.seconds)
            return try product(units, try product(exact.scale, times))
        }
        if !isOnRegularRate {
            let units = try product(try product(weight, Int128(line.premiumRate)), exact.scale)
            return try product(units, times / Int128(1_000_000 / extraUnit))
        }
        return try product(exact.rateBase, weight)
    }

    /// The cents an hour beyond a rate in cents: the extra rounded, or the overtime rate rounded less the rate.
    private func extraAnHour(
        _ rate: Int64, _ multiplier: Int64, _ money: RuleSet.MoneyRounding
    ) throws(ArithmeticOverflow) -> Int64 {
        guard money == .overtimeRateThenMultiply else {
            return try rounded(Int128(rate) * Int128(multiplier - 1_000_000), over: 1_000_000)
        }
        return try rounded(Int128(rate) * Int128(multiplier), over: 1_000_000) - rate
    }

    /// The regular rate in whole cents where the rule set rounds it first; nil where amounts stay exact.
    private func roundedRate(_ builder: ReadingBuilder) throws(ArithmeticOverflow) -> Int64? {
        guard builder.rules.money != .exactOnce, exact.seconds > 0 else { return nil }
        return try rateInCents(exact.rateBase, over: try product(Int128(exact.seconds), exact.scale))
    }

    /// Dollars an hour in millionths as cents an hour, half up.
    private func rateInCents(_ millionths: Int128, over divisor: Int128) throws(ArithmeticOverflow) -> Int64 {
        try rounded(millionths, over: try product(divisor, 10_000))
    }

    /// Straight and total, each rounded once; the total by the official path that the rule set names.
    private func roundTotals(
        _ week: inout WorkweekPay, _ lines: Lines, _ builder: ReadingBuilder
    ) throws(ArithmeticOverflow) {
        var straight: Int128 = 0
        var total: Int128 = 0
        for amount in lines.straight { straight = try sum(straight, amount) }
        for amount in lines.amounts { total = try sum(total, amount) }
        week.straight = Cents(try rounded(straight, over: lines.divisor))
        week.total = Cents(try rounded(total, over: lines.divisor))
        if builder.rules.money == .overtimeRateThenMultiply, let rate = try roundedRate(builder),
            let official = try byRates(rate, builder)
        {
            week.total = Cents(official)
            week.hasOfficialTotal = true
        }
        week.premium = try week.total - week.straight
    }

    /// All hours at the rounded regular rate or a rounded overtime rate (29 CFR 778.502); nil without overtime, and where
    /// a premium is no multiple of the regular rate.
    private func byRates(_ rate: Int64, _ builder: ReadingBuilder) throws(ArithmeticOverflow) -> Int64? {
        var units: Int128 = 0
        var hasOvertime = false
        for index in builder.firstLine..<builder.reading.lines.count {
            let line = builder.reading.lines[index]
            guard line.source != .pay, line.countsTime, line.payClass.isInRegularRate else { continue }
            var own = rate
            if line.tier >= 0, line.multiplier != 1_000_000 {
                guard builder.compiled[Int(line.version)].facts[Int(line.tier)].premiumOn == .regularRate else {
                    return nil
                }
                hasOvertime = true
                own = try rounded(Int128(rate) * Int128(line.multiplier), over: 1_000_000)
            }
            units = try sum(units, Int128(own) * 10_000 * Int128(line.seconds))
        }
        // What the regular rate does not hold is paid besides.
        units = try sum(units, restPay)
        return hasOvertime ? try rounded(units, over: ExactWeek.perCent) : nil
    }

    /// Gives each line its cents: rounded down, the rest to the largest remainders, of equal ones the earlier.
    private func spread(
        _ week: WorkweekPay, _ lines: Lines, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        let first = builder.firstLine
        guard !lines.amounts.isEmpty else { return }
        if week.hasOfficialTotal, try spreadOfficial(week, lines, &builder) {
            return
        }
        if let divisor = Int64(exactly: lines.divisor), lines.amounts.allSatisfy({ Int64(exactly: $0) != nil }) {
            spread(week.total.count, lines.amounts.map { Int64(truncatingIfNeeded: $0) }, divisor, first, &builder)
        } else {
            spread(week.total.count, lines.amounts, lines.divisor, first, &builder)
        }
    }

    private func spread<Number: FixedWidthInteger>(
        _ total: Int64, _ amounts: [Number], _ divisor: Number, _ first: Int, _ builder: inout ReadingBuilder
    ) {
        var left = total
        var remainders: [Number] = []
        remainders.reserveCapacity(amounts.count)
        for (number, amount) in amounts.enumerated() {
            let (cents, remainder) = amount.quotientAndRemainder(dividingBy: divisor)
            builder.reading.lines[first + number].cents = Int64(truncatingIfNeeded: cents)
            remainders.append(remainder)
            left -= Int64(truncatingIfNeeded: cents)
        }
        guard left > 0 else { return }
        for number in largest(Int(left), of: remainders) { builder.reading.lines[first + number].cents += 1 }
    }

    /// By rounded overtime rates the total is not the sum of the exact lines. Straight time and pay stay what they are;
    /// the overtime lines take the difference.
    ///
    /// - Returns: false where there is no overtime to take it.
    private func spreadOfficial(
        _ week: WorkweekPay, _ lines: Lines, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) -> Bool {
        let overtime = lines.amounts.indices.filter { lines.amounts[$0] != lines.straight[$0] }
        guard !overtime.isEmpty else { return false }
        let rest = lines.amounts.indices.filter { lines.amounts[$0] == lines.straight[$0] }
        var sum: Int128 = 0
        for index in rest { sum = try PayRules.sum(sum, lines.amounts[index]) }
        let straight = min(try rounded(sum, over: lines.divisor), week.total.count)
        for (indices, cents) in [(rest, straight), (overtime, week.total.count - straight)] where !indices.isEmpty {
            let parts = try allocate(cents, by: indices.map { lines.amounts[$0] })
            for (index, part) in zip(indices, parts) { builder.reading.lines[builder.firstLine + index].cents = part }
        }
        return true
    }
}

/// The greatest number that both are multiples of; both positive or zero, not both zero.
private func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
