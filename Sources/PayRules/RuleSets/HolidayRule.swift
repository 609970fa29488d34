/// What a holiday worked earns.
public struct HolidayRule: Sendable, Hashable {
    /// One of the four ways agreements have (29 CFR 778.219 and LAUSD-POA IX 4.0(c) show them).
    public enum Model: String, Sendable, CaseIterable {
        /// Holiday pay, and the hours at straight time.
        case payAndStraight = "pay_and_straight"
        /// Holiday pay, and the hours at time and a half.
        case payAndPremium = "pay_and_premium"
        /// The hours at time and a half, no holiday pay.
        case premiumInstead = "premium_instead"
        /// The hours at double time, no holiday pay.
        case doubleInstead = "double_instead"

        /// The multiple of the hours in millionths.
        public var multiplier: Int64 {
            switch self {
            case .payAndStraight: 1_000_000
            case .payAndPremium, .premiumInstead: 1_500_000
            case .doubleInstead: 2_000_000
            }
        }

        /// Whether holiday pay stands beside the hours.
        public var paysBeside: Bool { self == .payAndStraight || self == .payAndPremium }
    }

    /// Which way.
    public let model: Model
    /// Where that is written.
    public let cite: String
}
