/// A `numeric` as the server wrote it: exact, with its own number of decimals. Arithmetic on it is the caller's.
public struct Numeric: Sendable, Hashable, PostgresEncodable, PostgresDecodable {
    /// For example `21.350000`.
    public let text: String

    /// Takes the text as it is; the server refuses what isn't a number (`22P02`).
    public init(text: String) {
        self.text = text
    }

    /// Appends the text.
    public func encode(into text: inout [UInt8]) {
        self.text.encode(into: &text)
    }

    /// Reads the text.
    public init?(postgresText text: Span<UInt8>) {
        guard let string = String(postgresText: text) else { return nil }
        self.text = string
    }
}

/// A `json` or `jsonb` document as text; it isn't parsed here.
public struct JSONText: Sendable, Hashable, PostgresEncodable, PostgresDecodable {
    /// The document. The server writes jsonb in its own spacing and key order.
    public let text: String

    /// Takes the text as it is; the server refuses what isn't JSON (`22P02`).
    public init(text: String) {
        self.text = text
    }

    /// Appends the text.
    public func encode(into text: inout [UInt8]) {
        self.text.encode(into: &text)
    }

    /// Reads the text.
    public init?(postgresText text: Span<UInt8>) {
        guard let string = String(postgresText: text) else { return nil }
        self.text = string
    }
}
