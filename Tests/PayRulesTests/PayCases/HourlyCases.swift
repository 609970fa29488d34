import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Hourly {
        static func cases() throws -> [Case] {
            try PayCases.of("hourly", "hourly-bonus", "hourly-bonus-shift", "hourly-bonus-discretionary")
        }

        @Test(arguments: try cases())
        func `an hourly week, with its bonuses, has the rates and the total of its source`(test: Case) throws {
            // given
            var rules = try CaseRules(test)
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            for (key, kind) in Self.bonuses where test.has("inputs.\(key)") {
                hours.item(kind, try test.digits("inputs.\(key)"))
            }
            try addWork(test, &hours, &rules)
            // when
            var figures = try Figures(hours, rules)
            if !test.has("inputs.hours") { figures["overtime_rate"] = try Margin(hours, rules).perHour }
            // then
            try test.expect(figures.values)
        }

        private static let bonuses = [
            ("production_bonus", "nondiscretionary_bonus"), ("bonus", "nondiscretionary_bonus"),
            ("discretionary_bonus", "discretionary_bonus"),
        ]

        private func addWork(_ test: Case, _ hours: inout CaseHours, _ rules: inout CaseRules) throws {
            guard test.has("inputs.hours") else {
                return try hours.workweek(minutes: try test.minutes("rule.weekly_threshold_h"))
            }
            let all = try test.minutes("inputs.hours")
            guard test.has("inputs.evening_hours") else { return try hours.workweek(minutes: all) }
            let evening = try test.minutes("inputs.evening_hours")
            rules.more.append(Differentials.rule([("evening", try test.digits("inputs.evening_diff"))]))
            try hours.workweek(minutes: all - evening, days: 2)
            try hours.workweek(
                minutes: evening, days: 3, from: CaseHours.monday.adding(days: 2), #""category": "evening""#)
        }
    }

    struct Piece {
        static func cases() throws -> [Case] { try PayCases.of("piece") }

        @Test(arguments: try cases())
        func `piece work has the regular rate that its hours make, or the guaranteed one`(test: Case) throws {
            // given
            var hours = CaseHours()
            let guarantee = test.has("inputs.guaranteed_rate") ? try test.digits("inputs.guaranteed_rate") : "0"
            hours.item("piece", try test.digits("inputs.piece_earnings"), #""guaranteed_rate": "\#(guarantee)""#)
            if test.has("inputs.waiting_pay") { hours.item("stipend", try test.digits("inputs.waiting_pay")) }
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            try test.expect(figures.values)
        }
    }
}
