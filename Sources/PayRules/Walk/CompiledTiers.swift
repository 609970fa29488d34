import WorkUnits

/// A tier made ready for the walk.
struct CompiledTier {
    /// Which counter it reads.
    let counter: Int
    /// Past how long, in seconds.
    let after: Int64
    /// Whether time that it pays is left out of the counters of weeks.
    let leavesWeeks: Bool
    let multiplier: Int64
    /// Its index in the rule set.
    let index: Int
    /// Whether it depends on the time of day or the weekday.
    let isTimed: Bool
    /// Whether it depends on what an entry or position says.
    let isConditional: Bool
    /// Whether a position's established hours may lower the threshold.
    let isEstablished: Bool
}

/// A tier of several weeks: its counter, how many weeks, and from when.
struct LongPeriod {
    let counter: Int
    let weeks: Int
    let anchor: CivilDate

    /// The number of the period that holds a workweek, by its first day.
    func index(of starts: CivilDate, _ workweek: Workweek) -> Int {
        let first = workweek.startDate(ofNoon: anchor)
        return (first.distance(to: starts) / max(1, workweek.days)).floored(by: weeks).quotient
    }
}

/// What money asks of a tier.
struct TierFacts {
    let payClass: PayClass
    /// What its premium is a multiple of. A multiple below 1 takes from the hour's own rate, so that it can't take more
    /// than the hour earned.
    let premiumOn: RuleSet.PremiumOn
    let isCreditable: Bool

    init(_ tier: Tier, _ ruleSet: RuleSet) {
        payClass = tier.payClass
        premiumOn = tier.multiplier < 1_000_000 ? .rateInEffect : tier.premiumOn ?? ruleSet.premiumOn
        isCreditable = tier.isCreditable
    }
}

/// The counters of the walk: how much time each period holds so far.
enum Counter {
    static let day = 0
    static let holiday = 1
    static let week = 2
    /// Each tier of several weeks has a counter of its own from here on. Nth-day and window tiers measure the day's time.
    static let firstOfWeeks = 3
}

/// The tiers of one version in the order in which they win: the highest multiplier first, of equal ones the day's.
struct CompiledTiers {
    let tiers: [CompiledTier]
    /// By their index in the rule set, what money asks of them.
    let facts: [TierFacts]
    /// The tiers of several weeks.
    let longPeriods: [LongPeriod]
    /// Bits of the tiers that hold on every day for every entry.
    let always: UInt64
    /// Whether pieces have to be cut at midnights or window ends.
    let isTimed: Bool
    let isConditional: Bool
    /// Of those, the ones whose run goes on across workweeks.
    let acrossWeeks: UInt64
    /// Bits of the tiers that are for holidays.
    let onHolidays: UInt64
    /// Bits of the tiers that depend on which day of the week or of a run it is.
    let onDays: UInt64

    init(_ ruleSet: RuleSet) {
        var long: [LongPeriod] = []
        var compiled: [CompiledTier] = []
        for (index, tier) in ruleSet.tiers.enumerated() {
            var counter = Counter.day
            switch tier.period {
            case .day, .consecutiveDay, .workedDay, .workweekDay, .window: counter = Counter.day
            case .holiday: counter = Counter.holiday
            case .week: counter = Counter.week
            case .biweek(let anchor):
                counter = Counter.firstOfWeeks + long.count
                long.append(LongPeriod(counter: counter, weeks: 2, anchor: anchor))
            case .weeks(let weeks, let anchor):
                counter = Counter.firstOfWeeks + long.count
                long.append(LongPeriod(counter: counter, weeks: weeks, anchor: anchor))
            }
            compiled.append(
                CompiledTier(
                    counter: counter, after: tier.afterSeconds, leavesWeeks: counter < Counter.week,
                    multiplier: tier.multiplier, index: index, isTimed: tier.isTimed,
                    isConditional: tier.isConditional, isEstablished: tier.established != nil))
        }
        let order = ruleSet.tiers.indices.sorted {
            let (left, right) = (ruleSet.tiers[$0], ruleSet.tiers[$1])
            return (right.multiplier, left.period.rank, $0) < (left.multiplier, right.period.rank, $1)
        }
        tiers = order.map { compiled[$0] }
        longPeriods = long
        facts = ruleSet.tiers.map { TierFacts($0, ruleSet) }
        isTimed = compiled.contains(where: \.isTimed)
        isConditional = compiled.contains(where: \.isConditional)
        acrossWeeks = Self.bits(tiers) {
            if case .consecutiveDay(_, _, let acrossWeeks) = ruleSet.tiers[$0.index].period {
                acrossWeeks
            } else {
                false
            }
        }
        onHolidays = Self.bits(tiers) { $0.counter == Counter.holiday }
        onDays = Self.bits(tiers) { ruleSet.tiers[$0.index].period.isOfDays }
        always = Self.bits(tiers) { !ruleSet.tiers[$0.index].period.isOfDays }
    }

    private static func bits(_ tiers: [CompiledTier], _ holds: (CompiledTier) -> Bool) -> UInt64 {
        tiers.enumerated().reduce(0) { bits, tier in holds(tier.element) ? bits | 1 << UInt64(tier.offset) : bits }
    }
}
