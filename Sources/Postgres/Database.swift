/// A database, reached through a pool of connections. The one door for all that reads or writes it.
///
/// Every transaction runs as an ``Identity``. Retries: a serialization failure (`40001`), a deadlock (`40P01`) and a stale
/// prepared statement run the whole transaction once more; nothing else is retried.
public struct Database: Sendable {
    private let pool: Pool

    /// A database that is connected to when first used.
    public init(_ options: ConnectionOptions, pool: PoolOptions = PoolOptions()) {
        self.pool = Pool(options, pool)
    }

    /// Runs a closure in a READ ONLY transaction.
    ///
    /// - Parameters:
    ///   - identity: whose rights and schema the statements have.
    ///   - deadline: when waiting and running end; the statement is then cancelled at the server. Nil takes the pool's
    ///     time limit (``PoolOptions/timeLimit``).
    ///   - body: what to do; may run twice, so it has no effects outside the database.
    /// - Throws: ``PostgresError``, or what the closure throws.
    public func read<Value: Sendable>(
        as identity: Identity,
        deadline: ContinuousClock.Instant? = nil,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        try await transaction(identity, .read, deadline, body)
    }

    /// Runs a closure in a transaction that may write: committed when it returns, rolled back when it throws.
    ///
    /// The parameters are those of reading.
    ///
    /// - Throws: ``PostgresError``, or what the closure throws. ``PostgresError/outcomeUnknown`` means that the
    ///   transaction may stand or not.
    @discardableResult
    public func write<Value: Sendable>(
        as identity: Identity,
        deadline: ContinuousClock.Instant? = nil,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        try await transaction(identity, .write, deadline, body)
    }

    /// Runs statements that are known up front in a READ ONLY transaction, all in one flush.
    ///
    /// - Returns: one result per query.
    public func read(
        as identity: Identity, deadline: ContinuousClock.Instant? = nil, _ queries: [Query]
    ) async throws(PostgresError) -> [QueryResult] {
        try await batch(identity, .read, deadline, queries)
    }

    /// Runs statements that are known up front in a READ ONLY transaction, all in one flush, with the rights of the role
    /// that is signed in: for what belongs to no district.
    ///
    /// - Returns: one result per query.
    public func read(
        deadline: ContinuousClock.Instant? = nil, _ queries: [Query]
    ) async throws(PostgresError) -> [QueryResult] {
        try await batch(nil, .read, deadline, queries)
    }

    /// Runs statements that are known up front in a transaction that may write, all in one flush.
    ///
    /// - Returns: one result per query; the transaction is then committed for certain.
    /// - Throws: ``PostgresError``; after ``PostgresError/outcomeUnknown`` the transaction may stand or not, after any
    ///   other it doesn't.
    @discardableResult
    public func write(
        as identity: Identity, deadline: ContinuousClock.Instant? = nil, _ queries: [Query]
    ) async throws(PostgresError) -> [QueryResult] {
        try await batch(identity, .write, deadline, queries)
    }

    /// Lends a connection, signed in as itself. What the closure leaves open in it (transaction, settings, temporary
    /// tables, locks) ends when the closure does.
    ///
    /// - Parameter deadline: when waiting for the connection ends. Statements state deadlines of their own.
    public func withConnection<Value: Sendable>(
        deadline: ContinuousClock.Instant? = nil, _ body: (Connection) async throws -> Value
    ) async throws -> Value {
        let connection = try await pool.lend(deadline)
        do {
            let value = try await body(connection)
            await takeBack(connection)
            return value
        } catch {
            await takeBack(connection)
            throw error
        }
    }

    /// Lends no more connections, waits for those that are lent, up to the pool's drain timeout, and closes them all:
    /// after the timeout also those that are still lent, whose statements are cancelled.
    public func close() async {
        await pool.close()
    }

    private func takeBack(_ connection: Connection) async {
        if !connection.isBroken { await connection.reset(discardingSession: true) }
        pool.giveBack(connection)
    }

    private func batch(
        _ identity: Identity?, _ mode: TransactionMode, _ deadline: ContinuousClock.Instant?, _ queries: [Query]
    ) async throws(PostgresError) -> [QueryResult] {
        let deadline = deadline ?? pool.usualDeadline
        let connection = try await pool.lend(deadline)
        defer { pool.giveBack(connection) }
        return try await connection.transaction(as: identity, mode: mode, deadline: deadline, queries)
    }

    private func transaction<Value: Sendable>(
        _ identity: Identity,
        _ mode: TransactionMode,
        _ deadline: ContinuousClock.Instant?,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        let deadline = deadline ?? pool.usualDeadline
        let connection = try await pool.lend(deadline)
        defer { pool.giveBack(connection) }
        return try await connection.transaction(as: identity, mode: mode, deadline: deadline, body)
    }
}
