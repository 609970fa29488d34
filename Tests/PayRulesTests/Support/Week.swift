import PayRules
import Testing
import WorkUnits

/// Builds hours and rule sets for tests, from the same files that the command reads.
enum Week {
    /// Hours from HOURS.json.
    static func hours(_ json: String) throws -> Hours {
        try HoursReader.read([UInt8](json.utf8)) { (name) throws(UnknownZone) in try SiteZone(name) }
    }

    /// A rule set from RULES.json.
    static func rules(_ json: String) throws -> RuleSet { try RuleSetReader.read([UInt8](json.utf8)) }

    /// A rule set of some tiers: workweek from Sunday, whatever else is given.
    static func rules(tiers: String, regime: String = "flsa", more: String = "") throws -> RuleSet {
        try rules(
            """
            { "name": "test", "version": "1", "source": "a test", "regime": "\(regime)",
              "workweek": { "starts": "sunday", "at": "00:00" }, "tiers": [\(tiers)]\(more.isEmpty ? "" : ", " + more) }
            """)
    }

    /// 40 hours, then time and a half.
    static let forty = #"{ "period": "week", "after_minutes": 2400, "multiplier": "1.5" }"#

    /// The reading of hours under one rule set.
    static func reading(_ hours: Hours, _ rules: RuleSet) throws -> Reading {
        try #require(try PayEngine([RuleSeries(asIfAlways: rules)]).value(hours).readings.first)
    }

    /// Hours of whole minutes on the days of a week from Sunday, 3 May 2026, from 08:00 on; in UTC, so that no clock
    /// changes and a day holds 24 hours.
    static func hours(minutesByDay: [Int], rate: String, pay: String = "", from: String = "2026-05-03") throws -> Hours
    {
        let first = try #require(CivilDate(from))
        let entries = minutesByDay.enumerated().compactMap { day, minutes -> String? in
            guard minutes > 0 else { return nil }
            let start = Instant(secondsSince1970: Int64(first.adding(days: day).daysSince1970) * 86_400 + 8 * 3600)
            let end = Instant(secondsSince1970: start.secondsSince1970 + Int64(minutes) * 60)
            return #"{ "id": "d\#(day)", "start": "\#(start)", "end": "\#(end)" }"#
        }
        return try hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "\(rate)" }, "entries": [\(entries.joined(separator: ", "))],
              "pay": [\(pay)] }
            """)
    }
}
