import PayRules
import Testing
import WorkUnits

/// Contract, state statute and federal law over the same hours.
struct RegimeTests {
    private static let overForty = #"{ "period": "week", "after_minutes": 2400, "multiplier": "1.5" }"#
    private static let overEight = #"{ "period": "day", "after_minutes": 480, "multiplier": "1.5" }"#

    private static func value(_ hours: Hours, _ rules: RuleSet...) throws -> Valuation {
        try PayEngine(rules.map { RuleSeries(asIfAlways: $0) }).value(hours)
    }

    @Test func `a contract's daily premium is credited against the federal one, so that nothing is paid twice`() throws {
        // given 44 hours at 20.00, two of the days with 10 hours (D-PREMIUM-CREDIT)
        let hours = try Week.hours(minutesByDay: [0, 600, 600, 480, 480, 480], rate: "20")
        let valuation = try Self.value(
            hours, try Week.rules(tiers: Self.overEight, regime: "contract"), try Week.rules(tiers: Self.overForty))
        let week = try #require(valuation.combined.first)
        #expect(week.contract == Cents(92_000))
        #expect(week.additional.map(\.premium) == [Cents(4_000)])
        #expect(week.additional.map(\.credited) == [Cents(4_000)])
        #expect(week.combined == Cents(92_000))
    }

    @Test func `of two statutes the larger addition counts, never both`() throws {
        let hours = try Week.hours(minutesByDay: [0, 720, 720, 480, 480, 480], rate: "20")
        let valuation = try Self.value(
            hours, try Week.rules(tiers: Self.overEight, regime: "state_statute"), try Week.rules(tiers: Self.overForty))
        let week = try #require(valuation.combined.first)
        #expect(week.additional.map(\.additional) == [Cents(8_000), Cents(8_000)])
        #expect(week.combined == Cents(96_000 + 8_000))
    }

    @Test func `who is exempt gets contract lines only`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "50", "flsa": "exempt", "exempt_as": "learned_professional",
              "weekly_salary": "600" },
              "entries": [ { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-06T00:00" } ] }
            """)
        let valuation = try Self.value(
            hours, try Week.rules(tiers: "", regime: "contract"), try Files.shipped("flsa"))
        #expect(valuation.readings.map { $0.lines.count } == [1, 0])
        #expect(valuation.readings[1].checks.map(\.code) == [.noFederalOvertime, .salaryBelowLevel])
    }

    @Test func `federal law adds up both jobs, an agreement reads its own unit's`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "assignments": [
                { "id": "clerk", "unit": "D", "base_rate": "20" }, { "id": "aide", "unit": "B", "base_rate": "10" } ] },
              "entries": [
                { "id": "a", "assignment": "clerk", "start": "2026-05-04T00:00", "end": "2026-05-05T06:00" },
                { "id": "b", "assignment": "aide", "start": "2026-05-06T00:00", "end": "2026-05-06T20:00" } ] }
            """)
        let unit = try Week.rules(tiers: "", regime: "contract", more: #""units": ["D"]"#)
        let valuation = try Self.value(hours, unit, try Week.rules(tiers: Self.overForty))
        #expect(valuation.readings[0].workweeks.map(\.total) == [Cents(60_000)])
        // 800.00 for 50 hours is 16.00; half of it for 10 hours is 80.00
        #expect(valuation.readings[1].workweeks.map(\.premium) == [Cents(8_000)])
        #expect(valuation.combined.map(\.combined) == [Cents(88_000)])
        #expect(valuation.hasStraightTime)
    }

    @Test func `two agreements for one position are not joined to one figure`() throws {
        let hours = try Week.hours(minutesByDay: [0, 480], rate: "20")
        let agreement = try Week.rules(tiers: "", regime: "contract")
        let valuation = try Self.value(hours, agreement, agreement)
        #expect(valuation.combined.isEmpty)
        #expect(valuation.checks.map(\.code) == [.agreementsOverlap])
    }

    @Test func `rule sets with different workweeks are not joined to one figure`() throws {
        let hours = try Week.hours(minutesByDay: [0, 480], rate: "20")
        let valuation = try Self.value(hours, try Week.rules(tiers: Self.overForty), try Files.shipped("flsa"))
        #expect(valuation.combined.isEmpty)
        #expect(valuation.checks.map(\.code) == [.workweeksDiffer])
    }
}
