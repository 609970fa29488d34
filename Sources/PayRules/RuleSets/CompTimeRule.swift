/// Time off in place of overtime pay.
public struct CompTimeRule: Sendable, Hashable {
    /// Time off for an hour of overtime, in millionths of an hour: 1,500,000.
    public let rate: Int64
    /// The most that may stand to a person's credit, in seconds; nil for none.
    public let capSeconds: Int64?
    /// After how many months it is paid out; nil for never.
    public let expiresAfterMonths: Int?
    /// Where that is written.
    public let cite: String
}
