import PayRules
import StrictJSON
import Testing
import WorkUnits

extension PayCases {
    struct TimeRoundings {
        static func nearest() throws -> [Case] {
            [try PayCases.named("FS53-EX2"), try PayCases.named("D-MINROUND-TENTH")]
        }
        static func down() throws -> [Case] { [try PayCases.named("FS53-EX3")] }
        static func sheets() throws -> [Case] { try PayCases.of("timesheet") }

        private static func rule(_ of: [String], _ mode: String, _ minutes: Int) -> String {
            let rules = of.map { #"{ "of": "\#($0)", "mode": "\#(mode)", "minutes": \#(minutes) }"# }
            return #""rounding": { "time": [\#(rules.joined(separator: ", "))] }"#
        }

        @Test(arguments: try nearest())
        func `punches come to the nearest point, half way up`(test: Case) throws {
            // given
            let isWeek = test.has("inputs.clock_in")
            let (start, end) = (
                try test.words(isWeek ? "inputs.clock_in" : "inputs.in_"),
                try test.words(isWeek ? "inputs.clock_out" : "inputs.out")
            )
            let increment = try test.whole("rule.increment_min")
            let meal = try test.whole(isWeek ? "rule.unpaid_meal_min" : "inputs.meal_min")
            var hours = CaseHours(rate: "20")
            for day in 0..<(isWeek ? try test.whole("inputs.days") : 1) {
                let date = CaseHours.monday.adding(days: day)
                hours.work(from: "\(date)T\(start)", to: "\(date)T\(end)")
            }
            let rules = try Week.rules(
                tiers: isWeek ? CaseRules.tier("week", try test.minutes("rule.weekly_threshold_h")) : "",
                more: Self.rule(["start", "end"], try test.words("rule.mode"), increment)
                    + #", "meals": [{ "mode": "auto_deduct", "minutes": \#(meal) }]"#)
            // when
            let reading = try Week.reading(try hours.read(), rules)
            // then
            let worked = try reading.workedHours
            let figures = ["hours": worked, "hours_week": worked, "overtime_hours": try reading.overtimeHours]
            try test.expect(figures, besides: ["rounded_in", "rounded_out"])
            let rounding = try #require(TimeRounding(.nearest(.up), minutes: increment))
            let entry = try #require(try hours.read().entries.first)
            let date = CaseHours.monday
            for (punch, key) in [(entry.start, "rounded_in"), (entry.end, "rounded_out")] {
                let rounded = rounding.rounded(punch, in: SiteZone.utc)
                #expect("\(rounded)" == "\(date)T\(try test.words("expected.\(key)")):00Z")
            }
        }

        @Test(arguments: try down())
        func `to count only full quarters pays less than is due`(test: Case) throws {
            // given
            let days = try test.whole("inputs.days")
            let extra = try test.whole("inputs.extra_minutes_per_day")
            let scheduled = try test.minutes("inputs.scheduled_hours")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            try hours.workweek(minutes: scheduled + extra * days, days: days)
            let week = CaseRules.tier("week", try test.minutes("rule.weekly_threshold_h"))
            // when
            let actual = try Week.reading(try hours.read(), try Week.rules(tiers: week))
            let floored = try Week.reading(
                try hours.read(), try Week.rules(tiers: week, more: Self.rule(["entry"], "down", 15)))
            // then; the sheet cuts 400 by 41 off to 9.75
            let paid = try floored.total()
            #expect(try Ratio(dollars: paid) == test.number("inputs.paid"))
            let worked = try actual.workedHours
            try test.expect(
                [
                    "hours_worked": worked, "uncompensated_hours": try worked - floored.workedHours,
                    "overtime_hours_owed": try actual.overtimeHours,
                ], besides: ["average_hourly_paid", "compliant"])
            #expect(try (actual.total() <= paid) == test.flag("expected.compliant"))
        }

        @Test(arguments: try sheets())
        func `a day's length comes to the nearest quarter of an hour`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            let days = try #require(test[path: "inputs.days"]?.members)
            for (number, day) in days.enumerated() {
                let date = CaseHours.monday.adding(days: number)
                for span in try #require(day.value.list) {
                    let times = try #require(span.list).map { try #require($0.string) }
                    hours.work(from: "\(date)T\(times[0])", to: "\(date)T\(times[1])")
                }
            }
            // when
            let rules = try Week.rules(tiers: "", more: Self.rule(["day"], "nearest", 15))
            let reading = try Week.reading(try hours.read(), rules)
            // then
            let byDay = try zip(days, reading.days).map { ($0.key, try Ratio(hours: $1.seconds)) }
            try test.expect(Dictionary(uniqueKeysWithValues: byDay), under: "expected.hours_by_day")
            try test.expect(["total": try reading.workedHours], besides: ["hours_by_day"])
        }
    }
}
