extension Connection {
    /// Runs a closure in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// A serialization failure, a deadlock or a stale prepared statement runs the closure once more, so it must have no
    /// effects outside the database. It isn't run again once a COPY in it has asked its source for data.
    ///
    /// - Throws: what the closure throws; ``PostgresError`` of its statements, even of those whose error it caught.
    @discardableResult
    public nonisolated func transaction<Value: Sendable>(
        as identity: Identity? = nil,
        mode: TransactionMode = .write,
        deadline: ContinuousClock.Instant? = nil,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        try identity?.check()
        let patience = Patience(deadline: deadline)
        let first = TransactionScope(identity, mode, patience)
        do {
            return try await run(body, in: first)
        } catch {
            guard first.isWorthRetrying else { throw error }
            return try await run(body, in: TransactionScope(identity, mode, patience))
        }
    }

    private nonisolated func run<Value: Sendable>(
        _ body: (Transaction) async throws -> Value, in scope: TransactionScope
    ) async throws -> Value {
        let value: Value
        do {
            value = try await body(Transaction(connection: self, scope: scope))
        } catch {
            await rollBack(scope)
            throw error
        }
        do {
            try await commit(scope)
        } catch {
            await rollBack(scope)
            throw error
        }
        return value
    }

    /// Runs statements of a transaction; before the first, its opening.
    func run(_ queries: [Query], in scope: TransactionScope, _ handle: Handle) throws(PostgresError) -> [QueryResult] {
        guard scope.hasBegun || handle.isIdle else { throw .misuse("A transaction is open already.") }
        let opening = try scope.begin()
        var exchange = Exchange.statements(
            opening.map { .statement($0) } + steps(for: queries, scope: scope.preparedScope))
        answer(&exchange, handle, scope.patience)
        do throws(PostgresError) {
            return try exchange.statementResults { .connection($0) }
        } catch {
            scope.fail(error)
            throw error
        }
    }

    /// Sends COMMIT, unless nothing was sent before it.
    private nonisolated func commit(_ scope: TransactionScope) async throws(PostgresError) {
        guard scope.hasBegun else { return scope.end() }
        await abandonCopy()
        try await operation(scope.patience) { (connection, handle) throws(PostgresError) in
            var exchange = Exchange.transaction([], [])
            connection.answer(&exchange, handle, scope.patience)
            scope.end()
            do throws(PostgresError) {
                _ = try exchange.committedResults(writes: scope.mode == .write)
            } catch {
                // Nothing is lost when a transaction that only read is rolled back.
                if error == .rolledBack, scope.mode == .read { return }
                if error == .rolledBack, let failure = scope.failure { throw failure }
                scope.fail(error)
                throw error
            }
        }
    }

    /// Ends the transaction without keeping anything. A connection that can't do that is closed.
    private nonisolated func rollBack(_ scope: TransactionScope) async {
        let wasOpen = scope.hasBegun
        scope.end()
        guard wasOpen, !isBroken else { return }
        await reset(discardingSession: false)
    }
}
