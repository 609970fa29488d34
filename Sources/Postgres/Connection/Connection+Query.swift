extension Connection {
    /// Runs one statement outside a transaction, or inside one that a script began.
    ///
    /// A prepared statement that has gone stale is prepared anew once.
    ///
    /// - Parameter deadline: when the statement is cancelled at the server; nil waits as long as it takes.
    /// - Throws: ``PostgresError``; ``PostgresError/outcomeUnknown`` when the connection was lost after sending.
    @discardableResult
    public nonisolated func query(
        _ query: Query, deadline: ContinuousClock.Instant? = nil
    ) async throws(PostgresError) -> QueryResult {
        try query.check()
        let patience = Patience(deadline: deadline)
        return try await operation(patience) { (connection, handle) throws(PostgresError) in
            try connection.runAlone(query, handle, patience)
        }
    }

    /// Runs several statements separated by semicolons in the simple protocol, as migrations need it. Without `begin` in
    /// it, the script is one transaction. The caller vouches for the text; CI lists each use.
    ///
    /// - Throws: the first statement's ``PostgresError``; the ones after it haven't run.
    public nonisolated func execute(
        unsafeSQL script: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(PostgresError) {
        let patience = Patience(deadline: deadline)
        try Query(unsafeSQL: script).check()
        try await operation(patience) { (_, handle) throws(PostgresError) in
            do throws(PostgresError) {
                try handle.run(script: script, patience)
            } catch {
                if case .connection(let reason) = error { throw .outcomeUnknown(reason) }
                throw error
            }
        }
    }

    private func runAlone(
        _ query: Query, _ handle: Handle, _ patience: Patience
    ) throws(PostgresError) -> QueryResult {
        let mayRetry = handle.isIdle
        do throws(PostgresError) {
            return try run([query], handle, patience)
        } catch {
            guard mayRetry, error.serverError?.isStaleStatement == true else { throw error }
            try refuseIfAskedToEnd()
            return try run([query], handle, patience)
        }
    }

    private func run(_ queries: [Query], _ handle: Handle, _ patience: Patience) throws(PostgresError) -> QueryResult {
        var exchange = Exchange.statements(steps(for: queries, scope: ""))
        answer(&exchange, handle, patience)
        let results = try exchange.statementResults { .outcomeUnknown($0) }
        guard let result = results.last else { throw .connection("the statement had no answer") }
        return result
    }

    /// The steps for some statements, in order.
    func steps(for queries: [Query], scope: String) -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(queries.count)
        for query in queries { steps.append(contentsOf: statements.steps(for: query, scope: scope)) }
        return steps
    }

    /// Sends an exchange and reads its answers; what they say about prepared statements is remembered.
    func answer(_ exchange: inout Exchange, _ handle: Handle, _ patience: Patience) {
        handle.run(&exchange, patience)
        statements.settle(exchange)
        if exchange.loss != nil { close() }
    }
}
