import WorkUnits

/// Which day of its workweek and of its run a worked day is, and which tiers hold on it therefore.
struct DayCount {
    private let workweek: Workweek
    private let scheduled: [Int32: Int64]
    private var week: CivilDate?
    private var lastDay: Int32 = .min
    private var runInWeek = 0
    private var runAcross = 0
    private var worked = 0
    private var number = 0
    /// Worked seconds of the days of this workweek, in order.
    private var totals: [(day: Int32, seconds: Int64)] = []

    /// - Parameter scheduled: assigned seconds by day.
    init(_ workweek: Workweek, scheduled: [Int32: Int64]) {
        self.workweek = workweek
        self.scheduled = scheduled
    }

    /// Time worked on the day that was begun last.
    mutating func add(_ seconds: Int64) {
        if !totals.isEmpty { totals[totals.count - 1].seconds += seconds }
    }

    /// Begins a day with worked time.
    ///
    /// - Parameters:
    ///   - week: the first day of its workweek.
    ///   - number: which day of its workweek it is, from 1.
    mutating func begin(_ day: Int32, in week: CivilDate, number: Int) {
        self.number = number
        let follows = day == lastDay + 1
        runAcross = follows ? runAcross + 1 : 1
        if week != self.week {
            self.week = week
            totals.removeAll(keepingCapacity: true)
            worked = 0
            runInWeek = 0
        }
        runInWeek = follows && runInWeek > 0 ? runInWeek + 1 : 1
        worked += 1
        lastDay = day
        totals.append((day, 0))
    }

    /// Whether a tier holds on the day that was begun last.
    func holds(_ tier: Tier) -> Bool {
        switch tier.period {
        case .consecutiveDay(let nth, let orLater, let acrossWeeks):
            Self.matches(acrossWeeks ? runAcross : runInWeek, nth, orLater)
        case .workedDay(let nth, let orLater): Self.matches(worked, nth, orLater)
        case .workweekDay(let nth, let orLater):
            Self.matches(number, nth, orLater)
                && averageHolds(tier.averageDay)
        default: true
        }
    }

    private static func matches(_ number: Int, _ nth: Int, _ orLater: Bool) -> Bool {
        orLater ? number >= nth : number == nth
    }

    /// The average of the earlier days of the workweek that hold time; 0 where there is none.
    private func averageHolds(_ test: Tier.AverageDay?) -> Bool {
        guard let test else { return true }
        var (sum, days): (Int64, Int64) = (0, 0)
        switch test.of {
        case .worked:
            for total in totals.dropLast() where total.seconds > 0 { (sum, days) = (sum + total.seconds, days + 1) }
        case .scheduled:
            guard let week else { return false }
            for day in Int32(week.daysSince1970)..<max(lastDay, Int32(week.daysSince1970)) {
                let seconds = scheduled[day] ?? 0
                if seconds > 0, workweek.startDate(ofNoon: CivilDate(daysSince1970: Int(day))) == week {
                    (sum, days) = (sum + seconds, days + 1)
                }
            }
        }
        // sum / days compared without dividing.
        let count = max(days, 1)
        if let atLeast = test.atLeast, sum < atLeast * count { return false }
        if let below = test.below, sum >= below * count { return false }
        return true
    }
}
