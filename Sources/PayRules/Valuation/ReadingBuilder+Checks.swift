import WorkUnits

extension ReadingBuilder {
    /// What to check beside the amounts.
    mutating func addChecks(_ timeline: Timeline) {
        checkPositions()
        checkBaseline()
        checkTrivialBonuses()
        checkStateSalaries()
        checkLeaveAfterWork()
        checkRateChoices()
        checkApproval()
        checkCaps()
        checkHolidays()
        checkRates()
        checkRounding(timeline)
        checkDates()
        addGuarantees()
    }

    /// Positions that federal overtime does not cover, and salaries under the level that this asks for.
    private mutating func checkPositions() {
        guard rules.regime != .contract else { return }
        for (index, assignment) in hours.assignments.enumerated()
        where assignment.flsa == .exempt && hasTimeOutside(index) {
            let name = assignment.id.map { "\($0): " } ?? ""
            reading.checks.append(
                Check(
                    .notCovered,
                    "\(name)No overtime under this law; the agreement may pay. What stands here is straight time."))
            guard
                let test = rules.salaryTest, let kind = assignment.exemptAs, test.exemptAs.contains(kind),
                let salary = assignment.weeklySalary
            else { continue }
            for date in Set(hours.entries.map { rules.workweek.startDate(ofNoon: hours.zone.date(at: $0.start)) })
                .sorted()
            {
                guard let level = test.level(on: date), salary < level.weekly else { continue }
                reading.checks.append(
                    Check(
                        .salaryBelowLevel, date: date,
                        "\(name)$\(salary.dollars) a week is under the $\(level.weekly.dollars) that this exemption asks for.",
                        cite: level.cite))
            }
        }
    }

    /// Whether a line here is of a position as one that the law leaves out.
    private func hasTimeOutside(_ index: Int) -> Bool {
        reading.lines.contains { $0.payClass == .notCovered && assignment(of: $0) == index }
    }

    /// Bonuses that the regular rate leaves out.
    private mutating func checkTrivialBonuses() {
        guard let rule = rules.trivialBonus else { return }
        let kinds = Set(outOfRegularRate.map { hours.pay[$0].workweekOf }).sorted()
        for date in kinds {
            reading.checks.append(
                Check(
                    .trivialBonus, date: rules.workweek.startDate(ofNoon: date),
                    "A bonus is left out of the regular rate: it adds at most $\(rule.atMost.dollars) to an overtime week.",
                    cite: rule.cite))
        }
    }

    /// Salaries for whatever hours, under a state's law: California's rate of a salary goes by 40 hours.
    private mutating func checkStateSalaries() {
        guard rules.regime == .stateStatute else { return }
        for (_, index) in items {
            let item = hours.pay[index]
            guard item.kind == .salary, item.coversSeconds == nil else { continue }
            reading.checks.append(
                Check(
                    .fluctuatingUnderState, date: item.workweekOf,
                    "The salary's rate is by all hours worked here, which is federal law. Where the state goes by 40 hours, "
                        + "write \"covers_hours\": 40."))
        }
    }

    /// Time off that counts, after the last work of its workweek: by the order of time it makes no hour before it overtime.
    private mutating func checkLeaveAfterWork() {
        guard let counted = rules.leaveCounted, !hours.leave.isEmpty else { return }
        var lastDay: [CivilDate: CivilDate] = [:]
        for day in reading.days { lastDay[rules.workweek.startDate(ofNoon: day.date)] = day.date }
        let weeks = hours.leave.filter(counted.counts).compactMap { leave -> CivilDate? in
            let week = rules.workweek.startDate(ofNoon: leave.date)
            return lastDay[week].flatMap { leave.date > $0 ? week : nil }
        }
        for week in Set(weeks).sorted() {
            reading.checks.append(
                Check(
                    .leaveAfterWork, date: week,
                    "Time off after this week's work moves nothing here; read without the order of time it may add overtime.",
                    cite: counted.cite))
        }
    }

    /// Hours for which an agreement that chooses rates has none: their own rate stands.
    private mutating func checkRateChoices() {
        guard series.versions.contains(where: { !$0.rates.isEmpty }) else { return }
        for (index, entry) in hours.entries.enumerated() where covers[entry.assignment] {
            let date = hours.zone.date(at: entry.start)
            let version = series.versions[series.index(on: date)]
            guard !version.rates.isEmpty, version.rateChoice(for: entry, in: hours, on: date) == nil else { continue }
            reading.checks.append(
                Check(.noRateInAgreement, entry: index, "No rate of the agreement is for it; its own rate stands here.")
            )
        }
    }

    /// Workweeks without assigned hours, where the entries are extra hours only: what is read is a floor.
    private mutating func checkBaseline() {
        guard hours.covers == .extraOnly else { return }
        let withBaseline = Set(hours.assigned.map { rules.workweek.startDate(ofNoon: $0.date) })
        for week in reading.workweeks where week.seconds > 0 && !withBaseline.contains(week.starts) {
            reading.checks.append(
                Check(
                    .assignedHoursUnknown, date: week.starts,
                    "The assigned hours of this workweek are not known, so these figures are the least it can be."))
        }
    }

    private mutating func checkApproval() {
        guard series.versions.contains(where: { $0.approval != nil }) else { return }
        for (index, entry) in hours.entries.enumerated() where covers[entry.assignment] && entry.approvedBefore != true
        {
            let date = hours.zone.date(at: entry.start)
            let version = series.versions[series.index(on: date)]
            guard let rule = version.approval, rule.when.fits(entry, hours.assignments[entry.assignment]) else {
                continue
            }
            reading.checks.append(
                Check(
                    .notApprovedBefore, entry: index,
                    "The agreement asks for approval before the work. It takes no time away here.", cite: rule.cite))
        }
    }

