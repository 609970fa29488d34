import WorkUnits

// Runs of the walk become lines, days and incident time.

extension ReadingBuilder {
    mutating func add(_ run: Walk.Run) throws(ArithmeticOverflow) {
        let isEntry = run.piece.entry >= 0
        let source: PayLine.Source = isEntry ? .entry : .assigned
        let index = isEntry ? run.piece.entry : run.piece.assigned
        let (rate, isSalaried) = rate(of: run)
        let payClass = isSalaried && !run.isOutside && !run.piece.isMeal ? PayClass.salaried : payClass(of: run)
        // Time that a salary pays earns no multiple.
        let (tier, multiplier) = isSalaried ? (-1, 1_000_000) : (run.tier, run.multiplier)
        if !run.piece.isMeal { addToDay(run, at: multiplier) }
        let seconds = run.end - run.start
        if let last = reading.lines.indices.last, last >= firstLine, reading.lines[last].index == index,
            reading.lines[last].source == source, reading.lines[last].tier == Int16(tier),
            reading.lines[last].version == Int16(run.version), reading.lines[last].rate == rate,
            reading.lines[last].payClass == payClass
        {
            reading.lines[last].seconds += seconds
        } else {
            reading.lines.append(
                PayLine(
                    source: source, index: index, week: Int32(reading.workweeks.count - 1),
                    payClass: payClass, version: Int16(run.version), tier: Int16(tier),
                    multiplier: multiplier, rate: rate, premiumRate: premiumRate(of: run, tier, rate), start: run.start,
                    seconds: seconds,
                    counterBefore: run.counterBefore, cents: 0, firstShare: 0, shareCount: 0))
        }
        if !isEntry { assignedStraight += Int128(rate) * Int128(seconds) }
        addCells(run, seconds)
    }

    /// The rate that a run's premium is a multiple of, where it is no regular rate.
    private func premiumRate(of run: Walk.Run, _ tier: Int, _ rate: Int64) -> Int64 {
        guard tier >= 0 else { return 0 }
        switch compiled[run.version].facts[tier].premiumOn {
        case .regularRate: return 0
        case .rateInEffect: return rate
        case .baseRate:
            let date = CivilDate(daysSince1970: Int(run.day))
            return hours.assignments[Int(run.piece.assignment)].rate(on: date)?.count ?? rate
        }
    }

    private func payClass(of run: Walk.Run) -> PayClass {
        if run.piece.isMeal { return .meal }
        if run.isOutside { return .notCovered }
        return run.tier < 0 ? .straight : compiled[run.version].facts[run.tier].payClass
    }

    private mutating func addToDay(_ run: Walk.Run, at multiplier: Int64) {
        let date = CivilDate(daysSince1970: Int(run.day))
        let seconds = run.end - run.start
        if reading.days.last?.date != date {
            reading.days.append(WorkedDay(date: date, firstPart: Int32(reading.dayParts.count)))
        }
        reading.add(seconds, at: multiplier)
    }

    private mutating func addCells(_ run: Walk.Run, _ seconds: Int64) {
        let line = Int32(reading.lines.count - 1)
        guard run.piece.entry >= 0 else { return addCell(line, -1, seconds) }
        let incidents = hours.entries[Int(run.piece.entry)].incidents
        guard !incidents.isEmpty else { return addCell(line, -1, seconds) }
        if incidents.count == 1, incidents[0].seconds >= hours.entries[Int(run.piece.entry)].seconds {
            return addCell(line, Int32(incidents[0].incident), seconds)
        }
        for part in incidentTime(ofEntry: Int(run.piece.entry), from: run.start, to: run.end) {
            addCell(line, part.incident, part.seconds)
        }
    }

    /// The incidents of a part of an entry, in order, each with its time; -1 for what no incident caused.
    func incidentTime(ofEntry index: Int, from start: Int64, to end: Int64) -> [(incident: Int32, seconds: Int64)] {
        let from = start - hours.entries[index].start.secondsSince1970
        let until = end - hours.entries[index].start.secondsSince1970
        var parts: [(incident: Int32, seconds: Int64)] = []
        var (at, covered) = (Int64(0), Int64(0))
        for part in hours.entries[index].incidents {
            let overlap = min(until, at + part.seconds) - max(from, at)
            if overlap > 0 {
                parts.append((Int32(part.incident), overlap))
                covered += overlap
            }
            at += part.seconds
        }
        if covered < until - from { parts.append((-1, until - from - covered)) }
        return parts
    }

    private mutating func addCell(_ line: Int32, _ incident: Int32, _ seconds: Int64) {
        if let last = cells.indices.last, cells[last].line == line, cells[last].incident == incident {
            cells[last].seconds += seconds
            cells[last].weight += seconds
        } else {
            cells.append(ShareCell(line: line, incident: incident, seconds: seconds, weight: seconds))
        }
    }
}

/// Time of a line that an incident caused.
struct ShareCell {
    let line: Int32
    let incident: Int32
    /// How long, in seconds; nothing for a differential, whose time is counted already.
    var seconds: Int64
    /// What its part of the line's pay goes by.
    var weight: Int64
}

extension Entry {
    /// How long it is, in seconds.
    public var seconds: Int64 { end.secondsSince1970 - start.secondsSince1970 }
}

extension Reading {
    /// Adds time to the day that was begun last.
    mutating func add(_ seconds: Int64, at multiplier: Int64) {
        let day = days.count - 1
        days[day].seconds += seconds
        for index in Int(days[day].firstPart)..<dayParts.count where dayParts[index].multiplier == multiplier {
            dayParts[index].seconds += seconds
            return
        }
        dayParts.append(WorkedDay.Part(multiplier: multiplier, seconds: seconds))
        days[day].partCount += 1
    }
}
