import PayRules
import StrictJSON
import Testing
import WorkUnits

/// Hours by category a day from tiered rules (TimeTrex).
struct OvertimeCaseTests {
    @Test(arguments: try Peers.cases("overtime"))
    func `hours by category are the peer's`(peer: Case) throws {
        // given the peer's tiers as a rule set, and its work
        let rules = try Week.rules(try PeerRuleSet(peer).json)
        let holidays = Set(peer["rules", "holidays"]?.list?.compactMap(\.text).compactMap(CivilDate.init) ?? [])
        let times = try PeerTimes(peer)
        let hours = times.hours(try times.entries(peer) { holidays.contains($0) ? .holiday : nil })
        // when
        let reading = try Week.reading(hours, rules)
        // then each day has the peer's minutes in each category
        let categories = try PeerRuleSet(peer).categories
        for expected in try #require(peer["expect_by_day"]?.list) {
            let date = try #require(expected["date"]?.text)
            let day = reading.days.first { $0.date.description == date }
            // A meal that is paid counts as no time worked with us; the peer's total of such a day holds it.
            let meals = reading.lines.reduce(Int64(0)) { sum, line in
                let day = times.zone.date(at: Instant(secondsSince1970: line.start)).description
                return sum + (line.payClass == .meal && day == date ? line.seconds : 0)
            }
            let total = (day?.seconds ?? 0) + meals
            #expect(total == expected["total_minutes"]?.secondsOfMinutes, "\(date) in all")
            let byCategory = Self.byCategory(reading, on: date, times.zone, categories)
            for category in Set(categories) {
                let minutes = expected[category + "_minutes"]?.secondsOfMinutes ?? 0
                #expect(byCategory[category] ?? 0 == minutes, "\(date) \(category)")
            }
            if let regular = expected["regular_minutes"]?.secondsOfMinutes {
                #expect(byCategory["regular"] ?? 0 == regular, "\(date) regular")
            }
        }
        #expect(reading.days.count == peer["expect_by_day"]?.list?.count)
    }

    /// Time of a day by the category that its tier pays into. Each piece of work of these cases lies in one day.
    private static func byCategory(
        _ reading: Reading, on date: String, _ zone: SiteZone, _ categories: [String]
    ) -> [String: Int64] {
        reading.lines.reduce(into: [:]) { sums, line in
            guard zone.date(at: Instant(secondsSince1970: line.start)).description == date else { return }
            sums[line.tier < 0 ? "regular" : categories[Int(line.tier)], default: 0] += line.seconds
        }
    }

    @Test(arguments: try Peers.cases("overtime").filter { $0["expect_hourly_rate"] != nil })
    func `hourly rates are the peer's`(peer: Case) throws {
        // given
        let rules = try Week.rules(try PeerRuleSet(peer).json)
        let times = try PeerTimes(peer)
        var entries = try times.entries(peer)
        let siteRates = peer["rules", "site_rates"]
        for index in entries.indices { entries[index].rate = siteRates?[entries[index].site ?? ""]?.decimal }
        let base = peer["rules", "base_hourly_rate"]?.decimal ?? Millionths(count: 20_000_000)
        // when
        let reading = try Week.reading(times.hours(entries, rate: base), rules)
        // then an hour in each category pays the peer's rate: its own and the extra of the regular rate
        let categories = try PeerRuleSet(peer).categories
        let regular = try #require(try reading.workweeks.first?.regularRate())
        for (number, category) in categories.enumerated() {
            guard let expected = peer["expect_hourly_rate", category]?.list?.first?.decimal else { continue }
            let tier = rules.tiers[number]
            let isAverage = siteRates != nil
            let own = isAverage ? regular : try Ratio(base)
            let extra = try Ratio(Int128(tier.multiplier - 1_000_000), over: 1_000_000)
            #expect(try own + extra * regular == Ratio(expected), "\(category)")
        }
    }
}

