import WorkUnits

/// Finds the rule that makes two readings differ on the same time.
struct DifferenceReason {
    private let a: Reading
    private let b: Reading
    private let hours: Hours
    private let starts: CivilDate
    private let linesA: [PayLine]
    private let linesB: [PayLine]

    init(
        _ a: Reading, _ b: Reading, _ hours: Hours, _ starts: CivilDate, _ linesA: [PayLine], _ linesB: [PayLine]
    ) {
        self.hours = hours
        self.a = a
        self.b = b
        self.starts = starts
        self.linesA = linesA
        self.linesB = linesB
    }

    struct Found {
        let rule: String
        let because: String
    }

    /// The first that applies: who is covered, the time counted, the multiple, the rate, the regular rate, the rounding.
    func found() throws(ArithmeticOverflow) -> Found {
        if linesA.isEmpty || linesB.isEmpty { return missing() }
        if Self.time(linesA) != Self.time(linesB) { return counted() }
        if let found = differential() { return found }
        if Self.byMultiplier(linesA) != Self.byMultiplier(linesB) { return tier() }
        if Self.classes(linesA) != Self.classes(linesB) { return tier() }
        if Self.rates(linesA) != Self.rates(linesB) { return rate() }
        return try regularRate()
    }

    private func missing() -> Found {
        let (with, without) = linesA.isEmpty ? (b, a) : (a, b)
        let differ = a.series.newest.workweek != b.series.newest.workweek || a.series.newest.cut != b.series.newest.cut
        return Found(
            rule: differ ? "workweek" : "units",
            because: differ
                ? "\(name(with)) puts it in this workweek, \(name(without)) in another: their workweeks differ."
                : "\(name(with)) is for this position, \(name(without)) for others.")
    }

    private func counted() -> Found {
        let (timeA, timeB) = (Self.time(linesA), Self.time(linesB))
        return Found(
            rule: "time counted",
            because: "\(name(a)) counts \(Seconds(timeA)), \(name(b)) counts \(Seconds(timeB)): rounding, rests, "
                + "meals or the turn of the workweek differ.")
    }

    /// A differential that one reading pays and the other does not, or not as much.
    private func differential() -> Found? {
        func pay(_ lines: [PayLine]) -> Int128 {
            lines.reduce(0) { $1.payClass == .differential ? $0 + Int128($1.rate) * Int128($1.seconds) : $0 }
        }
        guard pay(linesA) != pay(linesB) else { return nil }
        let isB = pay(linesB) > pay(linesA)
        let (reading, other, lines) = isB ? (b, a, linesB) : (a, b, linesA)
        guard let line = lines.first(where: { $0.payClass == .differential }) else { return nil }
        let rule = reading.series.versions[Int(line.version)].differentials[Int(line.tier)]
        return Found(
            rule: "\(reading.series.newest.name) \(rule.place) (\(rule.cite))",
            because:
                "\(name(reading)) pays \(Seconds(line.seconds)) at \(rule.name), $\(rule.perHour.dollars) an hour more "
                + "than \(name(other)).")
    }

    private func tier() -> Found {
        var differing: [(isB: Bool, line: PayLine)] = []
        for (isB, own, other) in [(false, linesA, linesB), (true, linesB, linesA)] {
            let lines = own.filter { $0.tier >= 0 && Self.seconds(own, like: $0) > Self.seconds(other, like: $0) }
            if let line = lines.max(by: { $0.multiplier < $1.multiplier }) { differing.append((isB, line)) }
        }
        // Of two tiers with one multiple that of the reading that pays more is named.
        if Self.cents(linesB) > Self.cents(linesA) { differing.reverse() }
        guard let (isB, line) = differing.max(by: { $0.line.multiplier < $1.line.multiplier }),
            let tier = (isB ? b : a).tier(of: line)
        else {
            return Found(rule: "tiers", because: "The two readings put this time in different classes.")
        }
        let (reading, other) = isB ? (b, a) : (a, b)
        let others = Self.seconds(isB ? linesA : linesB, like: line)
        let otherWords = others > 0 ? "pays \(Seconds(others)) of it so" : "does not"
        return Found(
            rule: "\(reading.series.versions[Int(line.version)].name) \(tier.place) (\(tier.cite))",
            because: "\(name(reading)) pays \(Seconds(line.seconds)) \(tier.words) at "
                + "\(Millionths(count: line.multiplier)); \(name(other)) \(otherWords).")
    }

