import WorkUnits

/// Joins readings by workweek: what the contract pays, and the largest of what statutes add to it.
///
/// A statute's premium is worked out at the regular rate that the contract's pay makes, less the contract's premiums
/// that may be credited, and never below zero. Example: 292.50 by contract, of which 17.50 is credited, 48 hours:
/// 275.00 / 48 · ½ · 8 h = 22.92; 22.92 - 17.50 = 5.42 is added.
///
/// Source: 29 USC 207(e), (h); 29 CFR 778.311.
struct Combination {
    private let readings: [Reading]
    private let contracts: [Reading]
    private let hours: Hours

    init(_ readings: [Reading], _ rest: Reading?, _ hours: Hours) {
        self.readings = readings
        let given = readings.filter { $0.series.newest.regime == .contract }
        contracts = given + (rest.map { [$0] } ?? [])
        self.hours = hours
    }

    func weeks() throws(ArithmeticOverflow) -> [CombinedWeek] {
        var starts = (readings + contracts).flatMap { $0.workweeks.map(\.starts) }
        starts.sort()
        var cursors = [Int](repeating: 0, count: readings.count)
        var contractCursors = [Int](repeating: 0, count: contracts.count)
        var combined: [CombinedWeek] = []
        var last: CivilDate?
        for date in starts where date != last {
            last = date
            let contract = try contractWeek(date, &contractCursors)
            var additional: [CombinedWeek.Additional] = []
            for (index, reading) in readings.enumerated() {
                guard let week = Self.week(date, in: reading, &cursors[index]) else { continue }
                guard reading.series.newest.regime != .contract else { continue }
                additional.append(try add(index, reading, week, contract))
            }
            let cents = Cents(try contract.cents())
            let largest = additional.map(\.additional).max() ?? .zero
            combined.append(
                CombinedWeek(starts: date, contract: cents, additional: additional, combined: try cents + largest))
        }
        return combined
    }

    private static func week(_ date: CivilDate, in reading: Reading, _ cursor: inout Int) -> WorkweekPay? {
        while cursor < reading.workweeks.count, reading.workweeks[cursor].starts < date { cursor += 1 }
        guard cursor < reading.workweeks.count, reading.workweeks[cursor].starts == date else { return nil }
        return reading.workweeks[cursor]
    }

    /// What the contracts pay in a week, exactly.
    private struct ContractWeek {
        /// Dollars in cents, exact.
        var pay = Ratio.zero
        /// Of it, premiums that may be credited.
        var creditable = Ratio.zero
        var weeks = 0
        /// The only week where there is one, to spare ratios in the common case.
        var only: WorkweekPay?

        func cents() throws(ArithmeticOverflow) -> Int64 {
            if let only, only.exact.creditableItems == 0 { return only.total.count }
            return Int64(pay.roundedHalfUp)
        }
    }

    private func contractWeek(
        _ date: CivilDate, _ cursors: inout [Int]
    ) throws(ArithmeticOverflow) -> ContractWeek {
        var found: [WorkweekPay] = []
        for (index, contract) in contracts.enumerated() {
            if let week = Self.week(date, in: contract, &cursors[index]) { found.append(week) }
        }
        var result = ContractWeek()
        result.weeks = found.count
        result.only = found.count == 1 ? found[0] : nil
        for week in found {
            result.pay = try result.pay + week.exact.payInCents(week.total)
            result.creditable = try result.creditable + week.exact.creditableInCents()
        }
        return result
    }

    private func add(
        _ index: Int, _ reading: Reading, _ week: WorkweekPay, _ contract: ContractWeek
    ) throws(ArithmeticOverflow) -> CombinedWeek.Additional {
        let premiumSeconds = reading.lines[week.lines].reduce(Int64(0)) { sum, line in
            sum + (line.multiplier != 1_000_000 && line.countsTime ? line.seconds : 0)
        }
        guard premiumSeconds > 0 else {
            return CombinedWeek.Additional(
                reading: index, premium: .zero, credited: .zero, additional: .zero, premiumSeconds: 0)
        }
        let credited = Cents(Int64(contract.creditable.roundedHalfUp))
        let premium: Cents
        if let only = contract.only, only.exact.pays(sameAs: week.exact) {
            premium = week.premium
        } else {
            premium = try premiumAtContractRate(week, reading, contract)
        }
        let additional = try max(premium - credited, .zero)
        return CombinedWeek.Additional(
            reading: index, premium: premium, credited: credited, additional: additional,
            premiumSeconds: premiumSeconds)
    }

