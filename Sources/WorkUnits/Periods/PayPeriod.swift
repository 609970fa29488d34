/// The dates that one payroll covers. It says when pay goes out; it is never the unit of overtime.
public enum PayPeriod: Sendable, Hashable {
    /// Every so many days from an anchor: 7, 14, 28.
    case every(days: Int, from: CivilDate)
    /// From the 1st to the 15th, and from the 16th to the end of the month.
    case semimonthly
    /// The calendar month.
    case monthly

    /// The first and last day of the period that holds a day.
    public func days(holding day: CivilDate) -> ClosedRange<CivilDate> {
        switch self {
        case .every(let length, let anchor):
            let length = max(1, length)
            let whole = anchor.distance(to: day).floored(by: length).quotient
            let first = anchor.adding(days: whole * length)
            return first...first.adding(days: length - 1)
        case .semimonthly where day.day <= 15:
            let first = day.adding(days: 1 - day.day)
            return first...first.adding(days: 14)
        case .semimonthly:
            return day.adding(days: 16 - day.day)...day.endOfMonth
        case .monthly:
            return day.adding(days: 1 - day.day)...day.endOfMonth
        }
    }
}

extension CivilDate {
    /// The last day of the day's month.
    public var endOfMonth: CivilDate {
        let inNext = adding(days: 1 - day).adding(days: 31)
        return inNext.adding(days: -inNext.day)
    }

    /// The same day of the month so many months later, or the month's last day where it has no such day.
    public func adding(months: Int) -> CivilDate {
        let (years, month) = (self.month - 1 + months).floored(by: 12)
        let wanted = CivilDate(year: year + years, month: month + 1, day: day)
        if let wanted { return wanted }
        let first = CivilDate(year: year + years, month: month + 1, day: 1) ?? self
        return first.endOfMonth
    }
}
