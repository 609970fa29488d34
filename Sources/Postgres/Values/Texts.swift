public import FoundationEssentials

extension String: PostgresEncodable, PostgresDecodable {
    /// Appends the UTF-8 bytes. A NUL in them makes the statement fail before it is sent.
    public func encode(into text: inout [UInt8]) {
        text.append(contentsOf: utf8)
    }

    /// Reads UTF-8; nil when it isn't valid.
    public init?(postgresText text: Span<UInt8>) {
        let string = text.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let string else { return nil }
        self = string
    }
}

extension Bool: PostgresEncodable, PostgresDecodable {
    /// Appends `t` or `f`.
    public func encode(into text: inout [UInt8]) {
        text.append(self ? UInt8(ascii: "t") : UInt8(ascii: "f"))
    }

    /// Reads `t` or `f`.
    public init?(postgresText text: Span<UInt8>) {
        guard text.count == 1 else { return nil }
        switch text[0] {
        case UInt8(ascii: "t"): self = true
        case UInt8(ascii: "f"): self = false
        default: return nil
        }
    }
}

extension UUID: PostgresEncodable, PostgresDecodable {
    /// Appends the 36-character form.
    public func encode(into text: inout [UInt8]) {
        text.append(contentsOf: uuidString.utf8)
    }

    /// Reads the 36-character form.
    public init?(postgresText text: Span<UInt8>) {
        guard text.count == 36 else { return nil }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isWhole = withUnsafeMutableBytes(of: &bytes) { storage in
            var digits = 0
            for index in text.indices where text[index] != UInt8(ascii: "-") {
                guard digits < 32, let digit = text[index].hexadecimalDigit else { return false }
                storage[digits / 2] = storage[digits / 2] << 4 | digit
                digits += 1
            }
            return digits == 32
        }
        guard isWhole else { return nil }
        self.init(uuid: bytes)
    }
}
