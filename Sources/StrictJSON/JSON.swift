/// A JSON value as it stands in a file: numbers keep their text, objects keep the order of their keys.
///
/// Nothing is read through floating point: "24.50" is a text of five characters until somebody makes it a rate.
public indirect enum JSON: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, as written: `480`, `1e3`.
    case number(String)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Names and values in order; no name stands twice.
    case object([Member])

    /// One name and its value.
    public struct Member: Sendable, Hashable {
        /// The name.
        public let key: String
        /// What stands behind it.
        public let value: JSON

        /// Joins a name and a value.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// What kind of value it is, in words: "a text", "an object".
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSON {
    /// An object of the members that are there; nil ones are left out.
    public static func object(_ members: Member?...) -> JSON { .object(members.compactMap { $0 }) }

    /// A whole number.
    public static func number(_ number: some BinaryInteger) -> JSON { .number(String(number)) }
}
