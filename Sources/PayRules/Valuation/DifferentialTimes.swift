import WorkUnits

/// Time that earns extra pay by the hour: which, from when, how long it is paid.
struct DifferentialTime {
    let differential: Int
    let piece: Stretch
    var seconds: Int64
}

/// The time of each workweek that earns a differential.
struct DifferentialTimes {
    private(set) var byWeek: [CivilDate: [DifferentialTime]] = [:]
    private let hours: Hours
    private let rules: RuleSet

    init(_ timeline: Timeline, _ hours: Hours, _ rules: RuleSet) {
        self.hours = hours
        self.rules = rules
        for index in rules.differentials.indices { add(index, timeline) }
    }

    private mutating func add(_ index: Int, _ timeline: Timeline) {
        let differential = rules.differentials[index]
        var partly: Set<Int32> = []
        if differential.wholeShift {
            partly = Set(timeline.pieces.filter { !isWholly($0.stretch, differential) }.map(\.shift))
        }
        var day: (number: Int32, times: [DifferentialTime]) = (.min, [])
        for piece in timeline.pieces where !piece.stretch.isMeal {
            if piece.day != day.number {
                pay(day.times, on: day.number, differential)
                day = (piece.day, [])
            }
            guard !partly.contains(piece.shift), differential.valid.contains(CivilDate(daysSince1970: Int(piece.day)))
            else {
                continue
            }
            day.times += inside(piece.stretch, differential).map {
                DifferentialTime(differential: index, piece: $0, seconds: $0.seconds)
            }
        }
        pay(day.times, on: day.number, differential)
    }

    /// Puts a day's time in its workweeks, paid at least and at most as long as the rule says.
    private mutating func pay(_ times: [DifferentialTime], on day: Int32, _ differential: Differential) {
        let total = times.reduce(Int64(0)) { $0 + $1.seconds }
        guard total > 0 else { return }
        var left = max(min(total, differential.maximumSeconds), differential.minimumSeconds)
        for (number, time) in times.enumerated() {
            var paid = time
            paid.seconds =
                number == times.count - 1 && total < differential.minimumSeconds ? left : min(left, time.seconds)
            left -= paid.seconds
            guard paid.seconds > 0 else { continue }
            let start = Instant(secondsSince1970: time.piece.start)
            let starts =
                rules.cut == .shiftDay
                ? rules.workweek.startDate(ofNoon: CivilDate(daysSince1970: Int(day)))
                : rules.workweek.startDate(holding: start, in: hours.zone)
            byWeek[starts, default: []].append(paid)
        }
    }

    private func isWholly(_ stretch: Stretch, _ differential: Differential) -> Bool {
        inside(stretch, differential).reduce(0) { $0 + $1.seconds } == stretch.seconds
    }

    /// The parts of a stretch inside the differential's window, cut at midnights and workweeks.
    private func inside(_ stretch: Stretch, _ differential: Differential) -> [Stretch] {
        let entry = stretch.entry >= 0 ? hours.entries[Int(stretch.entry)] : nil
        let assignment = hours.assignments[Int(stretch.assignment)]
        guard differential.when.fits(entry, assignment) else { return [] }
        var parts: [Stretch] = []
        var rest = stretch
        while rest.start < rest.end {
            let local = rest.start + Int64(hours.zone.offsetSeconds(at: Instant(secondsSince1970: rest.start)))
            let (day, second) = local.floored(by: 86_400)
            var part = rest
            part.end = min(rest.end, cut(after: rest.start, local: local, differential))
            let weekday = CivilDate(daysSince1970: Int(day)).dayOfWeek
            if differential.window.holds(second), differential.when.fits(weekday) { parts.append(part) }
            rest.start = part.end
        }
        return parts
    }

    private func cut(after second: Int64, local: Int64, _ differential: Differential) -> Int64 {
        let (day, ofDay) = local.floored(by: 86_400)
        let edges = differential.window.edges + [Int64(rules.workweek.startTime.minutesSinceMidnight) * 60]
        let next = edges.filter { $0 > ofDay }.min() ?? 86_400
        return hours.zone.moment(showing: day * 86_400 + next, after: second, showing: local)
    }
}

extension ReadingBuilder {
    /// Adds a line for each differential and entry of a workweek, and its pay to straight pay.
    mutating func addDifferentialLines(_ money: inout WeekMoney, _ starts: CivilDate) {
        guard let times = differentials?.byWeek[starts] else { return }
        for time in times {
            let differential = rules.differentials[time.differential]
            let isEntry = time.piece.entry >= 0
            money.addDifferential(
                Int128(differential.perHour.count) * Int128(time.seconds),
                isExempt: isExempt[Int(time.piece.assignment)], isInRate: !isOutside(Int(time.piece.assignment)))
            reading.lines.append(
                PayLine(
                    source: isEntry ? .entry : .assigned, index: isEntry ? time.piece.entry : time.piece.assigned,
                    week: Int32(reading.workweeks.count), payClass: .differential,
                    version: Int16(series.versions.count - 1), tier: Int16(time.differential), multiplier: 1_000_000,
                    rate: differential.perHour.count, premiumRate: 0, start: time.piece.start, seconds: time.seconds,
                    counterBefore: 0,
                    cents: 0, firstShare: 0, shareCount: 0))
            addDifferentialCells(time)
        }
    }

    /// A differential goes with the incidents of its time, which is counted already.
    private mutating func addDifferentialCells(_ time: DifferentialTime) {
        let line = Int32(reading.lines.count - 1)
        guard time.piece.entry >= 0 else {
            return cells.append(ShareCell(line: line, incident: -1, seconds: 0, weight: 1))
        }
        let parts = incidentTime(ofEntry: Int(time.piece.entry), from: time.piece.start, to: time.piece.end)
        cells += parts.map { ShareCell(line: line, incident: $0.incident, seconds: 0, weight: $0.seconds) }
    }
}
