public import WorkUnits

/// The versions of one rule set, each for its own work dates: what a reading is made from.
///
/// A day is read under the version that is valid on it, whenever the hours were entered. Versions of one set share
/// workweek, shifts, what is counted and how amounts are rounded and shared; a change of those is a set of its own.
/// Tiers, rates, guarantees, holidays and approval may change from version to version.
public struct RuleSeries: Sendable {
    /// Why files are no versions of one set.
    public enum Refusal: Error, Hashable {
        /// Two versions are valid on the same day.
        case overlapping(String, String)
        /// Two versions differ in what versions share: the key.
        case differing(String, String, key: String)
        /// There is none.
        case empty
    }

    /// The versions in order of their dates; at least one.
    public let versions: [RuleSet]

    /// One version for all dates, or several that follow each other.
    public init(_ versions: [RuleSet]) throws(Refusal) {
        let inOrder = versions.sorted { $0.valid.lowerBound < $1.valid.lowerBound }
        guard let first = inOrder.first else { throw .empty }
        for (earlier, later) in zip(inOrder, inOrder.dropFirst())
        where earlier.valid.upperBound >= later.valid.lowerBound {
            throw .overlapping(earlier.title, later.title)
        }
        for other in inOrder.dropFirst() {
            if let key = first.differingKey(from: other) { throw .differing(first.title, other.title, key: key) }
        }
        self.versions = inOrder
    }

    /// One version, applied to all dates whatever it is valid for: what a reading "as if" is made from.
    public init(asIfAlways ruleSet: RuleSet) {
        versions = [ruleSet]
    }

    /// The newest version: whose workweek, shifts and rounding all of them share.
    public var newest: RuleSet { versions[versions.count - 1] }

    /// The index of the version that a day is read under; where none is valid the one before it, or the first.
    public func index(on date: CivilDate) -> Int {
        guard versions.count > 1 else { return 0 }
        return versions.lastIndex { $0.valid.lowerBound <= date } ?? 0
    }

    /// Whether some version is valid on a day.
    public func covers(_ date: CivilDate) -> Bool { versions.contains { $0.valid.contains(date) } }
}

extension RuleSeries.Refusal: CustomStringConvertible {
    /// One sentence that says what to change.
    public var description: String {
        switch self {
        case .overlapping(let first, let second):
            "\(first) and \(second) are valid on the same day. Give their \"valid\" dates that don't overlap."
        case .differing(let first, let second, let key):
            "\(first) and \(second) differ in \(key). Versions of one set share it; give the changed one another name."
        case .empty: "There is no rule set."
        }
    }
}

extension RuleSet {
    fileprivate func differingKey(from other: RuleSet) -> String? {
        if regime != other.regime { return "regime" }
        if units != other.units { return "units" }
        if workweek != other.workweek || cut != other.cut { return "workweek" }
        if shift != other.shift { return "shift" }
        if combine != other.combine { return "combine" }
        if money != other.money || timeRounding != other.timeRounding { return "rounding" }
        if premiumOn != other.premiumOn { return "premium_on" }
        if share != other.share { return "share" }
        if paidRestSeconds != other.paidRestSeconds { return "paid_rest" }
        if meals != other.meals { return "meals" }
        if differentials != other.differentials { return "differentials" }
        if leaveCounted != other.leaveCounted { return "leave_counted" }
        if caps != other.caps { return "caps" }
        if compTime != other.compTime { return "comp_time" }
        if trivialBonus != other.trivialBonus { return "trivial_bonus" }
        if salaryTest != other.salaryTest { return "salary_test" }
        if codesOfAssignedTime != other.codesOfAssignedTime { return "codes_of_assigned_time" }
        return nil
    }
}
