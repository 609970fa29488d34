import WorkUnits

/// Finds the rule that makes two readings differ on the same time.
struct DifferenceReason {
    private let a: Reading
    private let b: Reading
    private let starts: CivilDate
    private let linesA: [PayLine]
    private let linesB: [PayLine]

    init(_ a: Reading, _ b: Reading, _ starts: CivilDate, _ linesA: [PayLine], _ linesB: [PayLine]) {
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
        if Self.byMultiplier(linesA) != Self.byMultiplier(linesB) { return tier() }
        if Self.classes(linesA) != Self.classes(linesB) { return tier() }
        if Self.rates(linesA) != Self.rates(linesB) { return rate() }
        return try regularRate()
    }

    private func missing() -> Found {
        let (with, without) = linesA.isEmpty ? (b, a) : (a, b)
        return Found(
            rule: "\(with.series.newest.name) \(linesA.isEmpty ? "B" : "A")",
            because: "Only \(with.series.newest.title) reads this time or pay in this workweek; "
                + "\(without.series.newest.title) covers other positions, or puts it in another workweek.")
    }

    private func counted() -> Found {
        let (timeA, timeB) = (Self.time(linesA), Self.time(linesB))
        return Found(
            rule: "time counted",
            because: "\(name(a)) counts \(Seconds(timeA)), \(name(b)) counts \(Seconds(timeB)): rounding, rests, "
                + "meals or the turn of the workweek differ.")
    }

    private func tier() -> Found {
        let differing = [(a, linesA, linesB), (b, linesB, linesA)].compactMap { reading, own, other in
            own.filter { line in line.tier >= 0 && Self.seconds(own, like: line) > Self.seconds(other, like: line) }
                .max { $0.multiplier < $1.multiplier }.map { (reading, $0) }
        }
        guard let (reading, line) = differing.max(by: { $0.1.multiplier < $1.1.multiplier }),
            let tier = reading.tier(of: line)
        else {
            return Found(rule: "tiers", because: "The two readings put this time in different classes.")
        }
        let other = reading.series.newest.title == a.series.newest.title ? b : a
        return Found(
            rule: "\(reading.series.versions[Int(line.version)].name) \(tier.place) (\(tier.cite))",
            because: "\(name(reading)) pays \(Seconds(line.seconds)) \(tier.words) at "
                + "\(Millionths(count: line.multiplier)); \(name(other)) does not.")
    }

    private func rate() -> Found {
        let rateA = linesA.map(\.rate).max() ?? 0
        let rateB = linesB.map(\.rate).max() ?? 0
        let choices = (a.series.newest.rates + b.series.newest.rates).map { "\($0.place) (\($0.cite))" }
        return Found(
            rule: choices.first ?? "rates",
            because: "\(name(a)) has $\(Millionths(count: rateA)) an hour, \(name(b)) $\(Millionths(count: rateB)).")
    }

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
        lines.reduce(into: [:]) { $0[$1.multiplier, default: 0] += $1.seconds }
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
    var words: String { self == .regularRate ? "regular rate" : "hour's own rate" }
}
