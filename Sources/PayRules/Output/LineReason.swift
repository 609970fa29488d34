import WorkUnits

/// Puts lines in words: why they are paid, and how the cents came about.
public struct LineReason {
    let hours: Hours
    let reading: Reading

    /// For the lines of a reading.
    public init(_ hours: Hours, _ reading: Reading) {
        self.hours = hours
        self.reading = reading
    }

    /// Why a line is paid as it is, in one sentence.
    public func reason(_ line: PayLine) -> String {
        switch line.payClass {
        case .pay: return payReason(line)
        case .meal: return "A meal that is paid at straight time and counts toward nothing."
        case .differential:
            let rule = reading.series.newest.differentials[Int(line.tier)]
            return "\(Seconds(line.seconds)) at \(rule.name), $\(rule.perHour) an hour more."
        default: break
        }
        guard let tier = reading.tier(of: line) else { return straightReason(line) }
        return "\(Seconds(line.seconds)) \(tier.words), at \(Millionths(count: line.multiplier)) times the rate."
    }

    private func straightReason(_ line: PayLine) -> String {
        let assigned = line.source == .assigned ? " assigned time, paid already," : ""
        return "\(Seconds(line.seconds))\(assigned) at straight time, $\(Millionths(count: line.rate)) an hour."
    }

    private func payReason(_ line: PayLine) -> String {
        let item = hours.pay[Int(line.index)]
        let name = item.kind.words
        guard let covers = item.coversSeconds else { return "\(name), part of the regular rate." }
        return "\(name) for \(Seconds(covers)); hours beyond them at the salary's rate."
    }

    /// The article or section behind a line.
    public func cite(_ line: PayLine) -> String {
        let version = reading.series.versions[Int(line.version)]
        if line.payClass == .differential { return version.differentials[Int(line.tier)].cite }
        if let tier = reading.tier(of: line) { return tier.cite }
        if line.source == .entry {
            let entry = hours.entries[Int(line.index)]
            let date = hours.zone.date(at: entry.start)
            if let choice = version.rateChoice(for: entry, in: hours, on: date) { return choice.cite }
        }
        return version.source
    }
}

extension Tier {
    /// "past 8 h in a day"
    public var words: String {
        let past = afterSeconds > 0 ? "past \(Seconds(afterSeconds)) " : ""
        let after = afterSeconds > 0 ? ", past \(Seconds(afterSeconds)) of it" : ""
        switch period {
        case .day: return "\(past)in a day"
        case .week: return "\(past)in the workweek"
        case .biweek: return "\(past)in two workweeks"
        case .weeks(let weeks, _): return "\(past)in \(weeks) workweeks"
        case .holiday: return "on a holiday\(after)"
        case .consecutiveDay(let nth, let orLater, _): return "on the \(nth). day in a row\(orLater ? " or later" : "")\(after)"
        case .workedDay(let nth, let orLater):
            return "on the \(nth). day worked in the workweek\(orLater ? " or later" : "")\(after)"
        case .workweekDay(let nth, let orLater):
            return "on the \(nth). day of the workweek\(orLater ? " or later" : "")\(after)"
        case .window(let from, let to): return from == to ? "on such a day\(after)" : "between \(from) and \(to)\(after)"
        }
    }
}

extension PayItem.Kind {
    /// "A bonus that was promised or expected"
    public var words: String {
        switch self {
        case .salary: "Salary"
        case .piece: "Piece work"
        case .dayRate: "A day or job rate"
        case .nondiscretionaryBonus: "A bonus that was promised or expected"
        case .discretionaryBonus: "A bonus at the employer's discretion"
        case .shiftDifferential: "A shift differential"
        case .onCall: "Pay for being on call"
        case .stipend: "A fixed sum for a duty"
        case .paidLeave: "Pay for time off"
        case .holidayPay: "Pay for a holiday"
        case .showUp: "Pay for coming in vain"
        case .callBack: "Pay for being called back"
        case .premium: "Extra pay for certain hours"
        case .expense: "Repaid expenses"
        case .compTimePaidOut: "Comp time paid out"
        }
    }
}
