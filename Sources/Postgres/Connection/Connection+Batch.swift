extension Connection {
    /// Runs a whole transaction in one flush: BEGIN, the identity's settings, the statements, COMMIT.
    ///
    /// A serialization failure, a deadlock or a stale prepared statement runs it once more, unless it was cancelled
    /// meanwhile.
    ///
    /// - Returns: one result per query.
    /// - Throws: ``PostgresError``; a transaction that throws anything but ``PostgresError/outcomeUnknown`` has left
    ///   nothing behind.
    @discardableResult
    public nonisolated func transaction(
        as identity: Identity? = nil,
        mode: TransactionMode = .write,
        deadline: ContinuousClock.Instant? = nil,
        _ queries: [Query]
    ) async throws(PostgresError) -> [QueryResult] {
        try identity?.check()
        for query in queries { try query.check() }
        let patience = Patience(deadline: deadline)
        return try await operation(patience) { (connection, handle) throws(PostgresError) in
            try connection.runBatch(identity, mode, queries, handle, patience)
        }
    }

    private func runBatch(
        _ identity: Identity?, _ mode: TransactionMode, _ queries: [Query], _ handle: Handle, _ patience: Patience
    ) throws(PostgresError) -> [QueryResult] {
        guard handle.isIdle else { throw .misuse("A transaction is open already.") }
        do throws(PostgresError) {
            return try runBatchOnce(identity, mode, queries, handle, patience)
        } catch {
            guard error.serverError?.isWorthRetrying == true else { throw error }
            try refuseIfAskedToEnd()
            return try runBatchOnce(identity, mode, queries, handle, patience)
        }
    }

    private func runBatchOnce(
        _ identity: Identity?, _ mode: TransactionMode, _ queries: [Query], _ handle: Handle, _ patience: Patience
    ) throws(PostgresError) -> [QueryResult] {
        var exchange = Exchange.transaction(
            TransactionScope.opening(identity, mode), steps(for: queries, scope: identity?.scope ?? ""))
        answer(&exchange, handle, patience)
        let results = try exchange.committedResults(writes: mode == .write)
        guard handle.isIdle else { throw .connection("the server didn't end the transaction") }
        return results
    }
}
