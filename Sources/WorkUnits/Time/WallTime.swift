/// A time of day as a clock on the wall shows it, to the minute: 00:00 to 23:59, without day or zone.
public struct WallTime: Sendable, Hashable {
    /// Minutes after 00:00, 0 to 1439.
    public let minutesSinceMidnight: Int

    /// 00:00, the start of a day.
    public static let midnight = WallTime(validMinutes: 0)

    /// A time of day; nil unless the hour is 0 to 23 and the minute 0 to 59.
    public init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.init(validMinutes: hour * 60 + minute)
    }

    /// The time that many minutes after 00:00; nil unless it is 0 to 1439.
    public init?(minutesSinceMidnight: Int) {
        guard (0..<1440).contains(minutesSinceMidnight) else { return nil }
        self.init(validMinutes: minutesSinceMidnight)
    }

    init(validMinutes: Int) {
        minutesSinceMidnight = validMinutes
    }

    /// The hour, 0 to 23.
    public var hour: Int { minutesSinceMidnight / 60 }

    /// The minute, 0 to 59.
    public var minute: Int { minutesSinceMidnight % 60 }
}

extension WallTime: Comparable {
    /// Whether the first time comes earlier in the day.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.minutesSinceMidnight < right.minutesSinceMidnight
    }
}

extension WallTime: CustomStringConvertible {
    /// "16:10"
    public var description: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}
