extension JSON {
    /// The one text of this value, to be hashed: no blanks, names in the order of their UTF-16 units. Source: RFC 8785,
    /// for values whose numbers are whole.
    ///
    /// Nil when a number is not whole, not in plain digits, or beyond 2^53 - 1: other programs would round it.
    public var canonical: String? {
        var out: [UInt8] = []
        return writeCanonical(to: &out) ? String(decoding: out, as: UTF8.self) : nil
    }

    private func writeCanonical(to out: inout [UInt8]) -> Bool {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .string(let text): Self.writeString(text, to: &out)
        case .number(let text):
            guard wholeNumber != nil else { return false }
            out.append(contentsOf: text.utf8)
        case .array(let values):
            return Self.write(values, between: "[", "]", to: &out) { $0.writeCanonical(to: &$1) }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            return Self.write(sorted, between: "{", "}", to: &out) { member, out in
                Self.writeString(member.key, to: &out)
                out.append(UInt8(ascii: ":"))
                return member.value.writeCanonical(to: &out)
            }
        }
        return true
    }

    private static func write<Part>(
        _ parts: [Part], between open: String, _ close: String, to out: inout [UInt8],
        _ write: (Part, inout [UInt8]) -> Bool
    ) -> Bool {
        out.append(contentsOf: open.utf8)
        for (number, part) in parts.enumerated() {
            if number > 0 { out.append(UInt8(ascii: ",")) }
            guard write(part, &out) else { return false }
        }
        out.append(contentsOf: close.utf8)
        return true
    }

    /// A whole number in plain digits that every reader of JSON holds exactly: between -(2^53 - 1) and 2^53 - 1.
    public var wholeNumber: Int64? {
        guard case .number(let text) = self, let number = Int64(text), String(number) == text,
            number.magnitude < 1 << 53
        else { return nil }
        return number
    }
}
