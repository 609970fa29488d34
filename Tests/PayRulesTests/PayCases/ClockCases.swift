import PayRules
import StrictJSON
import Testing
import WorkUnits

extension PayCases {
    struct Clocks {
        static func nights() throws -> [Case] {
            [try PayCases.named("ELAWS-DST-SPRING"), try PayCases.named("ELAWS-DST-FALL")]
        }
        static func overtimeNights() throws -> [Case] { [try PayCases.named("D-DST-OT")] }
        static func workdays() throws -> [Case] { try PayCases.of("shift-crossing-midnight") }
        static func boundaries() throws -> [Case] { try PayCases.of("shift-crossing-boundary") }
        static func nineEighty() throws -> [Case] { try PayCases.of("nine-eighty") }

        /// The two ends of "23:00-07:30", apart.
        private static func times(_ text: String) throws -> [String] {
            let times = text.split(separator: "-").map { $0.filter { $0 != " " } }
            try #require(times.count == 2)
            return times
        }

        @Test(arguments: try nights())
        func `a night in which clocks change is as long as it really is`(test: Case) throws {
            // given the nights of 2026 on which clocks go forward, and back
            let isSpring = try test.words("inputs.event").hasPrefix("spring")
            let evening = try #require(CivilDate(isSpring ? "2026-03-07" : "2026-10-31"))
            let times = try Self.times(try test.words("inputs.shift"))
            var hours = CaseHours(rate: "20", zone: "America/Los_Angeles")
            hours.work(from: "\(evening)T\(times[0])", to: "\(evening.adding(days: 1))T\(times[1])")
            let meal = try test.whole("rule.meal_min")
            let rules = CaseRules().with { $0.more = [#""meals": [{ "mode": "auto_deduct", "minutes": \#(meal) }]"#] }
            // when
            let figures = try Figures(hours, rules)
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try overtimeNights())
        func `the hour that comes twice can be the 41st`(test: Case) throws {
            // given the other hours from Monday on, and a shift from 23:00 into the Sunday on which clocks go back
            let monday = try #require(CivilDate("2026-10-26"))
            var hours = CaseHours(rate: try test.digits("inputs.rate"), zone: "America/Los_Angeles")
            try hours.workweek(minutes: try test.minutes("inputs.other_hours"), from: monday)
            let onTheClock = try test.minutes("inputs.dst_fall_shift_hours") - 60
            hours.work(5, at: 1380, minutes: onTheClock, from: monday)
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try workdays())
        func `a fixed workday splits a shift in two`(test: Case) throws {
            // given
            let times = try Self.times(try test.words("inputs.shift"))
            var hours = CaseHours(rate: "20")
            hours.work(from: "\(CaseHours.monday)T\(times[0])", to: "\(CaseHours.monday.adding(days: 1))T\(times[1])")
            var rules = try CaseRules(test)
            rules.more = [
                #""workday": { "at": "\#(try test.words("rule.workday_start"))" }"#,
                #""shift": { "belongs_to": "split" }"#,
            ]
            // when
            var figures = try Figures(hours, rules)
            // then
            for (number, day) in figures.reading.days.enumerated() {
                figures["day\(number + 1)_hours"] = try Ratio(hours: day.seconds)
            }
            try test.expect(figures.values)
        }

        @Test(arguments: try boundaries())
        func `a shift over the workweek's turn is cut there`(test: Case) throws {
            // given the hours before it, and "Sat 22:00 - Sun 06:00"
            var hours = CaseHours(rate: "20")
            try hours.workweek(minutes: try test.minutes("inputs.prior_week_hours"))
            let parts = try test.words("inputs.shift").split(separator: " - ").map { $0.suffix(5) }
            let saturday = CaseHours.monday.adding(days: 5)
            hours.work(from: "\(saturday)T\(parts[0])", to: "\(saturday.adding(days: 1))T\(parts[1])")
            var rules = try CaseRules(test)
            rules.workweek = try Workweeks.workweek(try test.words("rule.workweek_start"))
            // when
            let (first, second) = (try Figures(hours, rules), try Figures(hours, rules, week: 1))
            // then
            try test.expect([
                "week1_hours": try #require(first["hours"]), "week1_overtime": first.overtime,
                "week2_hours_from_shift": try #require(second["hours"]),
            ])
        }

        @Test(arguments: try nineEighty())
        func `a workweek from Friday noon has 40 hours on a 9/80 schedule`(test: Case) throws {
            // given two Fridays with work, and between them the days of two weeks
            var hours = CaseHours(rate: "20")
            for member in try #require(test[path: "inputs.cycle"]?.members) {
                try addDay(member, &hours)
            }
            var rules = try CaseRules(test)
            rules.workweek = try Workweeks.workweek(try test.words("rule.workweek_start"))
            // when
            let noon = try Week.reading(try hours.read(), try rules.read())
            let midnight = try Week.reading(
                try hours.read(), try rules.with { $0.workweek = #"{ "starts": "saturday" }"# }.read())
            func worked(_ reading: Reading, from day: Int) throws -> Ratio {
                let week = reading.workweeks.first { $0.starts == CaseHours.monday.adding(days: day) }
                return try Ratio(hours: try #require(week).seconds)
            }
            // then
            let others: Set = ["with_midnight_saturday_boundary"]
            try test.expect(
                [
                    "workweek_from_FriA_noon_hours": try worked(noon, from: -3),
                    "workweek_from_FriB_noon_hours": try worked(noon, from: 4),
                    "overtime_hours": try noon.overtimeHours,
                ], besides: others)
            try test.expect(
                [
                    "week_A": try worked(midnight, from: 5), "week_B": try worked(midnight, from: -2),
                    "false_overtime": try midnight.overtimeHours,
                ], under: "expected.with_midnight_saturday_boundary")
        }

        /// A day of the cycle: "Mon_B" is in the week after the Friday with work, "Mon_A" in the one that ends on it.
        private func addDay(_ member: JSON.Member, _ hours: inout CaseHours) throws {
            let parts = member.key.split(separator: "_").map(String.init)
            let weekday = try #require(NamedDay.numbers[parts[0]])
            let day = parts[1] == "A" ? weekday + 7 : weekday
            if let all = try member.value.ratio { return hours.work(day, minutes: try all.minutes) }
            for span in member.value.list ?? [] {
                let times = try Self.times(try #require(span.string))
                for friday in [day - 14, day] {
                    let date = CaseHours.monday.adding(days: friday)
                    hours.work(from: "\(date)T\(times[0])", to: "\(date)T\(times[1])")
                }
            }
        }
    }
}
