import WorkUnits

extension ReadingBuilder {
    /// Adds up what each incident bears, and takes chosen overtime as time off.
    mutating func finish() throws(ArithmeticOverflow) {
        var totals = (0...hours.incidents.count).map { index in
            IncidentTotal(incident: index < hours.incidents.count ? Int32(index) : -1, seconds: 0, cents: 0)
        }
        for share in reading.shares {
            let index = share.incident < 0 ? hours.incidents.count : Int(share.incident)
            totals[index].seconds += share.seconds
            totals[index].cents += share.cents
        }
        reading.incidents = totals.filter { $0.seconds != 0 || $0.cents != 0 }
        if let rule = rules.compTime, let choice = hours.compTime { try accrue(rule, choice) }
    }

    private mutating func accrue(_ rule: CompTimeRule, _ choice: CompChoice) throws(ArithmeticOverflow) {
        var ledger = CompLedger(rule, balance: Seconds(Int64(choice.balanceMinutes) * 60))
        for week in reading.workweeks {
            let overtime = reading.lines[week.lines].reduce(Int64(0)) { sum, line in
                sum + (line.payClass == .overtime && line.multiplier > 1_000_000 ? line.seconds : 0)
            }
            let chosen = overtime * Int64(choice.percent) / 100
            guard chosen > 0 else { continue }
            let accrual = try ledger.accrue(overtime: Seconds(chosen), in: week.starts)
            reading.compTime.append(accrual)
            if accrual.overtimePaid > .zero {
                reading.checks.append(
                    Check(
                        .compTimeAtCap, date: week.starts,
                        "Comp time has reached its limit; the rest of this week's overtime is paid in money.",
                        cite: rule.cite))
            }
        }
    }
}
