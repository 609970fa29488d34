/// A limit of minutes per period: what passes it is shown, and takes nothing away.
public struct Cap: Sendable, Hashable {
    /// "per_session_year"
    public let name: String
    /// How long, in seconds.
    public let seconds: Int64
    /// The month in which the year starts that it is counted in, 1 to 12.
    public let yearStartsInMonth: Int
    /// Which hours.
    public let when: Condition
    /// Where that is written.
    public let cite: String
}
