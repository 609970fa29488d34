import StrictJSON
import WorkUnits

extension HoursFile {
    /// An item of `pay`; several where it is spread over weeks.
    func payItems(_ reader: ObjectReader) -> [PayItem]? {
        let date = reader.required("workweek_of", Read.date)
        guard let kind = reader.required("kind", Read.word(PayItem.Kind.self)), let date else {
            readAllKeys(reader)
            return nil
        }
        var item = PayItem(workweekOf: date, kind: kind, amount: .zero)
        item.assignment = reader.has("assignment") ? assignmentNamed(in: reader) : 0
        item.date = reader.optional("date", Read.date)
        item.seconds = seconds(reader, "minutes")
        let amount = amount(reader, item)
        item.workedSeconds = seconds(reader, "minutes_worked")
        item.minimumSeconds = seconds(reader, "minimum_minutes")
        item.guaranteedRate = reader.optional("guaranteed_rate", Read.rate)
        item.premiumFor = reader.optional("paid_for", Read.word(PayItem.PremiumFor.self))
        item.multiplier = reader.optional("multiplier", Read.multiplier)?.count ?? 0
        if kind == .salary { item.coversSeconds = salaryHours(reader) } else { readSalaryKeys(reader) }
        if kind == .premium {
            if item.premiumFor == nil { reader.refuse("paid_for", "is missing: which hours is the premium for?") }
            if item.multiplier == 0 { reader.refuse("multiplier", "is missing: which factor is the premium from?") }
        }
        if kind == .callBack, item.minimumSeconds < item.workedSeconds {
            reader.refuse("minimum_minutes", "are fewer than minutes_worked: nothing is left to guarantee")
        }
        let weeks = reader.optional("weeks", Read.whole(1...53)) ?? 1
        guard let amount else { return nil }
        return spread(item, amount, over: weeks, reader)
    }

    /// Dollars of an item, a salary by the week. A call-back's may be absent, for the guarantee makes it; so may those
    /// of time off, for its minutes and the position's rate do.
    private func amount(_ reader: ObjectReader, _ item: PayItem) -> Ratio? {
        if item.kind == .paidLeave || item.kind == .holidayPay, !reader.has("amount"), item.seconds > 0 {
            let rate = assignments[item.assignment].rate(on: item.date ?? item.workweekOf)
            if let rate { return try? Ratio(rate) * Ratio(Int128(item.seconds), over: 3600) }
        }
        let isNeeded = item.kind != .callBack && item.kind != .showUp
        let dollars = isNeeded ? reader.required("amount", Read.amount) : reader.optional("amount", Read.amount)
        guard let dollars else { return isNeeded ? nil : .zero }
        let per = reader.optional("per", Read.word(PayItem.Per.self)) ?? .week
        do throws(ArithmeticOverflow) {
            let weekly: Ratio =
                switch per {
                case .week: Ratio(whole: 1)
                case .twoWeeks: try Ratio(1, over: 2)
                case .halfMonth: try Ratio(24, over: 52)
                case .month: try Ratio(12, over: 52)
                case .year: try Ratio(1, over: 52)
                }
            return try Ratio(dollars) * weekly
        } catch {
            reader.refuse("amount", "is too large")
            return nil
        }
    }

    private func salaryHours(_ reader: ObjectReader) -> Int64? {
        let hours = reader.optional("covers_hours") { value throws(Reason) -> Int64 in
            // Hours are no amount of money: 40 and 37.5 may be numbers.
            if case .number(let text) = value { return try salaryHours(.string(text)) }
            return try salaryHours(value)
        }
        let isFluctuating = reader.optional("fluctuating", Read.bool) ?? false
        if (hours != nil) == isFluctuating {
            reader.refuse("covers_hours", "or \"fluctuating\": true has to stand here, one of the two")
        }
        return hours
    }

    private func salaryHours(_ value: JSON) throws(Reason) -> Int64 {
        (try Read.decimal(from: 1_000_000, through: 168_000_000)(value).count * 36 + 5_000) / 10_000
    }

    private func readSalaryKeys(_ reader: ObjectReader) {
        for key in ["covers_hours", "fluctuating", "per"] where reader.has(key) {
            if reader.optional(key, { value throws(Reason) in value }) != nil { reader.refuse(key, "is for a salary") }
        }
    }

    /// Marks the keys of an item whose kind is unknown as asked for, so that they are no findings of their own.
    private func readAllKeys(_ reader: ObjectReader) {
        let keys = [
            "amount", "date", "minutes", "minutes_worked", "minimum_minutes", "guaranteed_rate", "paid_for",
            "multiplier", "covers_hours", "fluctuating", "per", "weeks", "assignment",
        ]
        for key in keys { _ = reader.optional(key) { value throws(Reason) in value } }
    }

    private func seconds(_ reader: ObjectReader, _ key: String) -> Int64 {
        Int64(reader.optional(key, Read.minutes) ?? 0) * 60
    }

    /// A sum for several weeks, in equal parts to the cent, the odd cents in the earlier weeks (29 CFR 778.209).
    private func spread(_ item: PayItem, _ amount: Ratio, over weeks: Int, _ reader: ObjectReader) -> [PayItem] {
        var item = item
        item.amount = amount
        guard weeks > 1 else { return [item] }
        do throws(ArithmeticOverflow) {
            let cents = try amount * Ratio(whole: 100)
            guard cents.denominator == 1 else {
                reader.refuse("amount", "has parts of a cent; over several weeks it is shared out in cents")
                return []
            }
            sums += 1
            let parts = try allocate(Int64(cents.numerator), by: [Int128](repeating: 1, count: weeks))
            return try parts.enumerated().map { number, part throws(ArithmeticOverflow) in
                var piece = item
                piece.sum = sums
                piece.workweekOf = item.workweekOf.adding(days: 7 * number)
                piece.amount = try Ratio(Int128(part), over: 100)
                return piece
            }
        } catch {
            reader.refuse("amount", "is too large")
            return []
        }
    }
}
