import PayRules
import Testing
import WorkUnits

/// What incidents bear of a week, and how two readings are set against each other.
struct SharingTests {
    private static func week(share: String) throws -> (Hours, Reading) {
        // given 40 hours of one incident, then 5 of another, at 20.00
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "entries": [
                { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T16:00", "incident": "I-1" },
                { "id": "b", "start": "2026-05-06T08:00", "end": "2026-05-06T13:00", "incident": "I-2" } ] }
            """)
        return (hours, try Week.reading(hours, try Week.rules(tiers: Week.forty, more: #""share": "\#(share)""#)))
    }

    @Test func `by the last hours the incident that crossed the threshold bears the premium`() throws {
        let (_, reading) = try Self.week(share: "last_hours")
        #expect(reading.incidents.map(\.cents) == [80_000, 15_000])
    }

    @Test func `beyond schedule all incidents bear it by their time`() throws {
        let (_, reading) = try Self.week(share: "beyond_schedule")
        // 50.00 of premium by 40 and 5 hours of 45: 44.44 and 5.56
        #expect(reading.incidents.map(\.cents) == [84_444, 10_556])
        let overtime = try #require(reading.lines.last)
        #expect(reading.shares(of: overtime).map(\.cents) == [10_556, 4_444])
        #expect(reading.shares(of: overtime).map(\.seconds) == [18_000, 0])
    }

    @Test func `a differential goes to the incident of its hours`() throws {
        // given an hour of one incident, then three of another, and an evening from 18:00 on
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "entries": [
                { "id": "a", "start": "2026-05-04T16:00", "end": "2026-05-04T20:00", "incidents": [
                    { "incident": "A", "minutes": 60 }, { "incident": "B", "minutes": 180 } ] } ] }
            """)
        let rules = try Week.rules(
            tiers: "",
            more: #""differentials": [ { "name": "evening", "per_hour": "3", "from": "18:00", "to": "00:00" } ]"#)
        let reading = try Week.reading(hours, rules)
        #expect(reading.incidents.map(\.cents) == [2_000, 6_600])
        #expect(reading.incidents.map(\.seconds) == [3_600, 10_800])
        let comparison = try Comparison(try Week.reading(hours, try Week.rules(tiers: "")), reading, of: hours)
        #expect(comparison.differences.map(\.rule) == ["test differentials[0] (a test)"])
    }

    @Test func `a difference names the rule that makes it, and its amount`() throws {
        let (hours, reading) = try Self.week(share: "last_hours")
        let daily = try Week.reading(
            hours,
            try Week.rules(tiers: #"{ "period": "day", "after_minutes": 1440, "multiplier": "1.5", "cite": "art. 5" }"#)
        )
        let comparison = try Comparison(reading, daily, of: hours)
        #expect(comparison.differences.map { $0.difference.count } == [16_000, -5_000])
        #expect(comparison.differences.map(\.rule) == ["test tiers[0] (art. 5)", "test tiers[0] (a test)"])
        #expect(comparison.difference == Cents(11_000))
    }

    @Test func `of two rules with one multiple the difference names that of the reading that pays more`() throws {
        let hours = try Week.hours(minutesByDay: [0, 540, 540, 540, 540, 540], rate: "20")
        let weekly = try Week.reading(hours, try Week.rules(tiers: Week.forty))
        let daily = try Week.reading(
            hours,
            try Week.rules(tiers: #"{ "period": "day", "after_minutes": 120, "multiplier": "1.5", "cite": "art. 6" }"#))
        let last = try #require(try Comparison(weekly, daily, of: hours).differences.last)
        #expect(last.classA == .overtime && last.classB == .overtime)
        #expect(last.rule == "test tiers[0] (art. 6)")
    }

    @Test func `the explanation can be followed with a pocket calculator`() throws {
        let (hours, reading) = try Self.week(share: "last_hours")
        let text = try Explanation(hours, reading).text()
        #expect(text.contains("300 min × 20.00 ÷ 60 + 300 min × 0.5 × 20 ÷ 60 = 150"))
        #expect(text.contains("It began when the workweek held 40 h"))
        #expect(text.contains("Regular rate: 900 of counted pay ÷ 45 h = 20.000000 an hour."))
        #expect(text.contains("Not a promise of pay."))
    }
}
