import WorkUnits

extension Walk {
    /// Cuts a part where a time of day or a weekday matters, and walks each.
    mutating func cutAndWalk(
        _ part: Stretch, _ day: Int32, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        // What is past the turn of the workweek is no nth day of the one before.
        let onDays = weekDate == dayWeek ? daysMask : daysMask & tiers.acrossWeeks
        let isOutside = builder.isOutside(Int(part.assignment))
        var mask = part.isMeal || isOutside ? 0 : tiers.always | onDays
        if tiers.isConditional { mask &= conditions(of: part) }
        guard tiers.isTimed, mask != 0 else { return try walk(part, day, mask, &builder) }
        var rest = part
        while rest.start < rest.end {
            let local = rest.start + Int64(hours.zone.offsetSeconds(at: Instant(secondsSince1970: rest.start)))
            var piece = rest
            piece.end = min(rest.end, nextCut(after: rest.start, local: local))
            try walk(piece, day, mask & timeMask(local: local, piece), &builder)
            rest.start = piece.end
        }
    }

    /// Bits of the tiers that are for an hour of this entry and position.
    private func conditions(of part: Stretch) -> UInt64 {
        let entry = part.entry >= 0 ? hours.entries[Int(part.entry)] : nil
        let assignment = hours.assignments[Int(part.assignment)]
        let rules = series.versions[version].tiers
        var mask = UInt64.max
        for (bit, tier) in tiers.tiers.enumerated()
        where tier.isConditional && !rules[tier.index].fits(entry, assignment) {
            mask &= ~(1 << UInt64(bit))
        }
        return mask
    }

    private func timeMask(local: Int64, _ part: Stretch) -> UInt64 {
        let (localDay, second) = local.floored(by: 86_400)
        let weekday = CivilDate(daysSince1970: Int(localDay)).dayOfWeek
        let entry = part.entry >= 0 ? hours.entries[Int(part.entry)] : nil
        let assignment = hours.assignments[Int(part.assignment)]
        let rules = series.versions[version].tiers
        var mask = UInt64.max
        for (bit, tier) in tiers.tiers.enumerated()
        where tier.isTimed
            && !rules[tier.index].fits(weekday, secondOfDay: second, entry: entry, assignment)
        {
            mask &= ~(1 << UInt64(bit))
        }
        return mask
    }

    /// The next moment at which the clock shows a midnight or the start or end of a window, or changes.
    private func nextCut(after second: Int64, local: Int64) -> Int64 {
        let (localDay, ofDay) = local.floored(by: 86_400)
        var next = localDay * 86_400 + 86_400
        for tier in series.versions[version].tiers {
            guard case .window(let window) = tier.period else { continue }
            for edge in window.edges where edge > ofDay { next = min(next, localDay * 86_400 + edge) }
        }
        return hours.zone.moment(showing: next, after: second, showing: local)
    }

    /// Gives each second of a part its tier.
    private mutating func walk(
        _ part: Stretch, _ day: Int32, _ mask: UInt64, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        let isOutside = builder.isOutside(Int(part.assignment))
        let isHoliday = part.entry >= 0 && hours.entries[Int(part.entry)].day == .holiday
        let usable = isHoliday ? mask : mask & ~tiers.onHolidays
        var at = part.start
        while at < part.end {
            var winner = -1
            var length = part.end - at
            var bits = usable
            var weeksStand = false
            while bits != 0 {
                let bit = bits.trailingZeroBitCount
                bits &= bits - 1
                let tier = tiers.tiers[bit]
                let left = after(tier, part) - counters[tier.counter]
                if left <= 0 {
                    if winner < 0 {
                        winner = bit
                        weeksStand = !isStacked && tier.leavesWeeks
                    }
                } else if winner < 0 {
                    // Only a tier that comes before the winner can take over from it.
                    length = min(length, left)
                }
            }
            try builder.add(run(part, at, at + length, day, winner, isOutside))
            if !part.isMeal, !isOutside { count(length, isHoliday: isHoliday, weeksStand: weeksStand) }
            at += length
        }
    }

    private func run(
        _ part: Stretch, _ start: Int64, _ end: Int64, _ day: Int32, _ winner: Int, _ isOutside: Bool
    ) -> Run {
        let tier = winner >= 0 ? tiers.tiers[winner] : nil
        return Run(
            piece: part, start: start, end: end, day: day, tier: tier?.index ?? -1, version: version,
            multiplier: tier?.multiplier ?? 1_000_000, isOutside: isOutside,
            counterBefore: counters[tier?.counter ?? Counter.week])
    }

    private mutating func count(_ seconds: Int64, isHoliday: Bool, weeksStand: Bool) {
        counters[Counter.day] += seconds
        if isHoliday { counters[Counter.holiday] += seconds }
        if !weeksStand {
            for counter in Counter.week..<counters.count { counters[counter] += seconds }
        }
        if needsDayCount { dayCount.add(seconds) }
    }

    /// Past how long a tier begins for a position: its established day or week where it has one that counts.
    private func after(_ tier: CompiledTier, _ part: Stretch) -> Int64 {
        guard tier.isEstablished else { return tier.after }
        return series.versions[version].tiers[tier.index].threshold(for: hours.assignments[Int(part.assignment)])
    }
}
