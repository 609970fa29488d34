/// An open transaction, lent to a closure. It must not be used after the closure has returned.
public struct Transaction: Sendable {
    let connection: Connection
    let scope: TransactionScope

    /// Runs one statement. After a statement has failed, the others are refused (`25P02`) and the transaction can't be
    /// committed, even when the error is caught.
    @discardableResult
    public func query(_ query: Query) async throws(PostgresError) -> QueryResult {
        let results = try await self.query([query])
        guard let result = results.first else { throw .connection("the statement had no answer") }
        return result
    }

    /// Runs several statements in one flush; one result each.
    public func query(_ queries: [Query]) async throws(PostgresError) -> [QueryResult] {
        for query in queries { try query.check() }
        return try await connection.operation(scope.patience) { (connection, handle) throws(PostgresError) in
            try connection.run(queries, in: scope, handle)
        }
    }

    /// The rows of a `COPY … TO STDOUT`, see ``Connection/copyOut(_:deadline:)``. A copy that isn't read to its end is
    /// cancelled, and the transaction rolled back.
    public func copyOut(_ query: Query) -> CopyOut {
        CopyOut(connection: connection, scope: scope, query: query, patience: scope.patience)
    }

    /// Sends rows to a `COPY … FROM STDIN`, see ``Connection/copyIn(_:from:deadline:)``.
    @discardableResult
    public func copyIn<Source: AsyncSequence>(_ query: Query, from source: Source) async throws -> Int
    where Source.Element == [UInt8] {
        try await connection.copyIn(query, from: source, in: scope, scope.patience)
    }
}
