import PayRules
import StrictJSON
import Testing
import WorkUnits

/// What the engine makes of one workweek, under the names that the cases have for it: dollars, hours, dollars an hour.
struct Figures {
    let reading: Reading
    let week: WorkweekPay
    private(set) var values: [String: Ratio] = [:]

    /// - Parameter index: which of the workweeks, in order.
    init(_ hours: CaseHours, _ rules: CaseRules, week index: Int = 0) throws {
        reading = try Week.reading(try hours.read(), try rules.read())
        try #require(reading.workweeks.indices.contains(index), "there is no workweek \(index)")
        week = reading.workweeks[index]
        try addTime()
        try addPay(rules)
        if overtime > .zero, rules.money == "overtime_rate_then_multiply" {
            // This path rounds the overtime rate itself; the sheets print the half-time rate beside it.
            let other = try Figures(hours, rules.with { $0.money = "rate_then_multiply" }, week: index)
            values["half_time_rate"] = other.values["half_time_rate"]
        }
    }

    /// Time at a multiple, in hours.
    private(set) var overtime = Ratio.zero

    subscript(name: String) -> Ratio? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Hours of the week's lines of one class.
    func hours(of payClass: PayClass) throws -> Ratio {
        try Ratio(hours: reading.lines[week.lines].reduce(0) { $0 + ($1.payClass == payClass ? $1.seconds : 0) })
    }

    private mutating func addTime() throws {
        overtime = try Ratio(hours: reading.lines[week.lines].reduce(0) { $0 + ($1.isAtMultiple ? $1.seconds : 0) })
        let all = try Ratio(hours: week.seconds)
        for name in ["hours", "total_hours", "hours_worked"] { values[name] = all }
        values["overtime_hours"] = overtime
        for name in ["regular_hours", "non_ot_hours"] { values[name] = try all - overtime }
    }

    private mutating func addPay(_ rules: CaseRules) throws {
        let straight = try Ratio(dollars: week.straight)
        let total = try Ratio(dollars: week.total)
        let premium = try Ratio(dollars: week.premium)
        let rate = try week.regularRate()
        for name in ["straight_time", "regular_rate_base"] { values[name] = straight }
        values["regular_rate"] = rate
        values["overtime_premium"] = premium
        let beside = reading.beside.filter { $0.starts == week.starts && !$0.isCreditable }
        values["total_pay"] = try total + Ratio(dollars: try beside.map(\.cents).total())
        guard overtime > .zero else { return }
        // The same total as the sheets split it: hours at the regular rate, overtime hours at the overtime rate.
        let paidRate = rules.money == "exact_once" ? rate : try rate.inCents
        let atRate = try paidRate * (try Ratio(hours: week.seconds) - overtime)
        for name in ["straight_40", "straight_pay", "regular_pay"] { values[name] = atRate }
        values["overtime_pay"] = try total - atRate
        values["half_time_rate"] = try premium / overtime
        values["overtime_rate"] = try (try total - atRate) / overtime
    }
}

extension PayLine {
    var isAtMultiple: Bool { multiplier > 1_000_000 && countsTime }
}

extension Reading {
    /// Hours at a multiple, in all.
    func hours(at multiplier: Int64) throws -> Ratio {
        try Ratio(
            hours: lines.reduce(0) { sum, line in
                line.countsTime && line.source != .pay && line.multiplier == multiplier ? sum + line.seconds : sum
            })
    }

    /// Hours at any multiple above one, in all.
    var overtimeHours: Ratio {
        get throws { try Ratio(hours: lines.reduce(0) { $0 + ($1.isAtMultiple ? $1.seconds : 0) }) }
    }

    /// All worked hours.
    var workedHours: Ratio {
        get throws { try Ratio(hours: workweeks.reduce(0) { $0 + $1.seconds }) }
    }
}

extension Case {
    /// Whether the source rounds on the way.
    var roundsOnTheWay: Bool { self[path: "rule.rounding"]?.string.map { !$0.hasPrefix("exact") } ?? false }

    /// Compares every expected number with a figure of that name. Where the source rounds on the way, rates are printed
    /// to the cent and compared so; all else has to be equal.
    ///
    /// - Parameter others: names that the test compares in another way, or that say nothing to compare.
    func expect(
        _ figures: [String: Ratio], besides others: Set<String> = [], under key: String = "expected",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for member in try #require(self[path: key]?.members) where !others.contains(member.key) {
            let expected = try #require(try member.value.ratio, "\(id): \(member.key) is no number")
            guard let figure = figures[member.key] else {
                Issue.record("\(id): nothing is compared with \(member.key)", sourceLocation: sourceLocation)
                continue
            }
            let isPrintedRate = roundsOnTheWay && member.key.contains("rate")
            let compared = isPrintedRate ? try figure.inCents : figure
            let (found, should) = (try compared.digits, try expected.digits)
            #expect(
                compared == expected, "\(id): \(member.key) is \(found), not \(should)", sourceLocation: sourceLocation)
        }
    }
}
