import PayRules
import Testing
import WorkUnits

extension PayCases {
    /// Cases of daily and nth-day overtime: under rules built from the case, and under the set that comes with the
    /// program, which have to agree.
    struct California {
        static func educationCode() throws -> [Case] {
            [try PayCases.named("D-EC-10-8888"), try PayCases.named("D-EC-5x9")]
                + (try PayCases.of("paid-leave-counts", "short-workday", "fte-threshold"))
        }
        static func nthDays() throws -> [Case] {
            try PayCases.of("sixth-day") + [try PayCases.named("D-EC31-PT-SUN")]
        }
        static func fourTen() throws -> [Case] { try PayCases.of("four-ten") }
        static func laborCode() throws -> [Case] {
            try PayCases.of("double-time") + [try PayCases.named("D-510-7x8"), try PayCases.named("D-510-6x10-14")]
        }

        private static let federal = CaseRules().with { $0.tiers = [Week.forty] }

        @Test(arguments: try educationCode(), [false, true])
        func `past the day's hours or the week's, each hour once`(test: Case, shipped: Bool) throws {
            // given
            var rules = try CaseRules(test)
            rules.more = [#""leave_counted": {}"#]
            let set = shipped ? try Files.shipped("california-classified") : try rules.read()
            let (hours, leave) = try Self.hours(test)
            // when
            let reading = try Week.reading(try hours.read(), set)
            let federal = try Week.reading(try hours.read(), try Self.federal.read())
            // then
            let (worked, overtime) = (try reading.workedHours, try reading.overtimeHours)
            try test.expect([
                "regular_hours": try worked - overtime, "overtime_hours": overtime,
                "contract_overtime_hours": overtime, "contract_week_hours": try worked + leave,
                "flsa_hours_worked": try federal.workedHours, "flsa_overtime_hours": try federal.overtimeHours,
            ])
        }

        /// The hours of a case, of a position with its established day; and how much of them is time off.
        private static func hours(_ test: Case) throws -> (CaseHours, leave: Ratio) {
            var hours = CaseHours(rate: "20")
            var leave = Ratio.zero
            if test.has("inputs.leave_hours") {
                for day in try test.days("inputs.leave_hours") {
                    let date = CaseHours.monday.adding(days: day.number)
                    hours.more.append(
                        #""leave": [{ "date": "\#(date)", "minutes": \#(day.minutes), "kind": "sick", "paid": true }]"#)
                    leave = try leave + Ratio(Int128(day.minutes), over: 60)
                }
            }
            hours.work(try test.days(test.has("inputs.hours_worked") ? "inputs.hours_worked" : "inputs.hours_by_day"))
            let established = [
                ("inputs.established_day", "inputs.established_week"),
                ("rule.daily_threshold_h", "rule.weekly_threshold_h"),
            ]
            let (day, week) = try #require(established.first { test.has($0.0) })
            hours.employee += [
                #""established_day_minutes": \#(try test.minutes(day))"#,
                #""established_week_minutes": \#(try test.minutes(week))"#,
            ]
            return (hours, leave)
        }

        @Test(arguments: try nthDays(), [false, true])
        func `below an average of four hours only the seventh day earns more`(test: Case, shipped: Bool) throws {
            // given
            let average = try test.minutes("rule.avg_workday_h_threshold")
            let seventh =
                test.has("rule.seventh_day_multiplier") ? try test.digits("rule.seventh_day_multiplier") : "1.5"
            let rules = CaseRules().with {
                $0.tiers = [
                    CaseRules.tier(
                        "workweek_day", 0, seventh, #""day": 6"#,
                        #""average_day_minutes": { "at_least": \#(average), "of": "worked" }"#),
                    CaseRules.tier("workweek_day", 0, seventh, #""day": 7"#),
                ]
            }
            let set = shipped ? try Files.shipped("california-classified") : try rules.read()
            var hours = CaseHours(rate: "20")
            hours.work(try test.days("inputs.hours_by_day"))
            // when
            let reading = try Week.reading(try hours.read(), set)
            // then
            try test.expect(try Self.byMultiplier(reading))
        }

        @Test(arguments: try fourTen())
        func `on four days of ten hours the fifth earns more`(test: Case) throws {
            // given
            var rules = try CaseRules(test)
            for day in try test.numbers("rule.premium_days") {
                rules.tiers.append(
                    CaseRules.tier(
                        "workweek_day", 0, try test.digits("rule.ot_multiplier"), #""day": \#(day.numerator)"#))
            }
            var hours = CaseHours(rate: "20")
            hours.work(try test.days("inputs.hours_by_day"))
            // when
            let figures = try Figures(hours, rules)
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try laborCode(), [false, true])
        func `past 8 and 12 hours, past 40 a week, and on the seventh day`(test: Case, shipped: Bool) throws {
            // given
            var rules = try CaseRules(test)
            for key in ["rule.seventh_day_ot_h", "rule.seventh_day_double_after_h"] where test.has(key) {
                rules.tiers += [
                    CaseRules.tier("consecutive_day", 0, "1.5", #""day": 7"#),
                    CaseRules.tier("consecutive_day", try test.minutes(key), "2", #""day": 7"#),
                ]
            }
            let set = shipped ? try Files.shipped("california-labor-510") : try rules.read()
            var hours = CaseHours(rate: "20")
            hours.work(try test.days("inputs.hours_by_day"))
            // when
            let reading = try Week.reading(try hours.read(), set)
            // then
            try test.expect(try Self.byMultiplier(reading))
        }

        private static func byMultiplier(_ reading: Reading) throws -> [String: Ratio] {
            [
                "total_hours": try reading.workedHours, "regular_hours": try reading.hours(at: 1_000_000),
                "overtime_hours": try reading.hours(at: 1_500_000),
                "doubletime_hours": try reading.hours(at: 2_000_000),
            ]
        }
    }

    struct DaysAndWeeks {
        static func daily() throws -> [Case] { try PayCases.of("daily-overtime") }
        static func both() throws -> [Case] { [try PayCases.named("CA-6x9")] }
        static func daysFirst() throws -> [Case] { [try PayCases.named("OPM-2011-LEO")] }

        @Test(arguments: try daily())
        func `long days without a long week are overtime by the day only`(test: Case) throws {
            // given
            let rules = try CaseRules(test)
            let federal = rules.with { $0.tiers = [rules.tiers[1]] }
            var hours = CaseHours(rate: "20")
            hours.work(try test.days("inputs.hours_by_day"))
            // when
            let (state, law) = (try Figures(hours, rules), try Figures(hours, federal))
            // then
            try test.expect(["overtime_hours_CA": state.overtime, "overtime_hours_federal": law.overtime])
        }

        @Test(arguments: try both())
        func `hours that are overtime by the day are none by the week too`(test: Case) throws {
            // given
            let rules = try CaseRules(test)
            var hours = CaseHours(rate: "20")
            hours.work(try test.days("inputs.hours_by_day"))
            // when
            let parts = try rules.tiers.map { tier in try Figures(hours, rules.with { $0.tiers = [tier] }).overtime }
            let all = try Figures(hours, rules).overtime
            // then
            try test.expect(["daily_excess": parts[0], "weekly_excess": parts[1], "overtime_hours": all])
        }

        @Test(arguments: try daysFirst())
        func `daily overtime is taken out before the week is counted`(test: Case) throws {
            // given days from Sunday on, of which the last has the daily threshold
            let days = try test.days("inputs.counted_hours_by_day").map { NamedDay($0.name, $0.number - 1, $0.minutes) }
            var hours = CaseHours(rate: "20")
            hours.work(days)
            let daily = try test.minutes("rule.daily_threshold_h")
            let weekly = try test.minutes("rule.weekly_standard_h")
            let rules = CaseRules().with {
                $0.workweek = #"{ "starts": "sunday" }"#
                $0.tiers = [
                    CaseRules.tier("day", daily, "1.5", #""when": { "weekdays": ["saturday"] }"#),
                    CaseRules.tier("week", weekly),
                ]
            }
            // when
            let figures = try Figures(hours, rules)
            // then
            let byDay = figures.reading.lines.filter { $0.tier == 0 }.reduce(Int64(0)) { $0 + $1.seconds }
            #expect(try Ratio(hours: byDay) == test.number("inputs.daily_ot_hours_sat"))
            try test.expect([
                "total_hours": try #require(figures["total_hours"]),
                "hours_toward_weekly": try #require(figures["total_hours"]) - Ratio(hours: byDay),
                "weekly_excess": try figures.overtime - Ratio(hours: byDay),
                "total_overtime_hours": figures.overtime,
            ])
        }
    }
}
