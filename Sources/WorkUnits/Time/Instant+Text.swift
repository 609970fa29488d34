extension Instant: LosslessStringConvertible {
    /// Reads ISO 8601 with a date, a time and an offset: "2026-11-01T08:30:00Z", "2026-11-01T01:30-07:00".
    ///
    /// Nil for anything else: a time without an offset is not a moment, and a fraction of a second other than zero
    /// would be lost without a word.
    public init?(_ text: String) {
        var scanner = TextScanner(text)
        guard
            let date = scanner.date(), scanner.take("T"),
            let secondsOfDay = scanner.secondsOfDay(),
            let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        self.init(secondsSince1970: Int64(date.daysSince1970 * 86_400 + secondsOfDay - offset))
    }

    /// "2026-11-01T08:30:00Z"
    public var description: String { text(offsetSeconds: 0) + "Z" }

    /// The moment as clocks in the zone showed it, with the offset that tells two equal readings apart:
    /// "2026-11-01T01:30:00-07:00".
    public func text(in zone: some ZoneRules) -> String {
        // Before 1972 some zones had offsets with seconds, which ISO 8601 cannot write.
        let (minutes, _) = zone.offsetSeconds(at: self).quotientAndRemainder(dividingBy: 60)
        let size = minutes.magnitude
        let offset = "\(minutes < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
        return text(offsetSeconds: minutes * 60) + offset
    }

    private func text(offsetSeconds: Int) -> String {
        let (days, second) = (secondsSince1970 + Int64(offsetSeconds)).floored(by: 86_400)
        let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(CivilDate(daysSince1970: Int(days)))T\(time)"
    }
}

extension Instant: Codable {
    /// Reads the text "2026-11-01T08:30:00Z"; any offset will do.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a moment is written as 2026-11-01T08:30:00Z, with Z or an offset")
    }

    /// Writes the text "2026-11-01T08:30:00Z".
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension TextScanner {
    /// "08:30", "08:30:15", "08:30:15.000"
    fileprivate mutating func secondsOfDay() -> Int? {
        guard let minutes = hourAndMinute() else { return nil }
        guard take(":") else { return minutes * 60 }
        guard let second = number(digits: 2), second < 60 else { return nil }
        if take("."), takeZeros() == 0 { return nil }
        return minutes * 60 + second
    }

    /// "Z", "-07:00"; in seconds east of UTC.
    fileprivate mutating func offset() -> Int? {
        if take("Z") { return 0 }
        let sign = take("-") ? -1 : take("+") ? 1 : 0
        guard sign != 0, let minutes = hourAndMinute() else { return nil }
        return sign * minutes * 60
    }

    private mutating func hourAndMinute() -> Int? {
        guard
            let hour = number(digits: 2), hour < 24, take(":"),
            let minute = number(digits: 2), minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}
