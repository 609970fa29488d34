public import WorkUnits

extension RecordedWeek {
    /// Whether usual hours stand under the entries; without them a week is only a floor.
    public var hasBaseline: Bool { !assignedHours.isEmpty }

    /// Counting minutes of a day that lie beyond the assigned hours.
    ///
    /// An entry inside assigned time adds no minutes: it is work that was displaced. Where only the length of the
    /// assigned day is stated, or only the length of the entry, nothing can lie inside.
    public func minutesBeyond(on day: CivilDate) -> Int {
        entries(on: day).filter { $0.state == .counting }.reduce(0) { sum, entry in
            sum + max(0, entry.workedMinutes.count - assignedMinutes(within: entry))
        }
    }

    /// Minutes of an entry that fall into assigned hours of its day or of the next.
    private func assignedMinutes(within entry: RecordedEntry) -> Int {
        guard case .span(let start, let end, _) = entry.draft.time else { return 0 }
        let days = [entry.draft.workDate.adding(days: -1), entry.draft.workDate, entry.draft.workDate.adding(days: 1)]
        return days.reduce(0) { sum, day in
            sum
                + assignedHours.filter { $0.applies(on: day) }.reduce(0) { sum, hours in
                    guard let span = hours.span(on: day, entry.zone) else { return sum }
                    let (from, to) = (max(start, span.start), min(end, span.end))
                    return from < to ? sum + from.minutes(until: to).count : sum
                }
        }
    }
}

extension AssignedHours {
    /// The assigned stretch of a day; nil where only its length is known, or a clock change leaves its ends open.
    func span(on day: CivilDate, _ zone: SiteZone) -> WorkSpan? {
        guard let from, let to,
            case .span(let span) = try? WallSpan(workDate: day, from: from, to: to).read(in: zone)
        else { return nil }
        return span
    }
}
