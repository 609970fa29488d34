import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct NotCreditable {
        static func flatDays() throws -> [Case] {
            [try PayCases.named("FLSA-310-SUNDAY"), try PayCases.named("FS23-FLAT-180")]
        }
        static func taskHours() throws -> [Case] { [try PayCases.named("FLSA-207b-TASK")] }
        static func tasks() throws -> [Case] { [try PayCases.named("FLSA-311-TASK")] }
        static func taskDays() throws -> [Case] { [try PayCases.named("FLSA-313-TASK")] }

        @Test(arguments: try flatDays())
        func `a flat sum for a Sunday is in the rate and not credited`(test: Case) throws {
            // given 40 hours, and nine on the Sunday that the flat sum pays: fewer than ten
            var hours = CaseHours(rate: try test.digits("inputs.straight_rate"))
            try hours.workweek(minutes: 2400)
            hours.work(6, minutes: 540, #""rate": "0""#)
            hours.item("stipend", try test.digits("inputs.sunday_flat"))
            let contract = CaseRules().with { $0.regime = "contract" }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            let straight = try #require(clocks.federal["straight_time"])
            let weekdays = try test.number("inputs.straight_rate") * Ratio(whole: 40)
            // then
            #expect(try clocks.additional.premium > .zero)
            try test.expect([
                "creditable": try Ratio(dollars: try clocks.additional.credited),
                "included_in_regular_rate": try straight - weekdays,
            ])
        }

        @Test(arguments: try taskHours())
        func `pay for more hours than a task took is in the rate and not credited`(test: Case) throws {
            // given a day's pay at a dollar an hour, so that dollars are paid hours
            var hours = CaseHours(rate: "0")
            hours.item("day_rate", try test.digits("inputs.paid_hours"))
            hours.work(0, minutes: try test.minutes("inputs.actual_hours"))
            // when
            let figures = try Figures(hours, try CaseRules(test))
            // then
            let worked = try #require(figures["hours_worked"])
            let included = try figures.week.regularRate() * worked
            let creditable = try figures.reading.beside.filter(\.isCreditable).map(\.cents).total()
            try test.expect([
                "hours_worked": worked, "extra_hours_pay_included_in_regular_rate": try included - worked,
                "creditable": try Ratio(dollars: creditable),
            ])
        }

        @Test(arguments: try tasks())
        func `of premiums by the hour and a flat sum for a task, the premiums alone are credited`(test: Case) throws {
            // given hours inside the basic ones, outside of them, and those of the task, which the flat sum pays
            var hours = CaseHours(rate: try test.digits("inputs.base"))
            let basic = try test.days("inputs.basic_hours")
            hours.work(basic)
            for day in try test.days("inputs.outside_hours") {
                let isTask = day.name.hasSuffix("flat_task")
                hours.work(
                    day.number, at: 1080, minutes: day.minutes,
                    isTask ? #""rate": "0", "category": "task""# : #""category": "outside""#)
            }
            hours.item("stipend", try test.digits("rule.flat_task_pay"))
            let factor = try (try test.number("rule.contract_outside_rate") / test.number("inputs.base")).digits
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.tiers = [CaseRules.all(factor, when: #""category": ["outside"]"#)]
                $0.more = [#""premium_on": "rate_in_effect""#]
            }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            // then
            try test.expect(try Self.figures(clocks))
        }

        @Test(arguments: try taskDays())
        func `pay for eight hours a task is in the rate, and premiums past eight hours are credited`(test: Case) throws
        {
            // given the contract's total as the text states it, and of it the premiums that may be left out
            let excludable = try test.number("expected.excludable_premiums")
            var hours = CaseHours(rate: "0")
            let pay = try test.number("inputs.contract_total") - excludable
            hours.item("day_rate", try pay.digits)
            hours.item("premium", try excludable.digits, #""paid_for": "over_8", "multiplier": "1.5""#)
            hours.work(try test.days("inputs.task_hours"), #""category": "task""#)
            for day in try test.days("inputs.extra_hours") { hours.work(day.number, at: 1080, minutes: day.minutes) }
            let contract = CaseRules().with { $0.regime = "contract" }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            // then
            #expect(try Ratio(dollars: clocks.week.contract) == test.number("inputs.contract_total"))
            try test.expect(try Self.figures(clocks))
        }

        private static func figures(_ clocks: TwoClocks) throws -> [String: Ratio] {
            let additional = try clocks.additional
            var figures = clocks.contract.values
            figures["contract_pay"] = try Ratio(dollars: clocks.week.contract)
            figures["excludable_premiums"] = try Ratio(dollars: additional.credited)
            figures["credited"] = try Ratio(dollars: additional.credited)
            figures["statutory_premium"] = try Ratio(dollars: additional.premium)
            figures["additional_due"] = try Ratio(dollars: additional.additional)
            figures["total_pay"] = try clocks.total
            return figures
        }
    }
}
