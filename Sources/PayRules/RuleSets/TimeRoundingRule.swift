public import WorkUnits

/// How one kind of time comes to a raster.
public struct TimeRoundingRule: Sendable, Hashable {
    /// What is rounded.
    public enum Of: String, Sendable, CaseIterable {
        /// When a stretch of work starts.
        case start
        /// When it ends.
        case end
        /// How long an entry is.
        case entry
        /// How long a day's work is.
        case day
        /// How long the gaps inside a day's shift are, together.
        case meal
    }

    /// A window around a time of day or a length, outside of which nothing is rounded.
    public struct Within: Sendable, Hashable {
        /// Seconds of the day, or of the length, that it lies around.
        public let around: Int64
        /// How far before, in seconds.
        public let before: Int64
        /// How far after, in seconds.
        public let after: Int64

        func holds(_ seconds: Int64) -> Bool { seconds >= around - before && seconds <= around + after }
    }

    /// What is rounded.
    public let of: Of
    /// How.
    public let rounding: TimeRounding
    /// Where only.
    public let within: Within?
    /// Where that is written.
    public let cite: String
}
