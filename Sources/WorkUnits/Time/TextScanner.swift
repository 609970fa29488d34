/// Reads the fixed parts of dates and times from left to right, ASCII digits only.
struct TextScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number written in exactly `count` digits.
    mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count else { return nil }
        var number = 0
        for byte in digits {
            guard let digit = Self.digit(byte) else { return nil }
            number = number * 10 + digit
        }
        rest = rest.dropFirst(count)
        return number
    }

    /// Steps over `sign` when it comes next.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard let next = rest.first, UInt32(next) == sign.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Steps over zeros and tells how many there were.
    mutating func takeZeros() -> Int {
        let zeros = rest.prefix { $0 == UInt8(ascii: "0") }.count
        rest = rest.dropFirst(zeros)
        return zeros
    }

    /// "2026-08-20"
    mutating func date() -> CivilDate? {
        guard
            let year = number(digits: 4), take("-"),
            let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        let zero = UInt8(ascii: "0")
        return (zero...zero + 9).contains(byte) ? Int(byte - zero) : nil
    }
}

/// The number with zeros in front until it has `width` digits.
func padded(_ number: some BinaryInteger, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Decoder {
    /// Reads a value from its text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with `expectation` when the text is no such value.
    func decodeText<Value: LosslessStringConvertible>(_ expectation: String) throws -> Value {
        let container = try singleValueContainer()
        guard let value = Value(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: expectation)
        }
        return value
    }
}
