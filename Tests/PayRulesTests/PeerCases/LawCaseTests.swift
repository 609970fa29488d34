import PayRules
import Testing
import WorkUnits

/// Federal examples of the regular rate, and the Education Code worked from its text.
struct LawCaseTests {
    @Test(arguments: try Peers.cases("statute_worked_by_us"))
    func `the Education Code's hours are those worked from its text`(peer: Case) throws {
        // given
        let rules = try Week.rules(try Self.ruleSet(peer))
        let zone = try SiteZone("America/Los_Angeles")
        let entries = try (peer["work"]?.list ?? []).enumerated().map { number, work in
            let times = PeerTimes(zone: zone)
            return Entry(
                id: "e\(number)", start: try times.moment(try #require(work["start"]?.text)),
                end: try times.moment(try #require(work["end"]?.text)))
        }
        // when
        let reading = try Week.reading(PeerTimes(zone: zone).hours(entries), rules)
        // then
        let expected = try #require(peer["expect_by_day"]?.list)
        #expect(reading.days.count == expected.count)
        for (day, expected) in zip(reading.days, expected) {
            #expect(day.date.description == expected["date"]?.text)
            #expect(day.seconds == expected["total_minutes"]?.secondsOfMinutes)
            guard let overtime = expected["overtime_minutes"]?.secondsOfMinutes else { continue }
            #expect(reading.parts(of: day).reduce(0) { $0 + ($1.multiplier > 1_000_000 ? $1.seconds : 0) } == overtime)
        }
        if let before = expected.first?["week_ending_2026_08_14_noon_minutes"]?.secondsOfMinutes {
            #expect(reading.workweeks.map(\.seconds).first == before)
            #expect(
                reading.workweeks.map(\.seconds).last
                    == expected.first?["week_starting_2026_08_14_noon_minutes"]?.secondsOfMinutes)
        }
    }

    private static func ruleSet(_ peer: Case) throws -> String {
        let rules = try #require(peer["rules"])
        let multiplier = try #require(rules["multiplier"]?.factor)
        var tiers: [String] = []
        func tier(_ period: String) { tiers.append(#"{ \#(period), "multiplier": "\#(multiplier)" }"#) }
        if let day = (rules["day_minutes"] ?? rules["required_day_minutes"])?.whole {
            tier(#""period": "day", "after_minutes": \#(day)"#)
        }
        if let week = rules["week_minutes"]?.whole { tier(#""period": "week", "after_minutes": \#(week)"#) }
        if let average = rules["average_day_minutes_at_least"]?.whole {
            tier(#""period": "workweek_day", "day": 6, "average_day_minutes": { "at_least": \#(average) }"#)
            tier(#""period": "workweek_day", "day": 7"#)
        }
        if rules["seventh_day_only"] != nil {
            let average = try #require(rules["average_day_minutes_below"]?.whole)
            tier(#""period": "workweek_day", "day": 6, "average_day_minutes": { "at_least": \#(average) }"#)
            tier(#""period": "workweek_day", "day": 7"#)
        }
        if rules["fifth_to_seventh_day"] != nil { tier(#""period": "workweek_day", "day": 5, "or_later": true"#) }
        let starts = rules["workweek_starts"]?.text?.split(separator: " ").map(String.init) ?? ["monday"]
        let time = starts.count > 1 ? starts[1] : "00:00"
        return """
            { "name": "peer", "version": "1", "source": "Education Code", "regime": "state_statute",
              "workweek": { "starts": "\(starts[0])", "at": "\(time)" }, "tiers": [\(tiers.joined(separator: ", "))] }
            """
    }

    @Test(
        arguments: try Peers.cases("regular_rate").filter {
            $0["rules", "salary_per_week"] != nil || $0["rules", "monthly_salary"] != nil
        })
    func `a salary's regular rate is the regulation's`(peer: Case) throws {
        // given a week of 40 hours or of those stated, on that salary
        let rules = try #require(peer["rules"])
        let covers = try #require(rules["salary_covers_hours"]?.whole)
        let amount = try #require((rules["salary_per_week"] ?? rules["monthly_salary"])?.numberText)
        let per = rules["monthly_salary"] == nil ? "week" : "month"
        let worked = peer["input", "hours_in_week"]?.whole ?? 41
        let pay =
            #"{ "workweek_of": "2026-05-03", "kind": "salary", "amount": "\#(amount)", "per": "\#(per)", "covers_hours": \#(covers) }"#
        let hours = try Week.hours(minutesByDay: [0, 480, 480, 480, 480, 480, worked * 60 - 2400], rate: "0", pay: pay)
        let path = peer["expect", "gap_hours_pay"] == nil ? "exact_once" : "rate_then_multiply"
        // when
        let reading = try Week.reading(
            hours, try Week.rules(tiers: Week.forty, more: #""rounding": { "money": "\#(path)" }"#))
        // then
        let week = try #require(reading.workweeks.first)
        let rate = try #require(peer["expect", "regular_rate"]?.decimal)
        #expect(Millionths(try week.regularRate().decimal(places: 2)) == rate)
        if let after40 = peer["expect", "rate_after_40"]?.decimal {
            let regular = try week.regularRate()
            #expect(try regular + regular / Ratio(whole: 2) == Ratio(after40))
        }
        if let total = peer["expect", "total"]?.decimal {
            #expect(week.total.count * 10_000 == total.count)
            let gap = try #require(peer["expect", "gap_hours_pay"]?.decimal)
            let overtime = try #require(peer["expect", "overtime_pay"]?.decimal)
            let salary = try #require(rules["salary_per_week"]?.decimal)
            #expect(salary.count + gap.count + overtime.count == week.total.count * 10_000)
        }
    }

    @Test(arguments: try Peers.cases("regular_rate").filter { $0["rules", "hourly_rate"] != nil })
    func `an hourly week pays what the regulation says`(peer: Case) throws {
        let rate = try #require(peer["rules", "hourly_rate"]?.decimal)
        let worked = try #require(peer["input", "hours_in_week"]?.whole)
        let bonus = peer["rules", "weekly_bonus"]?.numberText.map {
            #"{ "workweek_of": "2026-05-03", "kind": "nondiscretionary_bonus", "amount": "\#($0)" }"#
        }
        let hours = try Week.hours(
            minutesByDay: [0, 480, 480, 480, 480, 480, worked * 60 - 2400], rate: rate.description, pay: bonus ?? "")
        let week = try #require(try Week.reading(hours, try Week.rules(tiers: Week.forty)).workweeks.first)
        #expect(week.total.count * 10_000 == peer["expect", "pay"]?.decimal?.count)
        if let regular = peer["expect", "regular_rate"]?.decimal { #expect(try week.regularRate() == Ratio(regular)) }
    }

    @Test(arguments: try Peers.cases("regular_rate").filter { $0["rules", "rates"] != nil })
    func `two rates are averaged by their hours (29 CFR 778.115)`(peer: Case) throws {
        // given the hours of both rates, from Sunday on
        let rates = try #require(peer["rules", "rates"])
        let hours = try #require(peer["input", "hours"])
        var at: Int64 = 1_777_766_400
        let entries = try ["A", "B"].map { job in
            let seconds = Int64(try #require(hours[job]?.whole)) * 3600
            defer { at += seconds }
            return Entry(
                id: job, start: Instant(secondsSince1970: at), end: Instant(secondsSince1970: at + seconds),
                rate: try #require(rates[job]?.decimal))
        }
        let threshold = try #require(peer["rules", "week_threshold_hours"]?.whole) * 60
        let rules = try Week.rules(tiers: #"{ "period": "week", "after_minutes": \#(threshold), "multiplier": "1.5" }"#)
        // when
        let week = try #require(try Week.reading(PeerTimes(zone: .utc).hours(entries), rules).workweeks.first)
        // then
        let regular = try week.regularRate()
        #expect(Millionths(try regular.decimal(places: 4)) == peer["expect", "average_rate"]?.decimal)
        #expect(try regular * Ratio(3, over: 2) == Ratio(try #require(peer["expect", "overtime_rate"]?.decimal)))
    }
}

extension PeerTimes {
    init(zone: SiteZone) { self.zone = zone }
}
