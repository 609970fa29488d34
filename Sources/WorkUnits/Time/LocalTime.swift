/// A day and a time of day as the clocks of one place show them. Around a clock change it may mean two moments or none.
public struct LocalTime: Sendable, Hashable {
    /// The calendar day.
    public let date: CivilDate
    /// The time of that day.
    public let time: WallTime

    /// Joins a day and a time.
    public init(date: CivilDate, time: WallTime) {
        self.date = date
        self.time = time
    }
}

extension LocalTime: Comparable {
    /// Whether the first reads earlier on calendar and clock, whichever came first.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.date, left.time) < (right.date, right.time)
    }
}

extension LocalTime: CustomStringConvertible {
    /// "2026-11-01 01:30"
    public var description: String { "\(date) \(time)" }
}

/// What a local time means in one zone.
public enum LocalResolution: Sendable, Hashable {
    /// One moment, as on nearly every day.
    case one(Instant)
    /// Two moments, because clocks were set back: the person has to say which.
    case ambiguous(earlier: Instant, later: Instant)
    /// No moment, because clocks were set forward over it.
    case missing(LocalGap)
}

/// Local times that no clock showed, because clocks were set forward.
public struct LocalGap: Sendable, Hashable {
    /// The moment at which clocks were set forward.
    public let moment: Instant
    /// The first time that was skipped, 02:00.
    public let from: LocalTime
    /// The first time shown after the change, 03:00: the nearest time after.
    public let to: LocalTime
    /// The last minute shown before the change, 01:59: the nearest time before.
    public let lastBefore: LocalTime

    /// Describes the skipped times of one clock change.
    public init(moment: Instant, from: LocalTime, to: LocalTime, lastBefore: LocalTime) {
        self.moment = moment
        self.from = from
        self.to = to
        self.lastBefore = lastBefore
    }
}
