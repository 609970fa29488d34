public import WorkUnits

extension RecordedWeek {
    /// Whether usual hours stand under every entry of these days; without them the week is only a floor.
    ///
    /// An assignment without a single row says nothing of its hours, so one that is live on any day is enough to make
    /// the week a floor. A weekday without a row, of an assignment that has others, is one on which nothing is assigned.
    public var hasBaseline: Bool {
        let stated = Set(assignedHours.map(\.assignmentID))
        let live = assignments.filter { assignment in days.contains { assignment.isLive(on: $0) } }
        return !live.isEmpty && live.allSatisfy { stated.contains($0.id) }
    }

    /// Counting minutes of a day that lie beyond the assigned hours.
    ///
    /// An entry inside assigned time adds no minutes: it is work that was displaced. From 07:30 to 19:00 with half an
    /// hour of break is 660 minutes; of an assigned day from 07:30 to 16:00 with 480 minutes of it paid, 180 lie beyond.
    /// Where only the length of the assigned day is stated, or only the length of the entry, nothing can lie inside.
    public func minutesBeyond(on day: CivilDate) -> Int {
        var assigned = AssignedTime(assignedHours, from: first.adding(days: -1), to: first.adding(days: 8))
        let counting = entries.filter { $0.state == .counting }.sorted { ($0.start ?? .past) < ($1.start ?? .past) }
        return counting.reduce(0) { sum, entry in
            let beyond = max(0, entry.workedMinutes.count - assigned.take(entry.draft.time))
            return entry.draft.workDate == day ? sum + beyond : sum
        }
    }
}

/// Assigned time of some days, from which entries take what lies inside.
private struct AssignedTime {
    private struct Stretch {
        let day: CivilDate
        let span: WorkSpan
        /// Paid minutes that no entry has taken yet: those of the stretch less the unpaid meal, wherever in it that lies.
        var left: Int
    }

    private var stretches: [Stretch]

    init(_ hours: [AssignedHours], from first: CivilDate, to last: CivilDate) {
        stretches = (first...last).flatMap { day in
            hours.compactMap { hours in
                guard hours.applies(on: day), let span = hours.span(on: day) else { return nil }
                return Stretch(day: day, span: span, left: hours.minutes.count)
            }
        }.sorted { $0.span.start < $1.span.start }
    }

    /// Takes the minutes of an entry that lie inside assigned time.
    ///
    /// Where in the entry its break lay is not known. It is taken to be the one of the assigned day: first off the time
    /// between two stretches of a day, then off assigned time, and only what is longer than these off time beyond.
    mutating func take(_ time: EntryDraft.Time) -> Int {
        guard case .span(let start, let end, let unpaidBreak) = time else { return 0 }
        var (unspent, taken) = (unpaidBreak.count, 0)
        var (reached, day) = (start, CivilDate?.none)
        var inside: [(index: Int, minutes: Int)] = []
        for (index, stretch) in stretches.enumerated() {
            let (from, to) = (max(reached, stretch.span.start), min(end, stretch.span.end))
            guard from < to else { continue }
            if day == stretch.day { unspent = max(0, unspent - reached.minutes(until: from).count) }
            inside.append((index, from.minutes(until: to).count))
            (reached, day) = (to, stretch.day)
        }
        for (index, minutes) in inside {
            let worked = max(0, minutes - unspent)
            unspent -= minutes - worked
            let minutes = min(worked, stretches[index].left)
            stretches[index].left -= minutes
            taken += minutes
        }
        return taken
    }
}

extension RecordedEntry {
    /// When it began; nil where only its length is known.
    fileprivate var start: Instant? {
        if case .span(let start, _, _) = draft.time { start } else { nil }
    }
}

extension Instant {
    /// Before all entries.
    fileprivate static let past = Instant(secondsSince1970: .min)
}

extension AssignedHours {
    /// The assigned stretch of a day; nil where only its length is known, or a clock change leaves its ends open.
    func span(on day: CivilDate) -> WorkSpan? {
        guard let from, let to,
            case .span(let span) = try? WallSpan(workDate: day, from: from, to: to).read(in: zone)
        else { return nil }
        return span
    }
}
