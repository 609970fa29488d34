extension PostgresEncodable where Self: FixedWidthInteger {
    /// Appends the decimal digits.
    public func encode(into text: inout [UInt8]) {
        text.append(contentsOf: String(self).utf8)
    }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    /// Reads decimal digits with an optional sign; nil when the number doesn't fit the type.
    public init?(postgresText text: Span<UInt8>) {
        var position = 0
        let isNegative = text.take("-", at: &position)
        guard position < text.count else { return nil }
        var number: Self = 0
        while position < text.count {
            guard let digit = text[position].decimalDigit else { return nil }
            let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
            let step = Self(truncatingIfNeeded: digit)
            let (sum, carry) =
                isNegative ? tenfold.subtractingReportingOverflow(step) : tenfold.addingReportingOverflow(step)
            guard !overflow, !carry else { return nil }
            number = sum
            position += 1
        }
        self = number
    }
}

extension Int: PostgresEncodable, PostgresDecodable {}
extension Int16: PostgresEncodable, PostgresDecodable {}
extension Int32: PostgresEncodable, PostgresDecodable {}
extension Int64: PostgresEncodable, PostgresDecodable {}
