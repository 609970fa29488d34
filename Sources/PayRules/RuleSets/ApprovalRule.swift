/// An agreement that asks for approval before the work: its absence is shown, and takes nothing away.
public struct ApprovalRule: Sendable, Hashable {
    /// Which hours.
    public let when: Condition
    /// Where that is written.
    public let cite: String
}
