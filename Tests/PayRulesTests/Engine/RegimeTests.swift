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

    @Test func `a contract's daily premium is credited against the federal one, so that nothing is paid twice`() throws
    {
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
            hours, try Week.rules(tiers: Self.overEight, regime: "state_statute"), try Week.rules(tiers: Self.overForty)
        )
        let week = try #require(valuation.combined.first)
        #expect(week.additional.map(\.additional) == [Cents(8_000), Cents(8_000)])
        #expect(week.combined == Cents(96_000 + 8_000))
    }

    private static func exempt(_ more: String = "") throws -> Hours {
        try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "50", "flsa": "exempt", "exempt_as": "learned_professional",
              "weekly_salary": "600"\(more) },
              "entries": [ { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-06T00:00" } ] }
            """)
    }

    @Test func `who is exempt has no 40-hour test, and a salary under the level is shown`() throws {
        let valuation = try Self.value(
            try Self.exempt(), try Week.rules(tiers: "", regime: "contract"), try Files.shipped("flsa"))
        #expect(valuation.readings[1].lines.map(\.payClass) == [.notCovered])
        #expect(valuation.readings[1].workweeks.map(\.premium) == [.zero])
        #expect(valuation.readings[1].checks.map(\.code) == [.notCovered, .salaryBelowLevel])
    }

    @Test func `a week in which the exemption was lost is read as if there were none`() throws {
        let hours = try Self.exempt(#", "exemption_lost": ["2026-05-05"]"#)
        let reading = try #require(try Self.value(hours, try Files.shipped("flsa")).readings.first)
        #expect(reading.workweeks.map(\.premium) == [Cents(8 * 2_500)])
        let other = try Self.exempt(#", "exemption_lost": ["2026-05-12"]"#)
        #expect(try Self.value(other, try Files.shipped("flsa")).readings.first?.workweeks.map(\.premium) == [.zero])
    }

    @Test func `credits larger than the statute's premium add nothing and take nothing`() throws {
        let hours = try Week.hours(
            minutesByDay: [0, 600, 600, 600, 600, 600], rate: "5",
            pay:
                #"{ "workweek_of": "2026-05-04", "kind": "premium", "amount": "45", "paid_for": "holiday", "multiplier": "2" }"#
        )
        let week = try #require(try Self.value(hours, try Week.rules(tiers: Self.overForty)).combined.first)
        #expect(week.contract == Cents(29_500) && week.combined == Cents(29_500))
        #expect(week.additional.map(\.premium) == [Cents(2_500)])
        #expect(week.additional.map(\.additional) == [.zero])
    }

    @Test func `a premium is a multiple of the regular rate, of the base rate or of the hour's own`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "entries": [
              { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T16:00" },
              { "id": "b", "start": "2026-05-06T00:00", "end": "2026-05-06T10:00", "rate": "30" } ] }
            """)
        let premiums = try ["regular_rate", "base_rate", "rate_in_effect"].map { basis in
            let rules = try Week.rules(tiers: Self.overForty, more: #""premium_on": "\#(basis)""#)
            return try Week.reading(hours, rules).workweeks.map(\.premium)
        }
        // 1,100.00 for 50 hours is 22.00 an hour
        #expect(premiums == [[Cents(11_000)], [Cents(10_000)], [Cents(15_000)]])
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
