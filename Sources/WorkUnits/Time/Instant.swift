/// A moment, the same everywhere, to the second.
public struct Instant: Sendable, Hashable {
    /// Seconds after 1970-01-01T00:00:00Z, leap seconds not counted; negative before it.
    public let secondsSince1970: Int64

    /// The moment that many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Whole minutes from this moment to the other; what is left under a minute is dropped.
    ///
    /// Negative when the other is earlier. This is elapsed time: 22:00 to 06:00 over the night in which clocks
    /// are set back is 540 minutes, over the night in which they are set forward 420.
    public func minutes(until other: Instant) -> Minutes {
        // The difference of two 64-bit counts may need 65 bits; a sixtieth of it fits again.
        let seconds = Int128(other.secondsSince1970) - Int128(secondsSince1970)
        return Minutes(Int(seconds / 60))
    }

    /// The moment that many minutes later; earlier when negative.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it lies outside what can be counted.
    public func adding(_ minutes: Minutes) throws(ArithmeticOverflow) -> Instant {
        let (seconds, tooLong) = Int64(minutes.count).multipliedReportingOverflow(by: 60)
        let (sum, tooFar) = secondsSince1970.addingReportingOverflow(seconds)
        guard !tooLong, !tooFar else { throw ArithmeticOverflow() }
        return Instant(secondsSince1970: sum)
    }

    func adding(seconds: Int64) -> Instant { Instant(secondsSince1970: secondsSince1970 + seconds) }
}

extension Instant: Comparable {
    /// Whether the first moment comes before the second.
    public static func < (left: Instant, right: Instant) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}
