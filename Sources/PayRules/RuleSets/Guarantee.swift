/// Minimum pay for being called: entries name it.
public struct Guarantee: Sendable, Hashable {
    /// "call_back", "show_up", "court"
    public let name: String
    /// Paid at least so long, in seconds. What is not worked is neither in the regular rate nor credited.
    public let minimumSeconds: Int64
    /// At which multiple of the rate, in millionths.
    public let multiplier: Int64
    /// Where that is written.
    public let cite: String
}
