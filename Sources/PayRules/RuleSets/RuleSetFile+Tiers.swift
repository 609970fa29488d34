import WorkUnits

/// The names of a tier's periods.
enum PeriodName: String, CaseIterable {
    case day, week, biweek, weeks, holiday
    case consecutiveDay = "consecutive_day"
    case workedDay = "worked_day"
    case workweekDay = "workweek_day"
    case window
}

extension RuleSetFile {
    func tier(_ reader: ObjectReader) -> Tier? {
        let name = reader.required("period", Read.word(PeriodName.self))
        let multiplier = reader.required("multiplier", Read.multiplier)
        let after = Int64(reader.optional("after_minutes", Read.minutes) ?? 0) * 60
        let tableHours = sevenK(reader)
        let established = reader.object("established", established)
        let average = reader.object("average_day_minutes", averageDay)
        let when = reader.object("when", condition) ?? Condition()
        let unless = reader.object("unless", condition)
        let premiumOn = reader.optional("premium_on", Read.word(RuleSet.PremiumOn.self))
        let creditable = reader.optional("creditable", Read.bool)
        let cite = cite(reader)
        let period = name.flatMap { self.period(reader, $0) }
        if average != nil, name != .workweekDay {
            reader.refuse("average_day_minutes", "is for the period workweek_day")
        }
        if established != nil, name != .day, name != .week {
            reader.refuse("established", "is for the periods day and week")
        }
        guard let multiplier, let period else { return nil }
        return Tier(
            period: period, afterSeconds: tableHours ?? after,
            established: established, multiplier: multiplier.count, averageDay: average,
            when: when, unless: unless, premiumOn: premiumOn, creditableAsSaid: creditable, cite: cite,
            place: "\(reader.path)".replacing("$.", with: ""))
    }

    private func period(_ reader: ObjectReader, _ name: PeriodName) -> Tier.Period? {
        let anchor = dayKey(reader, "anchor", for: [.biweek, .weeks], name)
        let number = numberKey(reader, "weeks", 2...52, for: [.weeks], name)
        let day = numberKey(reader, "day", 2...28, for: [.consecutiveDay, .workedDay, .workweekDay], name)
        let orLater = switchKey(reader, "or_later", for: [.consecutiveDay, .workedDay, .workweekDay], name)
        let acrossWeeks = switchKey(reader, "across_weeks", for: [.consecutiveDay], name)
        if let day, day > 7, !acrossWeeks, workweekDays == 7 {
            reader.refuse("day", "is past the 7 days of a workweek")
        }
        let from = timeKey(reader, "from", name)
        let to = timeKey(reader, "to", name)
        switch name {
        case .day: return .day
        case .week: return .week
        case .holiday: return .holiday
        case .biweek: return anchor.map { .biweek(anchor: $0) }
        case .weeks:
            guard let number, let anchor else { return nil }
            return .weeks(number, anchor: anchor)
        case .consecutiveDay: return day.map { .consecutiveDay($0, orLater: orLater, acrossWeeks: acrossWeeks) }
        case .workedDay: return day.map { .workedDay($0, orLater: orLater) }
        case .workweekDay: return day.map { .workweekDay($0, orLater: orLater) }
        case .window: return .window(DayWindow(from: from, to: to))
        }
    }

    private func dayKey(
        _ reader: ObjectReader, _ key: String, for names: Set<PeriodName>, _ name: PeriodName
    ) -> CivilDate? {
        guard names.contains(name) else { return refuseOther(reader, key, names) }
        if workweekDays != 7 { reader.refuse("period", "counts weeks; with workweek.days, week is the work period") }
        return reader.required(key, Read.date)
    }

    private func numberKey(
        _ reader: ObjectReader, _ key: String, _ range: ClosedRange<Int>, for names: Set<PeriodName>, _ name: PeriodName
    ) -> Int? {
        guard names.contains(name) else { return refuseOther(reader, key, names) }
        return reader.required(key, Read.whole(range))
    }

    private func switchKey(
        _ reader: ObjectReader, _ key: String, for names: Set<PeriodName>, _ name: PeriodName
    ) -> Bool {
        guard names.contains(name) else { return refuseOther(reader, key, names) ?? false }
        return reader.optional(key, Read.bool) ?? false
    }

    private func timeKey(_ reader: ObjectReader, _ key: String, _ name: PeriodName) -> WallTime {
        guard name == .window else { return refuseOther(reader, key, [.window]) ?? .midnight }
        return reader.optional(key, Read.time) ?? .midnight
    }

    private func refuseOther<Value>(_ reader: ObjectReader, _ key: String, _ names: Set<PeriodName>) -> Value? {
        if reader.has(key), reader.optional(key, { value throws(Reason) in value }) != nil {
            let periods = names.map(\.rawValue).sorted().joined(separator: ", ")
            reader.refuse(key, "is for the periods: \(periods)")
        }
        return nil
    }

    /// `after_7k`: the threshold of 29 CFR 553.230 for the work period, in seconds.
    private func sevenK(_ reader: ObjectReader) -> Int64? {
        guard let kind = reader.optional("after_7k", Read.word(SectionSevenK.self)) else { return nil }
        if reader.has("after_minutes") {
            reader.refuse("after_7k", "stands beside after_minutes; write one of the two")
        }
        return kind.hours(inDays: workweekDays).map { Int64($0) * 3600 }
    }

    private func established(_ reader: ObjectReader) -> Tier.Established? {
        let day = reader.required("day_from_minutes", Read.minutes)
        let week = reader.required("week_from_minutes", Read.minutes)
        guard let day, let week else { return nil }
        return Tier.Established(dayFromMinutes: day, weekFromMinutes: week)
    }

    private func averageDay(_ reader: ObjectReader) -> Tier.AverageDay? {
        let atLeast = reader.optional("at_least", Read.minutes)
        let below = reader.optional("below", Read.minutes)
        let basis = reader.optional("of", Read.word(Tier.AverageDay.Basis.self)) ?? .worked
        if (atLeast == nil) == (below == nil) { reader.refuse("needs at_least or below, one of the two") }
        return Tier.AverageDay(
            atLeast: atLeast.map { Int64($0) * 60 }, below: below.map { Int64($0) * 60 }, of: basis)
    }

    func condition(_ reader: ObjectReader) -> Condition? {
        var condition = Condition()
        condition.weekdays = Set(reader.optional("weekdays", Read.list(Read.weekday)) ?? [])
        condition.days = Set(reader.optional("day", Read.list(Read.word(DayKind.self))) ?? [])
        condition.categories = Set(reader.optional("category", Read.list(Read.text)) ?? [])
        condition.sites = Set(reader.optional("site", Read.list(Read.text)) ?? [])
        condition.units = Set(reader.optional("unit", Read.list(Read.text)) ?? [])
        condition.classes = Set(reader.optional("class", Read.list(Read.text)) ?? [])
        condition.assignments = Set(reader.optional("assignment", Read.list(Read.text)) ?? [])
        condition.guarantees = Set(reader.optional("guarantee", Read.list(Read.text)) ?? [])
        if condition.isOpen { reader.refuse("names nothing; leave it out to mean all hours") }
        return condition
    }
}

extension Tier {
    /// The tier that a holiday model stands for.
    static func holiday(_ rule: HolidayRule) -> Tier {
        Tier(
            period: .holiday, afterSeconds: 0, established: nil, multiplier: rule.model.multiplier,
            averageDay: nil, when: Condition(), unless: nil, premiumOn: nil, creditableAsSaid: nil, cite: rule.cite,
            place: "holiday")
    }
}
