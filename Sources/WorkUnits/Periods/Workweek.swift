/// The fixed and recurring period that overtime is counted in: seven days that start on a weekday at a time of day, noon
/// included; or, where a law allows it, a work period of up to 28 days from an anchor.
///
/// Its starts are read on the clocks of a place, so a workweek in which clocks change has 167 or 169 hours. Where that
/// time comes twice the earlier one counts, where it is skipped the first moment after the gap.
///
/// Source: 29 CFR 778.105 (any hour of any day); 29 USC 207(k), 29 CFR 553.224 (7 to 28 days); California Education
/// Code 45133 (noon).
public struct Workweek: Sendable, Hashable {
    /// The time of day at which it starts.
    public let startTime: WallTime
    /// How many days it lasts: 7, or up to 28.
    public let days: Int
    /// One of the days on which it starts.
    public let anchor: CivilDate

    /// Seven days from a weekday.
    public init(startingOn weekday: Weekday, at time: WallTime = .midnight) {
        startTime = time
        days = 7
        // 1970-01-05 was a Monday.
        anchor = CivilDate(daysSince1970: 4 + weekday.rawValue - 1)
    }

    /// A work period of so many days from an anchor; nil unless it is 7 to 28.
    public init?(days: Int, from anchor: CivilDate, at time: WallTime = .midnight) {
        guard (7...28).contains(days) else { return nil }
        self.days = days
        self.anchor = anchor
        startTime = time
    }

    /// The day on which the workweek that holds this moment starts.
    public func startDate(holding instant: Instant, in zone: some ZoneRules) -> CivilDate {
        let local = instant.secondsSince1970 + Int64(zone.offsetSeconds(at: instant))
        let secondsIn = local - Int64(anchor.daysSince1970) * 86_400 - Int64(startTime.minutesSinceMidnight) * 60
        let whole = secondsIn.floored(by: Int64(days) * 86_400).quotient
        let date = anchor.adding(days: Int(whole) * days)
        // An hour that comes twice, or never, at the turn can put the clock's reading a week off.
        if instant < start(on: date, in: zone) { return date.adding(days: -days) }
        if instant >= start(on: date.adding(days: days), in: zone) { return date.adding(days: days) }
        return date
    }

    /// The day on which the workweek that holds noon of this day starts.
    public func startDate(ofNoon day: CivilDate) -> CivilDate {
        let minutesIn = (day.daysSince1970 - anchor.daysSince1970) * 1440 + 720 - startTime.minutesSinceMidnight
        return anchor.adding(days: minutesIn.floored(by: days * 1440).quotient * days)
    }

    /// Which day of its workweek a day is, by its noon: 1 to ``days``.
    public func dayNumber(of day: CivilDate) -> Int {
        let minutesIn = (day.daysSince1970 - anchor.daysSince1970) * 1440 + 720 - startTime.minutesSinceMidnight
        return minutesIn.floored(by: days * 1440).remainder / 1440 + 1
    }

    /// The moment at which the workweek of that first day starts.
    public func start(on date: CivilDate, in zone: some ZoneRules) -> Instant {
        switch zone.resolve(date, startTime) {
        case .one(let moment), .ambiguous(earlier: let moment, later: _): moment
        case .missing(let gap): gap.moment
        }
    }
}
