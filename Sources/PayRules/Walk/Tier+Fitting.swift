import WorkUnits

extension Tier {
    var isTimed: Bool {
        if case .window(let window) = period, !window.isAllDay { return true }
        return when.looksAtWeekdays || unless?.looksAtWeekdays == true
    }

    var isConditional: Bool { !when.isOpen || unless != nil }

    /// Whether it is for an hour of this entry and position, the time of day and weekday aside.
    func fits(_ entry: Entry?, _ assignment: Assignment) -> Bool {
        guard when.fits(entry, assignment) else { return false }
        guard let unless else { return true }
        return unless.looksAtWeekdays || !unless.fits(entry, assignment)
    }

    /// Whether it is for this time of day and weekday.
    func fits(_ weekday: Weekday, secondOfDay: Int64, entry: Entry?, _ assignment: Assignment) -> Bool {
        guard when.fits(weekday) else { return false }
        if let unless, unless.looksAtWeekdays, unless.fits(weekday), unless.fits(entry, assignment) { return false }
        guard case .window(let window) = period else { return true }
        return window.holds(secondOfDay)
    }
}

extension Tier.Period {
    /// Which wins where multipliers are equal: the smaller.
    var rank: Int {
        switch self {
        case .day: 0
        case .holiday: 1
        case .consecutiveDay: 2
        case .workedDay: 3
        case .workweekDay: 4
        case .window: 5
        case .week: 6
        case .biweek: 7
        case .weeks: 8
        }
    }

    var isOfDays: Bool {
        switch self {
        case .consecutiveDay, .workedDay, .workweekDay: true
        default: false
        }
    }
}
