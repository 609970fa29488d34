public import WorkUnits

/// The time that belongs to a day; by multiple it stands in ``Reading/parts(of:)``.
public struct WorkedDay: Sendable, Hashable {
    /// Its date.
    public let date: CivilDate
    /// All of it, in seconds.
    public internal(set) var seconds: Int64 = 0
    /// Where its parts begin, and how many there are.
    let firstPart: Int32
    var partCount: Int32 = 0

    init(date: CivilDate, firstPart: Int32) {
        self.date = date
        self.firstPart = firstPart
    }

    /// Time at one multiple.
    public struct Part: Sendable, Hashable {
        /// The multiple in millionths.
        public let multiplier: Int64
        /// How long, in seconds.
        public internal(set) var seconds: Int64
    }
}
