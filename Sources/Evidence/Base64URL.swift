/// Base64 of RFC 4648, 5, without padding: what digests and salts of fields are written in.
enum Base64URL {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    /// The digits of bytes, as ASCII.
    static func digits(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count * 4 + 2) / 3)
        let signs = Self.digits  // once, not for each digit
        var (rest, bits) = (UInt32(0), UInt32(0))
        for byte in bytes {
            rest = rest << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                out.append(signs[Int(rest >> bits & 0x3F)])
            }
        }
        if bits > 0 { out.append(signs[Int(rest << (6 - bits) & 0x3F)]) }
        return out
    }

    /// Whether these are the digits that so many bytes are written in: no other sign, and no loose bits at the end.
    static func isText(_ digits: some BidirectionalCollection<UInt8>, ofBytes count: Int) -> Bool {
        let loose = UInt8((digits.count * 6 - count * 8) & 7)
        guard digits.count == (count * 4 + 2) / 3, let last = digits.last else { return count == 0 && digits.isEmpty }
        let values = Self.values  // once, not for each digit
        return digits.allSatisfy { values[Int($0)] != 0xFF } && values[Int(last)] & ((1 << loose) - 1) == 0
    }
}
