public import WorkUnits

/// The same hours under several rule sets, and what they come to together in each workweek.
public struct Valuation: Sendable {
    /// A reading for each rule set, in the order they were given.
    public let readings: [Reading]
    /// What the readings come to together, by workweek; empty where their workweeks differ.
    public let combined: [CombinedWeek]
    /// Whether the contract's pay in ``combined`` holds straight time of positions that no agreement here covers.
    public let hasStraightTime: Bool
    /// What to check that is about no single reading.
    public let checks: [Check]
}

/// What contract and statutes come to together in a workweek: never netted over weeks.
public struct CombinedWeek: Sendable, Hashable {
    /// What a statute adds to the contract's pay.
    public struct Additional: Sendable, Hashable {
        /// The reading's index.
        public let reading: Int
        /// Its premium at the regular rate that the contract's pay makes.
        public let premium: Cents
        /// The regular rate that the contract's pay makes, dollars an hour.
        public let regularRate: Ratio
        /// Premiums of the contract that are credited against it.
        public let credited: Cents
        /// What is left, never below zero.
        public let additional: Cents
        /// Time at a multiple, in seconds.
        public let premiumSeconds: Int64
    }

    /// The first day of the workweek.
    public let starts: CivilDate
    /// What the contract pays; straight time where there is none.
    public let contract: Cents
    /// What each statute adds, in the order of the readings.
    public let additional: [Additional]
    /// The contract's pay and the largest addition.
    public let combined: Cents
}

/// Values hours under rule sets. Made once, used for any number of people, from any number of threads.
public struct PayEngine: Sendable {
    /// The rule sets, in the order in which readings come.
    public let series: [RuleSeries]
    private let compiled: [[CompiledTiers]]
    private let hasContract: Bool
    private let caps: Set<String>
    private let guarantees: Set<String>
    /// Straight time of whoever no contract here covers.
    private let straight: RuleSeries?
    private let straightTiers: [CompiledTiers]

    /// Makes ready for these rule sets.
    public init(_ series: [RuleSeries]) {
        self.series = series
        hasContract = series.contains { $0.newest.regime == .contract }
        caps = Set(series.flatMap(\.versions).flatMap { $0.caps.map(\.name) })
        guarantees = Set(series.flatMap(\.versions).flatMap { $0.guarantees.map(\.name) })
        compiled = series.map { $0.versions.map(CompiledTiers.init) }
        let statutes = series.map(\.newest).filter { $0.regime != .contract }
        straight = (statutes.first ?? series.first?.newest).map { first in
            // A differential that stands in a statute's rule set is pay all the same.
            let differentials = statutes.first { !$0.differentials.isEmpty }?.differentials ?? []
            return RuleSeries(asIfAlways: RuleSet.straightTime(like: first, differentials))
        }
        straightTiers = straight.map { $0.versions.map(CompiledTiers.init) } ?? []
    }

    /// The hours of one person under each rule set.
    ///
    /// - Throws: ``ArithmeticOverflow`` when amounts are too large to be exact.
    public func value(_ hours: Hours) throws(ArithmeticOverflow) -> Valuation {
        var readings: [Reading] = []
        readings.reserveCapacity(series.count)
        for index in series.indices {
            readings.append(try read(hours, series[index], compiled[index], covers: series[index].newest.covers(hours)))
        }
        guard let first = series.first else {
            return Valuation(readings: [], combined: [], hasStraightTime: false, checks: [])
        }
        let sameWeeks = series.allSatisfy {
            $0.newest.workweek == first.newest.workweek && $0.newest.cut == first.newest.cut
        }
        guard sameWeeks else {
            let check = Check(
                .workweeksDiffer, "The rule sets have different workweeks, so their weeks are not joined to one figure."
            )
            return Valuation(readings: readings, combined: [], hasStraightTime: false, checks: [check])
        }
        var checks = unknownNames(hours)
        guard !agreementsOverlap(hours) else {
            checks.append(
                Check(
                    .agreementsOverlap,
                    "Several agreements here are for the same position, so their pay is not joined to one figure."))
            return Valuation(readings: readings, combined: [], hasStraightTime: false, checks: checks)
        }
        let rest = try restAtStraightTime(hours)
        return Valuation(
            readings: readings, combined: try Combination(readings, rest, hours).weeks(), hasStraightTime: rest != nil,
            checks: checks)
    }

    private func read(
        _ hours: Hours, _ series: RuleSeries, _ compiled: [CompiledTiers], covers: [Bool]
    ) throws(ArithmeticOverflow) -> Reading {
        var builder = ReadingBuilder(hours, series, compiled, covers: covers)
        try builder.build()
        if let rule = series.newest.trivialBonus {
            let trivial = try TrivialBonuses(rule, builder.reading, hours, covers: covers).items()
            if !trivial.isEmpty {
                builder = ReadingBuilder(hours, series, compiled, covers: covers, outOfRegularRate: trivial)
                try builder.build()
            }
        }
        return builder.reading
    }

    private func agreementsOverlap(_ hours: Hours) -> Bool {
        let contracts = series.filter { $0.newest.regime == .contract }.map { $0.newest.covers(hours) }
        return hours.assignments.indices.contains { index in contracts.count(where: { $0[index] }) > 1 }
    }

    /// Guarantees and limits that the hours name and no rule set has.
    private func unknownNames(_ hours: Hours) -> [Check] {
        guard hasContract else { return [] }
        let named = Set(hours.entries.compactMap(\.guarantee)).subtracting(guarantees).sorted()
        let limits = Set(hours.towardCaps.keys).subtracting(caps).sorted()
        return named.map { Check(.unknownName, "No agreement here has the guarantee \"\($0)\".") }
            + limits.map { Check(.unknownName, "No agreement here has the limit \"\($0)\".") }
    }

    /// Straight time of the positions that no contract reading covers; nil where there are none.
    private func restAtStraightTime(_ hours: Hours) throws(ArithmeticOverflow) -> Reading? {
        var covered = [Bool](repeating: false, count: hours.assignments.count)
        for series in series where series.newest.regime == .contract {
            for (index, covers) in series.newest.covers(hours).enumerated() where covers { covered[index] = true }
        }
        guard covered.contains(false), let straight else { return nil }
        return try read(hours, straight, straightTiers, covers: covered.map { !$0 })
    }
}

extension RuleSet {
    /// For each position, whether the rule set reads it: a contract those of its units, a statute all, of which it
    /// leaves exempt ones at straight time.
    func covers(_ hours: Hours) -> [Bool] {
        hours.assignments.map { assignment in
            switch regime {
            case .contract: units.isEmpty || assignment.unit.map(units.contains) ?? false
            case .stateStatute, .flsa: true
            }
        }
    }

    /// A contract that pays straight time, with the workweek, shifts and roundings of another rule set.
    static func straightTime(like other: RuleSet, _ differentials: [Differential]) -> RuleSet {
        RuleSet(
            name: "straight-time", version: "1", source: "the hours' own rates", regime: .contract, adopted: "",
            hasDemoValues: false, valid: .distantPast ... .distantFuture, units: [], workweek: other.workweek,
            cut: other.cut, shift: other.shift, tiers: [], combine: .noPyramiding, money: .exactOnce,
            premiumOn: .regularRate, share: .beyondSchedule, timeRounding: other.timeRounding, leaveCounted: nil,
            paidRestSeconds: other.paidRestSeconds, meals: other.meals, differentials: differentials, guarantees: [],
            holiday: nil,
            rates: [], approval: nil, caps: [], compTime: nil, trivialBonus: nil, salaryTest: nil,
            codesOfAssignedTime: other.codesOfAssignedTime)
    }
}
