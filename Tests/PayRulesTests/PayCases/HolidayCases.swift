import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Holidays {
        static func leave() throws -> [Case] { try PayCases.of("leave-forgone") }
        static func instead() throws -> [Case] {
            [try PayCases.named("FLSA-219b1-HOL"), try PayCases.named("FLSA-219b2-HOL")]
        }
        static func beside() throws -> [Case] { [try PayCases.named("D-HOL-POA")] }

        @Test(arguments: try leave())
        func `pay for a vacation not taken is neither in the rate nor credited`(test: Case) throws {
            // given
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            try hours.workweek(minutes: try test.minutes("inputs.hours"))
            hours.item("paid_leave", try test.digits("inputs.vacation_pay"))
            let contract = CaseRules().with { $0.regime = "contract" }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            // then
            var figures = clocks.federal.values
            figures["vacation_pay"] = try Ratio(dollars: try clocks.federal.reading.beside.map(\.cents).total())
            #expect(try clocks.additional.credited == .zero)
            #expect(figures["total_pay"] == (try clocks.total))
            try test.expect(figures)
        }

        @Test(arguments: try instead())
        func `a multiple in the place of holiday pay is credited`(test: Case) throws {
            // given a Monday that is the holiday
            let onHoliday = try test.minutes("inputs.holiday_hours_worked")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            hours.work(0, minutes: onHoliday, #""day": "holiday""#)
            let rest = try test.minutes("inputs.hours") - onHoliday
            try hours.workweek(minutes: rest, days: 4, from: CaseHours.monday.adding(days: 1))
            let isDouble = try test.words("rule.holiday_model").hasPrefix("double")
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.more = [#""holiday": { "model": "\#(isDouble ? "double_instead" : "premium_instead")" }"#]
            }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            // then
            let onHolidayPay = try clocks.contract.pay { $0.payClass == .holiday }
            let contractPay = try Ratio(dollars: clocks.week.contract)
            try test.expect([
                "holiday_pay": onHolidayPay, "other_pay": try contractPay - onHolidayPay,
                "contract_total": contractPay,
                "statutory_due": try #require(clocks.federal["total_pay"]),
                "additional_due": try Ratio(dollars: try clocks.additional.additional),
                "total_pay": try clocks.total,
            ])
        }

        @Test(arguments: try beside())
        func `holiday pay, and time and a half for the hours worked`(test: Case) throws {
            // given eight hours' holiday pay for the Monday
            let paid = try test.number("rule.holiday_pay_h")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            hours.work(0, minutes: try test.minutes("inputs.holiday_hours_worked"), #""day": "holiday""#)
            hours.item(
                "holiday_pay", try (try paid * test.number("inputs.rate")).digits,
                #""date": "\#(CaseHours.monday)", "minutes": \#(try paid.minutes)"#)
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.more = [#""holiday": { "model": "pay_and_premium" }"#]
            }
            // when
            let figures = try Figures(hours, contract)
            // then
            #expect(figures.reading.checks.isEmpty)
            try test.expect([
                "holiday_pay": try Ratio(dollars: try figures.reading.beside.map(\.cents).total()),
                "work_pay": try figures.pay { $0.payClass == .holiday },
                "total": try #require(figures["total_pay"]),
            ])
        }
    }
}

extension Figures {
    /// What lines of the workweek come to.
    func pay(_ belongs: (PayLine) -> Bool) throws -> Ratio {
        try Ratio(dollars: Cents(reading.lines[week.lines].reduce(0) { belongs($1) ? $0 + $1.cents : $0 }))
    }
}
