import StrictJSON
import WorkUnits

extension RuleSetFile {
    struct Rounding {
        let money: RuleSet.MoneyRounding
        let premiumOn: RuleSet.PremiumOn?
        let time: [TimeRoundingRule]
    }

    func rounding(_ reader: ObjectReader) -> Rounding? {
        Rounding(
            money: reader.optional("money", Read.word(RuleSet.MoneyRounding.self)) ?? .exactOnce,
            premiumOn: reader.optional("premium_on", Read.word(RuleSet.PremiumOn.self)),
            time: reader.objects("time", atMost: 200, timeRounding))
    }

    private enum Mode: String, CaseIterable {
        case up, down, nearest
    }

    private func timeRounding(_ reader: ObjectReader) -> TimeRoundingRule? {
        let of = reader.required("of", Read.word(TimeRoundingRule.Of.self))
        let mode = reader.required("mode", Read.word(Mode.self))
        let minutes = reader.required("minutes", Read.whole(1...60))
        let grace = reader.optional("grace_minutes", Read.whole(-59...59)) ?? 0
        let half = reader.optional("half_way", Read.word(TimeRounding.HalfWay.self))
        let within = reader.object("within", within)
        let cite = cite(reader)
        if half != nil, mode != .nearest { reader.refuse("half_way", "is for the mode nearest") }
        if grace != 0, mode == .nearest { reader.refuse("grace_minutes", "is for the modes up and down") }
        guard let of, let mode, let minutes else { return nil }
        let direction: TimeRounding.Direction =
            switch mode {
            case .up: .up
            case .down: .down
            case .nearest: .nearest(half ?? .up)
            }
        return TimeRounding(direction, minutes: minutes, graceMinutes: grace).map {
            TimeRoundingRule(of: of, rounding: $0, within: within, cite: cite)
        }
    }

    private func within(_ reader: ObjectReader) -> TimeRoundingRule.Within? {
        let time = reader.optional("time", Read.time).map { Int64($0.minutesSinceMidnight) * 60 }
        let length = reader.optional("length_minutes", Read.minutes).map { Int64($0) * 60 }
        let before = Int64(reader.optional("before_minutes", Read.minutes) ?? 0) * 60
        let after = Int64(reader.optional("after_minutes", Read.minutes) ?? 0) * 60
        guard let around = time ?? length, time == nil || length == nil else {
            reader.refuse("needs time or length_minutes, one of the two")
            return nil
        }
        return TimeRoundingRule.Within(around: around, before: before, after: after)
    }

    func leaveCounted(_ reader: ObjectReader) -> LeaveCounted? {
        let kinds = reader.optional("kinds", Read.list(Read.text))
        return LeaveCounted(kinds: kinds.map { Set($0) }, cite: cite(reader))
    }

    func paidRest(_ reader: ObjectReader) -> Int64? {
        _ = cite(reader)
        return reader.required("up_to_minutes", Read.whole(1...60)).map { Int64($0) * 60 }
    }

    func meal(_ reader: ObjectReader) -> MealRule? {
        let mode = reader.required("mode", Read.word(MealRule.Mode.self))
        let minutes = reader.required("minutes", Read.whole(1...240))
        let after = reader.optional("after_worked_minutes", Read.minutes) ?? 0
        let isPaid = reader.optional("paid", Read.bool) ?? false
        let cite = cite(reader)
        guard let mode, let minutes else { return nil }
        if isPaid, mode == .add { reader.refuse("paid", "is for auto_deduct; a meal added is worked time") }
        return MealRule(
            mode: mode, seconds: Int64(minutes) * 60, afterSeconds: Int64(after) * 60, isPaid: isPaid, cite: cite)
    }

