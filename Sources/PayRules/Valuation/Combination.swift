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
            let contract = contractWeek(date, &contractCursors)
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

    /// What the contracts pay in a week.
    private struct ContractWeek {
        /// The week of each contract that has it.
        var weeks: [WorkweekPay] = []

        /// All pay, exact, in cents.
        func pay() throws(ArithmeticOverflow) -> Ratio {
            var pay = Ratio.zero
            for week in weeks { pay = try pay + week.exact.payInCents(week.total) }
            return pay
        }

        /// Of it, premiums that may be credited.
        func creditable() throws(ArithmeticOverflow) -> Ratio {
            var creditable = Ratio.zero
            for week in weeks { creditable = try creditable + week.exact.creditableInCents() }
            return creditable
        }

        /// Of it, pay of positions that the statutes leave out.
        func exempt() throws(ArithmeticOverflow) -> Ratio {
            var exempt = Ratio.zero
            for week in weeks { exempt = try exempt + week.exact.exemptInCents() }
            return exempt
        }

        func cents() throws(ArithmeticOverflow) -> Int64 {
            if weeks.count == 1, weeks[0].exact.creditableItems == 0 { return weeks[0].total.count }
            return Int64(try pay().roundedHalfUp)
        }
    }

    private func contractWeek(_ date: CivilDate, _ cursors: inout [Int]) -> ContractWeek {
        var result = ContractWeek()
        for (index, contract) in contracts.enumerated() {
            if let week = Self.week(date, in: contract, &cursors[index]) { result.weeks.append(week) }
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
                reading: index, premium: .zero, regularRate: .zero, credited: .zero, additional: .zero,
                premiumSeconds: 0)
        }
        if contract.weeks.count == 1 {
            let exact = contract.weeks[0].exact
            // The common cases: no premium by contract, or one that is all credited, so that the regular rate is the same.
            if exact.paysStraight(like: week.exact) {
                return CombinedWeek.Additional(
                    reading: index, premium: week.premium, regularRate: try week.regularRate(), credited: .zero,
                    additional: max(week.premium, .zero), premiumSeconds: premiumSeconds)
            }
            if exact.creditsAllPremium(like: week.exact), exact.premiumWeight >= week.exact.premiumWeight {
                return CombinedWeek.Additional(
                    reading: index, premium: Cents(try week.exact.premiumInCents()),
                    regularRate: try week.regularRate(),
                    credited: Cents(try exact.premiumInCents()), additional: .zero, premiumSeconds: premiumSeconds)
            }
        }
        let pay = try contract.pay()
        let creditable = try contract.creditable()
        let counted = try pay - creditable - contract.exempt()
        let (premium, rate) = try premiumAtContractRate(week, reading, counted: counted)
        let credited = Cents(Int64(creditable.roundedHalfUp))
        guard premium > creditable else {
            return CombinedWeek.Additional(
                reading: index, premium: Cents(Int64(premium.roundedHalfUp)), regularRate: rate, credited: credited,
                additional: .zero, premiumSeconds: premiumSeconds)
        }
        // Rounded once, with the contract's pay, so that equal exact amounts make no odd cent.
        let sum = try pay + premium - creditable
        let additional = Cents(Int64(sum.roundedHalfUp) - Int64(pay.roundedHalfUp))
        return CombinedWeek.Additional(
            reading: index, premium: try additional + credited, regularRate: rate, credited: credited,
            additional: additional, premiumSeconds: premiumSeconds)
    }

    /// A statute's premium in cents, exact, at the regular rate of the contract's pay less what is credited.
    private func premiumAtContractRate(
        _ week: WorkweekPay, _ reading: Reading, counted: Ratio
    ) throws(ArithmeticOverflow) -> (premium: Ratio, regularRate: Ratio) {
        let own = week.exact
        // The regular rate is the statute's own, moved by how far the contract's counted pay is from its straight pay.
        let difference = try counted - own.coveredStraightInCents()
        let ownBase = try Ratio(own.rateBase, over: try product(ExactWeek.perCent, own.scale))
        let base = try ownBase + difference
        let rate = try base / Ratio(whole: own.seconds)
        var premium = Ratio.zero
        let rounding = reading.series.newest.money
        let inCents = Int64((try rate * Ratio(whole: 3600)).roundedHalfUp)
        for line in reading.lines[week.lines] where line.multiplier > 1_000_000 && line.countsTime {
            guard let tier = reading.tier(of: line) else { continue }
            let extra = line.multiplier - 1_000_000
            let atOwnRate = (tier.premiumOn ?? reading.series.newest.premiumOn) != .regularRate
            if rounding == .exactOnce {
                let perSecond = atOwnRate ? try Ratio(Int128(line.premiumRate), over: 36_000_000) : rate
                let part = try perSecond * Ratio(Int128(extra), over: 1_000_000)
                premium = try premium + part * Ratio(whole: line.seconds)
            } else {
                let cents = atOwnRate ? try rounded(Int128(line.premiumRate), over: 10_000) : inCents
                let perHour =
                    rounding == .rateThenMultiply
                    ? try rounded(Int128(cents) * Int128(extra), over: 1_000_000)
                    : try rounded(Int128(cents) * Int128(line.multiplier), over: 1_000_000) - cents
                premium = try premium + Ratio(Int128(perHour) * Int128(line.seconds), over: 3600)
            }
        }
        return (premium, try rate * Ratio(whole: 36))
    }
}

