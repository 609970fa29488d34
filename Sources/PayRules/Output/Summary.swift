public import WorkUnits

extension Valuation {
    /// A table in plain words: what each rule set makes of each workweek, and what they come to together.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
    public func summary(_ hours: Hours) throws(ArithmeticOverflow) -> String {
        var parts: [String] = []
        for reading in readings { parts.append(try reading.summary(hours)) }
        if !combined.isEmpty {
            let lines = combined.map { "  \($0.starts)  \(column($0.combined))  \(because($0))" }
            parts.append((["Together, by workweek:"] + lines).joined(separator: "\n"))
        }
        for check in checks { parts.append(check.says) }
        return parts.joined(separator: "\n\n") + "\n\nNot a promise of pay.\n"
    }
}

extension Reading {
    fileprivate func summary(_ hours: Hours) throws(ArithmeticOverflow) -> String {
        var lines = ["Under \(series.newest.title), \(series.newest.source):"]
        lines.append(
            series.newest.adopted.isEmpty
                ? "  Nobody has adopted this reading." : "  Adopted by \(series.newest.adopted).")
        if series.newest.hasDemoValues { lines.append("  It holds demo values: figures that no agreement has.") }
        lines.append("  workweek of       worked    regular rate    straight     premium       total  paid already")
        for week in workweeks {
            let worked = padded(Seconds(week.seconds).description, 12)
            let rate = padded(try week.regularRate().decimal(places: 6), 14)
            lines.append(
                "  \(week.starts)  \(worked)  \(rate)  \(column(week.straight))  \(column(week.premium))  "
                    + "\(column(week.total))  \(column(week.alreadyPaid))")
        }
        if workweeks.isEmpty { lines.append("  nothing to value under it") }
        if workweeks.count > 1 { lines.append("  all \(workweeks.count) workweeks: \(try total())") }
        let caused = incidents.filter { $0.incident >= 0 }
        if !caused.isEmpty {
            let words = caused.map { "\(hours.incidents[Int($0.incident)]) \(Seconds($0.seconds)) \(Cents($0.cents))" }
            lines.append("  by incident: \(words.joined(separator: "; "))")
        }
        for accrual in compTime { lines.append("  comp time, \(accrual.starts): \(try accrual.words())") }
        for check in checks {
            let place = check.entry.map { "\(hours.entries[$0].id): " } ?? check.date.map { "\($0): " } ?? ""
            lines.append("  to check: \(place)\(check.says)")
        }
        return lines.joined(separator: "\n")
    }
}

extension Comparison {
    /// The differences in plain words, and their sum.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
    public func summary(_ hours: Hours) throws(ArithmeticOverflow) -> String {
        var lines = [
            "A: \(a.series.newest.title): \(try a.total())", "B: \(b.series.newest.title): \(try b.total())",
            "B less A: \(difference)", "",
        ]
        if differences.isEmpty { lines.append("The two readings agree on every line.") }
        for part in differences {
            lines.append(
                "  \(part.starts)  \(name(part, hours)): \(part.a) under A, \(part.b) under B, \(part.difference)")
            lines.append("      \(part.because)  [\(part.rule)]")
        }
        return lines.joined(separator: "\n") + "\n\nNot a promise of pay.\n"
    }

    private func name(_ part: Difference, _ hours: Hours) -> String {
        switch part.source {
        case .entry: hours.entries[Int(part.index)].id
        case .assigned: "assigned time of \(hours.assigned[Int(part.index)].date)"
        case .pay: hours.pay[Int(part.index)].kind.words
        }
    }
}

private func column(_ cents: Cents) -> String { padded(cents.description, 10) }

private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
