import PayRules
import Testing
import WorkUnits

/// Where shifts end and days begin.
struct ShiftTests {
    private static func days(_ entries: String, _ shift: String, tiers: String = "", cut: String = "exact") throws
        -> Reading
    {
        let hours = try Week.hours(
            #"{ "zone": "America/Los_Angeles", "employee": { "base_rate": "10" }, "entries": [\#(entries)] }"#)
        return try Week.reading(
            hours,
            try Week.rules(
                """
                { "name": "t", "version": "1", "source": "s", "regime": "contract",
                  "workweek": { "starts": "sunday", "cut": "\(cut)" }, "shift": { \(shift) }, "tiers": [\(tiers)] }
                """))
    }

    private static let evening = #"{ "id": "a", "start": "2026-05-04T20:00", "end": "2026-05-04T23:00" }"#

    @Test func `a gap as long as the rule opens a new shift, a shorter one does not`() throws {
        let late = #", { "id": "b", "start": "2026-05-05T01:00", "end": "2026-05-05T02:00" }"#
        let joined = try Self.days(Self.evening + late, #""new_after_gap_minutes": 121"#)
        #expect(joined.days.map(\.seconds) == [4 * 3600])
        let apart = try Self.days(Self.evening + late, #""new_after_gap_minutes": 120"#)
        #expect(apart.days.map(\.seconds) == [3 * 3600, 3600])
    }

    @Test func `a shift may span as long as the rule, and no second more`() throws {
        let late = #", { "id": "b", "start": "2026-05-05T01:00", "end": "2026-05-05T02:00" }"#
        #expect(try Self.days(Self.evening + late, #""max_minutes": 360"#).days.count == 1)
        #expect(try Self.days(Self.evening + late, #""max_minutes": 359"#).days.count == 2)
    }

    @Test func `a shift that ends at midnight belongs to the day on which it was worked`() throws {
        let night = #"{ "id": "a", "start": "2026-05-04T16:00", "end": "2026-05-05T00:00" }"#
        let reading = try Self.days(night, #""belongs_to": "end_day""#)
        #expect(reading.days.map(\.date.description) == ["2026-05-04"])
    }

    @Test func `the seventh day's tier ends where the workweek turns, the day's counter does not`() throws {
        // given seven days of 2 hours from Sunday on, the last of them from 22:00 on Saturday to 04:00
        let days = (3...8).map {
            #"{ "id": "d\#($0)", "start": "2026-05-0\#($0)T08:00", "end": "2026-05-0\#($0)T10:00" }"#
        }
        let night = #"{ "id": "n", "start": "2026-05-09T22:00", "end": "2026-05-10T04:00" }"#
        let reading = try Self.days(
            (days + [night]).joined(separator: ", "), #""max_minutes": 960"#,
            tiers: """
                { "period": "consecutive_day", "day": 7, "multiplier": "2" },
                { "period": "day", "after_minutes": 300, "multiplier": "1.5" }
                """)
        let last = try #require(reading.days.last)
        #expect(last.seconds == 6 * 3600)
        #expect(reading.parts(of: last).map(\.multiplier) == [1_000_000, 1_500_000, 2_000_000])
        #expect(reading.parts(of: last).map { $0.seconds / 3600 } == [3, 1, 2])
        #expect(reading.workweeks.map { $0.seconds / 3600 } == [14, 4])
    }

    @Test func `with shift_day a shift belongs whole to the workweek of its day`() throws {
        let night = #"{ "id": "n", "start": "2026-05-09T22:00", "end": "2026-05-10T04:00" }"#
        let reading = try Self.days(night, "", cut: "shift_day")
        #expect(reading.workweeks.map(\.starts.description) == ["2026-05-03"])
    }

    private static func ofWeek(starts: String, at: String, _ entries: [String], _ tier: String) throws -> [Int64] {
        let hours = try Week.hours(
            #"{ "zone": "UTC", "employee": { "base_rate": "10" }, "entries": [\#(entries.joined(separator: ", "))] }"#)
        let rules = try Week.rules(
            """
            { "name": "t", "version": "1", "source": "s", "regime": "contract",
              "workweek": { "starts": "\(starts)", "at": "\(at)" }, "tiers": [ { \(tier), "multiplier": "2" } ] }
            """)
        let reading = try Week.reading(hours, rules)
        return reading.days.map { day in
            reading.parts(of: day).filter { $0.multiplier > 1_000_000 }.reduce(0) { $0 + $1.seconds }
        }
    }

    @Test func `an evening is a day of the workweek that turned over before it`() throws {
        // given a workweek from Sunday 18:00, and work on Saturday from 20:00
        let night = #"{ "id": "n", "start": "2026-05-09T20:00", "end": "2026-05-10T02:00" }"#
        #expect(
            try Self.ofWeek(starts: "sunday", at: "18:00", [night], #""period": "workweek_day", "day": 7"#) == [21_600])
        let morning = #"{ "id": "n", "start": "2026-05-09T08:00", "end": "2026-05-09T12:00" }"#
        #expect(
            try Self.ofWeek(starts: "sunday", at: "18:00", [morning], #""period": "workweek_day", "day": 6"#) == [
                14_400
            ])
    }

    @Test func `seven nights before a turn at 04:30 are seven days in a row of one workweek`() throws {
        let nights = (8...14).map { day in
            let date = day < 10 ? "0\(day)" : "\(day)"
            return #"{ "id": "n\#(day)", "start": "2026-05-\#(date)T00:00", "end": "2026-05-\#(date)T03:00" }"#
        }
        let paid = try Self.ofWeek(starts: "thursday", at: "04:30", nights, #""period": "consecutive_day", "day": 7"#)
        #expect(paid == [0, 0, 0, 0, 0, 0, 10_800])
    }
}
