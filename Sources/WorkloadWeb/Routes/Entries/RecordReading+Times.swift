import WorkUnits
import Workload

extension RecordReading {
    /// From-to, or only a length; nil when either is missing, unreadable or in question.
    mutating func time(on day: CivilDate, _ zone: SiteZone?) -> EntryDraft.Time? {
        let hasTimes = form.from?.given != nil || form.to?.given != nil
        let lengths = [
            form.lengthHours, form.lengthMinutes, form.lowHours, form.lowMinutes, form.highHours, form.highMinutes,
        ]
        let hasLength = lengths.contains { $0?.given != nil }
        switch (hasTimes, hasLength) {
        case (true, true):
            note("lengthHours", words.timesOrLength)
            return nil
        case (false, true): return lengthOnly()
        default: return span(on: day, zone)
        }
    }

    private mutating func lengthOnly() -> EntryDraft.Time? {
        let exact = minutes("lengthHours", form.lengthHours, form.lengthMinutes)
        let low = minutes("lowHours", form.lowHours, form.lowMinutes)
        let high = minutes("highHours", form.highHours, form.highMinutes)
        guard problems.isEmpty || exact != nil || low != nil else { return nil }
        if let exact, low == nil, high == nil { return checked(.minutes(exact), field: "lengthHours") }
        guard exact == nil, let low, let high else {
            note("lengthHours", words.lengthNotUnderstood)
            return nil
        }
        guard low < high else {
            note("highHours", words.highIsNotHigher)
            return nil
        }
        return checked(.range(low: low, high: high), field: "highHours")
    }

    private mutating func checked(_ time: EntryDraft.Time, field: String) -> EntryDraft.Time? {
        var most = time.worked
        if case .range(_, let high) = time { most = high }
        guard time.worked.count >= 1 else {
            note(field, words.lengthNotUnderstood)
            return nil
        }
        guard most.count <= 1440 else {
            note(field, words.longerThanADay)
            return nil
        }
        found(time.worked)
        return time
    }

    /// Hours and minutes typed in two fields; nil when both are empty, or when one can't be read.
    private mutating func minutes(_ field: String, _ hours: String?, _ minutes: String?) -> Minutes? {
        guard hours?.given != nil || minutes?.given != nil else { return nil }
        guard let hours = whole(hours, atMost: 48), let minutes = whole(minutes, atMost: 2880) else {
            note(field, words.lengthNotUnderstood)
            return nil
        }
        return Minutes(hours * 60 + minutes)
    }

    private func whole(_ text: String?, atMost limit: Int) -> Int? {
        guard let text = text?.given else { return 0 }
        return Int(text).flatMap { (0...limit).contains($0) ? $0 : nil }
    }

    private mutating func span(on day: CivilDate, _ zone: SiteZone?) -> EntryDraft.Time? {
        let from = wallTime("from", form.from, missing: words.giveFrom)
        let to = wallTime("to", form.to, missing: words.giveTo)
        guard let from, let to, let zone else { return nil }
        guard let span = settled(day, from, to, zone) else { return nil }
        guard zone.date(at: span.end) == day || endsNextDay(span, zone) else {
            note("to", words.endsBeforeStart)
            return nil
        }
        let unpaidBreak = breakTaken(of: span)
        found(Minutes(max(0, span.minutes.count - (unpaidBreak?.count ?? 0))))
        guard let unpaidBreak else { return nil }
        return checkedLength(.span(start: span.start, end: span.end, unpaidBreak: unpaidBreak), end: span.end)
    }

    private func endsNextDay(_ span: WorkSpan, _ zone: SiteZone) -> Bool {
        form.endsNextDay == "1" || zone.localTime(at: span.end).time == .midnight
    }

    private mutating func checkedLength(_ time: EntryDraft.Time, end: Instant) -> EntryDraft.Time? {
        guard time.worked.count >= 1 else {
            note("breakMinutes", words.noMinutes)
            return nil
        }
        guard time.worked.count <= 1440 else {
            note("to", words.longerThanADay)
            return nil
        }
        guard end.secondsSince1970 <= now.secondsSince1970 + 15 * 60 else {
            note("to", words.endIsAhead)
            return nil
        }
        return time
    }

    private mutating func breakTaken(of span: WorkSpan) -> Minutes? {
        guard let text = form.breakMinutes?.given else { return .zero }
        guard let count = Int(text), (0...480).contains(count) else {
            note("breakMinutes", words.breakIsTooLong)
            return nil
        }
        return Minutes(count)
    }

    private mutating func wallTime(_ field: String, _ text: String?, missing: String) -> WallTime? {
        guard let text = text?.given else {
            note(field, missing)
            return nil
        }
        do {
            return try WallTime(typed: text)
        } catch {
            note(field, words.timeNotUnderstood)
            return nil
        }
    }

    /// The stretch, with clock questions answered from the form or asked.
    private mutating func settled(_ day: CivilDate, _ from: WallTime, _ to: WallTime, _ zone: SiteZone) -> WorkSpan? {
        var (from, to) = (from, to)
        var chosen: [SpanEdge: Instant] = [:]
        for _ in 0..<4 {
            let stated = WallSpan(
                workDate: day, from: from, to: to, chosenStart: chosen[.start], chosenEnd: chosen[.end])
            guard let reading = try? stated.read(in: zone) else {
                note("to", words.endsBeforeStart)
                return nil
            }
            switch reading {
            case .span(let span): return span
            case .question(.ambiguous(let edge, let earlier, let later)):
                guard let answer = answer(edge) else {
                    ask(
                        AskedTime(
                            edge: edge, day: day, time: edge == .start ? from : to,
                            kind: .twice(earlier: zone.localTime(at: earlier), later: zone.localTime(at: later))))
                    return nil
                }
                chosen[edge] = answer == "earlier" ? earlier : later
            case .question(.missing(let edge, let gap)):
                guard let answer = answer(edge) else {
                    ask(AskedTime(edge: edge, day: day, time: edge == .start ? from : to, kind: .never(gap)))
                    return nil
                }
                let meant = answer == "earlier" ? gap.lastBefore.time : gap.to.time
                if edge == .start { from = meant } else { to = meant }
            }
        }
        note("from", words.timeNotUnderstood)
        return nil
    }

    private func answer(_ edge: SpanEdge) -> String? {
        chosen(edge == .start ? form.fromWhich : form.toWhich, among: ["earlier", "later"])
    }
}
