import PayRules
import StrictJSON
import Testing
import WorkUnits

extension PayCases {
    struct TwoRates {
        static func weighted() throws -> [Case] { try PayCases.of("two-rates-weighted") }
        static func inEffect() throws -> [Case] { try PayCases.of("two-rates-rate-in-effect") }
        static func split() throws -> [Case] { try PayCases.of("audit-split-day") }

        /// Work at each rate, one after the other, each on days of its own.
        private static func hours(_ test: Case) throws -> CaseHours {
            var hours = CaseHours()
            for (number, segment) in try segments(test).enumerated() {
                try hours.workweek(
                    minutes: try minutes(segment), days: 3,
                    from: CaseHours.monday.adding(days: 3 * number),
                    #""rate": "\#(try #require(segment["rate"]?.numberText))""#)
            }
            return hours
        }

        private static func segments(_ test: Case) throws -> [JSON] {
            try #require(test[path: "inputs.segments"]?.list)
        }

        private static func minutes(_ segment: JSON) throws -> Int {
            let hours = try segment["hours"]?.ratio
            return try #require(hours).minutes
        }

        @Test(arguments: try weighted())
        func `two rates make a weighted average`(test: Case) throws {
            // given
            let hours = try Self.hours(test)
            // when
            var figures = try Figures(hours, try CaseRules(test))
            // then
            for (number, segment) in try Self.segments(test).enumerated() {
                let rate = try #require(segment["rate"]?.decimal)
                let lines = figures.reading.lines.filter { $0.rate == rate.count }
                let seconds = lines.reduce(Int64(0)) { $0 + $1.seconds }
                figures["earnings_job\(number + 1)"] = try Ratio(rate) * Ratio(hours: seconds)
            }
            try test.expect(figures.values, besides: ["straight_time_exact", "regular_rate_exact"])
            guard test.has("expected.regular_rate_exact") else { return }
            let rate = try figures.week.regularRate()
            #expect(try rate.decimal(places: 6) == test.words("expected.regular_rate_exact"))
            let straight = try rate * Ratio(hours: figures.week.seconds)
            #expect(try straight.decimal(places: 5) == test.words("expected.straight_time_exact"))
        }

        @Test(arguments: try inEffect())
        func `by agreement the premium follows the rate in effect when overtime was worked`(test: Case) throws {
            // given a threshold after which the last segment's overtime begins
            let hours = try Self.hours(test)
            let last = try #require(try Self.segments(test).last)
            let overtime = try #require(try last["overtime_hours"]?.ratio)
            let all = try Self.segments(test).reduce(0) { try $0 + Self.minutes($1) }
            var rules = try CaseRules(test)
            let threshold = try all - overtime.minutes
            rules.tiers = [CaseRules.tier("week", threshold, try test.digits("rule.ot_multiplier"))]
            rules.more = [#""premium_on": "rate_in_effect""#]
            // when
            let figures = try Figures(hours, rules)
            // then
            #expect(figures.overtime == overtime)
            try test.expect(figures.values, besides: ["overtime_premium_exact"])
            let exact = try #require(Millionths(try test.words("expected.overtime_premium_exact")))
            let own = try figures.reading.lines.filter(\.isAtMultiple).reduce(Ratio.zero) {
                let extra = try Ratio(Int128($1.multiplier - 1_000_000), over: 1_000_000)
                return try $0 + Ratio(Millionths(count: $1.rate)) * Ratio(hours: $1.seconds) * extra
            }
            #expect(try own == Ratio(exact))
            #expect(try figures["overtime_premium"] == own.inCents)
        }

        @Test(arguments: try split())
        func `two rates inside a normal day are no overtime premium`(test: Case) throws {
            // given days of equal parts at the two rates
            let half = try test.minutes("inputs.day_hours") / 2
            func worked(days: Int) throws -> CaseHours {
                var hours = CaseHours()
                let (first, next) = (try test.digits("inputs.first4_rate"), try test.digits("inputs.next4_rate"))
                for day in 0..<days {
                    hours.work(day, minutes: half, #""rate": "\#(first)""#)
                    hours.work(day, at: 480 + half, minutes: half, #""rate": "\#(next)""#)
                }
                return hours
            }
            let rules = CaseRules().with { $0.tiers = [Week.forty] }
            // when
            var figures = try Figures(try worked(days: try test.whole("inputs.days")), rules)
            figures["day_pay"] = try Figures(try worked(days: 1), rules)["total_pay"]
            // then what is paid so is less than what is due
            try test.expect(figures.values, besides: ["sixth_day_claimed_compliant"])
            #expect((figures.week.premium == .zero) == (try test.flag("expected.sixth_day_claimed_compliant")))
        }
    }
}
