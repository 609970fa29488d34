public import StrictJSON
public import WorkUnits

extension Valuation {
    /// The output of `afterbell value --json`, as the contract of that command names it.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a figure can't be printed.
    public func json(_ hours: Hours) throws(ArithmeticOverflow) -> JSON {
        var readings: [JSON] = []
        for reading in self.readings { readings.append(try ReadingJSON(hours, reading).json()) }
        var weeks: [JSON] = []
        for week in combined { weeks.append(try combinedJSON(week)) }
        var members = [JSON.Member("readings", .array(readings)), JSON.Member("combined", .array(weeks))]
        if !checks.isEmpty { members.append(.init("flags", .array(checks.map { ReadingJSON.check($0, hours) }))) }
        return .object(members)
    }

    private func combinedJSON(_ week: CombinedWeek) throws(ArithmeticOverflow) -> JSON {
        var additional: [JSON] = []
        for part in week.additional {
            additional.append(
                .object(
                    .init("rules", .string(self.readings[part.reading].series.newest.name)),
                    .init("regular_rate", .string(try part.regularRate.decimal(places: 6))),
                    .init("premium_cents", .number(part.premium.count)),
                    .init("credited_cents", .number(part.credited.count)),
                    .init("additional_cents", .number(part.additional.count))))
        }
        return .object(
            .init("workweek_of", .string(week.starts.description)),
            .init("contract_cents", .number(week.contract.count)),
            .init("additional", .array(additional)),
            .init("combined_cents", .number(week.combined.count)),
            .init("because", .string(because(week))))
    }

    /// Why a workweek comes to what it does, in words and numbers.
    public func because(_ week: CombinedWeek) -> String {
        let contracts = readings.filter { $0.series.newest.regime == .contract }
        let names = contracts.map(\.series.newest.name) + (hasStraightTime ? ["straight time"] : [])
        let base = contracts.isEmpty ? "Straight time" : names.joined(separator: " and ")
        guard let most = week.additional.max(by: { $0.additional < $1.additional }), most.additional > .zero else {
            return "\(base): \(week.contract). No statute here adds to it."
        }
        let name = readings[most.reading].series.newest.name
        let rate = (try? most.regularRate.decimal(places: 6)) ?? "?"
        let credit = most.credited > .zero ? ", less \(most.credited) of premiums that are credited" : ""
        return "\(base): \(week.contract). \(name) adds \(most.additional): \(most.premium) for "
            + "\(Seconds(most.premiumSeconds)) at a regular rate of \(rate)\(credit)."
    }
}

/// A reading as the contract of `afterbell value` names its parts.
struct ReadingJSON {
    let hours: Hours
    let reading: Reading
    let reasons: LineReason

    init(_ hours: Hours, _ reading: Reading) {
        self.hours = hours
        self.reading = reading
        reasons = LineReason(hours, reading)
    }

    func json() throws(ArithmeticOverflow) -> JSON {
        var weeks: [JSON] = []
        for week in reading.workweeks { weeks.append(try workweek(week)) }
        let newest = reading.series.newest
        var members = [
            JSON.Member("rules", .string(newest.name)), JSON.Member("version", .string(newest.version)),
            JSON.Member("regime", .string(newest.regime.rawValue)), JSON.Member("source", .string(newest.source)),
        ]
        if !newest.adopted.isEmpty { members.append(.init("adopted", .string(newest.adopted))) }
        if newest.hasDemoValues { members.append(.init("demo_values", .bool(true))) }
        members += [
            .init("days", .array(reading.days.map(day))), .init("workweeks", .array(weeks)),
            .init("lines", .array(linesInOrder.map(line))), .init("incidents", .array(incidents)),
        ]
        if !reading.beside.isEmpty { members.append(.init("beside", .array(reading.beside.map(beside)))) }
        if !reading.compTime.isEmpty {
            var accruals: [JSON] = []
            for accrual in reading.compTime { accruals.append(try comp(accrual)) }
            members.append(.init("comp_time", .array(accruals)))
        }
        members.append(.init("flags", .array(reading.checks.map { Self.check($0, hours) })))
        return .object(members)
    }

    /// Lines by workweek, in it by start, then by id; pay last.
    private var linesInOrder: [PayLine] { reading.workweeks.flatMap(linesInOrder) }

    /// The lines of a workweek by start, then by id; pay last.
    func linesInOrder(of week: WorkweekPay) -> [PayLine] {
        reading.lines[week.lines].sorted { left, right in
            let (leftPay, rightPay) = (left.source == .pay, right.source == .pay)
            if leftPay != rightPay { return rightPay }
            return (left.start, id(left) ?? "", left.index) < (right.start, id(right) ?? "", right.index)
        }
    }

