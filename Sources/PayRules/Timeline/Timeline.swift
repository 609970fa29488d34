import WorkUnits

/// The worked time of a person under one rule set, in order, each piece with the day that it belongs to.
struct Timeline {
    private(set) var pieces: [DayPiece] = []
    private(set) var checks: [Check] = []
    private var shifts: Int32 = 0

    private let hours: Hours
    private let rules: RuleSet
    private let covers: [Bool]

    /// - Parameter covers: for each position, whether the rule set is for it.
    init(_ hours: Hours, _ rules: RuleSet, covers: [Bool]) {
        self.hours = hours
        self.rules = rules
        self.covers = covers
        var stretches = hours.covers == .allTime ? entryStretches() : besideAssigned()
        if rules.timeRounding.contains(where: { $0.of != .day && $0.of != .meal }) { round(&stretches) }
        joinShifts(stretches)
        if !rules.meals.isEmpty || rules.timeRounding.contains(where: { $0.of == .day || $0.of == .meal }) {
            adjustDays()
        }
    }

    private func entryStretches() -> [Stretch] {
        var stretches: [Stretch] = []
        stretches.reserveCapacity(hours.entries.count)
        for index in hours.entries.indices {
            let assignment = hours.entries[index].assignment
            guard covers[assignment] else { continue }
            stretches.append(
                Stretch(
                    start: hours.entries[index].start.secondsSince1970, end: hours.entries[index].end.secondsSince1970,
                    entry: Int32(index), assigned: -1, assignment: Int32(assignment)))
        }
        return stretches
    }
}

// MARK: - Beside assigned time

extension Timeline {
    /// Assigned time less leave, and what of the entries lies outside of it.
    private mutating func besideAssigned() -> [Stretch] {
        let baseline = Baseline(hours, covers: covers)
        checks += baseline.checks
        var stretches = baseline.stretches
        var next = 0
        for stretch in entryStretches() {
            while next < baseline.taken.count, baseline.taken[next].end <= stretch.start { next += 1 }
            var rest = stretch
            var at = next
            var displaced: Int64 = 0
            while at < baseline.taken.count, baseline.taken[at].start < stretch.end {
                let taken = baseline.taken[at]
                if rest.start < taken.start {
                    var before = rest
                    before.end = taken.start
                    stretches.append(before)
                }
                displaced += min(taken.end, rest.end) - max(taken.start, rest.start)
                rest.start = min(max(rest.start, taken.end), rest.end)
                at += 1
            }
            if rest.start < rest.end { stretches.append(rest) }
            if displaced > 0 { checks.append(.displaced(Int(stretch.entry), Seconds(displaced))) }
        }
        return stretches.sorted { $0.start < $1.start }
    }
}

// MARK: - Rounding

extension Timeline {
    /// Brings starts, ends and lengths to their raster. Where one entry goes on into the next nobody punched, so that
    /// point stays.
    private mutating func round(_ stretches: inout [Stretch]) {
        for index in stretches.indices where stretches[index].entry >= 0 {
            let goesOnBefore = index > 0 && stretches[index - 1].end == stretches[index].start
            let goesOnAfter = index + 1 < stretches.count && stretches[index].end == stretches[index + 1].start
            let original = stretches[index]
            if !goesOnBefore { stretches[index].start = rounded(original.start, .start) }
            if !goesOnAfter { stretches[index].end = rounded(original.end, .end) }
            stretches[index].end = max(stretches[index].end, stretches[index].start)
            for rule in rules.timeRounding where rule.of == .entry {
                let length = stretches[index].seconds
                if rule.within?.holds(length) ?? true {
                    stretches[index].end = stretches[index].start + rule.rounding.rounded(length)
                }
            }
        }
        keepApart(&stretches)
        for index in stretches.indices where stretches[index].seconds == 0 && stretches[index].entry >= 0 {
            checks.append(.roundedAway(Int(stretches[index].entry)))
        }
        stretches.removeAll { $0.seconds == 0 }
    }

    private func rounded(_ second: Int64, _ of: TimeRoundingRule.Of) -> Int64 {
        for rule in rules.timeRounding where rule.of == of {
            let instant = Instant(secondsSince1970: second)
            let local = second + Int64(hours.zone.offsetSeconds(at: instant))
            let ofDay = local.floored(by: 86_400).remainder
            if rule.within?.holds(ofDay) ?? true {
                return rule.rounding.rounded(instant, in: hours.zone).secondsSince1970
            }
        }
        return second
    }

    /// Rounding outward can make neighbors overlap; the later one gives way, so no second counts twice.
    private func keepApart(_ stretches: inout [Stretch]) {
        var end = Int64.min
        for index in stretches.indices {
            stretches[index].start = max(stretches[index].start, end)
            stretches[index].end = max(stretches[index].end, stretches[index].start)
            end = max(end, stretches[index].end)
        }
    }
}

