import PayRules
import Randomness
import WorkUnits

/// Chance by a seed, which is printed: whole numbers, and made-up hours and rule sets.
struct Chance: RandomNumberGenerator {
    private var random: SplitMix64

    static func seeded(_ test: String = #function) -> Chance { Chance(random: .seeded(for: test)) }

    mutating func next() -> UInt64 { random.next() }

    mutating func one(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func holds(_ outOf: Int) -> Bool { one(in: 1...outOf) == 1 }
}

extension Chance {
    /// Some weeks of one person: days, evenings, nights, short gaps, several rates and incidents, seconds in some times,
    /// across a clock change.
    mutating func hours(covers: Hours.Coverage = .allTime, pay: Bool = true) throws -> Hours {
        let zone = try SiteZone("America/Los_Angeles")
        let first = CivilDate(daysSince1970: 20_000 + one(in: 0...700))
        let table = ZoneTable(zone, from: first.adding(days: -40), through: first.adding(days: 80))
        var at = zone.startOfDay(first).secondsSince1970 + Int64(one(in: 0...40)) * 900
        let entries = (0..<one(in: 1...40)).map { number in
            let unit: Int64 = holds(4) ? 1 : 60
            at += holds(5) ? 0 : Int64(one(in: 1...1500)) * unit
            if holds(4) { at += Int64(one(in: 4...40)) * 3600 }
            let start = at
            at += Int64(one(in: 1...700)) * unit
            return entry(number, start, at)
        }
        let assigned = covers == .extraOnly ? (0..<14).map { assignedDay(first.adding(days: $0), zone) } : []
        return Hours(
            zone: table, covers: covers,
            assignments: [Assignment(rates: [RateRow(Millionths(count: Int64(one(in: 900...9000)) * 10_001))])],
            incidents: ["I-1", "I-2", "I-3"], entries: entries, assigned: assigned,
            pay: pay && holds(2) ? [bonus(on: first)] : [])
    }

    private mutating func entry(_ number: Int, _ start: Int64, _ end: Int64) -> Entry {
        var entry = Entry(
            id: "e\(number)", start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: end),
            rate: holds(3) ? Millionths(count: Int64(one(in: 100...9000)) * 9_973) : nil,
            day: holds(8) ? .holiday : nil)
        switch one(in: 0...3) {
        case 0: break
        case 1: entry.incidents = [IncidentTime(incident: one(in: 0...2), seconds: end - start)]
        default:
            let first = (end - start) / Int64(one(in: 2...5))
            entry.incidents = [
                IncidentTime(incident: one(in: 0...2), seconds: first),
                IncidentTime(incident: one(in: 0...2), seconds: (end - start - first) / 2),
            ].filter { $0.seconds > 0 }
        }
        return entry
    }

    private mutating func assignedDay(_ date: CivilDate, _ zone: SiteZone) -> AssignedTime {
        let start = zone.startOfDay(date).secondsSince1970 + 8 * 3600
        return AssignedTime(
            date: date, start: Instant(secondsSince1970: start),
            end: Instant(secondsSince1970: start + Int64(one(in: 60...540)) * 60), unpaidSeconds: 1800)
    }

    private mutating func bonus(on date: CivilDate) -> PayItem {
        PayItem(
            workweekOf: date, kind: .nondiscretionaryBonus, amount: Ratio(whole: Int64(one(in: 1...900))))
    }

    /// A rule set of random tiers, shifts, workweek and shares.
    mutating func rules(longestShift: Int? = nil) throws -> RuleSet {
        let tiers = (0..<one(in: 0...5)).map { _ in tier() }
        let days = ["monday", "sunday", "friday"], kinds = ["start_day", "end_day", "most_time_day", "split"]
        return try Week.rules(
            """
            { "name": "random", "version": "1", "source": "a test", "regime": "\(holds(2) ? "flsa" : "contract")",
              "workweek": { "starts": "\(days[one(in: 0...2)])", "at": "\(holds(3) ? "12:00" : "00:00")",
                            "cut": "\(holds(3) ? "shift_day" : "exact")" },
              "shift": { "belongs_to": "\(kinds[one(in: 0...3)])", "new_after_gap_minutes": \(one(in: 1...400)),
                         "max_minutes": \(longestShift ?? one(in: 300...1500)) },
              "tiers": [\(tiers.joined(separator: ", "))], "combine": "\(holds(4) ? "stacked" : "no_pyramiding")",
              "premium_on": "\(["regular_rate", "regular_rate", "base_rate", "rate_in_effect"][one(in: 0...3)])",
              "share": "\(holds(2) ? "last_hours" : "beyond_schedule")"\(more().map { ", " + $0 }.joined()) }
            """)
    }

    /// Some of the rules beside tiers.
    private mutating func more() -> [String] {
        let money = ["exact_once", "rate_then_multiply", "overtime_rate_then_multiply"][one(in: 0...2)]
        let rules = [
            #""rounding": { "money": "\#(money)" }"#,
            #""meals": [ { "mode": "auto_deduct", "minutes": 30, "after_worked_minutes": 300, "paid": \#(holds(2)) } ]"#,
            #""differentials": [ { "name": "evening", "per_hour": "1.37", "from": "17:00", "to": "02:00" } ]"#,
            #""rates": [ { "when": { "day": ["holiday"] }, "use": "\#(holds(2) ? "none" : "33.333333")" }, { "use": "own" } ]"#,
            #""paid_rest": { "up_to_minutes": 20 }"#,
        ]
        return rules.filter { _ in holds(4) }
    }

    private mutating func tier() -> String {
        let multiplier = ["1.5", "2", "1.25", "1.1"][one(in: 0...3)]
        let periods = [
            #""day", "after_minutes": \#(one(in: 100...700))"#, #""week", "after_minutes": \#(one(in: 300...3000))"#,
            #""biweek", "anchor": "2024-01-01", "after_minutes": \#(one(in: 1000...5000))"#, #""holiday""#,
            #""consecutive_day", "day": \#(one(in: 2...7))"#,
            #""workweek_day", "day": \#(one(in: 5...7)), "average_day_minutes": { "at_least": 240 }"#,
            #""window", "from": "18:00", "to": "03:00""#,
        ]
        return #"{ "period": \#(periods[one(in: 0...6)]), "multiplier": "\#(multiplier)" }"#
    }
}
