/// Why a typed time of day could not be read.
public enum WallTimeRefusal: Error, Hashable {
    /// Nothing was typed.
    case empty
    /// It is not a time: "soon", "16:1", "-4:10".
    case unreadable
    /// The hour is past 23. Midnight at the end of a day is 0:00 of the next.
    case hourOutOfRange
    /// "0 am", "16 pm": with am or pm the hour is 1 to 12.
    case hourNotOnTwelveHourClock
    /// The minute is past 59.
    case minuteOutOfRange
    /// Seconds other than 00 were typed; times are recorded to the minute.
    case finerThanAMinute
}

extension WallTimeRefusal: CustomStringConvertible {
    /// One sentence that says what to write instead.
    public var description: String {
        switch self {
        case .empty: "Write a time, such as 4:10 pm or 16:10."
        case .unreadable: "This is not a time. Write it as 4:10 pm or 16:10."
        case .hourOutOfRange: "The hour goes from 0 to 23. Write midnight as 0:00 or 12:00 am."
        case .hourNotOnTwelveHourClock: "With am or pm the hour goes from 1 to 12. Write 4:10 pm or 16:10."
        case .minuteOutOfRange: "The minute goes from 00 to 59."
        case .finerThanAMinute: "Write the time to the minute, without seconds."
        }
    }
}

extension WallTime {
    /// Reads what people type: "4:10 pm", "4.10 p. m.", "4pm", "16:10", "16.10", "16h10", "1610", "16", "16:10:00".
    ///
    /// Case and blanks do not matter. Without am or pm it is read on a 24-hour clock: "4:10" is ten past four in the
    /// morning.
    ///
    /// - Throws: ``WallTimeRefusal``, which says what is wrong with it.
    public init(typed text: String) throws(WallTimeRefusal) {
        let signs = text.lowercased().filter { !$0.isWhitespace }
        guard !signs.isEmpty else { throw .empty }
        let digits = signs.prefix { $0.isASCIIDigit || Self.separators.contains($0) }
        let half = try Self.half(of: signs.dropFirst(digits.count))
        let (hour, minute) = try Self.numbers(in: digits)
        guard minute < 60 else { throw .minuteOutOfRange }
        switch half {
        case nil:
            guard hour < 24 else { throw .hourOutOfRange }
            self.init(validMinutes: hour * 60 + minute)
        case let half?:
            guard (1...12).contains(hour) else { throw .hourNotOnTwelveHourClock }
            self.init(validMinutes: (hour % 12 + half.firstHour) * 60 + minute)
        }
    }

    private static let separators: Set<Character> = [":", ".", "h"]

    private enum Half {
        case morning, afternoon

        var firstHour: Int { self == .morning ? 0 : 12 }
    }

    /// "", "am", "p.m.", "p"
    private static func half(of suffix: Substring) throws(WallTimeRefusal) -> Half? {
        switch suffix.filter({ $0 != "." }) {
        case "": nil
        case "a", "am": .morning
        case "p", "pm": .afternoon
        default: throw .unreadable
        }
    }

    /// "4", "16", "410", "1610", "4:10", "16h", "16:10:00"
    private static func numbers(in text: Substring) throws(WallTimeRefusal) -> (hour: Int, minute: Int) {
        var fields = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
        if fields.count > 1, text.last == "h" { fields.removeLast() }
        if let only = fields.first, fields.count == 1, (3...4).contains(only.count) {
            fields = [only.dropLast(2), only.suffix(2)]
        }
        guard
            (1...3).contains(fields.count), (1...2).contains(fields[0].count),
            fields.dropFirst().allSatisfy({ $0.count == 2 })
        else { throw .unreadable }
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == fields.count else { throw .unreadable }
        guard numbers.dropFirst(2).allSatisfy({ $0 == 0 }) else { throw .finerThanAMinute }
        return (numbers[0], numbers.dropFirst().first ?? 0)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
