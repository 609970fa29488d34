import Synchronization

/// What a transaction may do.
public enum TransactionMode: Sendable, Hashable {
    /// `BEGIN READ ONLY`: a statement that writes is refused (`25006`).
    case read
    /// `BEGIN`.
    case write
}

/// One transaction's opening statements and state. They are sent in one flush with its first statement.
final class TransactionScope: Sendable {
    struct State {
        /// True once the opening statements have been sent.
        var hasBegun = false
        /// True once the transaction is over: its `Transaction` value must not be used any more.
        var hasEnded = false
        /// The first error of one of its statements, also when the caller swallowed it.
        var failure: PostgresError?
        /// True once something was taken in it that can't be taken again, such as the chunks of a COPY's source.
        var hasTakenInput = false
    }

    let opening: [String]
    let preparedScope: String
    let mode: TransactionMode
    let patience: Patience
    let state = Mutex(State())

    init(_ identity: Identity?, _ mode: TransactionMode, _ patience: Patience) {
        opening = TransactionScope.opening(identity, mode)
        preparedScope = identity?.scope ?? ""
        self.mode = mode
        self.patience = patience
    }

    /// BEGIN and the identity's `SET LOCAL`s.
    static func opening(_ identity: Identity?, _ mode: TransactionMode) -> [String] {
        [mode == .read ? "BEGIN READ ONLY" : "BEGIN"] + (identity?.statements ?? [])
    }
}
