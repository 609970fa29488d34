public import WorkUnits

/// A reading in plain words and numbers: what a payroll clerk can follow with a pocket calculator.
public struct Explanation {
    private let hours: Hours
    private let reading: Reading
    private let reasons: LineReason
    private let output: ReadingJSON

    /// Of one reading.
    public init(_ hours: Hours, _ reading: Reading) {
        self.hours = hours
        self.reading = reading
        reasons = LineReason(hours, reading)
        output = ReadingJSON(hours, reading)
    }

    /// The chain from hours to cents, week by week.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a figure can't be printed.
    public func text() throws(ArithmeticOverflow) -> String {
        var parts: [String] = [heading]
        for week in reading.workweeks { parts.append(try weekText(week)) }
        if !reading.beside.isEmpty { parts.append(besideText) }
        if !reading.compTime.isEmpty { parts.append(try compText()) }
        if !reading.checks.isEmpty { parts.append(checksText) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        let rules = reading.series.newest
        var words = "Under \(rules.title), \(rules.source)."
        words += rules.adopted.isEmpty ? " Nobody has adopted this reading." : " Adopted by \(rules.adopted)."
        if rules.hasDemoValues { words += " It holds demo values: figures that no agreement has." }
        return words + " Not a promise of pay."
    }

    private func weekText(_ week: WorkweekPay) throws(ArithmeticOverflow) -> String {
        var lines = ["Workweek of \(week.starts): \(Seconds(week.seconds)) worked"]
        for line in output.linesInOrder(of: week) { lines += try lineText(line, week) }
        lines += try rateText(week)
        lines.append("  Straight pay \(week.straight), premium \(week.premium), together \(week.total).")
        lines.append("  \(roundingWords)\(oddCents(week)) Already paid: \(week.alreadyPaid).")
        return lines.joined(separator: "\n")
    }

    private func lineText(_ line: PayLine, _ week: WorkweekPay) throws(ArithmeticOverflow) -> [String] {
        var lines = ["  \(name(line)): \(reasons.reason(line)) \(Cents(line.cents))  [\(reasons.cite(line))]"]
        if let arithmetic = try arithmetic(line, week) { lines.append("      \(arithmetic)") }
        if let counter = counterText(line) { lines.append("      \(counter)") }
        let shares = reading.shares(of: line)
        if shares.contains(where: { $0.incident >= 0 }) {
            let words = shares.map { "\(incident($0.incident)) \(Cents($0.cents))" }
            lines.append("      of it \(words.joined(separator: ", "))")
        }
        return lines
    }

    private func name(_ line: PayLine) -> String {
        switch line.source {
        case .entry:
            let entry = hours.entries[Int(line.index)]
            let start = Instant(secondsSince1970: line.start)
            return "\(entry.id), \(start.text(in: hours.zone).prefix(16).replacing("T", with: " "))"
        case .assigned: return "assigned time, \(hours.assigned[Int(line.index)].date)"
        case .pay: return "pay"
        }
    }

    private func incident(_ index: Int32) -> String { index < 0 ? "no incident" : hours.incidents[Int(index)] }

    /// "185 min × 24.50 ÷ 60 + 185 min × 0.5 × 24.50 ÷ 60 = 113.3125"
    private func arithmetic(_ line: PayLine, _ week: WorkweekPay) throws(ArithmeticOverflow) -> String? {
        guard line.source != .pay, line.seconds > 0, line.rate > 0 || line.premiumRate > 0 || line.tier >= 0 else {
            return nil
        }
        let (length, unit, whole) =
            line.seconds % 60 == 0
            ? ("\(line.seconds / 60) min", "60", line.seconds / 60)
            : ("\(line.seconds) s", "3600", line.seconds)
        let time = try Ratio(Int128(whole), over: unit == "60" ? 60 : 3600)
        let rate = try Ratio(Int128(line.rate), over: 1_000_000)
        var words = "\(length) × \(Millionths(count: line.rate).dollars) ÷ \(unit)"
        var sum = try time * rate
        if line.multiplier != 1_000_000, let tier = reading.tier(of: line) {
            guard !week.hasOfficialTotal else {
                return "\(words), and of the week's overtime by rounded rates what is left to it: \(Cents(line.cents))"
            }
            let extra = try Ratio(Int128(line.multiplier - 1_000_000), over: 1_000_000)
            let base = try premiumBase(line, tier, week)
            let perHour = line.multiplier < 1_000_000 ? try extra * base : try extraAnHour(extra, base)
            let rounds = reading.series.newest.money != .exactOnce && line.multiplier > 1_000_000
            words +=
                rounds
                ? " + \(length) × \(try perHour.decimalText(2)) ÷ \(unit)"
                : " + \(length) × \(try extra.decimalText(6)) × \(try base.decimalText(6)) ÷ \(unit)"
            sum = try sum + time * perHour
        }
        return "\(words) = \(try sum.decimalText(6))"
    }

    /// The rate that a line's premium is a multiple of, in cents where the rule set rounds it first.
    private func premiumBase(
        _ line: PayLine, _ tier: Tier, _ week: WorkweekPay
    ) throws(ArithmeticOverflow) -> Ratio {
        let isOnRegularRate =
            line.multiplier >= 1_000_000 && (tier.premiumOn ?? reading.series.newest.premiumOn) == .regularRate
        let exact = isOnRegularRate ? try week.regularRate() : try Ratio(Int128(line.premiumRate), over: 1_000_000)
        let rounds = reading.series.newest.money != .exactOnce && line.multiplier > 1_000_000
        return rounds ? try exact.inCents() : exact
    }

    /// The extra an hour, as the rule set rounds it.
    private func extraAnHour(_ extra: Ratio, _ base: Ratio) throws(ArithmeticOverflow) -> Ratio {
        switch reading.series.newest.money {
        case .exactOnce: try extra * base
        case .rateThenMultiply: try (try extra * base).inCents()
        case .overtimeRateThenMultiply: try (try (try extra + .one) * base).inCents() - base
        }
    }

    /// What the counter that decided stood at when the line's time began.
    private func counterText(_ line: PayLine) -> String? {
        guard line.payClass == .overtime, let tier = reading.tier(of: line) else { return nil }
        let what =
            switch tier.period {
            case .day: "the day"
            case .week: "the workweek"
            default: "the period"
            }
        return "It began when \(what) held \(Seconds(line.counterBefore)) that count toward this rule."
    }

    private func rateText(_ week: WorkweekPay) throws(ArithmeticOverflow) -> [String] {
        guard week.exact.seconds > 0, week.premium != .zero else { return [] }
        let counted = try week.regularRate() * Ratio(Int128(week.exact.seconds), over: 3600)
        return [
            "  Regular rate: \(try counted.decimalText(6)) of counted pay ÷ "
                + "\(try Ratio(Int128(week.exact.seconds), over: 3600).decimalText(4)) h = "
                + "\(try week.regularRate().decimal(places: 6)) an hour."
        ] + (try officialText(week))
    }

    /// "By rounded rates: 40 h × 10.40 + 8 h × 15.60 = 540.80"
    private func officialText(_ week: WorkweekPay) throws(ArithmeticOverflow) -> [String] {
        guard week.hasOfficialTotal else { return [] }
        let rate = try week.regularRate().inCents()
        var byMultiplier: [Int64: Int64] = [:]
        for line in reading.lines[week.lines] where line.source != .pay && line.payClass.isInRegularRate {
            byMultiplier[line.multiplier, default: 0] += line.seconds
        }
        let parts = try byMultiplier.sorted { $0.key < $1.key }.map { multiplier, seconds throws(ArithmeticOverflow) in
            let own = try (try rate * Ratio(Int128(multiplier), over: 1_000_000)).inCents()
            return "\(try Ratio(Int128(seconds), over: 3600).decimalText(4)) h × \(try own.decimal(places: 2))"
        }
        return ["  By rounded rates: \(parts.joined(separator: " + ")) = \(week.total)."]
    }

    /// What of the lines' cents is only rounding.
    private func oddCents(_ week: WorkweekPay) -> String {
        reading.lines[week.lines].count > 1
            ? " Lines are rounded down; the cents left over go to those with the largest remainders." : ""
    }

    private var roundingWords: String {
        switch reading.series.newest.money {
        case .exactOnce: "Worked out exactly and rounded once."
        case .rateThenMultiply: "The regular rate and the extra an hour are rounded to cents first."
        case .overtimeRateThenMultiply: "The regular rate and the overtime rate are rounded to cents first."
        }
    }

    private var besideText: String {
        let lines = reading.beside.map { "  \($0.cents): \($0.says)  [\($0.cite)]" }
        return (["Paid besides, and in no total here:"] + lines).joined(separator: "\n")
    }

    private func compText() throws(ArithmeticOverflow) -> String {
        var lines = ["Overtime taken as time off:"]
        for accrual in reading.compTime { lines.append("  \(accrual.starts): \(try accrual.words())") }
        return lines.joined(separator: "\n")
    }

    private var checksText: String {
        let lines = reading.checks.map { check in
            let place = check.entry.map { "\(hours.entries[$0].id): " } ?? check.date.map { "\($0): " } ?? ""
            return "  \(place)\(check.says)" + (check.cite.map { "  [\($0)]" } ?? "")
        }
        return (["To check:"] + lines).joined(separator: "\n")
    }
}

extension Ratio {
    /// Dollars to the cent, half up.
    func inCents() throws(ArithmeticOverflow) -> Ratio {
        try Ratio((try self * Ratio(whole: 100)).roundedHalfUp, over: 100)
    }

    /// At most so many places, without needless zeros.
    func decimalText(_ places: Int) throws(ArithmeticOverflow) -> String {
        var text = try decimal(places: places)
        while text.contains("."), text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
