/// A `timestamptz`: a moment, to the microsecond. It has no zone of its own.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z, negative before.
    public let microseconds: Int64

    /// The moment that many microseconds after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The value `infinity`, later than all moments.
    public static let infinity = Timestamp(microseconds: .max)
    /// The value `-infinity`, earlier than all moments.
    public static let negativeInfinity = Timestamp(microseconds: .min)

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

private let microsecondsPerDay: Int64 = 86_400_000_000

extension Timestamp: PostgresEncodable {
    /// Appends `2014-08-12 23:10:00.000000+00`, in UTC whatever the session's zone, or `infinity`.
    public func encode(into text: inout [UInt8]) {
        guard self != .infinity else { return text.append(contentsOf: "infinity".utf8) }
        guard self != .negativeInfinity else { return text.append(contentsOf: "-infinity".utf8) }
        let inDay = (microseconds % microsecondsPerDay + microsecondsPerDay) % microsecondsPerDay
        let days = microseconds / microsecondsPerDay - (microseconds % microsecondsPerDay < 0 ? 1 : 0)
        let day = CivilDay(daysSince1970: Int(days))
        let seconds = Int(inDay / 1_000_000)
        day.encode(into: &text)
        text.append(UInt8(ascii: " "))
        text.appendDigits(of: seconds / 3_600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.appendDigits(of: seconds / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.appendDigits(of: seconds % 60, width: 2)
        text.append(UInt8(ascii: "."))
        text.appendDigits(of: Int(inDay % 1_000_000), width: 6)
        text.append(contentsOf: (day.year < 1 ? "+00 BC" : "+00").utf8)
    }
}

extension Timestamp: PostgresDecodable {
    /// Reads a moment in the ISO date style with its offset, `2014-08-12 16:10:00.5-07`.
    public init?(postgresText text: Span<UInt8>) {
        if text.equals("infinity") {
            self = .infinity
        } else if text.equals("-infinity") {
            self = .negativeInfinity
        } else {
            var position = 0
            let (count, isBC) = text.withoutEra()
            guard let day = CivilDay.take(from: text, at: &position, isBC: isBC), text.take(" ", at: &position),
                let timeOfDay = takeTimeOfDay(from: text, at: &position),
                let offset = takeOffset(from: text, at: &position), position == count
            else { return nil }
            let seconds = Int64(day.daysSince1970) * 86_400 - offset
            let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
            let (sum, carry) = whole.addingReportingOverflow(timeOfDay)
            guard !overflow, !carry else { return nil }
            microseconds = sum
        }
    }
}

/// Reads `16:10:00.5` as microseconds since midnight.
private func takeTimeOfDay(from text: Span<UInt8>, at position: inout Int) -> Int64? {
    guard let hour = text.takeNumber(at: &position, minimumDigits: 2), hour < 25, text.take(":", at: &position),
        let minute = text.takeNumber(at: &position, minimumDigits: 2), minute < 60, text.take(":", at: &position),
        let second = text.takeNumber(at: &position, minimumDigits: 2), second < 61
    else { return nil }
    var fraction = 0
    if text.take(".", at: &position) {
        let start = position
        guard let digits = text.takeNumber(at: &position), position - start <= 6 else { return nil }
        fraction = (position - start..<6).reduce(digits) { scaled, _ in scaled * 10 }
    }
    return Int64(hour * 3_600 + minute * 60 + second) * 1_000_000 + Int64(fraction)
}

/// Reads `-07`, `+05:30` or `-00:01:15` as seconds east of Greenwich.
private func takeOffset(from text: Span<UInt8>, at position: inout Int) -> Int64? {
    let isWest = text.take("-", at: &position)
    guard isWest || text.take("+", at: &position) else { return nil }
    guard let hours = text.takeNumber(at: &position, minimumDigits: 2), hours < 25 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where text.take(":", at: &position) {
        guard let part = text.takeNumber(at: &position, minimumDigits: 2), part < 60 else { return nil }
        seconds += part * unit
    }
    return Int64(isWest ? -seconds : seconds)
}
