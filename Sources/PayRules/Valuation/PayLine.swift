/// One computed amount: for which time or pay, under which rule, at which rate and multiple.
public struct PayLine: Sendable, Hashable {
    /// Where the time or the pay comes from.
    public enum Source: String, Sendable {
        /// An entry.
        case entry
        /// Assigned time: already paid at straight time.
        case assigned
        /// Pay other than by the hour.
        case pay
    }

    /// Where it comes from.
    public let source: Source
    /// The index of the entry, the assigned time or the pay item.
    public let index: Int32
    /// The workweek's index in ``Reading/workweeks``.
    public let week: Int32
    /// What kind of pay it is.
    public let payClass: PayClass
    /// The version's index in the series.
    public let version: Int16
    /// The tier's index in its version, or the differential's for that class; -1 for none.
    public let tier: Int16
    /// The multiple in millionths.
    public let multiplier: Int64
    /// Dollars an hour of the time, in millionths.
    public let rate: Int64
    /// Dollars an hour that its premium is a multiple of, in millionths; nothing where that is the regular rate.
    public let premiumRate: Int64
    /// The first second, after 1970; for pay the workweek's.
    public let start: Int64
    /// How long, in seconds; nothing for pay.
    public internal(set) var seconds: Int64
    /// What the deciding counter stood at when its time began, in seconds.
    public let counterBefore: Int64
    /// The amount.
    public internal(set) var cents: Int64
    /// Where its shares begin in ``Reading/shares``.
    public internal(set) var firstShare: Int32
    /// How many shares it has.
    public internal(set) var shareCount: Int32

    /// Whether its time counts as time worked: not that of a differential, which stands beside it, nor of a paid meal.
    public var countsTime: Bool { payClass != .differential && payClass != .meal }
}
