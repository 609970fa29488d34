import PayRules
import Testing
import WorkUnits

/// What contract and federal law come to together, for the hours of one workweek.
struct TwoClocks {
    let contract: Figures
    let federal: Figures
    let week: CombinedWeek

    /// - Parameters:
    ///   - contract: the agreement's premiums; a state's statute stands in the same place.
    ///   - federal: the thresholds of the case, and its workweek.
    init(_ hours: CaseHours, contract: CaseRules, federal: CaseRules) throws {
        self.contract = try Figures(hours, contract)
        self.federal = try Figures(hours, federal)
        let series = try [contract, federal].map { RuleSeries(asIfAlways: try $0.read()) }
        let valuation = try PayEngine(series).value(try hours.read())
        week = try #require(valuation.combined.first)
    }

    /// What federal law adds, and what of the contract's premiums is credited against it.
    var additional: CombinedWeek.Additional {
        get throws { try #require(week.additional.last) }
    }

    /// All that is paid, and pay that is none for hours worked.
    var total: Ratio {
        get throws {
            let beside = contract.reading.beside.filter { !$0.isCreditable }.map(\.cents)
            return try Ratio(dollars: week.combined + beside.total())
        }
    }

    /// What a contract line has beyond straight time.
    func premium(ofEntry index: Int) throws -> Ratio {
        try contract.reading.lines.filter { $0.source == .entry && $0.index == Int32(index) }.reduce(Ratio.zero) {
            let straight = try Ratio(Millionths(count: $1.rate)) * Ratio(hours: $1.seconds)
            return try $0 + Ratio(dollars: Cents($1.cents)) - straight
        }
    }
}

extension PayCases {
    struct PremiumCredits {
        static func daily() throws -> [Case] { [try PayCases.named("FLSA-202c-DAILY")] }
        static func outside() throws -> [Case] { [try PayCases.named("FLSA-206-A")] }
        static func specialDays() throws -> [Case] {
            [try PayCases.named("FLSA-205-2019"), try PayCases.named("FLSA-205-1981")]
        }
        static func educationCode() throws -> [Case] { [try PayCases.named("D-PREMIUM-CREDIT")] }

        private static func multiplier(_ test: Case, _ rate: String, over base: String) throws -> String {
            try (try test.number(rate) / test.number(base)).digits
        }

        @Test(arguments: try daily())
        func `a premium for hours past eight is credited whatever its factor`(test: Case) throws {
            // given a first day that is long, so that the week is too
            func credited(firstDay minutes: Int) throws -> (Ratio, Figures) {
                let contract = CaseRules().with { $0.regime = "contract" }
                var hours = CaseHours(rate: try test.digits("inputs.base"))
                hours.work(0, minutes: minutes)
                try hours.workweek(minutes: 1920, days: 4, from: CaseHours.monday.adding(days: 1))
                var tiers: [String] = []
                for (key, after) in [("inputs.rate_over_8", 480), ("inputs.rate_over_12", 720)] {
                    tiers.append(CaseRules.tier("day", after, try Self.multiplier(test, key, over: "inputs.base")))
                }
                let clocks = try TwoClocks(
                    hours, contract: contract.with { $0.tiers = tiers }, federal: try CaseRules(test))
                return (try Ratio(dollars: try clocks.additional.credited), clocks.contract)
            }
            // when
            let (over8, figures) = try credited(firstDay: 540)
            let over12 = try credited(firstDay: 780).0 - credited(firstDay: 720).0
            // then
            try test.expect([
                "creditable_per_hour_over_8": over8, "creditable_per_hour_over_12": over12,
                "regular_rate": try #require(figures["regular_rate"]),
            ])
        }

        @Test(arguments: try outside())
        func `a premium for hours outside the set ones is credited from time and a half up`(test: Case) throws {
            // given 40 hours from 8 to 16 o'clock, and one after
            var hours = CaseHours(rate: try test.digits("inputs.base"))
            try hours.workweek(minutes: 2400)
            hours.work(0, at: 960, minutes: 60)
            let multiplier = try Self.multiplier(test, "inputs.outside_rate", over: "inputs.base")
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.tiers = [CaseRules.all(multiplier, when: "", from: "16:00", to: "08:00")]
            }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: try CaseRules(test))
            // then
            try test.expect(["creditable_per_hour": try Ratio(dollars: try clocks.additional.credited)])
        }

        @Test(arguments: try specialDays())
        func `premiums for a Sunday and a holiday are credited against the week's overtime`(test: Case) throws {
            // given
            let days = try test.days("inputs.hours_by_day")
            var hours = CaseHours(rate: try test.digits("inputs.base"))
            for day in days {
                hours.work(
                    day.number, minutes: day.minutes,
                    #""day": "\#(day.name.hasSuffix("holiday") ? "holiday" : "assigned")""#)
            }
            let multiplier = try Self.multiplier(test, "rule.special_day_rate", over: "inputs.base")
            let start = test.has("rule.workweek_start") ? try test.words("rule.workweek_start") : "Sun 00:00"
            let federal = try CaseRules(test).with { $0.workweek = "" }
            let workweek = try Workweeks.workweek(start)
            let contract = CaseRules().with {
                $0.regime = "contract"
                $0.workweek = workweek
                $0.tiers = [
                    CaseRules.all(multiplier, when: #""weekdays": ["sunday"]"#),
                    CaseRules.tier("holiday", 0, multiplier),
                ]
            }
            // when
            let clocks = try TwoClocks(hours, contract: contract, federal: federal.with { $0.workweek = workweek })
            // then
            var figures = clocks.federal.values
            figures["premium_sunday"] = try clocks.premium(ofEntry: 0)
            figures["premium_holiday"] = try clocks.premium(
                ofEntry: try #require(days.firstIndex { $0.name.hasSuffix("holiday") }))
            figures["total_pay"] = try clocks.total
            figures["additional_due"] = try Ratio(dollars: try clocks.additional.additional)
            try test.expect(figures)
        }

        @Test(arguments: try educationCode(), ["contract", "state_statute"])
        func `a daily premium discharges the weekly duty`(test: Case, regime: String) throws {
            // given
            var hours = CaseHours(rate: try test.digits("inputs.rate"))
            hours.work(try test.days("inputs.hours_by_day"))
            let rules = try CaseRules(test).with { $0.regime = regime }
            let federal = CaseRules().with { $0.tiers = [Week.forty] }
            // when
            let clocks = try TwoClocks(hours, contract: rules, federal: federal)
            // then
            let own = try #require(clocks.contract["total_pay"])
            try test.expect([
                "total_hours": try #require(clocks.federal["total_hours"]),
                "contract_overtime_hours": clocks.contract.overtime,
                "flsa_overtime_hours": clocks.federal.overtime,
                "premium_paid": try Ratio(dollars: clocks.contract.week.premium),
                "flsa_premium_due": try Ratio(dollars: try clocks.additional.premium),
                "additional_due": try clocks.total - own, "total_pay": try clocks.total,
            ])
        }
    }
}
