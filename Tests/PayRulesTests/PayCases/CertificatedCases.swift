import PayRules
import StrictJSON
import Testing
import WorkUnits

extension PayCases {
    struct Certificated {
        static func schedules() throws -> [Case] { try PayCases.of("certificated-flat-rate", "classified-rates") }
        static func exempt() throws -> [Case] { try PayCases.of("exempt-extra-duty") }
        static func caps() throws -> [Case] { try PayCases.of("period-cap") }
        static func conversions() throws -> [Case] { try PayCases.of("rate-conversion") }

        @Test(arguments: try schedules())
        func `a schedule's hourly rates come out as they went in`(test: Case) throws {
            // given an agreement with each rate as its flat one, but for duties that keep one's own rate
            let own = try (test[path: "expected.own_rate_assignments"]?.list ?? []).map { try #require($0.string) }
            var figures: [String: Ratio] = [:]
            for member in try #require(test[path: "expected"]?.members) {
                guard let flat = member.value.numberText else { continue }
                // when
                figures[member.key] = try Self.rate(flat: flat, own: own, category: "other")
                for duty in own {
                    // then
                    #expect(try Self.rate(flat: flat, own: own, category: duty) == Ratio(whole: 20))
                }
            }
            // then
            try test.expect(figures, besides: ["own_rate_assignments"])
        }

        /// The regular rate of an hour of a duty under an agreement with a flat rate, of a person whose own is 20.
        private static func rate(flat: String, own: [String], category: String) throws -> Ratio {
            var hours = CaseHours(rate: "20")
            hours.work(0, minutes: 60, #""category": "\#(category)""#)
            let duties = own.map { "\"\($0)\"" }.joined(separator: ", ")
            let ownChoice = own.isEmpty ? "" : #"{ "when": { "category": [\#(duties)] }, "use": "own" }, "#
            let rules = CaseRules().with {
                $0.regime = "contract"
                $0.more = [#""rates": [\#(ownChoice){ "use": "\#(flat)" }]"#]
            }
            return try Figures(hours, rules).week.regularRate()
        }

        @Test func `the per session rate that comes with the program is the schedule's (NYC-PS-2018)`() throws {
            // given an hour on the first day of the rate
            let test = try PayCases.named("NYC-PS-2018")
            let date = try test.words("rule.effective")
            var hours = CaseHours(rate: "20")
            hours.employee.append(#""class": "teacher", "flsa": "exempt""#)
            hours.work(from: "\(date)T16:00", to: "\(date)T17:00")
            // when
            let reading = try Week.reading(try hours.read(), try Files.shipped("nyc-per-session"))
            // then
            try test.expect(["teacher_rate": try #require(reading.workweeks.first).regularRate()])
        }

        @Test(arguments: try exempt())
        func `exempt staff have extra hours at straight time and no test of 40 hours`(test: Case) throws {
            // given a week of more than 40 hours before the extra ones
            var before = CaseHours(rate: try test.digits("inputs.own_hourly_rate"))
            before.employee.append(#""flsa": "exempt""#)
            try before.workweek(minutes: 2700)
            var hours = before
            hours.work(5, minutes: try test.minutes("inputs.extra_hours"))
            let contract = CaseRules().with { $0.regime = "contract" }
            let federal = CaseRules().with { $0.tiers = [Week.forty] }
            let series = try [contract, federal].map { RuleSeries(asIfAlways: try $0.read()) }
            // when
            let valuation = try PayEngine(series).value(try hours.read())
            let extra = try #require(valuation.readings[0].lines.last)
            // then
            #expect(valuation.readings[1].workweeks.map(\.premium) == [.zero])
            #expect(valuation.readings[1].lines.allSatisfy { $0.payClass == .notCovered })
            #expect(valuation.readings[1].checks.contains { $0.code == .notCovered })
            #expect(valuation.combined.first?.combined == valuation.readings[0].workweeks.first?.total)
            #expect(extra.multiplier == 1_000_000)
            try test.expect(["pay": try Ratio(dollars: Cents(extra.cents))])
        }

        @Test(arguments: try caps())
        func `hours past a period's cap are shown and count all the same`(test: Case) throws {
            // given
            let new = try test.minutes("inputs.new_hours")
            var hours = CaseHours(rate: "20")
            hours.work(0, minutes: new)
            hours.more = [#""toward_caps": [{ "cap": "year", "minutes": \#(try test.minutes("inputs.ytd_hours")) }]"#]
            let cap = try test.minutes("rule.annual_cap_h")
            let rules = CaseRules().with {
                $0.regime = "contract"
                $0.more = [#""caps": [{ "name": "year", "minutes": \#(cap), "year_starts_in_month": 7 }]"#]
            }
            // when
            let reading = try Figures(hours, rules).reading
            // then
            let check = try #require(reading.checks.first { $0.code == .overCap })
            let past = Seconds(Int64(try test.minutes("expected.needs_waiver")) * 60)
            #expect(check.says.hasPrefix("\(past) of it are past"))
            let all = try reading.workedHours
            #expect(try all == test.number("inputs.new_hours"))
            #expect(try all - test.number("expected.needs_waiver") == test.number("expected.within_cap"))
        }

        @Test(arguments: try conversions())
        func `a yearly salary by its hours is an exact hourly rate`(test: Case) throws {
            // given
            let annual = try test.digits("inputs.annual_salary")
            let divisor = try test.digits("rule.divisor_h")
            let hours = try Week.hours(
                """
                { "zone": "UTC", "employee": { "base_rate_from": { "amount": "\(annual)", "hours": "\(divisor)" } },
                  "entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T09:00" } ] }
                """)
            // when
            let week = try #require(try Week.reading(hours, try Week.rules(tiers: "")).workweeks.first)
            // then
            try test.expect(["hourly_rate": week.regularRate()])
        }
    }

    struct Retroactive {
        static func cases() throws -> [Case] { try PayCases.of("retroactive") }

        @Test(arguments: try cases())
        func `a raise decided later moves straight pay and overtime`(test: Case) throws {
            // given a rate from the first day on, and a higher one for the same days that was adopted later
            let increase = test.has("inputs.retro_increase_per_hour")
            let old = increase ? Ratio(whole: 20) : try test.number("inputs.old_rate")
            let new =
                increase
                ? try old + test.number("inputs.retro_increase_per_hour") : try test.number("inputs.new_rate")
            let rules = try CaseRules(test)
            func due(_ minutes: Int) throws -> Ratio {
                var hours = CaseHours()
                let from = #""from": "\#(CaseHours.monday)""#
                let adopted = CaseHours.monday.adding(days: 60)
                hours.employee = [
                    """
                    "rates": [ { \(from), "rate": "\(try old.digits)" },
                               { \(from), "rate": "\(try new.digits)", "adopted_on": "\(adopted)" } ]
                    """
                ]
                try hours.workweek(minutes: minutes)
                let before = try Week.reading(try hours.read(knownOn: adopted.adding(days: -1)), try rules.read())
                let after = try Week.reading(try hours.read(), try rules.read())
                return try Ratio(dollars: try after.total() - before.total())
            }
            // when
            let threshold = try test.minutes("rule.weekly_threshold_h")
            let ofAnOvertimeHour = try due(threshold + 60) - due(threshold)
            let all = try due(test.has("inputs.hours") ? try test.minutes("inputs.hours") : threshold)
            // then
            try test.expect(["retro_increase_per_overtime_hour": ofAnOvertimeHour, "retro_due": all])
        }
    }
}
