public import WorkUnits

/// How entries join to shifts.
public struct ShiftRule: Sendable, Hashable {
    /// Which day a shift belongs to.
    public enum BelongsTo: String, Sendable, CaseIterable {
        /// The day on which it starts.
        case startDay = "start_day"
        /// The day of its last moment.
        case endDay = "end_day"
        /// The day that holds most of it; of equal ones the earlier.
        case mostTimeDay = "most_time_day"
        /// Cut where a workday starts; every piece is its own day's.
        case split
    }

    /// Which day it belongs to.
    public let belongsTo: BelongsTo
    /// A gap this long opens a new shift, in seconds.
    public let newAfterGapSeconds: Int64
    /// A shift spans no more than this, in seconds; an entry that would take it past opens a new one.
    public let maxSeconds: Int64
    /// When a workday starts, for `split`.
    public let workdayStart: WallTime

    /// Shifts of the day on which they start, with gaps under 4 and spans up to 16 hours, unless said otherwise.
    public init(
        belongsTo: BelongsTo = .startDay, newAfterGapMinutes: Int = 240, maxMinutes: Int = 960,
        workdayStart: WallTime = .midnight
    ) {
        self.belongsTo = belongsTo
        newAfterGapSeconds = Int64(newAfterGapMinutes) * 60
        maxSeconds = Int64(maxMinutes) * 60
        self.workdayStart = workdayStart
    }
}
