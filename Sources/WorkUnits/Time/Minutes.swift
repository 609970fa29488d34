/// A length of time in whole minutes; negative where it is a difference.
///
/// Arithmetic is checked: `try morning + evening` throws instead of wrapping around.
public struct Minutes: Sendable, Hashable {
    /// The number of minutes.
    public let count: Int

    /// No time at all.
    public static let zero = Minutes(0)

    /// Makes a length of `count` minutes.
    public init(_ count: Int) {
        self.count = count
    }

    /// The two lengths together.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the sum does not fit.
    public static func + (left: Minutes, right: Minutes) throws(ArithmeticOverflow) -> Minutes {
        let (sum, overflow) = left.count.addingReportingOverflow(right.count)
        guard !overflow else { throw ArithmeticOverflow() }
        return Minutes(sum)
    }

    /// The first length less the second; negative when the second is longer.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the difference does not fit.
    public static func - (left: Minutes, right: Minutes) throws(ArithmeticOverflow) -> Minutes {
        let (difference, overflow) = left.count.subtractingReportingOverflow(right.count)
        guard !overflow else { throw ArithmeticOverflow() }
        return Minutes(difference)
    }
}

extension Minutes: Comparable {
    /// Whether the first length is shorter.
    public static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
}

extension Minutes: Codable {
    /// Reads a plain whole number.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes a plain whole number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

extension Sequence<Minutes> {
    /// All lengths together; zero for none.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the sum does not fit.
    public func total() throws(ArithmeticOverflow) -> Minutes {
        var sum = Minutes.zero
        for minutes in self { sum = try sum + minutes }
        return sum
    }
}
