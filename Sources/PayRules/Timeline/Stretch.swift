/// Worked time of one source without a break: what is left of an entry or of assigned time once it is rounded, rested
/// and taken out of what is counted already.
struct Stretch {
    /// The first second, after 1970.
    var start: Int64
    /// The second after the last.
    var end: Int64
    /// The entry's index; -1 for assigned time.
    let entry: Int32
    /// The index of the assigned time; -1 for an entry.
    let assigned: Int32
    /// The position.
    let assignment: Int32
    /// A meal that is paid and counts toward nothing.
    var isMeal = false

    var seconds: Int64 { end - start }
}

/// A stretch, or a part of it, that lies in one shift and counts as one day's.
struct DayPiece {
    var stretch: Stretch
    /// Days after 1970 of the day that it belongs to.
    let day: Int32
    /// The number of its shift.
    let shift: Int32
}
