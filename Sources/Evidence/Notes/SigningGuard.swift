/// Whether a log may sign what its database holds now, given what it signed last.
///
/// A log that signs two trees of which none continues the other has broken its one promise, for whatever reason: a
/// restored backup, a second sealer, a changed row. Source: C2SP tlog-checkpoint, "A log MUST NOT …".
public enum SigningGuard {
    /// Why it may not.
    public enum Refusal: Error, Hashable {
        /// The tree is smaller than the one signed last: events are gone.
        case smaller(signed: UInt64, found: UInt64)
        /// The first events are not those that were signed: they were changed, or these are another history.
        case different(signed: UInt64)
        /// What was signed last is of another log.
        case otherLog(String)
    }

    /// Refuses a tree that does not continue the one signed last.
    ///
    /// - Parameters:
    ///   - last: what was signed last; nil when nothing ever was.
    ///   - origin: the log.
    ///   - size: how many events the database holds.
    ///   - root: the root over so many first events, as the database has them.
    public static func check(
        last: Checkpoint?, origin: KeyName, size: UInt64, root: (UInt64) async throws -> TreeHash
    ) async throws {
        guard let last else { return }
        guard origin.isWritten(last.origin) else { throw Refusal.otherLog(last.origin) }
        guard size >= last.head.size else { throw Refusal.smaller(signed: last.head.size, found: size) }
        guard try await root(last.head.size) == last.head.root else { throw Refusal.different(signed: last.head.size) }
    }
}
