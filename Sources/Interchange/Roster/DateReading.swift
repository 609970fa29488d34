import WorkUnits

/// A day as files write it: `2024-08-12`, or one of the forms that real exports hold.
enum DateReading {
    /// As the format asks.
    case standard(CivilDate)
    /// Another form; the text says what had to be assumed, and begins with a comma if not empty.
    case other(CivilDate, String)
    /// No day.
    case unreadable

    /// Reads ISO dates, ISO instants (`2017-05-06 08:01:05`, `…T…Z`: the day they name), `20240812` and `8/12/2024`.
    ///
    /// Of a date with slashes the month is taken first, as is usual where OneRoster is used, unless it is above 12.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        if let date = Self.iso(bytes[...]) {
            self = .standard(date)
        } else if bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == .space,
            let date = Self.iso(bytes[..<10])
        {
            self = .other(date, "")
        } else if bytes.count == 8, let number = Self.number(bytes[...]) {
            self = Self.day(number / 10_000, number / 100 % 100, number % 100).map { .other($0, "") } ?? .unreadable
        } else {
            self = Self.slashed(bytes)
        }
    }

    private static func iso(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2] else { return nil }
        guard let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]) else { return nil }
        return self.day(year, month, day)
    }

    private static func slashed(_ bytes: [UInt8]) -> DateReading {
        let parts = bytes.prefix { $0 != .space }.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            let first = number(parts[0]), let second = number(parts[1]), let year = number(parts[2])
        else { return .unreadable }
        if first > 12 { return day(year, second, first).map { .other($0, ", the day first") } ?? .unreadable }
        let assumed = second > 12 ? "" : ", taking the month first"
        return day(year, first, second).map { .other($0, assumed) } ?? .unreadable
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        // 1900-2200 keeps typing errors such as year 0203 out of the roster.
        guard (1900...2200).contains(year) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}