    /// A statute's premium at the regular rate of the contract's pay less what is credited.
    private func premiumAtContractRate(
        _ week: WorkweekPay, _ reading: Reading, _ contract: ContractWeek
    ) throws(ArithmeticOverflow) -> Cents {
        let own = week.exact
        // The regular rate is the statute's own, moved by how far the contract's counted pay is from its straight pay.
        let counted = try contract.pay - contract.creditable
        let difference = try counted - own.straightInCents()
        let ownBase = try Ratio(own.rateBase, over: try product(ExactWeek.perCent, own.scale))
        let base = try ownBase + difference
        let rate = try base / Ratio(whole: own.seconds)
        var premium = Ratio.zero
        let rounding = reading.series.newest.money
        let inCents = Int64((try rate * Ratio(whole: 3600)).roundedHalfUp)
        for line in reading.lines[week.lines] where line.multiplier > 1_000_000 && line.countsTime {
            guard let tier = reading.tier(of: line) else { continue }
            let extra = line.multiplier - 1_000_000
            let atOwnRate = (tier.premiumOn ?? reading.series.newest.premiumOn) == .baseRate
            if rounding == .exactOnce {
                let perSecond = atOwnRate ? try Ratio(line.rate, over: 36_000_000) : rate
                let part = try perSecond * Ratio(extra, over: 1_000_000)
                premium = try premium + part * Ratio(whole: line.seconds)
            } else {
                let cents = atOwnRate ? try rounded(Int128(line.rate), over: 10_000) : inCents
                let perHour = try rounded(Int128(cents) * Int128(extra), over: 1_000_000)
                premium = try premium + Ratio(Int128(perHour) * Int128(line.seconds), over: 3600)
            }
        }
        let total = try contract.pay + premium
        return Cents(Int64(total.roundedHalfUp) - Int64(contract.pay.roundedHalfUp))
    }
}

extension ExactWeek {
    private func ratio(_ amount: Int128) throws(ArithmeticOverflow) -> Ratio {
        try Ratio(amount, over: try product(Self.perCent, scale))
    }

    func straightInCents() throws(ArithmeticOverflow) -> Ratio { try ratio(straight) }

    /// All that a contract pays, in cents: exact where it rounds once, else its total, and premiums paid as items.
    func payInCents(_ total: Cents) throws(ArithmeticOverflow) -> Ratio {
        let items = try Ratio(creditableItems, over: Self.perCent)
        guard isExact else { return try Ratio(whole: total.count) + items }
        let premium = try ratio(premiumAtOwnRate) + weighted(premiumWeight)
        return try ratio(straight) + premium + items
    }

    /// Premiums that may be credited, in cents.
    func creditableInCents() throws(ArithmeticOverflow) -> Ratio {
        let items = try Ratio(creditableItems, over: Self.perCent)
        return try items + ratio(creditableAtOwnRate) + weighted(creditableWeight)
    }

    /// A multiple of the regular rate for some time, in cents.
    private func weighted(_ weight: Int128) throws(ArithmeticOverflow) -> Ratio {
        guard weight != 0, seconds > 0 else { return .zero }
        let base = try ratio(rateBase)
        return try base * Ratio(weight, over: Int128(seconds) * 1_000_000)
    }

    /// Whether a statute's week has the straight pay of a contract's that pays no premium and credits none.
    func pays(sameAs statute: ExactWeek) -> Bool {
        scale == statute.scale && straight == statute.straight && seconds == statute.seconds && premiumWeight == 0
            && premiumAtOwnRate == 0 && creditableItems == 0
    }
}
