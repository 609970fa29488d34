public import WorkUnits

/// Pay other than by the hour: what for, how much, and what the law makes of it.
public struct PayItem: Sendable, Hashable {
    /// What it was paid for. Which kinds enter the regular rate: 29 CFR 778.200 to .225, Fact Sheet 56A.
    public enum Kind: String, Sendable, CaseIterable {
        /// Salary for a stated number of hours, or for whatever hours a week has (fluctuating).
        case salary
        /// Piece work.
        case piece
        /// A day or job rate.
        case dayRate = "day_rate"
        /// A bonus promised or expected (29 CFR 778.211).
        case nondiscretionaryBonus = "nondiscretionary_bonus"
        /// A bonus at the employer's discretion (29 USC 207(e)(3)).
        case discretionaryBonus = "discretionary_bonus"
        /// A differential paid as a sum.
        case shiftDifferential = "shift_differential"
        /// Pay for being on call.
        case onCall = "on_call"
        /// A fixed sum for a duty, whatever the hours (29 CFR 778.310).
        case stipend
        /// Pay for time off.
        case paidLeave = "paid_leave"
        /// Pay for a holiday not worked.
        case holidayPay = "holiday_pay"
        /// Pay for coming in vain, beyond the hours worked (29 CFR 778.220).
        case showUp = "show_up"
        /// Pay for being called back, of which the hours not worked are excess (29 CFR 778.221).
        case callBack = "call_back"
        /// Extra pay by the hour for certain hours (29 USC 207(e)(5)-(7)).
        case premium
        /// Repaid expenses.
        case expense
        /// Comp time paid out in place of being taken.
        case compTimePaidOut = "comp_time_paid_out"
    }

    /// Whether the hours of a week can be paid by it alone.
    static let makingRates: Set<Kind> = [.salary, .piece, .dayRate]

    /// What the law makes of an item.
    public enum Standing: Sendable, Hashable {
        /// Pay for work: it raises the regular rate.
        case remuneration
        /// Neither in the regular rate nor credited.
        case excluded
        /// Not in the regular rate, and credited against overtime (29 USC 207(h)).
        case creditable
    }

    /// Hours that a premium is paid for.
    public enum PremiumFor: String, Sendable, CaseIterable {
        /// Hours past eight in a day, past 40 in a week, or past the normal ones: any factor may be credited.
        case overEight = "over_8"
        /// Hours past 40 in a workweek.
        case overForty = "over_40"
        /// Hours past the normal day or week.
        case overNormal = "over_normal"
        /// Saturdays.
        case saturday
        /// Sundays.
        case sunday
        /// Holidays.
        case holiday
        /// The regular day of rest.
        case restDay = "rest_day"
        /// The sixth day of the workweek.
        case sixthDay = "sixth_day"
        /// The seventh day of the workweek.
        case seventhDay = "seventh_day"
        /// Hours outside those that the agreement sets.
        case outsideHours = "outside_hours"
        /// Nights, hardship and other reasons: never credited.
        case other

        var isForLongHours: Bool { self == .overEight || self == .overForty || self == .overNormal }
    }

    /// How a salary becomes weekly.
    public enum Per: String, Sendable, CaseIterable {
        /// As stated.
        case week
        /// Half of it.
        case twoWeeks = "two_weeks"
        /// Times 24 by 52 (29 CFR 778.113(b)).
        case halfMonth = "half_month"
        /// Times 12 by 52 (29 CFR 778.113(b)).
        case month
        /// By 52.
        case year
    }

    /// A day of the workweek that it belongs to, or the first of the weeks that it is spread over.
    public var workweekOf: CivilDate
    /// What it was paid for.
    public var kind: Kind
    /// Dollars; exact, for a salary by the month becomes thirteenths of cents by the week.
    public var amount: Ratio
    /// A salary's hours in seconds; nil for one that covers whatever hours a week has.
    public var coversSeconds: Int64?
    /// The guaranteed dollars an hour of piece work (29 CFR 778.111(b)).
    public var guaranteedRate: Millionths?
    /// The day it is for: leave, holidays.
    public var date: CivilDate?
    /// How long it is for, in seconds: leave, holidays.
    public var seconds: Int64
    /// Seconds worked of a call-back.
    public var workedSeconds: Int64
    /// The guaranteed seconds of a call-back.
    public var minimumSeconds: Int64
    /// What hours a premium is for.
    public var premiumFor: PremiumFor?
    /// A premium's factor in millionths: 1,500,000 is time and a half.
    public var multiplier: Int64
    /// Which position pays it, by its index.
    public var assignment: Int
    /// Parts of one sum for several weeks have one number; nil for an item of its own.
    public var sum: Int?

    /// Makes an item.
    public init(
        workweekOf: CivilDate, kind: Kind, amount: Ratio, coversSeconds: Int64? = nil,
        guaranteedRate: Millionths? = nil, date: CivilDate? = nil, seconds: Int64 = 0, workedSeconds: Int64 = 0,
        minimumSeconds: Int64 = 0, premiumFor: PremiumFor? = nil, multiplier: Int64 = 0, assignment: Int = 0
    ) {
        self.workweekOf = workweekOf
        self.kind = kind
        self.amount = amount
        self.coversSeconds = coversSeconds
        self.guaranteedRate = guaranteedRate
        self.date = date
        self.seconds = seconds
        self.workedSeconds = workedSeconds
        self.minimumSeconds = minimumSeconds
        self.premiumFor = premiumFor
        self.multiplier = multiplier
        self.assignment = assignment
    }

    /// What federal law makes of it.
    ///
    /// A premium for long hours is credited whatever its factor; one for certain days or hours only from 1.5 up; any
    /// other is pay like the rest. Source: 29 CFR 778.201 to .207, 29 USC 207(e) and (h).
    public var standing: Standing {
        switch kind {
        case .salary, .piece, .dayRate, .nondiscretionaryBonus, .shiftDifferential, .onCall, .stipend: .remuneration
        case .discretionaryBonus, .paidLeave, .holidayPay, .showUp, .callBack, .expense, .compTimePaidOut: .excluded
        case .premium:
            if premiumFor?.isForLongHours == true {
                .creditable
            } else if premiumFor != nil, premiumFor != .other, multiplier >= 1_500_000 {
                .creditable
            } else {
                .remuneration
            }
        }
    }
}
