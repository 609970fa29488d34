import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct CompTimes {
        static func full() throws -> [Case] { try PayCases.of("comp-time") }
        static func capped() throws -> [Case] { try PayCases.of("comp-time-cap") }
        static func paidOut() throws -> [Case] { try PayCases.of("comp-time-cashout") }

        /// The comp time of a case as a rule set has it.
        private static func rules(_ test: Case) throws -> CaseRules {
            let key = test.has("rule.cap_h") ? "rule.cap_h" : "rule.annual_comp_cap_h"
            let rate = test.has("rule.comp_rate") ? try test.digits("rule.comp_rate") : "1.5"
            let cap = test.has(key) ? #", "cap_minutes": \#(try test.minutes(key))"# : ""
            return CaseRules().with {
                $0.tiers = [Week.forty]
                $0.more = [#""comp_time": { "rate": "\#(rate)"\#(cap) }"#]
            }
        }

        private static func ledger(_ test: Case, balance: Ratio) throws -> CompLedger {
            let rule = try #require(try rules(test).read().compTime)
            return CompLedger(rule, balance: Seconds(Int64(try balance.minutes) * 60))
        }

        @Test(arguments: try full())
        func `overtime fills the comp time up to its cap, and what follows is paid`(test: Case) throws {
            // given
            var ledger = try Self.ledger(test, balance: .zero)
            let overtime = Seconds(Int64(try test.minutes("inputs.overtime_hours_worked")) * 60)
            // when
            let filled = try ledger.accrue(overtime: overtime, in: CaseHours.monday)
            let beyond = try ledger.accrue(overtime: Seconds(3600), in: CaseHours.monday.adding(days: 7))
            // then
            #expect(filled.overtimePaid == .zero)
            #expect(beyond.earned == .zero)
            #expect(beyond.overtimePaid == Ratio(whole: 3600))
            try test.expect(["comp_hours": try filled.earned / Ratio(whole: 3600)], besides: ["beyond"])
        }

        @Test(arguments: try capped())
        func `overtime that the cap has no room for is paid in money`(test: Case) throws {
            // given
            let overtime = try test.minutes("inputs.overtime_hours")
            var hours = CaseHours(rate: "20")
            try hours.workweek(minutes: 2400 + overtime)
            hours.more = [#""comp_time": { "balance_minutes": \#(try test.minutes("inputs.balance")) }"#]
            // when
            let reading = try Figures(hours, try Self.rules(test)).reading
            // then
            let accrual = try #require(reading.compTime.first)
            let hour = Ratio(whole: 3600)
            try test.expect(
                ["comp_hours_added": try accrual.earned / hour, "balance": try accrual.balance / hour],
                besides: ["overtime_hours_to_comp_exact", "overtime_hours_cash_exact"])
            let taken = try (try accrual.overtimeToTimeOff / hour).decimal(places: 4)
            let paid = try (try accrual.overtimePaid / hour).decimal(places: 4)
            #expect(taken == (try test.words("expected.overtime_hours_to_comp_exact")))
            #expect(paid == (try test.words("expected.overtime_hours_cash_exact")))
        }

        @Test(arguments: try paidOut())
        func `leaving pays comp time at the last rate or the average, whichever is higher`(test: Case) throws {
            // given
            let ledger = try Self.ledger(test, balance: try test.number("inputs.comp_hours"))
            // when
            let pay = try ledger.payAtExit(
                finalRate: try test.number("inputs.final_rate"),
                threeYearAverage: try test.number("inputs.three_year_average"))
            // then
            try test.expect(["payout": try Ratio(dollars: pay)])
        }
    }
}
