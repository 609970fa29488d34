/// A value that can be a parameter of a statement.
///
/// Parameters travel as text without a type, like quoted literals: the server infers the type from where the parameter
/// stands. Where it can't, or infers another one, write a cast: `\(count)::bigint`.
public protocol PostgresEncodable: Sendable {
    /// True when the value stands for NULL; `encode(into:)` isn't called then.
    var isPostgresNull: Bool { get }

    /// Appends the value's text form in UTF-8, as the type's input function reads it.
    func encode(into text: inout [UInt8])

    /// Appends an array of such values. The default writes `{"…",NULL}`; `UInt8` writes a bytea.
    static func encodeArray(_ elements: [Self], into text: inout [UInt8])
}

extension PostgresEncodable {
    /// Values are not NULL by default.
    public var isPostgresNull: Bool {
        false
    }

    /// Appends a one-dimensional array literal; each element is quoted, so any text is safe.
    public static func encodeArray(_ elements: [Self], into text: inout [UInt8]) {
        text.append(UInt8(ascii: "{"))
        var element: [UInt8] = []
        for (index, value) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            guard !value.isPostgresNull else {
                text.append(contentsOf: "NULL".utf8)
                continue
            }
            element.removeAll(keepingCapacity: true)
            value.encode(into: &element)
            appendQuoted(element, to: &text)
        }
        text.append(UInt8(ascii: "}"))
    }
}

private func appendQuoted(_ element: [UInt8], to text: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    text.append(quote)
    for byte in element {
        if byte == quote || byte == backslash { text.append(backslash) }
        text.append(byte)
    }
    text.append(quote)
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    /// True for nil, and for a wrapped value that itself stands for NULL.
    public var isPostgresNull: Bool {
        self?.isPostgresNull ?? true
    }

    /// Appends the wrapped value; nil appends nothing.
    public func encode(into text: inout [UInt8]) {
        self?.encode(into: &text)
    }
}

extension Array: PostgresEncodable where Element: PostgresEncodable {
    /// Appends a one-dimensional array, or a bytea for `[UInt8]`.
    public func encode(into text: inout [UInt8]) {
        Element.encodeArray(self, into: &text)
    }
}

extension RawRepresentable where Self: PostgresEncodable, RawValue: PostgresEncodable {
    /// Appends the raw value, so that an enumeration or identifier conforms without code of its own.
    public func encode(into text: inout [UInt8]) {
        rawValue.encode(into: &text)
    }
}
