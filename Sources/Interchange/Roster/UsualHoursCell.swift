import WorkUnits
import Workload

/// Reads a weekday cell: `07:30-16:00/30`, `07:30-13:00`, `390m`, or nothing.
enum UsualHoursCell {
    /// The hours that a cell states; nil if it can't be read. Clock times are of 24 hours.
    static func hours(_ text: String) -> UsualHours? {
        let text = text.filter { $0 != " " }
        let hours = text.last == "m" ? minutes(text.dropLast()).map(UsualHours.minutes) : between(text)
        guard let hours, (1...1_440).contains(hours.paidMinutes) else { return nil }
        return hours
    }

    private static func between(_ text: String) -> UsualHours? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        // Excel and word processors turn the hyphen between two times into a dash.
        let times = parts[0].split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" || $0 == "—" }
        guard times.count == 2, let start = time(times[0]), let end = time(times[1]), start != end else { return nil }
        guard parts.count == 2 else { return .between(start: start, end: end, unpaidMealMinutes: 0) }
        guard let meal = minutes(parts[1]) else { return nil }
        return .between(start: start, end: end, unpaidMealMinutes: meal)
    }

    private static func time(_ text: Substring) -> WallTime? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = minutes(parts[0]), let minute = minutes(parts[1]) else {
            return nil
        }
        return WallTime(hour: hour, minute: minute)
    }

    private static func minutes(_ text: Substring) -> Int? {
        guard (1...4).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(text)
    }
}
