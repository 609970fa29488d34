extension JSON {
    /// JSON text in UTF-8: two blanks an indent, objects that fit in a line of 100 characters on one.
    public var text: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        out.append(UInt8(ascii: "\n"))
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int) {
        let start = out.count
        writeFlat(to: &out)
        guard out.count - start + indent > 100, isCompound else { return }
        out.removeSubrange(start...)
        let (open, close): (String, String) = if case .array = self { ("[", "]") } else { ("{", "}") }
        out.append(contentsOf: open.utf8)
        for (number, part) in parts.enumerated() {
            out.append(contentsOf: (number == 0 ? "\n" : ",\n").utf8)
            out.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: indent + 2))
            if let key = part.key {
                Self.writeString(key, to: &out)
                out.append(contentsOf: ": ".utf8)
            }
            part.value.write(to: &out, indent: indent + 2)
        }
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: indent))
        out.append(contentsOf: close.utf8)
    }

    private var isCompound: Bool {
        switch self {
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }

    private var parts: [(key: String?, value: JSON)] {
        switch self {
        case .array(let values): values.map { (nil, $0) }
        case .object(let members): members.map { ($0.key, $0.value) }
        default: []
        }
    }

    private func writeFlat(to out: inout [UInt8]) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): out.append(contentsOf: text.utf8)
        case .string(let text): Self.writeString(text, to: &out)
        case .array(let values):
            out.append(UInt8(ascii: "["))
            for (number, value) in values.enumerated() {
                if number > 0 { out.append(contentsOf: ", ".utf8) }
                value.writeFlat(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(contentsOf: (members.isEmpty ? "{" : "{ ").utf8)
            for (number, member) in members.enumerated() {
                if number > 0 { out.append(contentsOf: ", ".utf8) }
                Self.writeString(member.key, to: &out)
                out.append(contentsOf: ": ".utf8)
                member.value.writeFlat(to: &out)
            }
            out.append(contentsOf: (members.isEmpty ? "}" : " }").utf8)
        }
    }

    static func writeString(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): out.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\t"): out.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\r"): out.append(contentsOf: "\\r".utf8)
            case 0x08: out.append(contentsOf: "\\b".utf8)
            case 0x0C: out.append(contentsOf: "\\f".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                out.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}
