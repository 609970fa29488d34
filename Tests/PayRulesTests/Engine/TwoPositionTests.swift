import PayRules
import Testing
import WorkUnits

/// One person, a clerk who is covered and a coach who is exempt: the coach's time and pay move nothing of the clerk's.
struct TwoPositionTests {
    /// 45 hours of the clerk at 20.00 from Monday to Friday, 5 of the coach at 50.00 on Saturday.
    private static func hours(pay: String = "", leave: String = "", coach: String = "") throws -> Hours {
        let clerk = (4...8).map {
            #"{ "id": "c\#($0)", "assignment": "clerk", "start": "2026-05-0\#($0)T08:00", "end": "2026-05-0\#($0)T17:00" }"#
        }
        return try Week.hours(
            """
            { "zone": "UTC", "employee": { "assignments": [
                { "id": "clerk", "unit": "C", "base_rate": "20" },
                { "id": "coach", "unit": "T", "base_rate": "50", "flsa": "exempt"\(coach) } ] },
              "entries": [\(clerk.joined(separator: ", ")),
                { "id": "s", "assignment": "coach", "start": "2026-05-09T08:00", "end": "2026-05-09T13:00",
                  "incident": "I" } ],
              "pay": [\(pay)], "leave": [\(leave)] }
            """)
    }

    private static func rules(tiers: String = Week.forty, more: String = "") throws -> RuleSet {
        try Week.rules(
            """
            { "name": "t", "version": "1", "source": "s", "regime": "flsa", "workweek": { "starts": "monday" },
              "tiers": [\(tiers)]\(more) }
            """)
    }

    private static func agreement(_ more: String, tiers: String = "") throws -> RuleSet {
        try Week.rules(
            """
            { "name": "a", "version": "1", "source": "s", "regime": "contract", "workweek": { "starts": "monday" },
              "tiers": [\(tiers)]\(more) }
            """)
    }

    private static func combined(_ hours: Hours, _ sets: RuleSet...) throws -> Int64? {
        try PayEngine(sets.map { RuleSeries(asIfAlways: $0) }).value(hours).combined.first?.combined.count
    }

    @Test(arguments: [
        #"{ "workweek_of": "2026-05-04", "kind": "salary", "amount": "1000", "covers_hours": 40, "assignment": "coach" }"#,
        #"{ "workweek_of": "2026-05-04", "kind": "stipend", "amount": "450", "assignment": "coach" }"#,
    ])
    func `pay of the exempt position raises no regular rate`(pay: String) throws {
        let week = try #require(try Week.reading(try Self.hours(pay: pay), try Self.rules()).workweeks.first)
        #expect(try week.regularRate() == Ratio(whole: 20))
        #expect(week.premium == Cents(5_000))
    }

    @Test func `a differential on the exempt position's hours raises no regular rate`() throws {
        let more = #", "differentials": [ { "name": "sat", "per_hour": "9", "when": { "weekdays": ["saturday"] } } ]"#
        let week = try #require(try Week.reading(try Self.hours(), try Self.rules(more: more)).workweeks.first)
        #expect(try week.regularRate() == Ratio(whole: 20))
        #expect(week.straight == Cents(90_000 + 25_000 + 4_500))
    }

    @Test func `what an agreement pays the exempt position neither lowers nor covers the other's premium`() throws {
        let flat = try Self.agreement(#", "rates": [ { "when": { "unit": ["T"] }, "use": "41" }, { "use": "own" } ]"#)
        #expect(try Self.combined(try Self.hours(), flat, try Self.rules()) == 90_000 + 20_500 + 5_000)
        let saturday = try Self.agreement(
            "",
            tiers:
                #"{ "period": "window", "multiplier": "1.5", "when": { "weekdays": ["saturday"] }, "premium_on": "rate_in_effect" }"#
        )
        #expect(try Self.combined(try Self.hours(), saturday, try Self.rules()) == 90_000 + 37_500 + 5_000)
    }

    @Test func `the exempt position's incident bears none of the other's premium`() throws {
        let reading = try Week.reading(try Self.hours(), try Self.rules())
        #expect(reading.incidents.filter { $0.incident >= 0 }.map(\.cents) == [25_000])
    }

    @Test func `leave and days of the exempt position count toward no threshold`() throws {
        let sick = #"{ "date": "2026-05-04", "minutes": 480, "kind": "sick", "assignment": "coach" }"#
        let counted = #", "leave_counted": { "cite": "45128" }"#
        let withLeave = try Week.reading(try Self.hours(leave: sick), try Self.rules(more: counted))
        #expect(withLeave.workweeks.map(\.premium) == [Cents(5_000)])
        // The coach's Saturday is no sixth day in a row.
        let sixth = try Week.reading(
            try Self.hours(), try Self.rules(tiers: #"{ "period": "consecutive_day", "day": 6, "multiplier": "2" }"#))
        #expect(sixth.workweeks.map(\.premium) == [.zero])
    }

    @Test func `an agreement's differential is not paid to another unit`() throws {
        let more = #", "units": ["C"], "differentials": [ { "name": "all", "per_hour": "3" } ]"#
        let combined = try Self.combined(try Self.hours(), try Self.agreement(more), try Self.rules(tiers: ""))
        #expect(try #require(combined) == Int64(90_000 + 13_500 + 25_000))
    }

    @Test func `the order of rule sets changes no figure`() throws {
        let sets = [
            try Self.agreement(
                #", "units": ["C"], "meals": [ { "mode": "auto_deduct", "minutes": 30, "after_worked_minutes": 360 } ]"#
            ),
            try Self.rules(),
        ]
        #expect(
            try Self.combined(try Self.hours(), sets[0], sets[1]) == Self.combined(try Self.hours(), sets[1], sets[0]))
    }
}
