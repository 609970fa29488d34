import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Fluctuating {
        static func cases() throws -> [Case] { try PayCases.of("fluctuating-workweek", "fixed-wage") }
        static func paths() throws -> [Case] { try PayCases.of("rounding-path") }
        static func pseudoBonuses() throws -> [Case] { try PayCases.of("fixed-wage-pseudo-bonus") }
        static func books() throws -> [Case] { try PayCases.of("audit-detect-no-overtime") }

        /// A salary, or a fixed wage, for whatever hours a week has, without work yet.
        private static func salary(_ test: Case) throws -> CaseHours {
            var hours = CaseHours()
            for key in ["inputs.weekly_salary", "inputs.weekly_wage"] where test.has(key) {
                hours.item("salary", try test.digits(key), #""fluctuating": true"#)
            }
            return hours
        }

        @Test(arguments: try cases())
        func `a salary for whatever hours a week has makes the rate by those hours`(test: Case) throws {
            // given
            var hours = try Self.salary(test)
            if test.has("inputs.bonus") { hours.item("nondiscretionary_bonus", try test.digits("inputs.bonus")) }
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try paths())
        func `rounded once, the total differs from the sheet's`(test: Case) throws {
            // given
            var hours = try Self.salary(test)
            if test.has("inputs.straight_time") {
                hours.item("piece", try test.digits("inputs.straight_time"))
            }
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try pseudoBonuses())
        func `a fixed wage called rate, overtime and bonus is a fixed wage`(test: Case) throws {
            // given
            var hours = try Self.salary(test)
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            let rules = try CaseRules(test)
            // and the books taken at their word: a rate that makes their first 40 hours, and their bonus
            let threshold = try test.number("rule.weekly_threshold_h")
            var booked = CaseHours(rate: try (try test.number("expected.books.first_40") / threshold).digits)
            try booked.workweek(minutes: try test.minutes("inputs.hours"))
            let exact = rules.with { $0.money = "exact_once" }
            // when
            var figures = try Figures(hours, rules)
            let books = try Figures(booked, exact)
            booked.item("nondiscretionary_bonus", try test.digits("expected.books.bonus"))
            figures["improper_total"] = try Figures(booked, exact)["total_pay"]
            // then
            try test.expect(figures.values, besides: ["books"])
            #expect(books["straight_40"] == (try test.number("expected.books.first_40")))
            #expect(books["overtime_pay"] == (try test.number("expected.books.overtime")))
        }

        @Test(arguments: try books())
        func `the books' rates make their subtotal, and the bonus fills up to the same wage`(test: Case) throws {
            // given the rate of the books, as if it were one
            var hours = CaseHours(rate: try test.digits("inputs.booked_rate"))
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            var rules = try CaseRules(test)
            rules.tiers = [Week.forty]
            let total = try test.number("expected.booked_total")
            // when
            let subtotal = try #require(try Figures(hours, rules)["total_pay"])
            let overtimeRate = try Margin(try hours.with(minutes: 2400), rules).perHour
            // then the same wage for any hours: no overtime was paid
            #expect(overtimeRate == (try test.number("inputs.booked_ot_rate")))
            try test.expect(
                ["booked_subtotal": subtotal, "booked_bonus": try total - subtotal, "booked_total": total],
                besides: ["compliant"])
            #expect(try test.flag("expected.compliant") == false)
        }
    }
}
