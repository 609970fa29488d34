import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct HoursWorked {
        static func travel() throws -> [Case] { [try PayCases.named("FS79D-TRAVEL")] }
        static func drives() throws -> [Case] { [try PayCases.named("FS53-EX4")] }
        static func split() throws -> [Case] { try PayCases.of("split-duty") }
        static func permitted() throws -> [Case] { try PayCases.of("suffer-or-permit") }
        static func sporadic() throws -> [Case] { try PayCases.of("occasional-sporadic") }
        static func lunches() throws -> [Case] { try PayCases.of("meal") }
        static func deductions() throws -> [Case] { try PayCases.of("auto-meal-deduct") }

        @Test(arguments: try travel())
        func `the way from site to site is worked time`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            let parts = ["site1", "travel", "site2"]
            for part in parts {
                let times = try #require(test[path: "inputs.\(part)"]?.list).map { try #require($0.string) }
                hours.work(
                    from: "\(CaseHours.monday)T\(times[0])", to: "\(CaseHours.monday)T\(times[1])",
                    #""category": "\#(part)""#)
            }
            // when
            let reading = try Week.reading(try hours.read(), try Week.rules(tiers: Week.forty))
            // then
            let travel = reading.lines.filter { $0.index == 1 }.reduce(Int64(0)) { $0 + $1.seconds }
            try test.expect(["travel_hours_counted": try Ratio(hours: travel)])
        }

        @Test(arguments: try drives())
        func `a drive after the shift is worked time`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            hours.work(0, at: 960, minutes: try test.whole("inputs.drive_minutes"), #""category": "travel""#)
            // when
            let figures = try Figures(hours, CaseRules().with { $0.tiers = [Week.forty] })
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try split())
        func `time off duty between two parts of a day is not worked`(test: Case) throws {
            // given
            var hours = CaseHours(rate: "20")
            hours.work(0, minutes: try test.minutes("inputs.morning_h"))
            hours.work(0, at: 1080, minutes: try test.minutes("inputs.evening_h"))
            // when
            let figures = try Figures(hours, CaseRules().with { $0.tiers = [Week.forty] })
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try permitted())
        func `work that nobody approved or recorded is paid, and a missing approval is shown`(test: Case) throws {
            // given an hour past 40, at home or at work
            var hours = CaseHours(rate: "20")
            try hours.workweek(minutes: 2400)
            let place = test.has("inputs.place") ? try test.words("inputs.place") : "work"
            hours.work(5, minutes: 60, #""site": "\#(place)", "approved_before": false"#)
            var rules = CaseRules().with { $0.tiers = [Week.forty] }
            let asksForApproval = test.has("rule.prior_approval_required_by_policy")
            if asksForApproval { rules.more = [#""approval": { "cite": "the policy" }"#] }
            // when
            let reading = try Figures(hours, rules).reading
            // then
            let line = try #require(reading.lines.last)
            #expect((line.cents > 0) == (try test.flag("expected.payable")))
            #expect(reading.checks.contains { $0.code == .notApprovedBefore && $0.entry == 5 } == asksForApproval)
            try test.expect(
                ["multiplier": try Ratio(Millionths(count: line.multiplier))], besides: ["payable", "flag"])
        }

        @Test(arguments: try sporadic())
        func `occasional work in another capacity is left out of federal hours and paid at its own rate`(
            test: Case
        ) throws {
            // given a second position that the law leaves out
            var hours = CaseHours()
            hours.employee = [
                """
                "assignments": [ { "id": "own", "base_rate": "20" },
                                 { "id": "gate", "flsa": "exempt", "base_rate": "15" } ]
                """
            ]
            try hours.workweek(minutes: try test.minutes("inputs.primary_hours"), #""assignment": "own""#)
            let gate = try test.minutes("inputs.gate_duty_hours")
            hours.work(5, minutes: gate, #""assignment": "gate""#)
            // when
            let contract = CaseRules().with { $0.regime = "contract" }
            let clocks = try TwoClocks(hours, contract: contract, federal: CaseRules().with { $0.tiers = [Week.forty] })
            // then
            let counted = try #require(clocks.federal["hours"])
            try test.expect(
                [
                    "flsa_hours": try counted - clocks.federal.hours(of: .notCovered),
                    "flsa_overtime_hours": clocks.federal.overtime,
                ], besides: ["contract_pay_for_gate"])
            let line = try #require(clocks.contract.reading.lines.last)
            #expect(line.rate == 15_000_000)
            #expect(line.multiplier == 1_000_000)
        }

        @Test(arguments: try lunches())
        func `a lunch at the telephone is worked time`(test: Case) throws {
            // given days whose lunch was interrupted, under a rule that takes it out
            let days = try test.whole("inputs.days")
            let lunch = try test.whole("inputs.worked_lunch_minutes")
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            let all = try test.minutes("inputs.scheduled_hours") + lunch * days
            try hours.workweek(minutes: all, days: days, #""meal": "interrupted""#)
            var rules = try CaseRules(test)
            rules.more = [#""meals": [{ "mode": "auto_deduct", "minutes": \#(lunch) }]"#]
            // when
            let figures = try Figures(hours, rules)
            // then
            try test.expect(figures.values)
        }

        @Test(arguments: try deductions())
        func `an interrupted meal is not taken out`(test: Case) throws {
            // given
            let meal = try test.whole("rule.auto_deduct_min")
            let rules = CaseRules().with { $0.more = [#""meals": [{ "mode": "auto_deduct", "minutes": \#(meal) }]"#] }
            func worked(_ what: String) throws -> Ratio {
                var hours = CaseHours(rate: "20")
                hours.work(0, minutes: 510, #""meal": "\#(what)""#)
                return try Figures(hours, rules).reading.workedHours
            }
            // when
            let isInterrupted = try test.flag("inputs.interrupted")
            let paid = try worked(isInterrupted ? "interrupted" : "taken") - worked("taken")
            // then
            try test.expect(["paid_minutes": try paid * Ratio(whole: 60)])
        }
    }
}
