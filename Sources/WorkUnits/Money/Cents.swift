/// An amount of money in whole cents; negative where it is a difference.
///
/// Arithmetic is checked: `try regular + overtime` throws instead of wrapping around.
public struct Cents: Sendable, Hashable {
    /// The number of cents.
    public let count: Int64

    /// No money at all.
    public static let zero = Cents(0)

    /// Makes an amount of `count` cents.
    public init(_ count: Int64) {
        self.count = count
    }

    /// The two amounts together.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the sum does not fit.
    public static func + (left: Cents, right: Cents) throws(ArithmeticOverflow) -> Cents {
        let (sum, overflow) = left.count.addingReportingOverflow(right.count)
        guard !overflow else { throw ArithmeticOverflow() }
        return Cents(sum)
    }

    /// The first amount less the second; negative when the second is larger.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the difference does not fit.
    public static func - (left: Cents, right: Cents) throws(ArithmeticOverflow) -> Cents {
        let (difference, overflow) = left.count.subtractingReportingOverflow(right.count)
        guard !overflow else { throw ArithmeticOverflow() }
        return Cents(difference)
    }
}

extension Cents: Comparable {
    /// Whether the first amount is smaller.
    public static func < (left: Cents, right: Cents) -> Bool { left.count < right.count }
}

extension Cents: CustomStringConvertible {
    /// "1209.69", "-0.05": dollars with a point and two places, no sign of currency and no digit groups.
    public var description: String {
        let (dollars, cents) = count.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(count < 0 ? "-" : "")\(dollars).\(padded(cents, to: 2))"
    }
}

extension Sequence<Cents> {
    /// All amounts together; zero for none.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the sum does not fit.
    public func total() throws(ArithmeticOverflow) -> Cents {
        var sum = Cents.zero
        for cents in self { sum = try sum + cents }
        return sum
    }
}
