public import WorkUnits

/// Time off on a day.
public struct Leave: Sendable, Hashable {
    /// Its day.
    public let date: CivilDate
    /// How long, in seconds.
    public let seconds: Int64
    /// "sick", "vacation", "holiday", "comp_time_used".
    public let kind: String
    /// Whether it is paid.
    public let isPaid: Bool
    /// Which position, by its index; nil for any.
    public let assignment: Int?

    /// Makes time off.
    public init(date: CivilDate, seconds: Int64, kind: String, isPaid: Bool, assignment: Int? = nil) {
        self.date = date
        self.seconds = seconds
        self.kind = kind
        self.isPaid = isPaid
        self.assignment = assignment
    }
}
