import PayRules
import Testing
import WorkUnits

/// Meals, rests and assigned time.
struct MealTests {
    private static func seconds(_ hours: String, _ more: String) throws -> [Int64] {
        let hours = try Week.hours(#"{ "zone": "UTC", "employee": { "base_rate": "20" }, \#(hours) }"#)
        return try Week.reading(hours, try Week.rules(tiers: "", more: more)).workweeks.map(\.seconds)
    }

    private static let deduct = #""meals": [ { "mode": "auto_deduct", "minutes": 30, "after_worked_minutes": 360 } ]"#
    private static let assigned = """
        "assigned": [ { "date": "2026-05-04", "start": "08:00", "end": "16:30", "unpaid_minutes": 30 } ]
        """

    @Test func `a meal is taken out once, and not where assigned time or a gap shows it`() throws {
        let day = #""entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T16:00" } ]"#
        #expect(try Self.seconds(day, Self.deduct) == [27_000])
        let gap = """
            "entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T12:00" },
                         { "id": "b", "start": "2026-05-04T12:30", "end": "2026-05-04T16:30" } ]
            """
        #expect(try Self.seconds(gap, Self.deduct) == [28_800])
        let extra =
            #""covers": "extra_only", "entries": [ { "id": "e", "start": "2026-05-04T16:30", "end": "2026-05-04T18:30" } ]"#
        #expect(try Self.seconds(extra + ", " + Self.assigned, Self.deduct) == [36_000])
    }

    @Test(arguments: ["interrupted", "none"])
    func `a meal that was worked through is not taken out`(meal: String) throws {
        let day =
            #""entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T16:00", "meal": "\#(meal)" } ]"#
        #expect(try Self.seconds(day, Self.deduct) == [28_800])
    }

    @Test func `a rest is paid between two entries, never beside assigned time`() throws {
        let rest = #""paid_rest": { "up_to_minutes": 20 }"#
        let gap = """
            "entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T10:00" },
                         { "id": "b", "start": "2026-05-04T10:15", "end": "2026-05-04T12:00" } ]
            """
        #expect(try Self.seconds(gap, rest) == [14_400])
        let extra =
            #""covers": "extra_only", "entries": [ { "id": "e", "start": "2026-05-04T16:40", "end": "2026-05-04T17:40" } ]"#
        #expect(try Self.seconds(extra + ", " + Self.assigned, rest) == [32_400])
    }

    @Test func `assigned minutes of two positions on one day stand one after the other`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "covers": "extra_only", "entries": [], "employee": { "assignments": [
                { "id": "a", "base_rate": "20" }, { "id": "b", "base_rate": "10" } ] },
              "assigned": [ { "date": "2026-05-04", "minutes": 240, "assignment": "a" },
                            { "date": "2026-05-04", "minutes": 300, "assignment": "b" } ] }
            """)
        let rules = try Week.rules(tiers: #"{ "period": "day", "after_minutes": 480, "multiplier": "1.5" }"#)
        #expect(try Week.reading(hours, rules).days.map(\.seconds) == [32_400])
    }

    @Test func `assigned time over a clock change is settled by an offset`() throws {
        let hours = try Week.hours(
            """
            { "zone": "America/Los_Angeles", "covers": "extra_only", "entries": [], "employee": { "base_rate": "20" },
              "assigned": [ { "date": "2026-11-01", "start": "2026-11-01T01:30-08:00", "end": "2026-11-01T05:30" } ] }
            """)
        #expect(try Week.reading(hours, try Week.rules(tiers: "")).workweeks.map(\.seconds) == [14_400])
    }
}