// MARK: - Shifts and days

extension Timeline {
    /// Joins stretches to shifts and gives each piece its day.
    private mutating func joinShifts(_ stretches: [Stretch]) {
        pieces.reserveCapacity(stretches.count)
        var first = 0
        while first < stretches.count {
            var last = first
            let latestEnd = stretches[first].start + rules.shift.maxSeconds
            while last + 1 < stretches.count,
                stretches[last + 1].start - stretches[last].end < rules.shift.newAfterGapSeconds,
                stretches[last + 1].end <= latestEnd
            {
                last += 1
            }
            addShift(stretches[first...last])
            first = last + 1
        }
    }

    private mutating func addShift(_ shift: ArraySlice<Stretch>) {
        if rules.shift.belongsTo == .split {
            for stretch in rested(shift) { addSplit(stretch) }
        } else {
            let day = self.day(of: shift)
            for stretch in rested(shift) { pieces.append(DayPiece(stretch: stretch, day: day, shift: shifts)) }
        }
        shifts += 1
    }

    /// The shift with its short rests counted as work of the stretch before.
    private func rested(_ shift: ArraySlice<Stretch>) -> ArraySlice<Stretch> {
        guard rules.paidRestSeconds > 0 else { return shift }
        var stretches = shift
        for index in stretches.indices.dropLast()
        where stretches[index].entry >= 0 && stretches[index + 1].entry >= 0
            && stretches[index + 1].start - stretches[index].end <= rules.paidRestSeconds
        {
            stretches[index].end = stretches[index + 1].start
        }
        return stretches
    }

    private func localDay(_ second: Int64) -> Int32 {
        let local = second + Int64(hours.zone.offsetSeconds(at: Instant(secondsSince1970: second)))
        return Int32(local.floored(by: 86_400).quotient)
    }

    private func day(of shift: ArraySlice<Stretch>) -> Int32 {
        let (start, end) = (shift[shift.startIndex].start, shift[shift.endIndex - 1].end)
        switch rules.shift.belongsTo {
        case .startDay, .split: return localDay(start)
        case .endDay: return localDay(end - 1)
        case .mostTimeDay: return mostTimeDay(of: shift)
        }
    }

    private func mostTimeDay(of shift: ArraySlice<Stretch>) -> Int32 {
        var byDay: [(day: Int32, seconds: Int64)] = []
        for stretch in shift {
            var at = stretch.start
            while at < stretch.end {
                let day = localDay(at)
                let to = min(stretch.end, startOfDay(day + 1, after: at))
                if byDay.last?.day == day {
                    byDay[byDay.count - 1].seconds += to - at
                } else {
                    byDay.append((day, to - at))
                }
                at = to
            }
        }
        return byDay.max { ($0.seconds, $1.day) < ($1.seconds, $0.day) }?.day ?? 0
    }

    private func startOfDay(_ day: Int32, after second: Int64) -> Int64 {
        workdayStart(day, at: .midnight, after: second)
    }

    /// The first moment of a workday, past a moment: where its time comes twice and the first has gone by, the second.
    private func workdayStart(_ day: Int32, at time: WallTime, after second: Int64) -> Int64 {
        switch hours.zone.resolve(CivilDate(daysSince1970: Int(day)), time) {
        case .one(let moment): moment.secondsSince1970
        case .ambiguous(let earlier, let later):
            earlier.secondsSince1970 > second ? earlier.secondsSince1970 : later.secondsSince1970
        case .missing(let gap): gap.moment.secondsSince1970
        }
    }

    /// Cuts a stretch where workdays start; every piece is its own day's.
    private mutating func addSplit(_ stretch: Stretch) {
        var rest = stretch
        let time = rules.shift.workdayStart
        while rest.start < rest.end {
            var day = localDay(rest.start)
            if workdayStart(day, at: time, after: .min) > rest.start { day -= 1 }
            let next = workdayStart(day + 1, at: time, after: rest.start)
            var piece = rest
            piece.end = min(rest.end, max(next, rest.start + 1))
            pieces.append(DayPiece(stretch: piece, day: day, shift: shifts))
            rest.start = piece.end
        }
    }
}

// MARK: - Meals and totals of a day

extension Timeline {
    /// Applies the rules about a day as a whole: meals taken out or added, and rounding of a day's length.
    private mutating func adjustDays() {
        var adjusted: [DayPiece] = []
        var first = 0
        while first < pieces.count {
            var last = first
            while last + 1 < pieces.count, pieces[last + 1].day == pieces[first].day { last += 1 }
            let latest = last + 1 < pieces.count ? pieces[last + 1].stretch.start : Int64.max
            var day = WorkedDayTime(Array(pieces[first...last]), hours, until: latest)
            day.apply(rules)
            adjusted += day.pieces
            first = last + 1
        }
        pieces = adjusted
    }
}
