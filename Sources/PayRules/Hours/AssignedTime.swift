public import WorkUnits

/// Time that a position assigns on a day.
public struct AssignedTime: Sendable, Hashable {
    /// Its day.
    public let date: CivilDate
    /// The first moment; the start of the day where no times are known.
    public let start: Instant
    /// The first moment after it, the unpaid meal included.
    public let end: Instant
    /// The unpaid meal inside of it, in seconds.
    public let unpaidSeconds: Int64
    /// Which position, by its index.
    public let assignment: Int

    /// Makes assigned time.
    public init(
        date: CivilDate, start: Instant, end: Instant, unpaidSeconds: Int64 = 0, assignment: Int = 0
    ) {
        self.date = date
        self.start = start
        self.end = end
        self.unpaidSeconds = unpaidSeconds
        self.assignment = assignment
    }

    /// How long it is worked: all of it less the unpaid meal, in seconds.
    public var workedSeconds: Int64 { end.secondsSince1970 - start.secondsSince1970 - unpaidSeconds }
}
