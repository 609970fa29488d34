import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Salaries {
        static func fixed() throws -> [Case] {
            try PayCases.of(
                "salary-fixed", "salary-monthly", "salary-semimonthly", "salary-monthly-CA", "salary-over-40")
        }
        static func reduced() throws -> [Case] { try PayCases.of("salary-fixed-reduced") }
        static func upTo40() throws -> [Case] { try PayCases.of("salary-variable-to-40") }
        static func basic() throws -> [Case] { try PayCases.of("basic-rate") }

        /// A salary for so many hours, without work yet.
        private static func salary(_ test: Case, covers hours: String) throws -> CaseHours {
            var result = CaseHours()
            let keys = [("weekly", "week"), ("semimonthly", "half_month"), ("monthly", "month")]
            for (key, per) in keys where test.has("inputs.\(key)_salary") {
                result.item(
                    "salary", try test.digits("inputs.\(key)_salary"), #""covers_hours": \#(hours), "per": "\#(per)""#)
            }
            return result
        }

        @Test(arguments: try fixed())
        func `a salary for so many hours makes the rate by those hours`(test: Case) throws {
            // given
            let key = test.has("rule.salary_covers_hours") ? "rule.salary_covers_hours" : "rule.divisor_hours"
            let covered = try test.minutes(key)
            let salary = try Self.salary(test, covers: try test.digits(key))
            let rules = try CaseRules(test)
            func worked(_ minutes: Int) throws -> CaseHours {
                var hours = salary
                try hours.workweek(minutes: minutes)
                return hours
            }
            // when
            var figures = try Figures(
                try worked(test.has("inputs.hours") ? try test.minutes("inputs.hours") : covered), rules)
            figures["weekly_equivalent"] = figures["straight_time"]
            figures["gap_rate_35_to_40"] = try Margin(try worked(covered), rules).perHour
            figures["premium_per_hour_40_to_55"] = try Margin(try worked(2400), rules).perHour
            figures["rate_over_55"] = try Margin(try worked(covered), rules).perHour
            if !test.has("inputs.hours") { figures["overtime_rate"] = try Margin(try worked(2400), rules).perHour }
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try reduced())
        func `hours between those of the salary and the threshold are paid besides`(test: Case) throws {
            // given
            let covered = try test.minutes("rule.salary_covers_hours")
            let threshold = try test.minutes("rule.weekly_threshold_h")
            var hours = try Self.salary(test, covers: try test.digits("rule.salary_covers_hours"))
            let rules = try CaseRules(test)
            // when
            var (short, full) = (hours, hours)
            try short.workweek(minutes: covered)
            try full.workweek(minutes: threshold)
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            let (atCovered, atThreshold) = (try Figures(short, rules), try Figures(full, rules))
            var figures = try Figures(hours, rules)
            // then
            let salary = try #require(atCovered["total_pay"])
            let withGap = try #require(atThreshold["total_pay"])
            figures["salary"] = salary
            figures["gap_hours"] = try #require(atThreshold["hours"]) - #require(atCovered["hours"])
            figures["gap_pay"] = try withGap - salary
            figures["overtime_pay"] = try #require(figures["total_pay"]) - withGap
            figures["overtime_rate"] = try #require(figures["overtime_pay"]) / figures.overtime
            try test.expect(figures.values)
        }

        @Test(arguments: try upTo40())
        func `a salary for up to 40 hours is paid whole in shorter weeks`(test: Case) throws {
            // given
            let threshold = try test.minutes("rule.weekly_threshold_h")
            let salary = try Self.salary(test, covers: "\(threshold / 60)")
            let rules = try CaseRules(test)
            // when
            let weeks = try test.numbers("inputs.hours_options").map { all in
                var hours = salary
                try hours.workweek(minutes: try all.minutes)
                return try Figures(hours, rules)
            }
            var full = salary
            try full.workweek(minutes: threshold)
            // then
            let each = Set(weeks.map { $0["total_pay"] })
            #expect(each == [try test.number("expected.pay_each_week")])
            try test.expect(
                [
                    "rate_at_40_or_more": try #require(try Figures(full, rules)["regular_rate"]),
                    "overtime_rate": try Margin(full, rules).perHour,
                ], besides: ["pay_each_week"])
        }

        @Test(arguments: try basic())
        func `half a month's salary by its working hours is the basic rate`(test: Case) throws {
            // given the salary for the working days' hours
            let covered = try test.minutes("inputs.working_days") / 60 * test.minutes("inputs.hours_per_day") / 60
            var hours = CaseHours()
            hours.item("salary", try test.digits("inputs.semimonthly_salary"), #""covers_hours": \#(covered)"#)
            try hours.workweek(minutes: 2400)
            // when
            let rate = try #require(try Figures(hours, try CaseRules(test))["regular_rate"])
            // then
            try test.expect(["basic_rate": rate])
        }
    }
}
