import PayRules
import Testing
import WorkUnits

/// Rates and leave by their dates, where shifts and workweeks turn.
struct DateTests {
    @Test func `an hour is paid by its own date, also in a shift that began the day before`() throws {
        let json = """
            { "zone": "UTC", "employee": { "rates": [ { "from": "2026-06-01", "rate": "20" }, { "from": "2026-07-01", "rate": "30" } ] },
              "entries": [ { "id": "a", "start": "2026-06-30T20:00", "end": "2026-07-01T00:00" },
                           { "id": "b", "start": "2026-07-01T00:30", "end": "2026-07-01T01:30" } ] }
            """
        let reading = try Week.reading(try Week.hours(json), try Week.rules(tiers: ""))
        #expect(reading.days.count == 1)
        #expect(reading.lines.map(\.cents) == [8_000, 3_000])
        #expect(throws: RefusedInput.self) { try Week.hours(json.replacing("2026-06-01", with: "2026-07-01")) }
    }

    @Test func `leave in a workweek without work counts toward two workweeks`() throws {
        let days = (3...7).map { #"{ "date": "2026-05-0\#($0)", "minutes": 480, "kind": "sick" }"# }
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "leave": [\(days.joined(separator: ", "))],
              "entries": [ { "id": "a", "start": "2026-05-11T00:00", "end": "2026-05-12T21:00" } ] }
            """)
        let rules = try Week.rules(
            tiers: #"{ "period": "biweek", "anchor": "2026-05-03", "after_minutes": 4800, "multiplier": "1.5" }"#,
            more: #""leave_counted": { "cite": "a test" }"#)
        #expect(try Week.reading(hours, rules).workweeks.map(\.premium) == [Cents(5_000)])
    }

    @Test func `leave counts in its own workweek, also where the shift's day lies in the next`() throws {
        let days = (3...7).map { #"{ "date": "2026-05-0\#($0)", "minutes": 480, "kind": "sick" }"# }
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "leave": [\(days.joined(separator: ", "))],
              "entries": [ { "id": "a", "start": "2026-05-09T21:00", "end": "2026-05-10T07:00" } ] }
            """)
        for kind in ["start_day", "end_day", "most_time_day"] {
            let rules = try Week.rules(
                tiers: Week.forty,
                more: #""leave_counted": { "cite": "a test" }, "shift": { "belongs_to": "\#(kind)" }"#)
            #expect(try Week.reading(hours, rules).workweeks.map(\.premium) == [Cents(3_000), .zero])
        }
    }

    @Test func `counted leave after the week's work moves nothing and is shown`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "leave": [ { "date": "2026-05-08", "minutes": 480, "kind": "sick" } ],
              "entries": [ { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T16:00" } ] }
            """)
        let rules = try Week.rules(tiers: Week.forty, more: #""leave_counted": { "cite": "a test" }"#)
        let reading = try Week.reading(hours, rules)
        #expect(reading.workweeks.map(\.premium) == [.zero])
        #expect(reading.checks.map(\.code) == [.leaveAfterWork])
    }

    @Test func `with shift_day a differential goes with its shift's workweek`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "entries": [
                { "id": "n", "start": "2026-05-09T20:00", "end": "2026-05-10T04:00" } ] }
            """)
        let rules = try Week.rules(
            """
            { "name": "t", "version": "1", "source": "s", "regime": "contract",
              "workweek": { "starts": "sunday", "cut": "shift_day" }, "tiers": [],
              "differentials": [ { "name": "night", "per_hour": "2", "from": "22:00", "to": "06:00" } ] }
            """)
        #expect(try Week.reading(hours, rules).total() == Cents(16_000 + 1_200))
    }
}
