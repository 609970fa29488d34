import PayRules
import Testing
import WorkUnits

/// What holds for any hours under any rules.
struct ReadingPropertyTests {
    private static let rounds = 1_500

    @Test func `lines add up to their week, shares to their line, incidents to the lines`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds {
            let hours = try chance.hours(covers: chance.holds(3) ? .extraOnly : .allTime)
            let reading = try Week.reading(hours, try chance.rules())
            for week in reading.workweeks {
                let lines = reading.lines[week.lines]
                #expect(lines.reduce(0) { $0 + $1.cents } == week.total.count)
                #expect(lines.reduce(0) { $0 + ($1.countsTime ? $1.seconds : 0) } == week.seconds)
            }
            for line in reading.lines {
                let shares = reading.shares(of: line)
                #expect(shares.reduce(0) { $0 + $1.cents } == line.cents)
                #expect(shares.reduce(0) { $0 + $1.seconds } == (line.payClass == .differential ? 0 : line.seconds))
                #expect(shares.allSatisfy { $0.cents >= 0 })
            }
            #expect(reading.incidents.reduce(0) { $0 + $1.cents } == (try reading.total().count))
        }
    }

    @Test func `time by multiple adds up to the day, and days to the weeks`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds {
            let hours = try chance.hours()
            let reading = try Week.reading(hours, try chance.rules())
            for day in reading.days { #expect(reading.parts(of: day).reduce(0) { $0 + $1.seconds } == day.seconds) }
            let counted = reading.lines.reduce(0) { $0 + ($1.countsTime ? $1.seconds : 0) }
            #expect(reading.days.reduce(0) { $0 + $1.seconds } == counted)
            #expect(reading.workweeks.reduce(0) { $0 + $1.seconds } == counted)
            let newest = reading.series.newest
            guard newest.meals.isEmpty, newest.paidRestSeconds == 0 else { continue }
            #expect(counted == hours.entries.reduce(0) { $0 + $1.seconds })
        }
    }

    @Test func `no line of a first valuation is negative`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds {
            let hours = try chance.hours(covers: chance.holds(3) ? .extraOnly : .allTime)
            let reading = try Week.reading(hours, try chance.rules())
            #expect(reading.lines.allSatisfy { $0.cents >= 0 && $0.seconds >= 0 })
        }
    }

    @Test func `the order of the input does not matter`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds / 3 {
            let hours = try chance.hours()
            let rules = try chance.rules()
            let shuffled = Hours(
                zone: hours.zone, covers: hours.covers, assignments: hours.assignments, incidents: hours.incidents,
                entries: hours.entries.shuffled(using: &chance), pay: hours.pay)
            let engine = PayEngine([RuleSeries(asIfAlways: rules)])
            #expect(try engine.value(hours).json(hours) == engine.value(shuffled).json(shuffled))
        }
    }

    @Test func `splitting an entry at a touching point changes no total`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds / 2 {
            let hours = try chance.hours()
            // A split can take a part out of a shift that the whole kept together, so shifts may span as long as need be.
            let rules = try chance.rules(longestShift: 10_080)
            let parts = hours.split(using: &chance)
            guard hours.longestChain(gapsUnder: rules.shift.newAfterGapSeconds) < rules.shift.maxSeconds else {
                continue
            }
            #expect(try totals(hours, rules) == totals(parts, rules))
        }
    }

    @Test func `splitting an entry changes no total where shifts have no longest span`() throws {
        var chance = Chance.seeded()
        let rules = try Week.rules(
            tiers: """
                { "period": "day", "after_minutes": 480, "multiplier": "1.5" },
                { "period": "day", "after_minutes": 720, "multiplier": "2" },
                { "period": "week", "after_minutes": 2400, "multiplier": "1.5" },
                { "period": "consecutive_day", "day": 7, "multiplier": "1.5" }
                """, more: #""shift": { "max_minutes": 10080 }"#)
        for _ in 0..<Self.rounds {
            let hours = try chance.hours()
            #expect(try totals(hours, rules) == totals(hours.split(using: &chance), rules))
        }
    }

    private func totals(_ hours: Hours, _ rules: RuleSet) throws -> [[Int64]] {
        let reading = try Week.reading(hours, rules)
        let weeks = reading.workweeks.map { [$0.seconds, $0.straight.count, $0.premium.count, $0.total.count] }
        let days = reading.days.map { day in
            [Int64(day.date.daysSince1970), day.seconds]
                + reading.parts(of: day).flatMap { [$0.multiplier, $0.seconds] }
        }
        return weeks + days
    }

    @Test func `a longer entry never pays less while it joins no shifts and stays in its day`() throws {
        var chance = Chance.seeded()
        let rules = try Week.rules(
            tiers: """
                { "period": "day", "after_minutes": 480, "multiplier": "1.5" },
                { "period": "week", "after_minutes": 2400, "multiplier": "1.5" }
                """, more: #""shift": { "new_after_gap_minutes": 1, "max_minutes": 10080 }"#)
        for _ in 0..<Self.rounds {
            let hours = try chance.hours(pay: false).atOneRate
            let index = chance.one(in: 0...hours.entries.count - 1)
            var longer = hours.entries
            let end = longer[index].end.secondsSince1970 + Int64(chance.one(in: 1...1800))
            // It ends a minute before the next, on the day on which it started.
            let next = index + 1 < longer.count ? longer[index + 1].start.secondsSince1970 - 61 : .max
            longer[index].end = Instant(secondsSince1970: max(longer[index].end.secondsSince1970, min(end, next)))
            let before = try Week.reading(hours, rules).total()
            let after = try Week.reading(hours.with(longer), rules).total()
            #expect(after >= before)
        }
    }

    @Test func `a reading beside itself differs in nothing`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds / 3 {
            let hours = try chance.hours(covers: chance.holds(3) ? .extraOnly : .allTime)
            let reading = try Week.reading(hours, try chance.rules())
            let comparison = try Comparison(reading, reading, of: hours)
            #expect(comparison.differences.isEmpty)
            #expect(comparison.difference == .zero)
        }
    }

    @Test func `differences add up to the difference of the totals`() throws {
        var chance = Chance.seeded()
        for _ in 0..<Self.rounds / 3 {
            let hours = try chance.hours()
            let (first, second) = (
                try Week.reading(hours, try chance.rules()), try Week.reading(hours, try chance.rules())
            )
            let comparison = try Comparison(first, second, of: hours)
            #expect(comparison.differences.reduce(0) { $0 + $1.difference.count } == comparison.difference.count)
            #expect(comparison.differences.allSatisfy { !$0.because.isEmpty && !$0.rule.isEmpty })
        }
    }

    @Test func `what a statute adds is never below zero, and a week never less than the contract`() throws {
        var chance = Chance.seeded()
        let federal = try Week.rules(tiers: Week.forty)
        for _ in 0..<Self.rounds / 3 {
            let hours = try chance.hours()
            let agreement = try Week.rules(
                tiers: #"{ "period": "day", "after_minutes": \#(chance.one(in: 200...600)), "multiplier": "1.5" }"#,
                regime: "contract")
            let valuation = try PayEngine([agreement, federal].map { RuleSeries(asIfAlways: $0) }).value(hours)
            for week in valuation.combined {
                #expect(week.additional.allSatisfy { $0.additional >= .zero })
                #expect(week.combined >= week.contract)
            }
        }
    }
}

