import Synchronization

extension TransactionScope {
    /// What must be sent before the next statement: the opening, or nothing when it was sent.
    func begin() throws(PostgresError) -> [String] {
        let (hadBegun, hasEnded) = state.withLock { state in
            defer { state.hasBegun = true }
            return (state.hasBegun, state.hasEnded)
        }
        guard !hasEnded else { throw .misuse("The transaction is over.") }
        return hadBegun ? [] : opening
    }

    /// Remembers the first error.
    func fail(_ error: PostgresError) {
        state.withLock { $0.failure = $0.failure ?? error }
    }

    /// From now on nothing may be sent in it.
    func end() {
        state.withLock { $0.hasEnded = true }
    }

    var hasBegun: Bool {
        state.withLock { $0.hasBegun }
    }

    var failure: PostgresError? {
        state.withLock { $0.failure }
    }

    /// From now on it can't be run again.
    func takeInput() {
        state.withLock { $0.hasTakenInput = true }
    }

    /// True when running the whole transaction again may work.
    var isWorthRetrying: Bool {
        state.withLock { !$0.hasTakenInput && $0.failure?.serverError?.isWorthRetrying == true }
    }
}
