import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Bonuses {
        static func biweekly() throws -> [Case] { try PayCases.of("bonus-biweekly") }
        static func effects() throws -> [Case] { try PayCases.of("bonus-deferred", "bonus") }
        static func trivial() throws -> [Case] { try PayCases.of("bonus-trivial-test") }

        @Test(arguments: try biweekly())
        func `a bonus for two weeks is shared to both`(test: Case) throws {
            // given
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            let weeks = try test.whole("inputs.weeks")
            hours.item("nondiscretionary_bonus", try test.digits("inputs.biweekly_bonus"), #""weeks": \#(weeks)"#)
            for week in 0..<weeks {
                try hours.workweek(
                    minutes: try test.minutes("inputs.hours_per_week"), from: CaseHours.monday.adding(days: 7 * week))
            }
            // when
            var figures = try Figures(hours, try CaseRules(test))
            // then
            figures["week_total"] = try Ratio(dollars: figures.week.total)
            figures["biweekly_total"] = try Ratio(dollars: try figures.reading.total())
            figures["straight_time_week"] = figures["straight_time"]
            figures["weekly_bonus"] = try Ratio(dollars: Cents(try figures.bonusCents))
            try test.expect(figures.values)
        }

        @Test(arguments: try effects())
        func `a bonus that becomes known later raises the overtime of its weeks`(test: Case) throws {
            // given hours whose own pay stands already: at no rate, what is left is what the bonus adds
            let isOfTwoWeeks = test.has("rule.period_days")
            let overtime = try test.minutes("inputs.overtime_hours")
            var rules = try CaseRules(test)
            var hours = CaseHours(rate: "0")
            if isOfTwoWeeks {
                rules.tiers = EightEighty.tiers
                hours.work(EightEighty.days(minutes: try test.minutes("inputs.hours"), overtime: overtime))
            } else {
                try hours.workweek(minutes: try test.minutes("inputs.hours_in_week"))
            }
            try addBonus(test, &hours)
            // when
            let weeks = test.has("inputs.weeks") ? try test.whole("inputs.weeks") : 1
            var figures = try Figures(hours, rules, week: weeks - 1)
            // then
            figures["weekly_equivalent"] = try Ratio(dollars: Cents(try figures.bonusCents))
            figures["additional_straight"] = figures["straight_time"]
            figures["rate_increase"] = figures["regular_rate"]
            figures["half_time_increase"] = figures["half_time_rate"]
            figures["additional_overtime_due"] = figures["overtime_premium"]
            #expect(try figures.overtime == test.number("inputs.overtime_hours"))
            try test.expect(figures.values)
        }

        /// A bonus for the weeks that end with this one, by the week, or as it is.
        private func addBonus(_ test: Case, _ hours: inout CaseHours) throws {
            if test.has("inputs.weekly_equivalent") {
                for week in [0, 7] {
                    hours.item(
                        "nondiscretionary_bonus", try test.digits("inputs.weekly_equivalent"),
                        of: CaseHours.monday.adding(days: week))
                }
                return
            }
            let weeks = test.has("inputs.weeks") ? try test.whole("inputs.weeks") : 1
            hours.item(
                "nondiscretionary_bonus", try test.digits("inputs.bonus"),
                of: CaseHours.monday.adding(days: 7 * (1 - weeks)), #""weeks": \#(weeks)"#)
        }

        @Test(arguments: try trivial())
        func `what a small bonus adds to a week's overtime`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "0")
            if test.has("inputs.quarterly_bonus") {
                hours.item(
                    "nondiscretionary_bonus", try test.digits("inputs.quarterly_bonus"),
                    #""weeks": \#(try test.whole("inputs.weeks"))"#)
            } else {
                hours.item("nondiscretionary_bonus", try test.digits("inputs.weekly_bonus"))
            }
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            // when
            var figures = try Figures(hours, CaseRules().with { $0.tiers = [Week.forty] })
            // then
            let added = try #require(figures["overtime_premium"])
            figures["weekly_bonus"] = try Ratio(dollars: Cents(try figures.bonusCents))
            figures["rate_increase"] = figures["regular_rate"]
            figures["overtime_due_per_ot_week"] = added
            figures["overtime_effect"] = added
            try test.expect(figures.values, besides: ["excludable"])
            guard test.has("expected.excludable") else { return }
            // The limit of the test is the other case's figure.
            let limit = try PayCases.named("FLSA-548-305d").digits("expected.overtime_effect")
            let agreed = CaseRules().with {
                $0.tiers = [Week.forty]
                $0.more = [#""trivial_bonus": { "at_most": "\#(limit)" }"#]
            }
            let isLeftOut = try Figures(hours, agreed).reading.checks.contains { $0.code == .trivialBonus }
            #expect(try test.flag("expected.excludable") == isLeftOut)
        }
    }

    struct EightEighty {
        static func cases() throws -> [Case] { try PayCases.of("8-and-80") }

        /// Past 8 hours of a day and past 80 of the 14 days (29 USC 207(j)).
        static let tiers = [CaseRules.tier("day", 480), CaseRules.tier("week", 4800)]

        /// Days of 14: longer ones with up to eight hours past the eighth, then days of eight hours.
        static func days(minutes: Int, overtime: Int) -> [NamedDay] {
            var (left, overtimeLeft) = (minutes, overtime)
            var days: [NamedDay] = []
            while left > 0 {
                let over = min(overtimeLeft, 480)
                let length = min(left, 480 + over)
                days.append(NamedDay("\(days.count)", days.count, length))
                left -= length
                overtimeLeft -= over
            }
            return days
        }

        @Test(arguments: try cases())
        func `time past 8 hours of a day or 80 of two weeks, each hour once`(test: Case) throws {
            // given
            var rules = try CaseRules(test)
            let key = test.has("inputs.rate") ? "inputs.rate" : "inputs.base_rate"
            var hours = CaseHours(rate: try test.digits(key))
            if test.has("inputs.bonus") { hours.item("nondiscretionary_bonus", try test.digits("inputs.bonus")) }
            if test.has("inputs.hours") {
                let overtime = try test.minutes("inputs.daily_ot_hours")
                hours.work(Self.days(minutes: try test.minutes("inputs.hours"), overtime: overtime))
            } else {
                rules.more.append(Differentials.rule(try Differentials.shifts(of: test)))
                try addShifts(test, &hours)
            }
            // when
            let figures = try Figures(hours, rules)
            // then
            try test.expect(figures.values)
        }

        /// Evening and night on the days of two shifts, and the other shifts one a day.
        private func addShifts(_ test: Case, _ hours: inout CaseHours) throws {
            let doubles = try test.whole("inputs.double_shift_days_16h")
            var left: [(name: String, shifts: Int)] = try ["day", "evening", "night"].map {
                ($0, try test.minutes("inputs.\($0)_hours") / 480)
            }
            for day in 0..<doubles {
                hours.work(day, at: 900, minutes: 480, #""category": "evening""#)
                hours.work(day, at: 1380, minutes: 480, #""category": "night""#)
            }
            left[1].shifts -= doubles
            left[2].shifts -= doubles
            // A day off first, so that no shift follows the last night within four hours.
            var day = doubles + 1
            for (name, shifts) in left {
                for _ in 0..<shifts {
                    hours.work(day, minutes: 480, #""category": "\#(name)""#)
                    day += 1
                }
            }
        }
    }
}

extension Figures {
    /// What the bonus of this workweek comes to.
    fileprivate var bonusCents: Int64 {
        get throws {
            let lines = reading.lines[week.lines].filter { $0.source == .pay }
            return try #require(lines.first).cents
        }
    }
}
