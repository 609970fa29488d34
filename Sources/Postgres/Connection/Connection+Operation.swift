/// How each call runs: on the connection's queue, one at a time, cancellable.
extension Connection {
    /// Runs blocking work on the connection's queue.
    ///
    /// When the task is cancelled meanwhile, or the deadline passes, the statement is cancelled at the server; its
    /// refusal (`57014`) is then thrown as ``PostgresError/cancelled`` or ``PostgresError/deadlineExceeded``. Work that
    /// was finished first returns its result: what happened counts, not what was asked for.
    nonisolated func operation<Value: Sendable>(
        _ patience: Patience,
        copy: UInt64? = nil,
        _ work: @Sendable (isolated Connection, Handle) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let number = canceller.nextOperation()
        let result = await withTaskCancellationHandler {
            await perform(number, patience, copy: copy, isCancellable: true, work)
        } onCancel: {
            canceller.request(.task, of: number)
        }
        return try result.get()
    }

    /// Runs blocking work that must be done even in a cancelled task, such as ROLLBACK.
    nonisolated func cleanup<Value: Sendable>(
        copy: UInt64? = nil,
        _ work: @Sendable (isolated Connection, Handle) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let number = canceller.nextOperation()
        return try await perform(number, .unlimited, copy: copy, isCancellable: false, work).get()
    }

    private func perform<Value: Sendable>(
        _ number: UInt64,
        _ patience: Patience,
        copy: UInt64?,
        isCancellable: Bool,
        _ work: (isolated Connection, Handle) throws(PostgresError) -> Value
    ) -> Result<Value, PostgresError> {
        guard let handle else { return .failure(.connection("the connection is closed")) }
        guard self.copy == copy else { return .failure(.misuse("A COPY is going on, or is over.")) }
        canceller.begin(number)
        do throws(PostgresError) {
            if isCancellable { try refuseIfLate(patience) }
            let value = try work(self, handle)
            _ = canceller.end()
            return .success(value)
        } catch {
            if error.endsConnection { close() }
            let reason = canceller.end(waits: !isBroken)
            return .failure(error.explained(by: reason))
        }
    }

    /// Throws when the running operation was asked to end, so that it isn't begun anew.
    func refuseIfAskedToEnd() throws(PostgresError) {
        if let reason = canceller.reason { throw reason.error }
    }

    private func refuseIfLate(_ patience: Patience) throws(PostgresError) {
        if Task.isCancelled { throw .cancelled }
        if patience.isOver { throw .deadlineExceeded }
    }
}

extension PostgresError {
    /// A statement that the server cancelled because we asked it to is told as what made us ask.
    fileprivate func explained(by reason: Canceller.Reason?) -> PostgresError {
        guard let reason else { return self }
        switch self {
        case .server(let error) where error.sqlState == "57014": break
        case .connection: break
        default: return self
        }
        return reason.error
    }
}

extension Canceller.Reason {
    fileprivate var error: PostgresError {
        self == .deadline ? .deadlineExceeded : .cancelled
    }
}
