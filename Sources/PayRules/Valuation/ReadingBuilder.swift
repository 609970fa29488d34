import WorkUnits

/// Builds the reading of one person under one rule set, workweek by workweek.
struct ReadingBuilder {
    var reading: Reading
    let hours: Hours
    let series: RuleSeries
    let rules: RuleSet
    let compiled: [CompiledTiers]
    let covers: [Bool]
    private let hasRates: Bool
    /// For each position, whether federal and state overtime leave it out in this workweek: it is exempt, and did not
    /// lose that.
    private(set) var isExempt: [Bool]
    private let lostWeeks: [Set<CivilDate>]
    /// For each position, its rate where it has one for all days.
    private let onlyRates: [Int64?]
    let outOfRegularRate: Set<Int>
    /// Pay items in scope by the first day of their workweek, in order.
    private(set) var items: [(starts: CivilDate, index: Int)] = []
    private var nextItem = 0
    private var paidByWeek: [CivilDate: Int128] = [:]
    /// Incident time of the lines of this workweek: line, incident, seconds.
    var cells: [ShareCell] = []
    var firstLine = 0
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

    // MARK: Runs

    mutating func add(_ run: Walk.Run) throws(ArithmeticOverflow) {
        let isEntry = run.piece.entry >= 0
        let source: PayLine.Source = isEntry ? .entry : .assigned
        let index = isEntry ? run.piece.entry : run.piece.assigned
        let (rate, isSalaried) = rate(of: run)
        let payClass = isSalaried && !run.isOutside && !run.piece.isMeal ? PayClass.salaried : payClass(of: run)
        // Time that a salary pays earns no multiple.
        let (tier, multiplier) = isSalaried ? (-1, 1_000_000) : (run.tier, run.multiplier)
        if !run.piece.isMeal { addToDay(run, at: multiplier) }
        let seconds = run.end - run.start
        if let last = reading.lines.indices.last, last >= firstLine, reading.lines[last].index == index,
            reading.lines[last].source == source, reading.lines[last].tier == Int16(tier),
            reading.lines[last].version == Int16(run.version), reading.lines[last].rate == rate,
            reading.lines[last].payClass == payClass
        {
            reading.lines[last].seconds += seconds
        } else {
            reading.lines.append(
                PayLine(
                    source: source, index: index, week: Int32(reading.workweeks.count - 1),
                    payClass: payClass, version: Int16(run.version), tier: Int16(tier),
                    multiplier: multiplier, rate: rate, premiumRate: premiumRate(of: run, tier, rate), start: run.start,
                    seconds: seconds,
                    counterBefore: run.counterBefore, cents: 0, firstShare: 0, shareCount: 0))
        }
        if !isEntry { assignedStraight += Int128(rate) * Int128(seconds) }
        addCells(run, seconds)
    }

    /// The rate that a run's premium is a multiple of, where it is no regular rate.
    private func premiumRate(of run: Walk.Run, _ tier: Int, _ rate: Int64) -> Int64 {
        guard tier >= 0 else { return 0 }
        switch compiled[run.version].facts[tier].premiumOn {
        case .regularRate: return 0
        case .rateInEffect: return rate
        case .baseRate:
            let date = CivilDate(daysSince1970: Int(run.day))
            return hours.assignments[Int(run.piece.assignment)].rate(on: date)?.count ?? rate
        }
    }

    private func payClass(of run: Walk.Run) -> PayClass {
        if run.piece.isMeal { return .meal }
        if run.isOutside { return .notCovered }
        return run.tier < 0 ? .straight : compiled[run.version].facts[run.tier].payClass
    }

    private mutating func addToDay(_ run: Walk.Run, at multiplier: Int64) {
        let date = CivilDate(daysSince1970: Int(run.day))
        let seconds = run.end - run.start
        if reading.days.last?.date != date {
            reading.days.append(WorkedDay(date: date, firstPart: Int32(reading.dayParts.count)))
        }
        reading.add(seconds, at: multiplier)
    }

    private mutating func addCells(_ run: Walk.Run, _ seconds: Int64) {
        let line = Int32(reading.lines.count - 1)
        guard run.piece.entry >= 0 else { return addCell(line, -1, seconds) }
        let incidents = hours.entries[Int(run.piece.entry)].incidents
        guard !incidents.isEmpty else { return addCell(line, -1, seconds) }
        if incidents.count == 1, incidents[0].seconds >= hours.entries[Int(run.piece.entry)].seconds {
            return addCell(line, Int32(incidents[0].incident), seconds)
        }
        for part in incidentTime(ofEntry: Int(run.piece.entry), from: run.start, to: run.end) {
            addCell(line, part.incident, part.seconds)
        }
    }

