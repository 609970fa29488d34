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
        case .notCovered:
            return "\(Seconds(line.seconds)) at straight time: the position has no overtime under this law."
        case .salaried: return "\(Seconds(line.seconds)) that the salaried day holds under this agreement."
        case .meal: return "A meal that is paid at straight time and counts toward nothing."
        case .differential:
            let rule = reading.series.newest.differentials[Int(line.tier)]
            return "\(Seconds(line.seconds)) at \(rule.name), $\(rule.perHour.dollars) an hour more."
        default: break
        }
        guard let tier = reading.tier(of: line) else { return straightReason(line) }
        let words = tier.words(after: threshold(of: tier, line))
        return "\(Seconds(line.seconds)) \(words), at \(Millionths(count: line.multiplier)) times the rate."
    }

    /// Past how long a tier began for a line: its position's established hours where those count.
    private func threshold(of tier: Tier, _ line: PayLine) -> Int64 {
        let index: Int
        switch line.source {
        case .entry: index = hours.entries[Int(line.index)].assignment
        case .assigned: index = hours.assigned[Int(line.index)].assignment
        case .pay: return tier.afterSeconds
        }
        return tier.threshold(for: hours.assignments[index])
    }

    private func straightReason(_ line: PayLine) -> String {
        let assigned = line.source == .assigned ? " assigned time, paid already," : ""
        guard line.rate > 0 else {
            return "\(Seconds(line.seconds))\(assigned) without an hourly rate: other pay covers it."
        }
        return "\(Seconds(line.seconds))\(assigned) at straight time, $\(Millionths(count: line.rate).dollars) an hour."
    }

    /// The time that a workweek's regular rate is by.
    private func worked(_ week: Int32) -> Int64? {
        reading.workweeks.indices.contains(Int(week)) ? reading.workweeks[Int(week)].exact.seconds : nil
    }

    private func payReason(_ line: PayLine) -> String {
        let item = hours.pay[Int(line.index)]
        let name = item.kind.words
        guard let covers = item.coversSeconds else { return "\(name), part of the regular rate." }
        let beyond = max(0, (worked(line.week) ?? 0) - covers)
        guard beyond > 0, let hourly = try? (item.amount * Ratio(whole: 3600)) / Ratio(whole: covers),
            let rate = try? hourly.decimal(places: 6), let amount = try? item.amount.decimal(places: 2)
        else { return "\(name) for \(Seconds(covers))." }
        return
            "\(name) of \(amount) for \(Seconds(covers)), and \(Seconds(beyond)) beyond at its rate of \(rate) an hour."
    }

    /// The article or section behind a line.
    public func cite(_ line: PayLine) -> String {
        let version = reading.series.versions[Int(line.version)]
        if line.payClass == .differential { return version.differentials[Int(line.tier)].cite }
        if let tier = reading.tier(of: line) { return tier.cite }
        if line.source == .entry {
            let entry = hours.entries[Int(line.index)]
            let date = hours.zone.date(at: entry.start)
            let version = reading.series.versions[reading.series.index(on: date)]
            if let choice = version.rateChoice(for: entry, in: hours, on: date) { return choice.cite }
        }
        return version.source
    }
}

extension Tier {
    /// "past 8 h in a day"
    public var words: String { words(after: afterSeconds) }

    /// The same where the threshold is a position's own.
    func words(after seconds: Int64) -> String {
        let past = seconds > 0 ? "past \(Seconds(seconds)) " : ""
        let after = seconds > 0 ? ", past \(Seconds(seconds)) of it" : ""
        switch period {
        case .day: return "\(past)in a day"
        case .week: return "\(past)in the workweek"
        case .biweek: return "\(past)in two workweeks"
        case .weeks(let weeks, _): return "\(past)in \(weeks) workweeks"
        case .holiday: return "on a holiday\(after)"
        case .consecutiveDay(let nth, let orLater, _):
            return "on the \(ordinal(nth)) day in a row\(orLater ? " or later" : "")\(after)"
        case .workedDay(let nth, let orLater):
            return "on the \(ordinal(nth)) day worked in the workweek\(orLater ? " or later" : "")\(after)"
        case .workweekDay(let nth, let orLater):
            return "on the \(ordinal(nth)) day of the workweek\(orLater ? " or later" : "")\(after)"
        case .window(let window):
            return (window.isAllDay ? "on \(when.dayWords)" : "between \(window.from) and \(window.to)") + after
        }
    }

    private func ordinal(_ number: Int) -> String {
        let ending =
            switch number % 10 {
            case 1 where number != 11: "st"
            case 2 where number != 12: "nd"
            case 3 where number != 13: "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}

extension Condition {
    /// "Saturday or Sunday"
    fileprivate var dayWords: String {
        guard !weekdays.isEmpty else {
            let named = guarantees.sorted() + categories.sorted() + sites.sorted() + days.map(\.rawValue).sorted()
            return named.isEmpty ? "this time" : "time of " + named.joined(separator: " or ")
        }
        return weekdays.sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }.map {
            $0.prefix(1).uppercased() + $0.dropFirst()
        }
        .joined(separator: " or ")
    }
}

extension Millionths {
    /// "24.50", "17.09625": dollars with two places at the least.
    var dollars: String {
        let text = description
        guard let point = text.firstIndex(of: ".") else { return text + ".00" }
        return text.distance(from: point, to: text.endIndex) == 2 ? text + "0" : text
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
        case .showUp: "Show-up pay"
        case .callBack: "Pay for being called back"
        case .premium: "Extra pay for certain hours"
        case .expense: "Repaid expenses"
        case .compTimePaidOut: "Comp time paid out"
        }
    }
}
