/// A length of time in whole seconds, for work whose times are finer than a minute; negative where it is a difference.
public struct Seconds: Sendable, Hashable {
    /// The number of seconds.
    public let count: Int64

    /// No time at all.
    public static let zero = Seconds(0)

    /// Makes a length of `count` seconds.
    public init(_ count: Int64) {
        self.count = count
    }

    /// The same length as so many minutes.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public init(_ minutes: Minutes) throws(ArithmeticOverflow) {
        let (seconds, overflow) = Int64(minutes.count).multipliedReportingOverflow(by: 60)
        guard !overflow else { throw ArithmeticOverflow() }
        count = seconds
    }
}

extension Seconds: Comparable {
    /// Whether the first length is shorter.
    public static func < (left: Seconds, right: Seconds) -> Bool { left.count < right.count }
}

extension Seconds: CustomStringConvertible {
    /// "3 h 25 min", "25 min", "8 h", "1 h 0 min 30 s", "-5 min": for people.
    public var description: String {
        let (hours, rest) = count.magnitude.quotientAndRemainder(dividingBy: 3600)
        let (minutes, seconds) = rest.quotientAndRemainder(dividingBy: 60)
        var words: [String] = []
        if hours > 0 { words.append("\(hours) h") }
        if minutes > 0 || hours == 0 && seconds == 0 || hours > 0 && seconds > 0 { words.append("\(minutes) min") }
        if seconds > 0 { words.append("\(seconds) s") }
        return (count < 0 ? "-" : "") + words.joined(separator: " ")
    }
}

extension Instant {
    /// The length of time from this moment to the other; negative when the other is earlier.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public func seconds(until other: Instant) throws(ArithmeticOverflow) -> Seconds {
        let (difference, overflow) = other.secondsSince1970.subtractingReportingOverflow(secondsSince1970)
        guard !overflow else { throw ArithmeticOverflow() }
        return Seconds(difference)
    }
}