/// A peer's rules as RULES.json.
struct PeerRuleSet {
    let json: String
    /// What each tier pays into, in the order of the tiers.
    let categories: [String]

    init(_ peer: Case) throws {
        var tiers: [String] = []
        var categories: [String] = []
        for tier in try #require(peer["rules", "overtime_tiers"]?.list) {
            tiers.append(try Self.tier(tier, peer))
            categories.append(try #require(tier["pays_into"]?.text))
        }
        self.categories = categories
        json = """
            { "name": "peer", "version": "1", "source": "a peer's test", "regime": "contract",
              "workweek": { "starts": "sunday", "at": "00:00", "cut": "shift_day" },
              "tiers": [\(tiers.joined(separator: ", "))]\(try Self.meals(peer)) }
            """
    }

    private static func tier(_ tier: JSON, _ peer: Case) throws -> String {
        let period = try #require(tier["period"]?.text)
        let multiplier = try #require(tier["multiplier"]?.factor)
        let after = tier["after_minutes"]?.whole ?? 0
        let site = tier["only_site"]?.text.map { #", "when": { "site": ["\#($0)"] }"# } ?? ""
        return
            #"{ \#(try self.period(period, peer)), "after_minutes": \#(after), "multiplier": "\#(multiplier)"\#(site) }"#
    }

    /// The peer's name of a period in ours.
    private static func period(_ name: String, _ peer: Case) throws -> String {
        switch name {
        case "day", "week", "holiday": return #""period": "\#(name)""#
        case "biweek":
            return #""period": "biweek", "anchor": "\#(try #require(peer["rules", "biweek_anchor"]?.text))""#
        case "four_weeks":
            return
                #""period": "weeks", "weeks": 4, "anchor": "\#(try #require(peer["rules", "four_week_anchor"]?.text))""#
        default: break
        }
        let parts = name.split(separator: ">=").map(String.init)
        let nth = try #require(parts.last.flatMap { Int($0) })
        switch parts[0] {
        case "consecutive_days_in_week": return #""period": "consecutive_day", "day": \#(nth), "or_later": true"#
        case "consecutive_days":
            return #""period": "consecutive_day", "day": \#(nth), "or_later": true, "across_weeks": true"#
        case "days_worked_in_week": return #""period": "worked_day", "day": \#(nth), "or_later": true"#
        default: throw UnknownPeriod(name: name)
        }
    }

    struct UnknownPeriod: Error { let name: String }

    /// The peer's meal and break rules. Where its regular time or its total holds the meal that it takes out, the meal
    /// is paid and counts toward nothing; a break that it adds is a short rest of up to half of its length a gap.
    private static func meals(_ peer: Case) throws -> String {
        var rules: [String] = []
        for key in ["meal", "break"] {
            for rule in peer["rules", key]?.list ?? [] {
                let mode = try #require(rule["mode"]?.text)
                let minutes = try #require(rule["amount_minutes"]?.whole)
                let after = rule["after_worked_minutes"]?.whole ?? 0
                if key == "break", mode == "auto_add" { return #", "paid_rest": { "up_to_minutes": \#(minutes / 2) }"# }
                let paid = mode == "auto_deduct" && paysMeal(peer) ? #", "paid": true"# : ""
                rules.append(
                    #"{ "mode": "\#(mode)", "minutes": \#(minutes), "after_worked_minutes": \#(after)\#(paid) }"#)
            }
        }
        return rules.isEmpty ? "" : #", "meals": [\#(rules.joined(separator: ", "))]"#
    }

    /// Whether the peer's day total is all time from in to out, the meal that was taken out included.
    private static func paysMeal(_ peer: Case) -> Bool {
        guard let times = try? PeerTimes(peer), let entries = try? times.entries(peer) else { return false }
        let total = peer["expect_by_day"]?.list?.first?["total_minutes"]?.secondsOfMinutes
        return entries.reduce(Int64(0)) { $0 + $1.seconds } == total
    }
}
