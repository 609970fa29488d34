/// Time off that counts toward thresholds as if it were worked.
public struct LeaveCounted: Sendable, Hashable {
    /// The kinds; nil for all that is paid.
    public let kinds: Set<String>?
    /// Where that is written.
    public let cite: String

    func counts(_ leave: Leave) -> Bool { kinds?.contains(leave.kind) ?? leave.isPaid }
}
