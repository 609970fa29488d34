public import WorkUnits

/// A law or an agreement as data: one version, dated and cited. Changing an agreement adds a version.
///
/// Made from a file by ``RuleSetReader``; `docs/reference/rule-sets.md` says what each key means.
public struct RuleSet: Sendable {
    /// Which law or contract it belongs to; several may apply to one week.
    public enum Regime: String, Sendable, CaseIterable {
        /// A collective agreement.
        case contract
        /// A state's law.
        case stateStatute = "state_statute"
        /// The federal Fair Labor Standards Act.
        case flsa
    }

    /// How tiers that meet are combined.
    public enum Combine: String, Sendable, CaseIterable {
        /// Time paid by a day, holiday, nth-day or window tier is not counted toward a week.
        case noPyramiding = "no_pyramiding"
        /// Every tier counts all time; the greater multiplier counts at each instant.
        case stacked
    }

    /// What a workweek's turn cuts.
    public enum Cut: String, Sendable, CaseIterable {
        /// Time is cut at the turn: the federal rule.
        case exact
        /// A shift belongs whole to the workweek of its day.
        case shiftDay = "shift_day"
    }

    /// How exact amounts become cents.
    public enum MoneyRounding: String, Sendable, CaseIterable {
        /// Exact, rounded once, last.
        case exactOnce = "exact_once"
        /// The regular rate and the extra of each multiplier to cents, then times the hours (Fact Sheets 56C, 82).
        case rateThenMultiply = "rate_then_multiply"
        /// The regular rate and each overtime rate to cents, then times the hours (29 CFR 778.502, Fact Sheet 54).
        case overtimeRateThenMultiply = "overtime_rate_then_multiply"
    }

    /// What a premium is a multiple of.
    public enum PremiumOn: String, Sendable, CaseIterable {
        /// The regular rate of the workweek.
        case regularRate = "regular_rate"
        /// The position's base rate on the day.
        case baseRate = "base_rate"
        /// The rate of the hour itself (29 USC 207(g)(2)).
        case rateInEffect = "rate_in_effect"
    }

    /// Where the premium of a workweek goes when cost is shared to incidents.
    public enum Share: String, Sendable, CaseIterable {
        /// To all time beyond schedule, in proportion to its length.
        case beyondSchedule = "beyond_schedule"
        /// To the hours that crossed the threshold.
        case lastHours = "last_hours"
    }

    /// "california-classified"
    public let name: String
    /// "2026-07-01"
    public let version: String
    /// Where its text is: "Education Code 45127-45133".
    public let source: String
    /// Which law or contract it belongs to.
    public let regime: Regime
    /// Who adopted it as their reading, and when; empty where nobody did.
    public let adopted: String
    /// Whether figures in it are marked as demo values.
    public let hasDemoValues: Bool
    /// The work dates that this version is for.
    public let valid: ClosedRange<CivilDate>
    /// The bargaining units that it covers; empty for everybody.
    public let units: [String]
    /// The workweek.
    public let workweek: Workweek
    /// What its turn cuts.
    public let cut: Cut
    /// How entries join to shifts, and which day those belong to.
    public let shift: ShiftRule
    /// Hours that earn a multiple.
    public let tiers: [Tier]
    /// How tiers that meet are combined.
    public let combine: Combine
    /// How amounts become cents.
    public let money: MoneyRounding
    /// What premiums are a multiple of.
    public let premiumOn: PremiumOn
    /// Where a workweek's premium goes when cost is shared.
    public let share: Share
    /// How times come to a raster.
    public let timeRounding: [TimeRoundingRule]
    /// Which time off counts toward thresholds.
    public let leaveCounted: LeaveCounted?
    /// Rests of up to so many seconds between entries of a shift are worked time.
    public let paidRestSeconds: Int64
    /// Meals taken out of or added to a day.
    public let meals: [MealRule]
    /// Extra pay by the hour for certain hours.
    public let differentials: [Differential]
    /// Minimum pay for being called.
    public let guarantees: [Guarantee]
    /// What a holiday worked earns.
    public let holiday: HolidayRule?
    /// Which rate an hour of an agreement earns.
    public let rates: [RateChoice]
    /// Whether the agreement asks for approval before the work.
    public let approval: ApprovalRule?
    /// Limits per period; they raise checks.
    public let caps: [Cap]
    /// Time off in place of overtime pay.
    public let compTime: CompTimeRule?
    /// Bonuses that are left out of the regular rate.
    public let trivialBonus: TrivialBonusRule?
    /// What a week must pay for an exemption to hold.
    public let salaryTest: SalaryTest?
    /// Payroll's codes that pay assigned time.
    public let codesOfAssignedTime: Set<String>

    /// The longest name in words: "california-classified 2026-07-01".
    public var title: String { "\(name) \(version)" }
}
