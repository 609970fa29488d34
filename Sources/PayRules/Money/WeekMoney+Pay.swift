import WorkUnits

extension WeekMoney {
    /// Adds the week's pay items to straight pay and to the regular rate, each with a line, and puts what is no pay for
    /// hours worked beside the reading.
    ///
    /// - Returns: the exact amount of each pay line, in order.
    mutating func payAmounts(
        _ starts: CivilDate, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) -> [Int128] {
        let included = items.filter { builder.hours.pay[$0].standing == .remuneration }
        for index in items where builder.hours.pay[index].standing != .remuneration {
            try setBeside(index, starts, &builder)
        }
        try findScale(builder.hours)
        var amounts: [Int128] = []
        for index in included {
            let item = builder.hours.pay[index]
            let isOutside = builder.isOutside(item.assignment)
            let amount =
                isOutside
                ? try inScale(try Self.units(item.amount))
                : try paid(item, builder.rules.money, inRate: !builder.outOfRegularRate.contains(index))
            if isOutside { exact.straight = try sum(exact.straight, amount) }
            if builder.isExempt[item.assignment] { exact.exemptStraight = try sum(exact.exemptStraight, amount) }
            amounts.append(amount)
            builder.addPayLine(index, starts)
        }
        exact.rateBase = try sum(exact.rateBase, try product(salaryPerSecond, Int128(exact.seconds)))
        return amounts
    }

    /// The unit in which all amounts of the week are whole.
    private mutating func findScale(_ hours: Hours) throws(ArithmeticOverflow) {
        var scale: Int128 = 1
        for index in items {
            let item = hours.pay[index]
            let units = try Self.units(item.amount)
            scale = try Self.leastCommonMultiple(scale, units.denominator)
            if let covers = item.coversSeconds {
                let perSecond = try units / Ratio(whole: covers)
                scale = try Self.leastCommonMultiple(scale, perSecond.denominator)
            }
        }
        guard scale <= 1_000_000_000 else { throw ArithmeticOverflow() }
        exact.scale = scale
        exact.straight = try product(exact.straight, scale)
        exact.exemptStraight = try product(exact.exemptStraight, scale)
        exact.rateBase = try product(exact.rateBase, scale)
    }

    /// Dollars as millionths times seconds by the hour.
    private static func units(_ dollars: Ratio) throws(ArithmeticOverflow) -> Ratio {
        try dollars * Ratio(whole: 3_600_000_000)
    }

    private static func leastCommonMultiple(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
        let reduced = try Ratio(left, over: right)
        return try product(left, reduced.denominator)
    }

    private func inScale(_ ratio: Ratio) throws(ArithmeticOverflow) -> Int128 {
        try product(ratio.numerator, exact.scale / ratio.denominator)
    }

    /// What an item pays in the week, and what of it the regular rate has.
    private mutating func paid(
        _ item: PayItem, _ rounding: RuleSet.MoneyRounding, inRate: Bool
    ) throws(ArithmeticOverflow) -> Int128 {
        let units = try Self.units(item.amount)
        var amount = try inScale(units)
        if let guaranteed = item.guaranteedRate {
            let least = try product(Int128(guaranteed.count) * Int128(exact.seconds), exact.scale)
            amount = max(amount, least)
        }
        if let covers = item.coversSeconds {
            // A salary for so many hours: its rate is by those hours, and hours beyond them are paid at it besides
            // (29 CFR 778.113, .322, .325).
            let perSecond = try inScale(try units / Ratio(whole: covers))
            salaryPerSecond = try sum(salaryPerSecond, perSecond)
            let beyond = max(0, exact.seconds - covers)
            amount = try sum(amount, try payBeyond(perSecond, seconds: beyond, rounding))
        } else if inRate {
            exact.rateBase = try sum(exact.rateBase, amount)
        }
        exact.straight = try sum(exact.straight, amount)
        return amount
    }

    private func payBeyond(
        _ perSecond: Int128, seconds: Int64, _ rounding: RuleSet.MoneyRounding
    ) throws(ArithmeticOverflow) -> Int128 {
        guard rounding != .exactOnce else { return try product(perSecond, Int128(seconds)) }
        // The official paths have the hours beyond at the rate in cents (29 CFR 778.322).
        let cents = try rounded(perSecond, over: try product(exact.scale, 10_000))
        return try product(Int128(cents) * 10_000 * Int128(seconds), exact.scale)
    }

    /// Pay that is none for hours worked.
    private mutating func setBeside(
        _ index: Int, _ starts: CivilDate, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        let item = builder.hours.pay[index]
        var amount = item.amount
        if item.kind == .callBack, item.minimumSeconds > 0 {
            // Only the part of the guarantee that is not worked; the hours worked are in the entries.
            amount =
                try amount
                * Ratio(
                    Int128(item.minimumSeconds - item.workedSeconds), over: Int128(item.minimumSeconds))
        }
        let cents = Int64((try amount * Ratio(whole: 100)).roundedHalfUp)
        let isCreditable = item.standing == .creditable
        if isCreditable {
            exact.creditableItems = try sum(exact.creditableItems, Int128(cents) * ExactWeek.perCent)
        }
        builder.reading.beside.append(
            PayBeside(
                pay: index, entry: nil, starts: starts, cents: Cents(cents), isCreditable: isCreditable,
                says: item.kind.besideReason(isCreditable), cite: item.kind.besideCite(isCreditable)))
    }
}

extension PayItem.Kind {
    func besideReason(_ isCreditable: Bool) -> String {
        if isCreditable {
            return "Extra pay for certain hours: not in the regular rate, and credited against overtime."
        }
        return switch self {
        case .paidLeave, .holidayPay: "Pay for time not worked: not in the regular rate, and not credited."
        case .discretionaryBonus: "A bonus at the employer's discretion: not in the regular rate, and not credited."
        case .showUp, .callBack: "Pay for hours not worked: not in the regular rate, and not credited."
        case .expense: "Repaid expenses: no pay for work."
        default: "Not in the regular rate, and not credited."
        }
    }

    func besideCite(_ isCreditable: Bool) -> String {
        if isCreditable { return "29 USC 207(e)(5)-(7), (h)" }
        return switch self {
        case .paidLeave, .holidayPay: "29 CFR 778.218, 778.219"
        case .discretionaryBonus: "29 USC 207(e)(3)"
        case .showUp: "29 CFR 778.220"
        case .callBack: "29 CFR 778.221"
        default: "29 USC 207(e)(2)"
        }
    }
}

extension ReadingBuilder {
    mutating func addPayLine(_ index: Int, _ starts: CivilDate) {
        let start = rules.workweek.start(on: starts, in: hours.zone).secondsSince1970
        let line = PayLine(
            source: .pay, index: Int32(index), week: Int32(reading.workweeks.count), payClass: .pay,
            version: Int16(series.index(on: starts)), tier: -1, multiplier: 1_000_000, rate: 0, premiumRate: 0,
            start: start,
            seconds: 0, counterBefore: 0, cents: 0, firstShare: 0, shareCount: 0)
        reading.lines.append(line)
    }
}