    /// The incidents of a part of an entry, in order, each with its time; -1 for what no incident caused.
    func incidentTime(ofEntry index: Int, from start: Int64, to end: Int64) -> [(incident: Int32, seconds: Int64)] {
        let from = start - hours.entries[index].start.secondsSince1970
        let until = end - hours.entries[index].start.secondsSince1970
        var parts: [(incident: Int32, seconds: Int64)] = []
        var (at, covered) = (Int64(0), Int64(0))
        for part in hours.entries[index].incidents {
            let overlap = min(until, at + part.seconds) - max(from, at)
            if overlap > 0 {
                parts.append((Int32(part.incident), overlap))
                covered += overlap
            }
            at += part.seconds
        }
        if covered < until - from { parts.append((-1, until - from - covered)) }
        return parts
    }

    private mutating func addCell(_ line: Int32, _ incident: Int32, _ seconds: Int64) {
        if let last = cells.indices.last, cells[last].line == line, cells[last].incident == incident {
            cells[last].seconds += seconds
            cells[last].weight += seconds
        } else {
            cells.append(ShareCell(line: line, incident: incident, seconds: seconds, weight: seconds))
        }
    }
}

/// Time of a line that an incident caused.
struct ShareCell {
    let line: Int32
    let incident: Int32
    /// How long, in seconds; nothing for a differential, whose time is counted already.
    var seconds: Int64
    /// What its part of the line's pay goes by.
    var weight: Int64
}

extension Entry {
    /// How long it is, in seconds.
    public var seconds: Int64 { end.secondsSince1970 - start.secondsSince1970 }
}

extension Reading {
    /// Adds time to the day that was begun last.
    mutating func add(_ seconds: Int64, at multiplier: Int64) {
        let day = days.count - 1
        days[day].seconds += seconds
        for index in Int(days[day].firstPart)..<dayParts.count where dayParts[index].multiplier == multiplier {
            dayParts[index].seconds += seconds
            return
        }
        dayParts.append(WorkedDay.Part(multiplier: multiplier, seconds: seconds))
        days[day].partCount += 1
    }
}

// MARK: - Rates, pay and payroll

extension ReadingBuilder {
    /// Dollars an hour of a run in millionths: what the agreement chooses, else the entry's own, else the position's.
    private func rate(of run: Walk.Run) -> (rate: Int64, isSalaried: Bool) {
        let entry = run.piece.entry >= 0 ? Int(run.piece.entry) : -1
        guard entry >= 0 else {
            let date = hours.assigned[Int(run.piece.assigned)].date
            return (onlyRates[Int(run.piece.assignment)] ?? baseRate(Int(run.piece.assignment), on: date), false)
        }
        return rate(ofEntry: entry)
    }

    /// Dollars an hour of an entry in millionths, by its work date: the local date on which it starts.
    func rate(ofEntry index: Int) -> (rate: Int64, isSalaried: Bool) {
        let own = ownRate(index)
        guard hasRates else { return (own, false) }
        let date = hours.zone.date(at: hours.entries[index].start)
        switch series.versions[series.index(on: date)].rateChoice(for: hours.entries[index], in: hours, on: date)?.use {
        case nil, .own: return (own, false)
        case .unpaid?: return (0, true)
        case .flat(let rate): return (rate.count, false)
        }
    }

    private func ownRate(_ index: Int) -> Int64 {
        if let rate = hours.entries[index].rate { return rate.count }
        let assignment = hours.entries[index].assignment
        return onlyRates[assignment] ?? baseRate(assignment, on: hours.zone.date(at: hours.entries[index].start))
    }

    private func baseRate(_ assignment: Int, on date: CivilDate) -> Int64 {
        hours.assignments[assignment].rate(on: date)?.count ?? 0
    }

    private mutating func placePay() {
        items = hours.pay.enumerated().compactMap { index, item in
            covers[item.assignment] ? (rules.workweek.startDate(ofNoon: item.workweekOf), index) : nil
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    /// Payroll's rows by workweek. Beside assigned time, rows of codes that pay assigned time are that time's pay.
    private mutating func placePaid() {
        for row in hours.paid where row.assignment.map({ covers[$0] }) ?? true {
            if hours.covers == .extraOnly, rules.codesOfAssignedTime.contains(row.code) { continue }
            let starts = rules.workweek.startDate(ofNoon: row.date)
            paidByWeek[starts, default: 0] += Int128(row.amount.count) * 3600
        }
    }
}

extension RuleSet {
    /// The rate that an agreement gives an hour of an entry; nil where no choice fits.
    func rateChoice(for entry: Entry, in hours: Hours, on date: CivilDate) -> RateChoice? {
        rates.first {
            $0.valid.contains(date) && $0.when.fits(entry, hours.assignments[entry.assignment])
                && $0.when.fits(hours.zone.date(at: entry.start).dayOfWeek)
        }
    }
}
