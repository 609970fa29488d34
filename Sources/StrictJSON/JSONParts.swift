extension JSON {
    /// The value behind a name of an object; nil where there is none.
    public subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// How many members an object has, or values a list; nil for other values.
    public var count: Int? {
        switch self {
        case .object(let members): members.count
        case .array(let values): values.count
        default: nil
        }
    }

    /// The text.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// Whether it is true.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The texts of a list that holds nothing else.
    public var strings: [String]? {
        guard case .array(let values) = self else { return nil }
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : nil
    }
}