extension ExactWeek {
    private func ratio(_ amount: Int128) throws(ArithmeticOverflow) -> Ratio {
        try Ratio(amount, over: try product(Self.perCent, scale))
    }

    /// Straight pay of positions that the statutes cover, in cents.
    func coveredStraightInCents() throws(ArithmeticOverflow) -> Ratio { try ratio(straight - exemptStraight) }

    /// Pay of positions that the statutes leave out, in cents.
    func exemptInCents() throws(ArithmeticOverflow) -> Ratio {
        try ratio(exemptStraight) + ratio(exemptAtOwnRate) / Ratio(whole: 1_000_000) + weighted(exemptWeight)
    }

    /// All that a contract pays, in cents: exact where it rounds once, else its total, and premiums paid as items.
    func payInCents(_ total: Cents) throws(ArithmeticOverflow) -> Ratio {
        let items = try Ratio(creditableItems, over: Self.perCent)
        guard isExact else { return try Ratio(whole: total.count) + items }
        let premium = try ratio(premiumAtOwnRate) / Ratio(whole: 1_000_000) + weighted(premiumWeight)
        return try ratio(straight) + premium + items
    }

    /// Premiums that may be credited, in cents.
    func creditableInCents() throws(ArithmeticOverflow) -> Ratio {
        let items = try Ratio(creditableItems, over: Self.perCent)
        return try items + ratio(creditableAtOwnRate) / Ratio(whole: 1_000_000) + weighted(creditableWeight)
    }

    /// A multiple of the regular rate for some time, in cents.
    private func weighted(_ weight: Int128) throws(ArithmeticOverflow) -> Ratio {
        guard weight != 0, seconds > 0 else { return .zero }
        let base = try ratio(rateBase)
        return try base * Ratio(weight, over: Int128(seconds) * 1_000_000)
    }

    /// Whether this contract's week pays what a statute's week has as straight pay, and nothing beyond.
    func paysStraight(like statute: ExactWeek) -> Bool {
        isSameStraight(as: statute) && premiumWeight == 0 && premiumAtOwnRate == 0
    }

    /// Whether this contract's week pays what a statute's week has as straight pay, and beyond it only premium of the
    /// regular rate that is all credited: then the regular rate is the statute's own.
    func creditsAllPremium(like statute: ExactWeek) -> Bool {
        isSameStraight(as: statute) && premiumAtOwnRate == 0 && statute.premiumAtOwnRate == 0
            && creditableWeight == premiumWeight && isExact && statute.isExact
    }

    private func isSameStraight(as statute: ExactWeek) -> Bool {
        scale == statute.scale && straight == statute.straight && rateBase == statute.rateBase
            && seconds == statute.seconds && creditableItems == 0 && exemptStraight == 0 && statute.exemptStraight == 0
    }

    /// Premium of the regular rate, rounded.
    func premiumInCents() throws(ArithmeticOverflow) -> Int64 {
        guard premiumWeight != 0, seconds > 0 else { return 0 }
        let unit = try product(try product(Self.perCent, scale), Int128(seconds) * 1_000_000)
        return try rounded(try product(rateBase, premiumWeight), over: unit)
    }
}