    private func rate() -> Found {
        let rateA = linesA.map(\.rate).max() ?? 0
        let rateB = linesB.map(\.rate).max() ?? 0
        let choices = [choice(a, linesA), choice(b, linesB)].compactMap { $0 }
        return Found(
            rule: choices.isEmpty ? "rates" : choices.joined(separator: " / "),
            because: "\(name(a)) has $\(Millionths(count: rateA).dollars) an hour, \(name(b)) "
                + "$\(Millionths(count: rateB).dollars).")
    }

    /// The choice of rate that decided the first of some lines: "union-reading rates[2] (12.2(b))".
    private func choice(_ reading: Reading, _ lines: [PayLine]) -> String? {
        guard let line = lines.first(where: { $0.source == .entry }) else { return nil }
        let entry = hours.entries[Int(line.index)]
        let date = hours.zone.date(at: entry.start)
        let version = reading.series.versions[reading.series.index(on: date)]
        guard let choice = version.rateChoice(for: entry, in: hours, on: date) else {
            return nil
        }
        return "\(name(reading)) \(choice.place) (\(choice.cite))"
    }

    private static func cents(_ lines: [PayLine]) -> Int64 { lines.reduce(0) { $0 + $1.cents } }

    private func regularRate() throws(ArithmeticOverflow) -> Found {
        let (weekA, weekB) = (week(in: a), week(in: b))
        let rateA = try weekA?.regularRate() ?? .zero
        let rateB = try weekB?.regularRate() ?? .zero
        if rateA != rateB {
            let (textA, textB) = (try rateA.decimal(places: 6), try rateB.decimal(places: 6))
            return Found(
                rule: "regular rate",
                because: "The regular rate of the workweek is \(textA) under \(name(a)) and \(textB) under \(name(b)).")
        }
        if a.series.newest.premiumOn != b.series.newest.premiumOn {
            return Found(
                rule: "premium_on",
                because: "\(name(a)) takes premiums of the \(a.series.newest.premiumOn.words), \(name(b)) of the "
                    + "\(b.series.newest.premiumOn.words).")
        }
        if a.series.newest.money != b.series.newest.money {
            return Found(
                rule: "rounding.money",
                because: "\(name(a)) rounds by \(a.series.newest.money.rawValue), \(name(b)) by "
                    + "\(b.series.newest.money.rawValue).")
        }
        return Found(
            rule: "rounding.money",
            because: "The odd cent of the workweek goes to another line, because other lines have larger remainders.")
    }

    private func name(_ reading: Reading) -> String {
        a.series.newest.name == b.series.newest.name ? reading.series.newest.title : reading.series.newest.name
    }

    private func week(in reading: Reading) -> WorkweekPay? { reading.workweeks.first { $0.starts == starts } }

    private static func time(_ lines: [PayLine]) -> Int64 { lines.reduce(0) { $0 + ($1.countsTime ? $1.seconds : 0) } }

    private static func byMultiplier(_ lines: [PayLine]) -> [Int64: Int64] {
        lines.reduce(into: [:]) { if $1.countsTime { $0[$1.multiplier, default: 0] += $1.seconds } }
    }

    private static func classes(_ lines: [PayLine]) -> Set<PayClass> { Set(lines.map(\.payClass)) }

    private static func rates(_ lines: [PayLine]) -> [Int64: Int64] {
        lines.reduce(into: [:]) { $0[$1.rate, default: 0] += $1.seconds }
    }

    private static func seconds(_ lines: [PayLine], like line: PayLine) -> Int64 {
        lines.reduce(0) {
            $0 + ($1.multiplier == line.multiplier && $1.payClass == line.payClass ? $1.seconds : 0)
        }
    }
}

extension RuleSet.PremiumOn {
    /// "regular rate"
    var words: String {
        switch self {
        case .regularRate: "regular rate"
        case .baseRate: "position's base rate"
        case .rateInEffect: "hour's own rate"
        }
    }
}
