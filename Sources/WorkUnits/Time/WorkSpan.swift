/// Why a stretch of time is none.
public enum SpanRefusal: Error, Hashable {
    /// From and to are the same. It may mean no time or a whole day, so it is asked, not guessed.
    case endsWhenItStarts
    /// The end comes before the start.
    case endsBeforeItStarts
}

extension SpanRefusal: CustomStringConvertible {
    /// One sentence that says what to change.
    public var description: String {
        switch self {
        case .endsWhenItStarts: "From and to are the same time. Change one of them."
        case .endsBeforeItStarts: "The end comes before the start. Change one of them."
        }
    }
}

/// One continuous stretch of work between two moments: the start belongs to it, the end does not.
public struct WorkSpan: Sendable, Hashable {
    /// The first moment.
    public let start: Instant
    /// The first moment after it.
    public let end: Instant
    /// The local date of the start, to which all of it belongs, past midnight too.
    public let workDate: CivilDate

    /// The stretch between two moments at a place.
    ///
    /// - Throws: ``SpanRefusal`` unless the end is after the start.
    public init(start: Instant, end: Instant, in zone: some ZoneRules) throws(SpanRefusal) {
        guard start != end else { throw .endsWhenItStarts }
        guard start < end else { throw .endsBeforeItStarts }
        self.init(start: start, end: end, workDate: zone.date(at: start))
    }

    private init(start: Instant, end: Instant, workDate: CivilDate) {
        self.start = start
        self.end = end
        self.workDate = workDate
    }

    /// Whole minutes that really passed, clock changes included.
    public var minutes: Minutes { start.minutes(until: end) }

    /// Whether the two have time in common. Touching ends have none.
    public func overlaps(_ other: WorkSpan) -> Bool { start < other.end && other.start < end }

    /// The stretch cut at each local midnight, in order; the work date of a piece is its own day.
    public func cutAtMidnights(in zone: some ZoneRules) -> [WorkSpan] {
        var pieces: [WorkSpan] = []
        var (from, day) = (start, workDate)
        while from < end {
            let nextDay = day.adding(days: 1)
            let to = min(Self.midnight(opening: nextDay, after: from, in: zone), end)
            if from < to { pieces.append(WorkSpan(start: from, end: to, workDate: day)) }
            (from, day) = (to, nextDay)
        }
        return pieces
    }

    /// The start of the day; its second one where midnight comes twice and the first has passed.
    private static func midnight(opening day: CivilDate, after passed: Instant, in zone: some ZoneRules) -> Instant {
        if case .ambiguous(let earlier, let later) = zone.resolve(day, .midnight), earlier <= passed { return later }
        return zone.startOfDay(day)
    }
}
