import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Guarantees {
        static func showUp() throws -> [Case] { try PayCases.of("show-up") }
        static func callBack() throws -> [Case] { [try PayCases.named("FLSA-221-CALLBACK")] }
        static func minimums() throws -> [Case] {
            [try PayCases.named("LAUSD-POA-CALLBACK")] + (try PayCases.of("deemed-hours"))
        }

        /// A guarantee of the agreement, by name.
        private static func rule(_ name: String, _ minutes: Int, _ multiplier: String = "1") -> String {
            #""guarantees": [{ "name": "\#(name)", "minimum_minutes": \#(minutes), "multiplier": "\#(multiplier)" }]"#
        }

        @Test(arguments: try showUp())
        func `pay for coming in vain is neither hours nor in the rate`(test: Case) throws {
            // given a first day that is shorter than the minimum
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            hours.work(try test.days("inputs.hours_by_day"), #""guarantee": "show_up""#)
            var rules = try CaseRules(test)
            rules.more.append(Self.rule("show_up", try test.minutes("rule.show_up_minimum_h")))
            // when
            var figures = try Figures(hours, rules)
            // then
            figures["show_up_pay"] = try Ratio(dollars: try figures.reading.beside.map(\.cents).total())
            try test.expect(figures.values)
        }

        @Test(arguments: try callBack())
        func `of a call-back the hours worked count, and the rest of the minimum does not`(test: Case) throws {
            // given days with hours past eight, and a call-back late on one of them
            let multiplier = try test.digits("rule.call_back_multiplier")
            let days = try test.days("inputs.hours_by_day")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            hours.work(days)
            let name = try test.words("inputs.call_back.day")
            let day = try #require(days.first { $0.name == name })
            hours.work(
                day.number, at: 1260, minutes: try test.minutes("inputs.call_back.hours_worked"),
                #""guarantee": "call_back""#)
            var contract = try CaseRules(test)
            contract.regime = "contract"
            contract.tiers = [CaseRules.tier("day", try test.minutes("rule.daily_threshold_h"), multiplier)]
            contract.more.append(Self.rule("call_back", try test.minutes("rule.call_back_minimum_h"), multiplier))
            let federal = CaseRules().with { $0.tiers = [Week.forty] }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: federal)
            // then
            let callBack = Int32(days.count)
            let excess = try Ratio(dollars: try clocks.contract.reading.beside.map(\.cents).total())
            try test.expect([
                "hours_worked": try #require(clocks.federal["hours_worked"]),
                "call_back_pay": try clocks.contract.pay { $0.index == callBack } + excess,
                "scheduled_pay": try clocks.contract.pay { $0.index != callBack && $0.payClass == .straight },
                "monday_ot_pay": try clocks.contract.pay { $0.index != callBack && $0.payClass == .overtime },
                "creditable_premium": try Ratio(dollars: try clocks.additional.credited),
                "non_creditable_call_back_excess": excess,
                "regular_rate": try #require(clocks.contract["regular_rate"]),
                "additional_due": try Ratio(dollars: try clocks.additional.additional),
                "total_pay": try clocks.total,
            ])
        }

        @Test(arguments: try minimums())
        func `a shorter call is paid the minimum at the overtime rate`(test: Case) throws {
            // given half an hour at a dollar an hour, so that dollars by the multiple are paid hours
            let isCallBack = test.has("rule.call_back_minimum_h")
            let multiplier = try test.number(isCallBack ? "rule.call_back_multiplier" : "rule.multiplier")
            let minimum = try test.minutes(isCallBack ? "rule.call_back_minimum_h" : "rule.deemed_hours")
            let factor = try multiplier.digits
            var hours = CaseHours(rate: "1")
            hours.work(0, minutes: 30, #""guarantee": "call""#)
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.more = [Self.rule("call", minimum, factor)]
                $0.tiers = [CaseRules.all(factor, when: #""guarantee": ["call"]"#)]
            }
            // when
            let figures = try Figures(hours, contract)
            // then
            let paid = try #require(figures["total_pay"]) / multiplier
            try test.expect(["minimum_paid_hours_at_overtime_rate": paid, "paid_hours_at_overtime_rate": paid])
        }
    }
}
