import PayRules
import Testing
import WorkUnits

extension PayCases {
    struct Differentials {
        static func cases() throws -> [Case] { try PayCases.of("shift-differential") }

        /// Differentials by the name of the shift and dollars an hour; entries name the shift as their category.
        static func rule(_ shifts: [(name: String, perHour: String)]) -> String {
            let rules = shifts.map {
                #"{ "name": "\#($0.name)", "per_hour": "\#($0.perHour)", "when": { "category": ["\#($0.name)"] } }"#
            }
            return #""differentials": [\#(rules.joined(separator: ", "))]"#
        }

        /// The shifts of a case that earn more, with what they earn.
        static func shifts(of test: Case) throws -> [(name: String, perHour: String)] {
            try [
                ("evening", "inputs.evening_differential"), ("evening", "inputs.evening_diff"),
                ("night", "inputs.night_diff"),
            ].filter { test.has($0.1) }.map { ($0.0, try test.digits($0.1)) }
        }

        @Test(arguments: try cases())
        func `differentials raise the regular rate`(test: Case) throws {
            // given shifts of eight hours, one a day
            var hours = CaseHours(rate: try test.digits("inputs.base_rate"))
            var day = 0
            for shift in ["day", "evening", "night"] where test.has("inputs.\(shift)_hours") {
                var left = try test.minutes("inputs.\(shift)_hours")
                while left > 0 {
                    hours.work(day, minutes: min(left, 480), #""category": "\#(shift)""#)
                    left -= 480
                    day += 1
                }
            }
            var rules = try CaseRules(test)
            rules.more.append(Self.rule(try Self.shifts(of: test)))
            // when
            let figures = try Figures(hours, rules)
            // then
            try test.expect(figures.values)
        }
    }

    struct FederalEmployee {
        static func cases() throws -> [Case] { try PayCases.of("federal-title5-flsa") }

        @Test(arguments: try cases())
        func `hourly rates from a yearly one, and differentials that are a share of them`(test: Case) throws {
            // given rates to the cent: by the divisor, and a tenth and a quarter of that
            let annual = try test.number("inputs.annual_rate")
            let rate = try (try annual / test.number("rule.annual_divisor_h")).inCents
            let night = try (try rate * test.number("rule.night_differential")).inCents
            let sunday = try (try rate * test.number("rule.sunday_differential")).inCents
            var rules = try CaseRules(test)
            let straightMinutes = try test.minutes("inputs.hours") - test.minutes("inputs.overtime_hours")
            rules.tiers = [CaseRules.tier("week", straightMinutes)]
            rules.workweek = #"{ "starts": "sunday" }"#
            rules.more = [
                #"""
                "differentials": [
                  { "name": "night", "per_hour": "\#(try night.digits)", "when": { "category": ["night"] } },
                  { "name": "sunday", "per_hour": "\#(try sunday.digits)", "when": { "weekdays": ["sunday"] } } ]
                """#
            ]
            // and nights from Sunday on, and the rest by day at the end of the week
            var hours = CaseHours(rate: try rate.digits)
            let sundayMinutes = try test.minutes("inputs.sunday_hours")
            let nightMinutes = try test.minutes("inputs.night_hours")
            hours.work(-1, minutes: sundayMinutes, #""category": "night""#)
            try hours.workweek(minutes: nightMinutes - sundayMinutes, days: 4, #""category": "night""#)
            let rest = try test.minutes("inputs.hours") - nightMinutes
            try hours.workweek(minutes: rest, days: 2, from: CaseHours.monday.adding(days: 4))
            // when
            let reading = try Figures(hours, rules).reading
            // then
            let straight = reading.lines.filter { $0.payClass == .straight }
            let overtime = reading.lines.filter { $0.payClass == .overtime }
            let overtimeSeconds = overtime.reduce(Int64(0)) { $0 + $1.seconds }
            func differential(_ index: Int16) throws -> Ratio {
                let lines = reading.lines.filter { $0.payClass == .differential && $0.tier == index }
                return try Ratio(dollars: Cents(lines.reduce(0) { $0 + $1.cents }))
            }
            try test.expect([
                "straight_rate": rate, "night_rate": night, "sunday_rate": sunday,
                "basic_pay_40h": try Ratio(dollars: Cents(straight.reduce(0) { $0 + $1.cents })),
                "night_pay": try differential(0), "sunday_pay": try differential(1),
                "straight_pay_ot_hours": try rate * Ratio(hours: overtimeSeconds),
            ])
        }
    }
}