    func differential(_ reader: ObjectReader) -> Differential? {
        let name = reader.required("name", Read.text)
        let perHour = reader.required("per_hour", Read.rate)
        let from = reader.optional("from", Read.time) ?? .midnight
        let to = reader.optional("to", Read.time) ?? .midnight
        let whole = reader.optional("whole_shift", Read.bool) ?? false
        let minimum = Int64(reader.optional("minimum_minutes", Read.minutes) ?? 0) * 60
        let maximum = reader.optional("maximum_minutes", Read.minutes).map { Int64($0) * 60 } ?? .max
        let when = reader.object("when", condition) ?? Condition()
        let valid = reader.object("valid", validDates) ?? .distantPast ... .distantFuture
        let cite = cite(reader)
        if minimum > maximum { reader.refuse("minimum_minutes", "are more than maximum_minutes") }
        guard let name, let perHour else { return nil }
        return Differential(
            name: name, window: DayWindow(from: from, to: to), perHour: perHour, wholeShift: whole,
            minimumSeconds: minimum,
            maximumSeconds: maximum, when: when, valid: valid, cite: cite,
            place: "\(reader.path)".replacing("$.", with: ""))
    }

    func guarantee(_ reader: ObjectReader) -> Guarantee? {
        let name = reader.required("name", Read.text)
        let minimum = reader.required("minimum_minutes", Read.whole(1...1440))
        let multiplier = reader.optional("multiplier", Read.multiplier)?.count ?? 1_000_000
        let cite = cite(reader)
        guard let name, let minimum else { return nil }
        return Guarantee(name: name, minimumSeconds: Int64(minimum) * 60, multiplier: multiplier, cite: cite)
    }

    func rateChoice(_ reader: ObjectReader) -> RateChoice? {
        let when = reader.object("when", condition) ?? Condition()
        let use = reader.required("use") { value throws(Reason) -> RateChoice.Use in
            if case .string("own") = value { return .own }
            if case .string("none") = value { return .unpaid }
            return .flat(try Read.rate(value))
        }
        let valid = reader.object("valid", validDates) ?? .distantPast ... .distantFuture
        let cite = cite(reader)
        guard let use else { return nil }
        return RateChoice(
            when: when, use: use, valid: valid, cite: cite, place: "\(reader.path)".replacing("$.", with: ""))
    }

    func approval(_ reader: ObjectReader) -> ApprovalRule? {
        let when = reader.object("when", condition) ?? Condition()
        return ApprovalRule(when: when, cite: cite(reader))
    }

    func cap(_ reader: ObjectReader) -> Cap? {
        let name = reader.required("name", Read.text)
        let minutes = reader.required("minutes", Read.minutes)
        let month = reader.optional("year_starts_in_month", Read.whole(1...12)) ?? 1
        let when = reader.object("when", condition) ?? Condition()
        let cite = cite(reader)
        guard let name, let minutes else { return nil }
        return Cap(name: name, seconds: Int64(minutes) * 60, yearStartsInMonth: month, when: when, cite: cite)
    }

    func compTime(_ reader: ObjectReader) -> CompTimeRule? {
        let rate = reader.required("rate", Read.multiplier)
        let cap = reader.optional("cap_minutes", Read.whole(1...100_000))
        let months = reader.optional("expires_after_months", Read.whole(1...60))
        let cite = cite(reader)
        if let rate, rate.count == 0 { reader.refuse("rate", "is 0: no time off for overtime") }
        return rate.map {
            CompTimeRule(
                rate: max(1, $0.count), capSeconds: cap.map { Int64($0) * 60 }, expiresAfterMonths: months, cite: cite)
        }
    }

    func trivialBonus(_ reader: ObjectReader) -> TrivialBonusRule? {
        let atMost = reader.required("at_most", Read.amount)
        let cite = cite(reader)
        return atMost.map { TrivialBonusRule(atMost: $0, cite: cite) }
    }

    func salaryTest(_ reader: ObjectReader) -> SalaryTest? {
        let kinds = reader.required("exempt_as", Read.list(Read.text))
        let levels = reader.objects("levels", atMost: 200) { level -> SalaryTest.Level? in
            let from = level.required("from", Read.date)
            let until = level.optional("until", Read.date) ?? .distantFuture
            let weekly = level.required("weekly", Read.amount)
            let cite = cite(level)
            guard let from, let weekly else { return nil }
            return SalaryTest.Level(from: from, until: until, weekly: weekly, cite: cite)
        }
        return kinds.map { SalaryTest(exemptAs: Set($0), levels: levels.sorted { $0.from < $1.from }) }
    }
}
