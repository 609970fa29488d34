/// `[UInt8]` is a bytea. A lone `UInt8` is a number of 0 to 255, and exists so that its arrays can be bytea.
extension UInt8: PostgresEncodable, PostgresDecodable {
    /// Appends the bytes in the hex form of bytea, `\x0a1b`.
    public static func encodeArray(_ elements: [UInt8], into text: inout [UInt8]) {
        text.reserveCapacity(text.count + 2 + 2 * elements.count)
        text.append(contentsOf: #"\x"#.utf8)
        for byte in elements {
            text.append(UInt8(hexadecimalDigit: byte >> 4))
            text.append(UInt8(hexadecimalDigit: byte & 15))
        }
    }

    /// Reads a bytea in its hex form (`\x0a1b`) or its escape form (`a\\b\012`).
    public static func decodeArray(_ text: Span<UInt8>) -> [UInt8]? {
        let isHexadecimal = text.count >= 2 && text[0] == UInt8(ascii: #"\"#) && text[1] == UInt8(ascii: "x")
        return isHexadecimal ? decodeHexadecimal(text) : decodeEscaped(text)
    }

    private static func decodeHexadecimal(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2 - 1)
        for index in stride(from: 2, to: text.count, by: 2) {
            guard let high = text[index].hexadecimalDigit, let low = text[index + 1].hexadecimalDigit else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func decodeEscaped(_ text: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var position = 0
        while position < text.count {
            guard text.take(#"\"#, at: &position) else {
                bytes.append(text[position])
                position += 1
                continue
            }
            if text.take(#"\"#, at: &position) {
                bytes.append(UInt8(ascii: #"\"#))
                continue
            }
            guard position + 3 <= text.count, let byte = UInt8(octal: text.extracting(position..<position + 3)) else {
                return nil
            }
            bytes.append(byte)
            position += 3
        }
        return bytes
    }

    private init?(octal digits: Span<UInt8>) {
        var number = 0
        for index in digits.indices {
            guard let digit = digits[index].decimalDigit, digit < 8 else { return nil }
            number = number * 8 + digit
        }
        self.init(exactly: number)
    }
}
