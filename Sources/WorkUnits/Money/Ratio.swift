/// An exact quotient of two whole numbers in lowest terms, the lower one positive.
///
/// Rates, regular rates and amounts on the way to cents are ratios, so that rounding happens once, last, where a rule
/// says so. Every operation is checked; numbers of 38 digits fit.
public struct Ratio: Sendable, Hashable {
    /// The upper number, which carries the sign.
    public let numerator: Int128
    /// The lower number, never below 1.
    public let denominator: Int128

    /// Nothing.
    public static let zero = Ratio(whole: 0)
    /// The whole.
    public static let one = Ratio(whole: 1)

    /// The quotient in lowest terms.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the lower number is 0, or one of them can't be negated.
    public init(_ upper: Int128, over lower: Int128) throws(ArithmeticOverflow) {
        guard lower != 0, upper != .min, lower != .min else { throw ArithmeticOverflow() }
        let divisor = Int128(Self.greatestCommonDivisor(upper.magnitude, lower.magnitude))
        let sign: Int128 = lower < 0 ? -1 : 1
        numerator = sign * (upper / divisor)
        denominator = sign * (lower / divisor)
    }

    /// A whole number.
    public init(whole number: Int64) {
        self.init(reduced: Int128(number), over: 1)
    }

    private init(reduced numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The value of a decimal of six places.
    public init(_ decimal: Millionths) throws(ArithmeticOverflow) {
        try self.init(Int128(decimal.count), over: 1_000_000)
    }

    /// The sum.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public static func + (left: Ratio, right: Ratio) throws(ArithmeticOverflow) -> Ratio {
        let shared = Int128(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let first = try product(left.numerator, right.denominator / shared)
        let second = try product(right.numerator, left.denominator / shared)
        let (sum, overflow) = first.addingReportingOverflow(second)
        guard !overflow else { throw ArithmeticOverflow() }
        return try Ratio(sum, over: try product(left.denominator / shared, right.denominator))
    }

    /// The difference.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public static func - (left: Ratio, right: Ratio) throws(ArithmeticOverflow) -> Ratio {
        try left + Ratio(reduced: -right.numerator, over: right.denominator)
    }

    /// The product.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit.
    public static func * (left: Ratio, right: Ratio) throws(ArithmeticOverflow) -> Ratio {
        // Crossed out first, so that products of reduced factors fit where the plain ones would not.
        let first = try Ratio(left.numerator, over: right.denominator)
        let second = try Ratio(right.numerator, over: left.denominator)
        return try Ratio(
            try product(first.numerator, second.numerator), over: try product(first.denominator, second.denominator))
    }

    /// The quotient.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the right one is 0, or it does not fit.
    public static func / (left: Ratio, right: Ratio) throws(ArithmeticOverflow) -> Ratio {
        try left * Ratio(right.denominator, over: right.numerator)
    }

    /// The nearest whole number; exactly half goes up, away from zero.
    public var roundedHalfUp: Int128 {
        let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
        let up: UInt128 = remainder >= denominator.magnitude - remainder ? 1 : 0
        return numerator < 0 ? -Int128(quotient + up) : Int128(quotient + up)
    }

    /// "5.729167": the value with so many places, exactly half going up, away from zero.
    ///
    /// - Throws: ``ArithmeticOverflow`` when the digits do not fit.
    public func decimal(places: Int) throws(ArithmeticOverflow) -> String {
        var scale: Int128 = 1
        for _ in 0..<places { scale = try Self.product(scale, 10) }
        let scaled = try Ratio(try Self.product(numerator, scale), over: denominator).roundedHalfUp
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
        let digits = places > 0 ? "." + padded(fraction, to: places) : ""
        return (scaled < 0 ? "-" : "") + "\(whole)\(digits)"
    }

    private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        guard !overflow, product != .min else { throw ArithmeticOverflow() }
        return product
    }

    private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (larger, smaller) = (left, right)
        while smaller != 0 {
            // Where both fit 64 bits the rest is done in them, which is much faster.
            if larger <= UInt128(UInt64.max), smaller <= UInt128(UInt64.max) {
                var (large, small) = (UInt64(larger), UInt64(smaller))
                while small != 0 { (large, small) = (small, large % small) }
                return UInt128(large)
            }
            (larger, smaller) = (smaller, larger % smaller)
        }
        return max(larger, 1)
    }
}

extension Ratio: Comparable {
    /// Whether the first is smaller, exactly.
    public static func < (left: Ratio, right: Ratio) -> Bool {
        let (first, second) = (
            left.numerator.multipliedFullWidth(by: right.denominator),
            right.numerator.multipliedFullWidth(by: left.denominator)
        )
        return (first.high, first.low) < (second.high, second.low)
    }
}

extension Ratio: CustomStringConvertible {
    /// "275/48", "9"
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
