import WorkUnits

extension HoursFile {
    /// `employee`: one position, or several under `assignments`, whose blanks are filled from the employee.
    func readEmployee(_ reader: ObjectReader) -> [Assignment] {
        _ = reader.optional("id", Read.text)
        _ = reader.optional("name", Read.text)
        let own = assignment(reader, over: Assignment())
        let listed = reader.objects("assignments") { inner -> Assignment? in
            var result = assignment(inner, over: own)
            result.id = inner.required("id", Read.text)
            return result
        }
        for (index, assignment) in listed.enumerated() {
            guard let id = assignment.id else { continue }
            if assignmentIndex[id] != nil { reader.refuse("assignments", "\"\(id)\" stands twice") }
            assignmentIndex[id] = index
        }
        return listed.isEmpty ? [own] : listed
    }

    private func assignment(_ reader: ObjectReader, over base: Assignment) -> Assignment {
        var result = base
        if let unit = reader.optional("unit", Read.text) { result.unit = unit }
        if let employeeClass = reader.optional("class", Read.text) { result.employeeClass = employeeClass }
        if let flsa = reader.optional("flsa", Read.word(Assignment.Coverage.self)) { result.flsa = flsa }
        if let exemptAs = reader.optional("exempt_as", Read.text) { result.exemptAs = exemptAs }
        if let salary = reader.optional("weekly_salary", Read.amount) { result.weeklySalary = salary }
        if let weeks = reader.optional("exemption_lost", Read.list(Read.date)) { result.exemptionLost = weeks }
        if let minutes = reader.optional("established_day_minutes", Read.whole(1...1440)) {
            result.establishedDayMinutes = minutes
        }
        if let minutes = reader.optional("established_week_minutes", Read.whole(1...10_080)) {
            result.establishedWeekMinutes = minutes
        }
        if let rate = reader.optional("base_rate", Read.rate) {
            result.rates = [RateRow(rate)]
        } else if reader.has("base_rate") {
            hasFaultyRate = true
        }
        if let rate = reader.object("base_rate_from", rateFrom) {
            if reader.has("base_rate") {
                reader.refuse("base_rate_from", "stands beside base_rate; write one of the two")
            }
            result.rates = [RateRow(rate)]
        }
        let rows = reader.objects("rates", rateRow).filter { row in
            knownOn.map { (row.adoptedOn ?? .distantPast) <= $0 } ?? true
        }
        // Rows of one day: the one adopted last counts.
        let inOrder = rows.sorted { ($0.from, $0.adoptedOn ?? .distantPast) < ($1.from, $1.adoptedOn ?? .distantPast) }
        result.rates += inOrder
        return result
    }

    /// A salary by the hours that it is for: a year's by 2,087 or 1,375, a half month's by its working hours.
    private func rateFrom(_ reader: ObjectReader) -> Millionths? {
        let amount = reader.required("amount", Read.amount)
        let hours = reader.required("hours", Read.decimal(from: 1, through: 10_000_000_000))
        let places = reader.optional("places", Read.whole(2...6)) ?? 6
        guard let amount, let hours else {
            hasFaultyRate = true
            return nil
        }
        let rate = try? Ratio(Int128(amount.count), over: Int128(hours.count)).decimal(places: places)
        guard let rate = rate.flatMap({ Millionths($0) }), rate.count <= 100_000 * 1_000_000 else {
            hasFaultyRate = true
            reader.refuse("amount", "makes more than 100000 dollars an hour")
            return nil
        }
        return rate
    }

    private func rateRow(_ reader: ObjectReader) -> RateRow? {
        let from = reader.required("from", Read.date)
        let rate = reader.required("rate", Read.rate)
        let adopted = reader.optional("adopted_on", Read.date)
        guard let from, let rate else {
            hasFaultyRate = true
            return nil
        }
        return RateRow(rate, from: from, adoptedOn: adopted)
    }

    /// The index of the position that an entry or a day names; the first where it names none.
    func assignmentNamed(in reader: ObjectReader) -> Int {
        let index = reader.optional("assignment") { value throws(Reason) -> Int in
            let id = try Read.text(value)
            guard let index = assignmentIndex[id] else {
                let known = assignmentIndex.keys.sorted().joined(separator: ", ")
                throw Reason("\"\(id)\" is none of employee.assignments: \(known.isEmpty ? "there are none" : known)")
            }
            return index
        }
        if index == nil, assignmentIndex.count > 1, !reader.has("assignment") {
            reader.refuse(
                "assignment",
                "is missing; the employee has several: \(assignmentIndex.keys.sorted().joined(separator: ", "))")
        }
        return index ?? 0
    }

    func compChoice(_ reader: ObjectReader) -> CompChoice? {
        let balance = reader.required("balance_minutes", Read.whole(0...100_000))
        let percent = reader.optional("percent", Read.whole(0...100)) ?? 100
        return balance.map { CompChoice(balanceMinutes: $0, percent: percent) }
    }

    func towardCap(_ reader: ObjectReader) -> (String, Int)? {
        let name = reader.required("cap", Read.text)
        let minutes = reader.required("minutes", Read.minutes)
        guard let name, let minutes else { return nil }
        return (name, minutes)
    }
}
