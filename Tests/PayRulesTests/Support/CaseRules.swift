import PayRules
import Testing
import WorkUnits

/// RULES.json put together from the `rule` of a case.
struct CaseRules {
    var regime = "flsa"
    /// The workweek, from Monday unless said.
    var workweek = #"{ "starts": "monday", "at": "00:00" }"#
    var tiers: [String] = []
    /// How amounts become cents.
    var money = "exact_once"
    /// Further members.
    var more: [String] = []

    init() {}

    /// The thresholds of a case, and the official path of rounding that its source takes.
    init(_ test: Case) throws {
        let multiplier = test.has("rule.ot_multiplier") ? try test.digits("rule.ot_multiplier") : "1.5"
        if test.has("rule.daily_threshold_h") {
            tiers.append(Self.tier("day", try test.minutes("rule.daily_threshold_h"), multiplier))
        }
        if test.has("rule.double_time_h") {
            tiers.append(Self.tier("day", try test.minutes("rule.double_time_h"), "2"))
        }
        for key in ["rule.weekly_threshold_h", "rule.period_threshold_h", "rule.threshold_h"] where test.has(key) {
            tiers.append(Self.tier("week", try test.minutes(key), multiplier))
        }
        for key in ["rule.period_days", "rule.work_period_days"] where test.has(key) {
            workweek = #"{ "days": \#(try test.whole(key)), "anchor": "\#(CaseHours.monday)" }"#
        }
        money = try OfficialRounding.path(of: test)
    }

    static func tier(_ period: String, _ minutes: Int, _ multiplier: String = "1.5", _ members: String...) -> String {
        let rest = members.isEmpty ? "" : ", " + members.joined(separator: ", ")
        return #"{ "period": "\#(period)", "after_minutes": \#(minutes), "multiplier": "\#(multiplier)"\#(rest) }"#
    }

    /// All hours from the first on at a multiple, where a condition holds: an agreement's premium for certain hours.
    static func all(
        _ multiplier: String, when condition: String, from: String = "00:00", to: String = "00:00"
    ) -> String {
        let hours = #""period": "window", "from": "\#(from)", "to": "\#(to)""#
        let when = condition.isEmpty ? "" : #", "when": { \#(condition) }"#
        return #"{ \#(hours), "multiplier": "\#(multiplier)"\#(when) }"#
    }

    /// The same with other ways.
    func with(_ change: (inout CaseRules) -> Void) -> CaseRules {
        var rules = self
        change(&rules)
        return rules
    }

    func read() throws -> RuleSet {
        let rest = more.isEmpty ? "" : ", " + more.joined(separator: ", ")
        return try Week.rules(
            """
            { "name": "\(regime)", "version": "1", "source": "the case", "regime": "\(regime)",
              "workweek": \(workweek), "tiers": [\(tiers.joined(separator: ", "))],
              "rounding": { "money": "\(money)" }\(rest) }
            """)
    }
}
