import PayRules
import Testing
import WorkUnits

/// Extra hours beside assigned hours and leave.
struct BaselineTests {
    private static let state = """
        { "period": "day", "after_minutes": 480, "multiplier": "1.5" },
        { "period": "week", "after_minutes": 2400, "multiplier": "1.5" }
        """

    private static func hours(entries: String, assigned: String, more: String = "") throws -> Hours {
        try Week.hours(
            """
            { "zone": "America/Los_Angeles", "covers": "extra_only", "employee": { "base_rate": "24.50" },
              "entries": [\(entries)], "assigned": [\(assigned)]\(more) }
            """)
    }

    private static let evening = #"{ "id": "e", "start": "2026-05-04T16:10", "end": "2026-05-04T19:35" }"#
    private static let eightHours = #"{ "date": "2026-05-04", "minutes": 480 }"#

    @Test func `16:10 to 19:35 with an 8-hour day behind it is 125.56; from the log alone 83.71`() throws {
        let rules = try Week.rules(tiers: Self.state)
        let behind = try Week.reading(try Self.hours(entries: Self.evening, assigned: Self.eightHours), rules)
        let entry = behind.lines.filter { $0.source == .entry }
        #expect(entry.reduce(0) { $0 + $1.cents } == 12_556)
        #expect(behind.workweeks.map(\.alreadyPaid) == [Cents(19_600)])
        let alone = try Week.reading(try Self.hours(entries: Self.evening, assigned: ""), rules)
        #expect(try alone.total() == Cents(8_371))
        #expect(alone.checks.map(\.code) == [.assignedHoursUnknown])
    }

    @Test func `an entry inside assigned time adds nothing and is shown as displaced work`() throws {
        let assigned = #"{ "date": "2026-05-04", "start": "08:00", "end": "16:30", "unpaid_minutes": 30 }"#
        let hours = try Self.hours(
            entries: #"{ "id": "in", "start": "2026-05-04T15:30", "end": "2026-05-04T17:00" }"#, assigned: assigned)
        let reading = try Week.reading(hours, try Week.rules(tiers: Self.state))
        #expect(reading.workweeks.map(\.seconds) == [8 * 3600 + 1800])
        #expect(reading.checks.map(\.code) == [.displacedWork])
        #expect(reading.checks.first?.says.contains("1 h") == true)
    }

    @Test func `leave takes assigned time away, and counts toward thresholds where the rules say so`() throws {
        let assigned = (4...8).map { #"{ "date": "2026-05-0\#($0)", "start": "08:00", "end": "16:00" }"# }
        let hours = try Self.hours(
            entries: #"{ "id": "sat", "start": "2026-05-09T08:00", "end": "2026-05-09T12:00" }"#,
            assigned: assigned.joined(separator: ", "),
            more: #", "leave": [ { "date": "2026-05-05", "minutes": 480, "kind": "sick", "paid": true } ]"#)
        let federal = try Week.reading(hours, try Week.rules(tiers: Self.state))
        #expect(federal.workweeks.map(\.seconds) == [36 * 3600])
        #expect(federal.workweeks.map(\.premium) == [.zero])
        let counted = try Week.reading(
            hours, try Week.rules(tiers: Self.state, more: #""leave_counted": { "cite": "45128" }"#))
        #expect(counted.workweeks.map(\.premium) == [Cents(4900)])
        let vacation = try Week.reading(
            hours, try Week.rules(tiers: Self.state, more: #""leave_counted": { "kinds": ["vacation"] }"#))
        #expect(vacation.workweeks.map(\.premium) == [.zero])
    }

    @Test func `payroll's REG rows pay assigned time and are not counted again`() throws {
        let paid = """
            , "paid": [ { "date": "2026-05-04", "code": "REG", "minutes": 480, "amount": "196.00" },
                        { "date": "2026-05-04", "code": "OT", "minutes": 60, "amount": "36.75" } ]
            """
        let hours = try Self.hours(entries: Self.evening, assigned: Self.eightHours, more: paid)
        let reading = try Week.reading(hours, try Week.rules(tiers: Self.state))
        #expect(reading.workweeks.map(\.alreadyPaid) == [Cents(19_600 + 3_675)])
    }

    @Test func `two pieces of assigned time let a day turn the workweek over at noon`() throws {
        let hours = try Self.hours(
            entries: "",
            assigned: """
                { "date": "2026-08-14", "start": "07:30", "end": "12:00" },
                { "date": "2026-08-14", "start": "12:30", "end": "16:30" }
                """)
        let rules = try Week.rules(
            """
            { "name": "nine-eighty", "version": "1", "source": "45133", "regime": "state_statute",
              "workweek": { "starts": "friday", "at": "12:00" }, "tiers": [] }
            """)
        let reading = try Week.reading(hours, rules)
        #expect(reading.workweeks.map(\.seconds) == [270 * 60, 240 * 60])
        #expect(reading.days.map(\.seconds) == [510 * 60])
    }
}
