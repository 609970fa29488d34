import WorkUnits

/// Writes days, times, lengths and counts in the person's language and clock.
struct PageFormat: Sendable {
    let texts: DateTexts
    let clock: ClockFormat

    // MARK: Days

    /// "Thu, Aug 20"
    func day(_ date: CivilDate) -> String {
        texts.onWeekday(weekday(date), dayOfMonth(date))
    }

    /// "Thu 20", where the month is plain from its surroundings.
    func shortDay(_ date: CivilDate) -> String { "\(weekday(date)) \(date.day)" }

    /// "Aug 20"
    func dayOfMonth(_ date: CivilDate) -> String { texts.dayOfMonth(texts.months[date.month - 1], date.day) }

    /// "Aug 20, 2026"
    func dayOfYear(_ date: CivilDate) -> String { "\(dayOfMonth(date)), \(date.year)" }

    /// "Aug 2026"
    func month(_ date: CivilDate) -> String { "\(texts.months[date.month - 1]) \(date.year)" }

    /// "Aug 17–23", "Aug 31–Sep 6"
    func days(_ first: CivilDate, _ last: CivilDate) -> String {
        guard first.month != last.month || first.year != last.year else {
            return texts.days(texts.months[first.month - 1], first.day, last.day)
        }
        return "\(dayOfMonth(first))–\(dayOfMonth(last))"
    }

    /// The days of a week, with the year where it is another one: "Aug 17–23", "Jan 1–7, 2024".
    func week(from first: CivilDate, today: CivilDate) -> String {
        let last = first.adding(days: 6)
        return days(first, last) + (last.year == today.year ? "" : ", \(last.year)")
    }

    /// "Thu"
    func weekday(_ date: CivilDate) -> String { texts.weekdays[date.weekday - 1] }

    // MARK: Times

    /// "4:10 PM" or "16:10"
    func time(_ time: WallTime) -> String {
        switch clock {
        case .twelveHour: "\(twelveHourDigits(time)) \(half(time))"
        case .twentyFourHour: Self.field(time)
        }
    }

    /// "4:10–7:35 PM", "11:40 AM–1:05 PM", "16:10–19:35", "10:30 PM–1:15 AM, next day"
    func span(_ from: WallTime, _ to: WallTime, endsNextDay: Bool = false) -> String {
        let sameHalf = clock == .twelveHour && half(from) == half(to) && !endsNextDay
        let start = sameHalf ? twelveHourDigits(from) : time(from)
        return "\(start)–\(time(to))" + (endsNextDay ? ", \(texts.nextDay)" : "")
    }

    /// "Aug 20, 7:41 PM"
    func moment(_ moment: LocalTime) -> String { "\(dayOfMonth(moment.date)), \(time(moment.time))" }

    /// "Aug 20, 7:41 PM", with the year where it is another one: "Aug 20, 2025, 7:41 PM"
    func moment(_ moment: LocalTime, today: CivilDate) -> String {
        let date = moment.date.year == today.year ? dayOfMonth(moment.date) : dayOfYear(moment.date)
        return "\(date), \(time(moment.time))"
    }

    /// The value of a native time field, "16:10".
    static func field(_ time: WallTime) -> String { time.description }

    private func twelveHourDigits(_ time: WallTime) -> String {
        "\((time.hour + 11) % 12 + 1):\(Self.twoDigits(time.minute))"
    }

    private func half(_ time: WallTime) -> String { time.hour < 12 ? texts.am : texts.pm }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: Lengths and counts

    /// "3 h 25 min", "3 h", "25 min"
    func length(_ minutes: Minutes) -> String {
        let hours = minutes.count / 60
        let rest = minutes.count % 60
        let hourPart = "\(count(hours)) \(texts.hour)"
        let minutePart = "\(hours == 0 ? "\(rest)" : Self.twoDigits(rest)) \(texts.minute)"
        return hours == 0 ? minutePart : rest == 0 ? hourPart : "\(hourPart) \(minutePart)"
    }

    /// "3 h 25", for the narrow columns of tables; minutes alone keep their unit.
    func lengthInTable(_ minutes: Minutes) -> String {
        let hours = minutes.count / 60
        guard hours > 0 else { return length(minutes) }
        let rest = minutes.count % 60
        return rest == 0 ? "\(count(hours)) \(texts.hour)" : "\(count(hours)) \(texts.hour) \(Self.twoDigits(rest))"
    }

    /// "1,284"
    func count(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// "a", "a and b", "a, b and c"
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(texts.and) \(last)"
    }
}
