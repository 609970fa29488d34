public import WorkUnits

/// Something to check beside a reading: it changes no amount by itself.
public struct Check: Sendable, Hashable {
    /// What kind it is; pages and files name it so.
    public enum Code: String, Sendable, CaseIterable {
        /// An entry inside assigned time: it adds no minutes.
        case displacedWork = "displaced_work"
        /// An entry on a day with time off.
        case clashWithLeave = "clash_with_leave"
        /// A workweek whose assigned hours are not known: a floor.
        case assignedHoursUnknown = "assigned_hours_unknown"
        /// Work that the agreement asks approval for, without it.
        case notApprovedBefore = "not_approved_before"
        /// Time past a limit of the agreement.
        case overCap = "over_cap"
        /// A position that is exempt: the law read here gives it no overtime.
        case notCovered = "not_covered"
        /// A salary under the level that an exemption asks for.
        case salaryBelowLevel = "salary_below_level"
        /// Holiday pay beside a premium that stands in its place.
        case holidayPayTwice = "holiday_pay_twice"
        /// A salary beside an hourly rate for the same week.
        case salaryBesideHourlyRate = "salary_beside_hourly_rate"
        /// An entry that rounding left nothing of.
        case roundedAway = "rounded_away"
        /// Time of entries that rounding changed in all.
        case rounded
        /// A day for which no version of the rule set is valid.
        case notValidThen = "not_valid_then"
        /// Comp time that reached its cap.
        case compTimeAtCap = "comp_time_at_cap"
        /// Agreements that cover the same position.
        case agreementsOverlap = "agreements_overlap"
        /// A guarantee or limit that no rule set here has.
        case unknownName = "unknown_name"
        /// Rule sets with different workweeks.
        case workweeksDiffer = "workweeks_differ"
        /// A bonus that the parties agreed to leave out of the regular rate.
        case trivialBonus = "trivial_bonus"
        /// A salary for whatever hours under a state's law, where its rate may go by 40 hours.
        case fluctuatingUnderState = "fluctuating_under_state"
        /// Counted leave that came after the week's work, so that it moved nothing.
        case leaveAfterWork = "leave_after_work"
        /// An hour for which the agreement has no rate.
        case noRateInAgreement = "no_rate_in_agreement"
        /// A rate decided after the work.
        case retroactiveRate = "retroactive_rate"
    }

    /// What kind it is.
    public let code: Code
    /// The entry's index in ``Hours/entries``, where it is about one.
    public let entry: Int?
    /// The day, or the first day of the workweek.
    public let date: CivilDate?
    /// The time that it is about, in seconds, where it is about some.
    public let seconds: Int64?
    /// One sentence.
    public let says: String
    /// The article or section, where one asks for it.
    public let cite: String?

    init(
        _ code: Code, entry: Int? = nil, date: CivilDate? = nil, seconds: Int64? = nil, _ says: String,
        cite: String? = nil
    ) {
        self.code = code
        self.entry = entry
        self.date = date
        self.seconds = seconds
        self.says = says
        self.cite = cite
    }

    static func displaced(_ entry: Int, _ seconds: Seconds) -> Check {
        Check(
            .displacedWork, entry: entry, seconds: seconds.count,
            "\(seconds) of it lie inside assigned time and add nothing to the time worked.")
    }

    static func clashWithLeave(_ entry: Int, _ date: CivilDate) -> Check {
        Check(
            .clashWithLeave, entry: entry, date: date,
            "There is time off on that day too. Payroll has to say which of the two it was.")
    }

    static func roundedAway(_ entry: Int) -> Check {
        Check(.roundedAway, entry: entry, "Rounding leaves nothing of it.")
    }
}