extension Hours {
    /// The longest span of entries with gaps shorter than this, in seconds.
    func longestChain(gapsUnder gap: Int64) -> Int64 {
        var (longest, start, end) = (Int64(0), Int64(0), Int64.min)
        for entry in entries {
            if end == .min || entry.start.secondsSince1970 - end >= gap { start = entry.start.secondsSince1970 }
            end = entry.end.secondsSince1970
            longest = max(longest, end - start)
        }
        return longest
    }

    /// The same hours with other entries.
    func with(_ entries: [Entry]) -> Hours {
        Hours(
            zone: zone, covers: covers, assignments: assignments, incidents: incidents, entries: entries,
            assigned: assigned, leave: leave, paid: paid, pay: pay)
    }

    /// The same hours, all at the position's rate.
    var atOneRate: Hours {
        with(
            entries.map { entry in
                var entry = entry
                entry.rate = nil
                return entry
            })
    }

    /// Some entries in two that touch, their incidents with them.
    func split(using chance: inout Chance) -> Hours {
        with(
            entries.flatMap { entry -> [Entry] in
                guard entry.seconds > 1, chance.holds(2) else { return [entry] }
                let point = entry.start.secondsSince1970 + Int64(chance.one(in: 1...Int(entry.seconds) - 1))
                var (first, second) = (entry, entry)
                first.end = Instant(secondsSince1970: point)
                second.start = first.end
                second.id += "b"
                (first.incidents, second.incidents) = ([], [])
                return [first, second]
            })
    }
}
