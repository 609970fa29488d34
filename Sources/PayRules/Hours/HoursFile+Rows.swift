import StrictJSON
import WorkUnits

extension HoursFile {
    func entry(_ reader: ObjectReader, _ times: TimesReader) -> Placed<Entry>? {
        let id = reader.required("id", Read.text)
        let start = reader.required("start", times.moment)
        let end = reader.required("end", times.moment)
        var entry = Entry(
            id: id ?? "", start: start ?? .init(secondsSince1970: 0), end: end ?? .init(secondsSince1970: 0))
        entry.rate = reader.optional("rate", Read.rate)
        entry.assignment = assignmentNamed(in: reader)
        entry.day = reader.optional("day", Read.word(DayKind.self))
        entry.category = reader.optional("category", Read.text)
        entry.site = reader.optional("site", Read.text)
        entry.approvedBefore = reader.optional("approved_before", Read.bool)
        entry.guarantee = reader.optional("guarantee", Read.text)
        entry.meal = reader.optional("meal", Read.word(Entry.Meal.self))
        guard id != nil, let start, let end else { return nil }
        if start == end { reader.refuse("end", "is when the entry starts; an entry has a length") }
        if end < start { reader.refuse("end", "comes before the start") }
        let length = end.secondsSince1970 - start.secondsSince1970
        if length > 366 * 86_400 { reader.refuse("end", "comes more than a year after the start") }
        entry.incidents = incidentTimes(reader, of: length)
        return Placed(value: entry, place: reader.path, date: times.zone.date(at: start))
    }

    /// `incident` for all of it, or `incidents` with minutes in order from the start.
    private func incidentTimes(_ reader: ObjectReader, of length: Int64) -> [IncidentTime] {
        let whole = reader.optional("incident", incident)
        let parts = reader.objects("incidents") { part -> IncidentTime? in
            let named = part.required("incident", incident)
            let minutes = part.required("minutes", Read.whole(1...576_000))
            guard let named, let minutes else { return nil }
            return named.map { IncidentTime(incident: $0, seconds: Int64(minutes) * 60) }
        }
        if reader.has("incident"), reader.has("incidents") {
            reader.refuse("incidents", "stands beside incident; write one of the two")
        }
        let sum = parts.reduce(Int64(0)) { $0 + $1.seconds }
        if length > 0, sum > length {
            reader.refuse("incidents", "hold \(Seconds(sum)), more than the \(Seconds(length)) of the entry")
        }
        if let whole, let index = whole { return [IncidentTime(incident: index, seconds: max(0, length))] }
        return parts
    }

    /// An incident's index; nil for null: no incident.
    private func incident(_ value: JSON) throws(Reason) -> Int? {
        if case .null = value { return nil }
        let name = try Read.text(value)
        if let index = indexOfIncident[name] { return index }
        indexOfIncident[name] = incidents.count
        incidents.append(name)
        return incidents.count - 1
    }

    func assignedTime(_ reader: ObjectReader, _ times: TimesReader) -> Placed<AssignedTime>? {
        let date = reader.required("date", Read.date)
        let minutes = reader.optional("minutes", Read.whole(1...1440))
        let dated = date ?? CivilDate(daysSince1970: 0)
        let start = reader.optional("start") { value throws(Reason) in try times.moment(value, on: dated) }
        let end = reader.optional("end") { value throws(Reason) in
            let end = try times.moment(value, on: dated)
            guard let start, end <= start, case .string(let text) = value, !text.contains("T") else { return end }
            return try times.moment(value, on: dated.adding(days: 1))
        }
        let unpaid = Int64(reader.optional("unpaid_minutes", Read.whole(0...1440)) ?? 0) * 60
        let assignment = assignmentNamed(in: reader)
        guard let date else { return nil }
        if let start, let end {
            if minutes != nil { reader.refuse("minutes", "stands beside start and end; write one of the two") }
            return between(start, end, on: date, unpaid: unpaid, assignment: assignment, reader)
        }
        guard let minutes, !reader.has("start"), !reader.has("end") else {
            if reader.has("start") != reader.has("end") || !reader.has("start") {
                reader.refuse("needs start and end, or minutes")
            }
            return nil
        }
        if unpaid > 0 { reader.refuse("unpaid_minutes", "stands beside minutes, which are paid ones already") }
        // Rows without times stand one after another from the start of their day.
        let first = Instant(
            secondsSince1970: times.zone.startOfDay(date).secondsSince1970 + placedSeconds[date, default: 0])
        placedSeconds[date, default: 0] += Int64(minutes) * 60
        let time = AssignedTime(
            date: date, start: first, end: Instant(secondsSince1970: first.secondsSince1970 + Int64(minutes) * 60),
            assignment: assignment)
        return Placed(value: time, place: reader.path)
    }

    private func between(
        _ start: Instant, _ end: Instant, on date: CivilDate, unpaid: Int64, assignment: Int, _ reader: ObjectReader
    ) -> Placed<AssignedTime>? {
        guard start < end, end.secondsSince1970 - start.secondsSince1970 <= 172_800 else {
            reader.refuse("end", "comes before the start, or more than two days after it")
            return nil
        }
        let time = AssignedTime(date: date, start: start, end: end, unpaidSeconds: unpaid, assignment: assignment)
        guard time.workedSeconds > 0 else {
            reader.refuse("unpaid_minutes", "leave nothing of the assigned time")
            return nil
        }
        return Placed(value: time, place: reader.path)
    }

    func leave(_ reader: ObjectReader) -> Leave? {
        let date = reader.required("date", Read.date)
        let minutes = reader.required("minutes", Read.whole(1...1440))
        let kind = reader.required("kind", Read.text)
        let isPaid = reader.optional("paid", Read.bool) ?? true
        let assignment = reader.has("assignment") ? assignmentNamed(in: reader) : nil
        guard let date, let minutes, let kind else { return nil }
        return Leave(date: date, seconds: Int64(minutes) * 60, kind: kind, isPaid: isPaid, assignment: assignment)
    }

    func paid(_ reader: ObjectReader) -> Paid? {
        let date = reader.required("date", Read.date)
        let code = reader.required("code", Read.text)
        let minutes = reader.optional("minutes", Read.minutes) ?? 0
        let amount = reader.required("amount", Read.amount)
        let assignment = reader.has("assignment") ? assignmentNamed(in: reader) : nil
        guard let date, let code, let amount else { return nil }
        return Paid(date: date, code: code, minutes: minutes, amount: amount, assignment: assignment)
    }
}
