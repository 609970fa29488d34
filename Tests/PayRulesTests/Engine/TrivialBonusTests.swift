import PayRules
import Testing
import WorkUnits

/// Bonuses left out of the regular rate by agreement (29 CFR 548.305).
struct TrivialBonusTests {
    private static func premium(bonus: String, weeks: Int, more: String = "") throws -> Reading {
        let hours = try Week.hours(
            minutesByDay: [0, 600, 600, 600, 600, 600], rate: "10",
            pay: """
                { "workweek_of": "2026-05-04", "kind": "nondiscretionary_bonus", "amount": "\(bonus)", "weeks": \(weeks) }
                """)
        return try Week.reading(
            hours, try Week.rules(tiers: Week.forty, more: #""trivial_bonus": { "at_most": "0.50" }"#))
    }

    @Test func `5.00 a week adds 0.50 to a week of 50 hours and is left out of the rate, not of the pay`() throws {
        let reading = try Self.premium(bonus: "5.00", weeks: 1)
        let week = try #require(reading.workweeks.first)
        #expect(try week.regularRate() == Ratio(whole: 10))
        #expect(week.straight == Cents(50_500))
        #expect(week.premium == Cents(5_000))
        #expect(reading.checks.map(\.code) == [.trivialBonus])
    }

    @Test func `260.00 for 13 weeks adds 2.00 and stays in`() throws {
        let reading = try Self.premium(bonus: "260.00", weeks: 13)
        let week = try #require(reading.workweeks.first)
        #expect(try week.regularRate() == Ratio(104, over: 10))
        #expect(week.premium == Cents(5_200))
        #expect(reading.checks.isEmpty)
    }
}
