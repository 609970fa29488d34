/// A `date`: a calendar day without a zone.
public struct DateValue: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01, negative before.
    public let daysSince1970: Int32

    /// The date that many days after 1970-01-01.
    public init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// The value `infinity`, later than all dates.
    public static let infinity = DateValue(daysSince1970: .max)
    /// The value `-infinity`, earlier than all dates.
    public static let negativeInfinity = DateValue(daysSince1970: .min)

    /// Orders by day.
    public static func < (left: DateValue, right: DateValue) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension DateValue: PostgresEncodable {
    /// Appends `2014-08-12`, `0044-03-15 BC` or `infinity`.
    public func encode(into text: inout [UInt8]) {
        switch self {
        case .infinity: text.append(contentsOf: "infinity".utf8)
        case .negativeInfinity: text.append(contentsOf: "-infinity".utf8)
        default:
            let day = CivilDay(daysSince1970: Int(daysSince1970))
            day.encode(into: &text)
            if day.year < 1 { text.append(contentsOf: " BC".utf8) }
        }
    }
}

extension DateValue: PostgresDecodable {
    /// Reads a date in the ISO date style, which connections use.
    public init?(postgresText text: Span<UInt8>) {
        if text.equals("infinity") {
            self = .infinity
        } else if text.equals("-infinity") {
            self = .negativeInfinity
        } else {
            var position = 0
            let (count, isBC) = text.withoutEra()
            guard let day = CivilDay.take(from: text, at: &position, isBC: isBC), position == count,
                let days = Int32(exactly: day.daysSince1970)
            else { return nil }
            daysSince1970 = days
        }
    }
}
