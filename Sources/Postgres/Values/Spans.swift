/// Reading text that the server wrote, without making strings of it.
extension Span where Element == UInt8 {
    /// True when the whole span is this ASCII text.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in indices where self[index] != text.utf8Start[index] { return false }
        return true
    }

    /// Takes the byte at `position` if it is `byte`, and moves past it.
    func take(_ byte: Unicode.Scalar, at position: inout Int) -> Bool {
        guard position < count, self[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Takes a run of decimal digits, at least `minimum` of them; nil when there are fewer or the number overflows.
    func takeNumber(at position: inout Int, minimumDigits minimum: Int = 1) -> Int? {
        let start = position
        var number = 0
        while position < count, let digit = self[position].decimalDigit {
            let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            number = sum
            position += 1
        }
        return position - start >= minimum ? number : nil
    }
}

extension UInt8 {
    /// The value of an ASCII decimal digit, or nil.
    var decimalDigit: Int? {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
    }

    /// The value of an ASCII hexadecimal digit, or nil.
    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The lower-case ASCII digit of a number below 16.
    init(hexadecimalDigit value: UInt8) {
        self = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
