/// The two ends of a stretch of work.
public enum SpanEdge: String, Sendable, Hashable {
    /// Where it starts and where it ends.
    case start, end
}

/// What a person has to be asked before a stretch of work can be recorded.
public enum ClockQuestion: Sendable, Hashable {
    /// The time at that end came twice, because clocks were set back. Which moment is meant?
    case ambiguous(SpanEdge, earlier: Instant, later: Instant)
    /// The time at that end never came, because clocks were set forward. Which time is meant instead?
    case missing(SpanEdge, LocalGap)
}

/// A stretch of work, or the question that stands before it.
public enum SpanReading: Sendable, Hashable {
    /// Both ends are settled.
    case span(WorkSpan)
    /// One end is open. Asked one at a time, the start first, for the start often settles the end.
    case question(ClockQuestion)
}

/// A stretch of work as a person states it: a day, from, to.
///
/// An end at or before the start on the clock is on the next day.
public struct WallSpan: Sendable, Hashable {
    /// The local date on which the work started.
    public let workDate: CivilDate
    /// The time it started.
    public let from: WallTime
    /// The time it ended, on the next day if that is not later on the clock.
    public let to: WallTime
    /// Which of the two moments the person chose for the start, if it was asked.
    public let chosenStart: Instant?
    /// Which of the two moments the person chose for the end, if it was asked.
    public let chosenEnd: Instant?

    /// A stated stretch.
    ///
    /// A choice that answers no question of ``read(in:)`` has no effect: one left over from other times does no harm.
    public init(
        workDate: CivilDate,
        from: WallTime,
        to: WallTime,
        chosenStart: Instant? = nil,
        chosenEnd: Instant? = nil
    ) {
        self.workDate = workDate
        self.from = from
        self.to = to
        self.chosenStart = chosenStart
        self.chosenEnd = chosenEnd
    }

    /// The stretch between two moments, or the question that a clock change puts before it.
    ///
    /// - Throws: ``SpanRefusal/endsWhenItStarts`` when from and to are the same time, unless that time came twice
    ///   and the work went from the one to the other.
    public func read(in zone: some ZoneRules) throws(SpanRefusal) -> SpanReading {
        let startReadings = zone.resolve(workDate, from)
        guard from != to || startReadings.isAmbiguous else { throw .endsWhenItStarts }
        switch startReadings.settled(by: chosenStart) {
        case .ambiguous(let earlier, let later): return .question(.ambiguous(.start, earlier: earlier, later: later))
        case .missing(let gap): return .question(.missing(.start, gap))
        case .one(let start): return try read(from: start, in: zone)
        }
    }

    private func read(from start: Instant, in zone: some ZoneRules) throws(SpanRefusal) -> SpanReading {
        switch try endReadings(after: start, in: zone).settled(by: chosenEnd) {
        case .ambiguous(let earlier, let later): .question(.ambiguous(.end, earlier: earlier, later: later))
        case .missing(let gap): .question(.missing(.end, gap))
        case .one(let end): .span(try WorkSpan(start: start, end: end, in: zone))
        }
    }

    /// What the end may mean once the start is known.
    ///
    /// Where clocks were set back, an end that is not later on the clock may still be later the same day: from the
    /// first 01:45 to the second 01:15 is half an hour.
    private func endReadings(after start: Instant, in zone: some ZoneRules) throws(SpanRefusal) -> LocalResolution {
        let sameDay = zone.resolve(workDate, to)
        if from < to {
            guard case .ambiguous(let earlier, let later) = sameDay, earlier <= start else { return sameDay }
            return .one(later)
        }
        let nextDay = zone.resolve(workDate.adding(days: 1), to)
        guard case .ambiguous(_, let repeated) = sameDay, repeated > start else {
            guard from != to else { throw .endsWhenItStarts }
            return nextDay
        }
        guard from != to, case .one(let tomorrow) = nextDay else { return .one(repeated) }
        return .ambiguous(earlier: repeated, later: tomorrow)
    }
}

extension LocalResolution {
    fileprivate var isAmbiguous: Bool {
        if case .ambiguous = self { true } else { false }
    }

    /// The chosen moment if it is one of the two in question.
    fileprivate func settled(by chosen: Instant?) -> LocalResolution {
        guard case .ambiguous(let earlier, let later) = self, let chosen else { return self }
        return chosen == earlier || chosen == later ? .one(chosen) : self
    }
}