    private func id(_ line: PayLine) -> String? {
        line.source == .entry ? hours.entries[Int(line.index)].id : nil
    }

    private func day(_ day: WorkedDay) -> JSON {
        let parts = reading.parts(of: day).map {
            JSON.Member(Millionths(count: $0.multiplier).description, .number($0.seconds))
        }
        return .object(
            .init("date", .string(day.date.description)), .init("seconds", .number(day.seconds)),
            .init("by_multiplier", .object(parts)))
    }

    private func workweek(_ week: WorkweekPay) throws(ArithmeticOverflow) -> JSON {
        .object(
            .init("starts", .string(week.starts.description)), .init("seconds", .number(week.seconds)),
            .init("regular_rate", .string(try week.regularRate().decimal(places: 6))),
            .init("straight_cents", .number(week.straight.count)),
            .init("premium_cents", .number(week.premium.count)), .init("total_cents", .number(week.total.count)),
            .init("already_paid_cents", .number(week.alreadyPaid.count)))
    }

    private func line(_ line: PayLine) -> JSON {
        let shares = reading.shares(of: line).map { share in
            JSON.object(
                .init("incident", incident(share.incident)), .init("seconds", .number(share.seconds)),
                .init("cents", .number(share.cents)))
        }
        return .object(
            .init("source", .string(line.source.rawValue)), .init("entry", id(line).map(JSON.string) ?? .null),
            line.source == .pay ? .init("pay", .number(line.index)) : nil,
            line.source == .assigned
                ? .init("date", .string(hours.assigned[Int(line.index)].date.description)) : nil,
            .init("class", .string(line.payClass.rawValue)), .init("seconds", .number(line.seconds)),
            .init("multiplier", .string(Millionths(count: line.multiplier).description)),
            .init("rate", .string(Millionths(count: line.rate).description)),
            .init("cents", .number(line.cents)), .init("reason", .string(reasons.reason(line))),
            .init("cite", .string(reasons.cite(line))), .init("shares", .array(shares)))
    }

    private func incident(_ index: Int32) -> JSON { index < 0 ? .null : .string(hours.incidents[Int(index)]) }

    private var incidents: [JSON] {
        let named = reading.incidents.filter { $0.incident >= 0 }.sorted {
            hours.incidents[Int($0.incident)] < hours.incidents[Int($1.incident)]
        }
        return (named + reading.incidents.filter { $0.incident < 0 }).map { total in
            .object(
                .init("incident", incident(total.incident)), .init("seconds", .number(total.seconds)),
                .init("cents", .number(total.cents)))
        }
    }

    private func beside(_ pay: PayBeside) -> JSON {
        .object(
            .init("entry", pay.entry.map { .string(hours.entries[$0].id) } ?? .null),
            pay.pay.map { .init("pay", .number($0)) },
            .init("workweek_of", .string(pay.starts.description)), .init("cents", .number(pay.cents.count)),
            .init("credited", .bool(pay.isCreditable)), .init("reason", .string(pay.says)),
            .init("cite", .string(pay.cite)))
    }

    private func comp(_ accrual: CompAccrual) throws(ArithmeticOverflow) -> JSON {
        .object(
            .init("workweek_of", .string(accrual.starts.description)),
            .init("overtime_minutes_taken", .string(try minutes(accrual.overtimeToTimeOff))),
            .init("minutes_off_earned", .string(try minutes(accrual.earned))),
            .init("overtime_minutes_paid", .string(try minutes(accrual.overtimePaid))),
            .init("balance_minutes", .string(try minutes(accrual.balance))),
            lastDay(accrual).map { .init("take_by", .string($0.description)) })
    }

    /// The last day to take what a week earned, where the rule has one.
    private func lastDay(_ accrual: CompAccrual) -> CivilDate? {
        guard let rule = reading.series.newest.compTime else { return nil }
        return CompLedger(rule, balance: .zero).lastDay(toTakeWhatWasEarnedOn: accrual.starts)
    }

    private func minutes(_ seconds: Ratio) throws(ArithmeticOverflow) -> String {
        try (try seconds / Ratio(whole: 60)).decimal(places: 2)
    }

    static func check(_ check: Check, _ hours: Hours) -> JSON {
        .object(
            .init("code", .string(check.code.rawValue)),
            check.entry.map { .init("entry", .string(hours.entries[$0].id)) },
            check.date.map { .init("date", .string($0.description)) },
            check.seconds.map { .init("seconds", .number($0)) }, .init("says", .string(check.says)),
            check.cite.map { .init("cite", .string($0)) })
    }
}
