import WorkUnits

/// Walks worked time in order and gives every second its tier.
///
/// A day counter counts all worked time of the shift's day. Counters of weeks count, without pyramiding, only time that
/// no day, holiday, nth-day or window tier has paid. Of the tiers that apply at an instant the first in
/// ``CompiledTiers`` wins.
struct Walk {
    /// A run of one piece under one tier in one workweek.
    struct Run {
        let piece: Stretch
        let start: Int64
        let end: Int64
        let day: Int32
        /// The tier's index in its version; -1 for none.
        let tier: Int
        let version: Int
        let multiplier: Int64
        /// Time of a position that the law does not cover.
        let isOutside: Bool
        /// What the deciding counter stood at when the run began; of the week where there is no tier.
        let counterBefore: Int64
    }

    let hours: Hours
    let series: RuleSeries
    let compiled: [CompiledTiers]
    let isStacked: Bool
    var counters: [Int64]
    var dayCount: DayCount
    private var leave: LeaveCount
    private var day: Int32 = .min
    private(set) var version = 0
    private(set) var daysMask: UInt64 = 0
    /// The tiers of the version that the day is read under.
    private(set) var tiers: CompiledTiers
    private let workweek: Workweek
    /// The workweek that the day lies in.
    private(set) var dayWeek = CivilDate.distantPast
    private let cutsExactly: Bool
    /// The first second of the next workweek, and the first day of this one.
    private var weekEnd = Int64.min
    private(set) var weekDate = CivilDate.distantPast
    private var longIndex: [Int]
    /// Time off in workweeks that are not being read, by their first day.
    private var waitingLeave: [(week: CivilDate, seconds: Int64)] = []
    private var isDayCounted = false
    let needsDayCount: Bool

    init(_ hours: Hours, _ series: RuleSeries, _ compiled: [CompiledTiers], covers: [Bool]) {
        self.hours = hours
        self.series = series
        self.compiled = compiled
        let newest = series.newest
        tiers = compiled[0]
        workweek = newest.workweek
        cutsExactly = newest.cut == .exact
        isStacked = newest.combine == .stacked
        let long = compiled.map(\.longPeriods.count).max() ?? 0
        counters = [Int64](repeating: 0, count: Counter.firstOfWeeks + long)
        longIndex = [Int](repeating: .min, count: long)
        var scheduled: [Int32: Int64] = [:]
        needsDayCount = compiled.contains { $0.onDays != 0 }
        if needsDayCount {
            for assigned in hours.assigned {
                scheduled[Int32(assigned.date.daysSince1970), default: 0] += assigned.workedSeconds
            }
        }
        dayCount = DayCount(newest.workweek, scheduled: scheduled)
        // Time off of an exempt position moves no threshold of a statute.
        let isRead = zip(covers, hours.assignments).map { $0 && (newest.regime == .contract || $1.flsa == .nonexempt) }
        leave = LeaveCount(hours, newest, covers: isRead)
    }

    /// Gives each second of the pieces its tier, and tells the builder of each workweek before its first run.
    mutating func run(_ pieces: [DayPiece], into builder: inout ReadingBuilder) throws(ArithmeticOverflow) {
        for piece in pieces {
            if piece.day != day { try begin(piece.day, &builder) }
            var rest = piece.stretch
            while rest.start < rest.end {
                try beginWeekIfPast(rest.start, &builder)
                var part = rest
                if cutsExactly { part.end = min(part.end, weekEnd) }
                if needsDayCount { countDay(part, builder) }
                try cutAndWalk(part, piece.day, &builder)
                rest.start = part.end
            }
        }
    }
}

// MARK: - Days and weeks

extension Walk {
    private mutating func begin(_ newDay: Int32, _ builder: inout ReadingBuilder) throws(ArithmeticOverflow) {
        if !cutsExactly {
            let date = workweek.startDate(ofNoon: CivilDate(daysSince1970: Int(newDay)))
            if date != weekDate { try beginWeek(date, &builder) }
        }
        day = newDay
        counters[Counter.day] = 0
        counters[Counter.holiday] = 0
        if compiled.count > 1 {
            version = series.index(on: CivilDate(daysSince1970: Int(newDay)))
            tiers = compiled[version]
        }
        if !leave.isEmpty { countLeave() }
        isDayCounted = false
        daysMask = 0
    }

    /// Counts the day, once it has time that the law covers, and finds which tiers hold on it.
    private mutating func countDay(_ part: Stretch, _ builder: ReadingBuilder) {
        guard !isDayCounted, !builder.isOutside(Int(part.assignment)) else { return }
        isDayCounted = true
        let place = placeInWorkweek(part)
        dayWeek = place.week
        dayCount.begin(day, in: place.week, number: place.number)
        let rules = series.versions[version].tiers
        for (bit, tier) in tiers.tiers.enumerated()
        where tiers.onDays & (1 << UInt64(bit)) != 0 && dayCount.holds(rules[tier.index]) {
            daysMask |= 1 << UInt64(bit)
        }
    }

    /// The workweek that the day lies in, and which of its days it is: by 24 hours from its start on the clock, of the
    /// day's first work; by the day's noon where a shift belongs whole to its day, or to another day than it starts on.
    private func placeInWorkweek(_ part: Stretch) -> (week: CivilDate, number: Int) {
        let date = CivilDate(daysSince1970: Int(day))
        let local = part.start + Int64(hours.zone.offsetSeconds(at: Instant(secondsSince1970: part.start)))
        let (localDay, ofDay) = local.floored(by: 86_400)
        guard cutsExactly, localDay == Int64(day) else {
            return (workweek.startDate(ofNoon: date), workweek.dayNumber(of: date))
        }
        let isBeforeTurn = ofDay < Int64(workweek.startTime.minutesSinceMidnight) * 60
        let days = weekDate.distance(to: date) - (isBeforeTurn ? 1 : 0)
        return (weekDate, min(max(days, 0), workweek.days - 1) + 1)
    }

    /// Counts time off of this day toward the day and the week, and that of days before toward the week they lie in.
    private mutating func countLeave() {
        while let row = leave.take(through: day) {
            if row.day == day { counters[Counter.day] += row.seconds }
            let rowWeek = workweek.startDate(ofNoon: CivilDate(daysSince1970: Int(row.day)))
            if rowWeek == weekDate {
                for counter in Counter.week..<counters.count { counters[counter] += row.seconds }
            } else {
                // Its workweek is another than the one being read; it counts when that begins.
                waitingLeave.append((rowWeek, row.seconds))
            }
        }
    }

    private mutating func beginWeekIfPast(
        _ second: Int64, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        guard cutsExactly, second >= weekEnd else { return }
        let date = workweek.startDate(holding: Instant(secondsSince1970: second), in: hours.zone)
        weekEnd = workweek.start(on: date.adding(days: workweek.days), in: hours.zone).secondsSince1970
        try beginWeek(date, &builder)
    }

    private mutating func beginWeek(_ date: CivilDate, _ builder: inout ReadingBuilder) throws(ArithmeticOverflow) {
        weekDate = date
        counters[Counter.week] = 0
        for row in waitingLeave where row.week == date { counters[Counter.week] += row.seconds }
        for long in tiers.longPeriods {
            let index = long.index(of: date, workweek)
            let slot = long.counter - Counter.firstOfWeeks
            if longIndex[slot] != index {
                longIndex[slot] = index
                counters[long.counter] = 0
            }
            for row in waitingLeave where row.week <= date && long.index(of: row.week, workweek) == index {
                counters[long.counter] += row.seconds
            }
        }
        waitingLeave.removeAll { $0.week <= date }
        try builder.beginWeek(date)
    }
}
