import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Workweeks {
        static func cases() throws -> [Case] { try PayCases.of("workweek") }
        static func changes() throws -> [Case] { try PayCases.of("workweek-change") }

        @Test(arguments: try cases())
        func `each workweek stands alone, whatever the average`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            for (number, all) in try test.numbers("inputs.weekly_hours").enumerated() {
                try hours.workweek(minutes: try all.minutes, from: CaseHours.monday.adding(days: 7 * number))
            }
            let rules = try CaseRules(test)
            // when
            let weeks = try test.numbers("inputs.weekly_hours").indices.map { try Figures(hours, rules, week: $0) }
            // then
            let names = ["regular_hours", "overtime_hours"]
            for name in names where test.has("expected.\(name)") {
                #expect(weeks.map { $0[name] } == (try test.numbers("expected.\(name)")))
            }
            let totals = try names.map { name in
                ("\(name)_total", try weeks.reduce(Ratio.zero) { try $0 + (try #require($1[name])) })
            }
            try test.expect(Dictionary(uniqueKeysWithValues: totals), besides: Set(names))
        }

        @Test(arguments: try changes())
        func `hours in both the old and the new workweek are read in both, and the greater total is due`(
            test: Case
        ) throws {
            // given the old week's hours, those of its last day, a Sunday, that are in both, and the new week's rest
            let monday = try test.date("expected.dates.period1")
            let overlap = try test.minutes("inputs.overlap_hours")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            try hours.workweek(minutes: try test.minutes("inputs.old_week_hours_excl_overlap"), from: monday)
            hours.work(6, minutes: overlap, from: monday)
            let rest = try test.minutes("inputs.new_week_hours_incl_overlap") - overlap
            try hours.workweek(minutes: rest, from: monday.adding(days: 7))
            // when
            let old = try total(hours, test, "inputs.old_workweek")
            let new = try total(hours, test, "inputs.new_workweek")
            // then
            try test.expect(
                ["week1_pay": old.weeks[0], "week2_pay": old.weeks[1], "total": old.total],
                under: "expected.method_old")
            try test.expect(["pay_due": max(old.total, new.total)], besides: ["method_old", "dates"])
        }

        private func total(_ hours: CaseHours, _ test: Case, _ key: String) throws -> (weeks: [Ratio], total: Ratio) {
            var rules = try CaseRules(test)
            rules.workweek = try Self.workweek(try test.words(key))
            let reading = try Week.reading(try hours.read(), try rules.read())
            return (
                try reading.workweeks.map { try Ratio(dollars: $0.total) }, try Ratio(dollars: try reading.total())
            )
        }

        /// "Mon 07:00" as a rule set has it.
        static func workweek(_ words: String) throws -> String {
            let names = [
                "Mon": "monday", "Tue": "tuesday", "Wed": "wednesday", "Thu": "thursday", "Fri": "friday",
                "Sat": "saturday", "Sun": "sunday",
            ]
            let parts = words.split(separator: " ").map(String.init)
            try #require(parts.count == 2)
            return #"{ "starts": "\#(try #require(names[parts[0]]))", "at": "\#(parts[1])" }"#
        }
    }
}
