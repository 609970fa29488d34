/// A calendar day without a zone, in the Gregorian calendar carried back and forward without end.
///
/// It is stored as a count of days, so that comparing and counting need no calendar.
public struct CivilDate: Sendable, Hashable {
    /// Days after 1970-01-01; negative before it.
    public let daysSince1970: Int

    /// The day that many days after 1970-01-01.
    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// A day of the years 1 to 9999; nil when the calendar has no such day, as 2026-02-29.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(daysSince1970: Self.daysSince1970(year: year, month: month, day: day))
        guard self.month == month else { return nil }
    }

    /// The year, 2026.
    public var year: Int { parts.year }

    /// The month, 1 to 12.
    public var month: Int { parts.month }

    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }

    /// The ISO number of the weekday: 1 is Monday, 7 is Sunday.
    public var weekday: Int { (daysSince1970 + 3).floored(by: 7).remainder + 1 }

    /// The day `days` later; earlier when negative.
    public func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }
}

extension CivilDate: Strideable {
    /// Days from this day to the other; `first...last` is therefore a collection of days.
    public func distance(to other: CivilDate) -> Int { other.daysSince1970 - daysSince1970 }

    /// The day `days` later.
    public func advanced(by days: Int) -> CivilDate { adding(days: days) }
}

extension CivilDate {
    // A year that starts on 1 March has its leap day last, so months are counted from March
    // and years in eras of 400 years, which all have 146,097 days.
    // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.

    private static let daysOfEra = 146_097
    private static let daysFromYearZeroTo1970 = 719_468

    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).floored(by: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysOfEra + dayOfEra - daysFromYearZeroTo1970
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (daysSince1970 + Self.daysFromYearZeroTo1970).floored(by: Self.daysOfEra)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
