extension CivilDate: LosslessStringConvertible {
    /// Reads exactly "YYYY-MM-DD", "2026-08-20"; nil for anything else and for days that do not exist.
    public init?(_ text: String) {
        var scanner = TextScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }

    /// "2026-08-20"
    public var description: String {
        let sign = year < 0 ? "-" : ""
        return "\(sign)\(padded(abs(year), to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension CivilDate: Codable {
    /// Reads the text "2026-08-20".
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a date is written YYYY-MM-DD")
    }

    /// Writes the text "2026-08-20".
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
