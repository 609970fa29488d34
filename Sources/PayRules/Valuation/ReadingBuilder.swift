import WorkUnits

/// Builds the reading of one person under one rule set, workweek by workweek.
struct ReadingBuilder {
    var reading: Reading
    let hours: Hours
    let series: RuleSeries
    let rules: RuleSet
    let compiled: [CompiledTiers]
    let covers: [Bool]
    let hasRates: Bool
    /// For each position, whether federal and state overtime leave it out in this workweek: it is exempt, and did not
    /// lose that.
    private(set) var isExempt: [Bool]
    private let lostWeeks: [Set<CivilDate>]
    /// For each position, its rate where it has one for all days.
    let onlyRates: [Int64?]
    let outOfRegularRate: Set<Int>
    /// Pay items in scope by the first day of their workweek, in order.
    var items: [(starts: CivilDate, index: Int)] = []
    private var nextItem = 0
    var paidByWeek: [CivilDate: Int128] = [:]
    /// Incident time of the lines of this workweek: line, incident, seconds.
    var cells: [ShareCell] = []
    var firstLine = 0
    var pools: PoolPlaces
    /// Straight pay of assigned time in this workweek: paid already.
    var assignedStraight: Int128 = 0
    private(set) var differentials: DifferentialTimes?
    private var hasWeek = false

    /// - Parameters:
    ///   - covers: for each position, whether the rule set reads it.
    ///   - outOfRegularRate: indices of pay items that the regular rate is to leave out.
    init(
        _ hours: Hours, _ series: RuleSeries, _ compiled: [CompiledTiers], covers: [Bool],
        outOfRegularRate: Set<Int> = []
    ) {
        self.outOfRegularRate = outOfRegularRate
        pools = PoolPlaces(incidents: hours.incidents.count)
        isExempt = hours.assignments.map { $0.flsa == .exempt }
        let workweek = series.newest.workweek
        lostWeeks = hours.assignments.map { Set($0.exemptionLost.map(workweek.startDate(ofNoon:))) }
        onlyRates = hours.assignments.map { assignment in
            guard assignment.rates.count == 1, assignment.rates[0].from == .distantPast else { return nil }
            return assignment.rates[0].rate.count
        }
        self.hours = hours
        self.series = series
        rules = series.newest
        self.covers = covers
        self.compiled = compiled
        hasRates = series.versions.contains { !$0.rates.isEmpty }
        reading = Reading(series)
        reading.lines.reserveCapacity(hours.entries.count * 2 + hours.assigned.count + 4)
        reading.shares.reserveCapacity(hours.entries.count * 2 + hours.assigned.count + 4)
        if !hours.pay.isEmpty { placePay() }
        if !hours.paid.isEmpty { placePaid() }
    }

    mutating func build() throws(ArithmeticOverflow) {
        let timeline = Timeline(hours, rules, covers: covers)
        reading.checks += timeline.checks
        if !rules.differentials.isEmpty { differentials = DifferentialTimes(timeline, hours, rules) }
        var walk = Walk(hours, series, compiled, covers: covers)
        try walk.run(timeline.pieces, into: &self)
        try endWeek()
        try weeksOfPayOnly(before: .distantFuture.adding(days: 1))
        try finish()
        addChecks(timeline)
    }

    // MARK: Workweeks

    mutating func beginWeek(_ date: CivilDate) throws(ArithmeticOverflow) {
        try endWeek()
        try weeksOfPayOnly(before: date)
        reading.workweeks.append(WorkweekPay(date))
        hasWeek = true
        findExempt(date)
    }

    /// Finds who is exempt in a workweek.
    private mutating func findExempt(_ starts: CivilDate) {
        for (index, assignment) in hours.assignments.enumerated() where !assignment.exemptionLost.isEmpty {
            isExempt[index] = assignment.flsa == .exempt && !lostWeeks[index].contains(starts)
        }
    }

    /// The position of a line of time.
    func assignment(of line: PayLine) -> Int {
        line.source == .assigned
            ? hours.assigned[Int(line.index)].assignment : hours.entries[Int(line.index)].assignment
    }

    /// Whether a position's time is outside of the law that is read: never under an agreement.
    func isOutside(_ assignment: Int) -> Bool { rules.regime != .contract && isExempt[assignment] }

    private mutating func weeksOfPayOnly(before date: CivilDate) throws(ArithmeticOverflow) {
        while nextItem < items.count, items[nextItem].starts < date {
            reading.workweeks.append(WorkweekPay(items[nextItem].starts))
            hasWeek = true
            findExempt(items[nextItem].starts)
            try endWeek()
        }
    }

    private mutating func endWeek() throws(ArithmeticOverflow) {
        guard hasWeek, var week = reading.workweeks.popLast() else { return }
        hasWeek = false
        let from = nextItem
        while nextItem < items.count, items[nextItem].starts == week.starts { nextItem += 1 }
        var money = WeekMoney(pay: from == nextItem ? [] : items[from..<nextItem].map(\.index))
        try money.settle(&week, &self)
        // A week of pay that stands beside the reading alone has nothing to show here.
        guard !week.lines.isEmpty else { return }
        let byPayroll = paidByWeek.isEmpty ? 0 : paidByWeek[week.starts] ?? 0
        let paid = try sum(assignedStraight, byPayroll)
        week.alreadyPaid = Cents(try rounded(paid, over: ExactWeek.perCent))
        reading.workweeks.append(week)
        firstLine = reading.lines.count
        cells.removeAll(keepingCapacity: true)
        assignedStraight = 0
    }
}
