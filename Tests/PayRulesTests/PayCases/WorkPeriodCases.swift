import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct WorkPeriods {
        static func table() throws -> [Case] {
            try PayCases.of("7k-work-period").filter { !$0.has("rule.threshold_h") }
        }
        static func periods() throws -> [Case] {
            try PayCases.of("7k-work-period").filter { $0.has("rule.threshold_h") }
        }

        @Test(arguments: try table())
        func `the threshold of a work period is the table's`(test: Case) throws {
            // given
            let rules = try CaseRules(test)
            let kinds = [("fire_threshold_h", SectionSevenK.fire), ("police_threshold_h", .lawEnforcement)]
            // when
            let days = try test.whole("rule.work_period_days")
            let looked = try kinds.map { ($0, Ratio(whole: Int64(try #require($1.hours(inDays: days))))) }
            let written = try kinds.map { name, kind in
                let tier = #"{ "period": "week", "after_7k": "\#(kind.rawValue)", "multiplier": "1.5" }"#
                let set = try rules.with { $0.tiers = [tier] }.read()
                return (name, try Ratio(hours: try #require(set.tiers.first).afterSeconds))
            }
            // then
            try test.expect(Dictionary(uniqueKeysWithValues: looked))
            try test.expect(Dictionary(uniqueKeysWithValues: written))
        }

        @Test(arguments: try periods())
        func `hours are counted over the whole work period`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            if test.has("inputs.weekly_hours") {
                for (week, all) in try test.numbers("inputs.weekly_hours").enumerated() {
                    try hours.workweek(
                        minutes: try all.minutes, days: 6, from: CaseHours.monday.adding(days: 7 * week))
                }
            } else {
                try hours.workweek(
                    minutes: try test.minutes("inputs.first_period_hours"),
                    days: try test.whole("rule.work_period_days"))
            }
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            try test.expect(figures.values)
        }
    }
}
