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
        for line in output.linesInOrder where Int(line.week) < reading.workweeks.count {
            guard reading.workweeks[Int(line.week)].starts == week.starts else { continue }
            lines += try lineText(line, week)
        }
        lines += try rateText(week)
        lines.append("  Straight pay \(week.straight), premium \(week.premium), together \(week.total).")
        lines.append("  \(roundingWords) Already paid: \(week.alreadyPaid).")
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

    /// "1.5 h × 24.50 + 1.5 h × 0.5 × 24.50 = 55.125"
    private func arithmetic(_ line: PayLine, _ week: WorkweekPay) throws(ArithmeticOverflow) -> String? {
        guard line.source != .pay, line.seconds > 0 else { return nil }
        let hoursText = try Ratio(Int128(line.seconds), over: 3600).decimalText(4)
        let rate = try Ratio(Int128(line.rate), over: 1_000_000)
        let straight = try Ratio(Int128(line.seconds), over: 3600) * rate
        var words = "\(hoursText) h × \(Millionths(count: line.rate).dollars)"
        var sum = straight
        if line.tier >= 0, line.multiplier != 1_000_000, let tier = reading.tier(of: line) {
            let extra = try Ratio(Int128(line.multiplier - 1_000_000), over: 1_000_000)
            let isOnRegularRate =
                line.multiplier >= 1_000_000 && (tier.premiumOn ?? reading.series.newest.premiumOn) == .regularRate
            let exactBase =
                isOnRegularRate ? try week.regularRate() : try Ratio(Int128(line.premiumRate), over: 1_000_000)
            let rounds = reading.series.newest.money != .exactOnce
            let base = rounds ? try exactBase.inCents() : exactBase
            let perHour = try extraAnHour(extra, base)
            words +=
                rounds
                ? " + \(hoursText) h × \(try perHour.decimalText(2))"
                : " + \(hoursText) h × \(try extra.decimalText(6)) × \(try base.decimalText(6))"
            sum = try sum + Ratio(Int128(line.seconds), over: 3600) * perHour
        }
        return "\(words) = \(try sum.decimalText(6))"
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
        ]
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
