/// A day of the proleptic Gregorian calendar, year 0 being 1 BC, and its count of days since 1970-01-01.
///
/// Source: the algorithms `days_from_civil` and `civil_from_days` of Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms".
struct CivilDay: Equatable {
    let year: Int
    let month: Int
    let day: Int

    init?(year: Int, month: Int, day: Int) {
        guard abs(year) < 10_000_000, (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Appends `2014-08-12`; a year before 1 is written as its BC year, and the caller adds ` BC` at the end.
    func encode(into text: inout [UInt8]) {
        text.appendDigits(of: year > 0 ? year : 1 - year, width: 4)
        text.append(UInt8(ascii: "-"))
        text.appendDigits(of: month, width: 2)
        text.append(UInt8(ascii: "-"))
        text.appendDigits(of: day, width: 2)
    }

    /// Reads `2014-08-12` at `position`; `isBC` says that the year is one before Christ.
    static func take(from text: Span<UInt8>, at position: inout Int, isBC: Bool) -> CivilDay? {
        guard let year = text.takeNumber(at: &position, minimumDigits: 4), text.take("-", at: &position),
            let month = text.takeNumber(at: &position, minimumDigits: 2), text.take("-", at: &position),
            let day = text.takeNumber(at: &position, minimumDigits: 2)
        else { return nil }
        return CivilDay(year: isBC ? 1 - year : year, month: month, day: day)
    }
}

extension [UInt8] {
    /// Appends a number that isn't negative, with leading zeros up to `width` digits.
    mutating func appendDigits(of number: Int, width: Int) {
        let digits = String(number).utf8
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, width - digits.count)))
        append(contentsOf: digits)
    }
}

extension Span where Element == UInt8 {
    /// True when the date ends in ` BC`; `count` is then the length without it.
    func withoutEra() -> (count: Int, isBC: Bool) {
        guard count > 3, extracting(count - 3..<count).equals(" BC") else { return (count, false) }
        return (count - 3, true)
    }
}