    /// Time past a limit, counted in order within the limit's year.
    private mutating func checkCaps() {
        guard !rules.caps.isEmpty else { return }
        var counted = [Int64](repeating: 0, count: hours.entries.count)
        for line in reading.lines where line.source == .entry && line.countsTime && line.payClass != .salaried {
            counted[Int(line.index)] += line.seconds
        }
        for cap in rules.caps {
            var used = Int64(hours.towardCaps[cap.name] ?? 0) * 60
            var year: Int?
            for (index, entry) in hours.entries.enumerated() where covers[entry.assignment] {
                guard cap.when.fits(entry, hours.assignments[entry.assignment]) else { continue }
                let date = hours.zone.date(at: entry.start)
                let itsYear = date.month >= cap.yearStartsInMonth ? date.year : date.year - 1
                if let year, year != itsYear { used = 0 }
                year = itsYear
                used += counted[index]
                let over = min(counted[index], used - cap.seconds)
                guard over > 0 else { continue }
                reading.checks.append(
                    Check(
                        .overCap, entry: index, seconds: over,
                        "\(Seconds(over)) of it are past the \(Seconds(cap.seconds)) of \(cap.name). They count all the same.",
                        cite: cap.cite))
            }
        }
    }

    private mutating func checkHolidays() {
        guard !hours.pay.isEmpty, series.versions.contains(where: { $0.holiday != nil }) else { return }
        let worked = Set(hours.entries.filter { $0.day == .holiday }.map { hours.zone.date(at: $0.start) })
        for item in hours.pay where item.kind == .holidayPay {
            guard
                let date = item.date, worked.contains(date),
                let holiday = series.versions[series.index(on: date)].holiday,
                !holiday.model.paysBeside
            else { continue }
            reading.checks.append(
                Check(
                    .holidayPayTwice, date: date,
                    "Holiday pay stands beside hours whose multiple is in its place.", cite: holiday.cite))
        }
    }

    /// A salary beside an hourly rate, and rates that were decided after the work.
    private mutating func checkRates() {
        for week in reading.workweeks where !hours.pay.isEmpty {
            let lines = reading.lines[week.lines]
            let hasSalary = lines.contains { $0.source == .pay && hours.pay[Int($0.index)].kind == .salary }
            guard hasSalary, lines.contains(where: { $0.source != .pay && $0.rate > 0 && $0.countsTime }) else {
                continue
            }
            reading.checks.append(
                Check(
                    .salaryBesideHourlyRate, date: week.starts,
                    "A salary and an hourly rate both pay this week's hours; leave one of them out if it is not so."))
        }
        for assignment in hours.assignments where assignment.rates.contains(where: { $0.adoptedOn != nil }) {
            for (number, row) in assignment.rates.enumerated() {
                guard let adopted = row.adoptedOn, adopted > row.from else { continue }
                let until = assignment.rates.dropFirst(number + 1).first?.from ?? .distantFuture
                guard reading.days.contains(where: { $0.date >= row.from && $0.date < min(until, adopted) }) else {
                    continue
                }
                reading.checks.append(
                    Check(
                        .retroactiveRate, date: row.from,
                        "$\(row.rate.dollars) an hour from \(row.from) on was decided on \(adopted); premiums follow it.",
                        cite: "29 CFR 778.303"))
            }
        }
    }

    private mutating func checkRounding(_ timeline: Timeline) {
        guard
            !rules.timeRounding.isEmpty, rules.meals.isEmpty, rules.paidRestSeconds == 0, hours.covers == .allTime
        else { return }
        let recorded = hours.entries.reduce(Int64(0)) { $0 + (covers[$1.assignment] ? $1.seconds : 0) }
        let counted = timeline.pieces.reduce(Int64(0)) { $0 + $1.stretch.seconds }
        guard recorded != counted else { return }
        reading.checks.append(
            Check(
                .rounded, seconds: counted - recorded,
                "Recorded \(Seconds(recorded)), counted \(Seconds(counted)). Rounding has to favor nobody over time.",
                cite: "29 CFR 785.48(b)"))
    }

    private mutating func checkDates() {
        guard series.versions.contains(where: { $0.valid != .distantPast ... .distantFuture }) else { return }
        for day in reading.days where !series.covers(day.date) {
            reading.checks.append(
                Check(
                    .notValidThen, date: day.date,
                    "No version of \(rules.name) is for that day; the one before it is read, or the first."))
        }
    }

    /// What a guarantee pays beyond the hours worked: neither in the regular rate nor credited (29 CFR 778.220, .221).
    private mutating func addGuarantees() {
        guard series.versions.contains(where: { !$0.guarantees.isEmpty }) else { return }
        for (index, entry) in hours.entries.enumerated() where covers[entry.assignment] {
            guard let name = entry.guarantee else { continue }
            let date = hours.zone.date(at: entry.start)
            let version = series.versions[series.index(on: date)]
            guard let rule = version.guarantees.first(where: { $0.name == name }) else { continue }
            let short = rule.minimumSeconds - entry.seconds
            guard short > 0 else { continue }
            let units = Int128(rate(ofEntry: index).rate) * Int128(short) * Int128(rule.multiplier)
            let cents = Int64((units + 18_000_000_000_000) / 36_000_000_000_000)
            reading.beside.append(
                PayBeside(
                    pay: nil, entry: index, starts: rules.workweek.startDate(ofNoon: date), cents: Cents(cents),
                    isCreditable: false,
                    says:
                        "\(name): \(Seconds(short)) of the guaranteed \(Seconds(rule.minimumSeconds)) were not worked.",
                    cite: rule.cite))
        }
    }
}
