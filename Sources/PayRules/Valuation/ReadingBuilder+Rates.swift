import WorkUnits

extension ReadingBuilder {
    /// Dollars an hour of a run in millionths: what the agreement chooses, else the entry's own, else the position's.
    func rate(of run: Walk.Run) -> (rate: Int64, isSalaried: Bool) {
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

    mutating func placePay() {
        items = hours.pay.enumerated().compactMap { index, item in
            covers[item.assignment] ? (rules.workweek.startDate(ofNoon: item.workweekOf), index) : nil
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    /// Payroll's rows by workweek. Beside assigned time, rows of codes that pay assigned time are that time's pay.
    mutating func placePaid() {
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
