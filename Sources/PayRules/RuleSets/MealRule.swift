/// A meal that is taken out of a day unasked, or added to it.
public struct MealRule: Sendable, Hashable {
    /// Which way.
    public enum Mode: String, Sendable, CaseIterable {
        /// Taken out after so much work.
        case deduct = "auto_deduct"
        /// The gap between entries is worked time.
        case add = "auto_add"
    }

    /// Which way.
    public let mode: Mode
    /// How long, in seconds.
    public let seconds: Int64
    /// On days with more work than this, in seconds.
    public let afterSeconds: Int64
    /// Whether a meal taken out is paid at straight time all the same, counting toward nothing.
    public let isPaid: Bool
    /// Where that is written.
    public let cite: String
}
