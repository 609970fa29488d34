/// A value that can be read from a column.
///
/// Columns arrive in text format: `init(postgresText:)` gets the bytes of the type's output function.
public protocol PostgresDecodable: Sendable {
    /// Reads the value, or returns nil when the text isn't one.
    init?(postgresText text: Span<UInt8>)

    /// What NULL means for this type: nil (an error) unless the type is optional.
    static var postgresNull: Self? { get }

    /// Reads an array of such values, or nil. The default reads `{…}` of one dimension; `UInt8` reads a bytea.
    static func decodeArray(_ text: Span<UInt8>) -> [Self]?
}

extension PostgresDecodable {
    /// NULL is refused by default.
    public static var postgresNull: Self? {
        nil
    }

    /// Reads a one-dimensional array; NULL elements need an optional element type.
    public static func decodeArray(_ text: Span<UInt8>) -> [Self]? {
        var elements: [Self] = []
        let isWhole = eachArrayElement(of: text) { element, isNull in
            let value = isNull ? postgresNull : Self(postgresText: element)
            guard let value else { return false }
            elements.append(value)
            return true
        }
        return isWhole ? elements : nil
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Reads the wrapped value.
    public init?(postgresText text: Span<UInt8>) {
        guard let value = Wrapped(postgresText: text) else { return nil }
        self = .some(value)
    }

    /// NULL is nil.
    public static var postgresNull: Wrapped?? {
        .some(.none)
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    /// Reads a one-dimensional array, or a bytea for `[UInt8]`.
    public init?(postgresText text: Span<UInt8>) {
        guard let elements = Element.decodeArray(text) else { return nil }
        self = elements
    }
}

extension RawRepresentable where Self: PostgresDecodable, RawValue: PostgresDecodable {
    /// Reads the raw value; nil when it isn't one of this type's.
    public init?(postgresText text: Span<UInt8>) {
        guard let raw = RawValue(postgresText: text) else { return nil }
        self.init(rawValue: raw)
    }
}
