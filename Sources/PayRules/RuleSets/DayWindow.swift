public import WorkUnits

/// The time between two times of day: on the next day where the end is not later, all day where both are the same.
public struct DayWindow: Sendable, Hashable {
    /// From when.
    public let from: WallTime
    /// To when.
    public let to: WallTime

    /// Makes a window.
    public init(from: WallTime, to: WallTime) {
        self.from = from
        self.to = to
    }

    /// Whether it is all day.
    public var isAllDay: Bool { from == to }

    /// Whether a second of the day lies inside.
    func holds(_ second: Int64) -> Bool {
        if isAllDay { return true }
        return start < end ? second >= start && second < end : second >= start || second < end
    }

    /// The seconds of the day at which it begins and ends; none where it is all day.
    var edges: [Int64] { isAllDay ? [] : [start, end] }

    private var start: Int64 { Int64(from.minutesSinceMidnight) * 60 }
    private var end: Int64 { Int64(to.minutesSinceMidnight) * 60 }
}
