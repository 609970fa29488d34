/// An exact decimal of at most six places, kept as a whole number of millionths.
///
/// `24.50` is 24,500,000 millionths. Hourly rates and full-time equivalents are published with up to six places and
/// must come out as they went in.
public struct Millionths: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The value times 1,000,000.
    public let count: Int64

    /// A value given in millionths.
    public init(count: Int64) { self.count = count }

    /// Reads plain decimal text, such as `24.5`, `0.875` or `18`.
    ///
    /// - Returns: nil for anything but digits with at most one point between them, for more than six places, and for
    ///   more than nine digits before the point. Signs, blanks, currency signs and digit groups aren't read.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let units = Self.number(whole, atMost: 9) else { return nil }
        guard parts.count == 2 else {
            count = units * 1_000_000
            return
        }
        guard let fraction = Self.number(parts[1], atMost: 6) else { return nil }
        let scale = (parts[1].count..<6).reduce(Int64(1)) { scale, _ in scale * 10 }
        count = units * 1_000_000 + fraction * scale
    }

    /// Plain decimal text without needless zeros; SQL reads it as `numeric`.
    public var description: String {
        let magnitude = count.magnitude
        let sign = count < 0 ? "-" : ""
        var fraction = String(magnitude % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return sign + String(magnitude / 1_000_000) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Compares by value.
    public static func < (left: Millionths, right: Millionths) -> Bool { left.count < right.count }

    private static func number(_ digits: some Collection<UInt8>, atMost limit: Int) -> Int64? {
        guard (1...limit).contains(digits.count) else { return nil }
        var value: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
