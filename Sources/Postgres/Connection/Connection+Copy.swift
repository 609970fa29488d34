import CLibPQ

extension Connection {
    /// The rows of a `COPY … TO STDOUT`. Values in the query are written as literals, because COPY takes no parameters.
    ///
    /// The copy runs while the sequence is read; the connection can do nothing else until its end. A copy that isn't read
    /// to its end is cancelled when the connection is given back.
    public nonisolated func copyOut(_ query: Query, deadline: ContinuousClock.Instant? = nil) -> CopyOut {
        CopyOut(connection: self, scope: nil, query: query, patience: Patience(deadline: deadline))
    }

    /// Sends rows to a `COPY … FROM STDIN`. Chunks may end anywhere; each is asked for when the one before it has been
    /// taken by the server's socket, so that memory stays flat.
    ///
    /// When the sequence throws, or the task is cancelled, nothing is kept. A transaction that has asked the sequence for
    /// a chunk isn't run again, because the sequence may have nothing more to give.
    ///
    /// - Returns: the number of rows copied.
    /// - Throws: ``PostgresError``, or what the sequence throws.
    @discardableResult
    public nonisolated func copyIn<Source: AsyncSequence>(
        _ query: Query, from source: Source, deadline: ContinuousClock.Instant? = nil
    ) async throws -> Int where Source.Element == [UInt8] {
        try await copyIn(query, from: source, in: nil, Patience(deadline: deadline))
    }

    nonisolated func copyIn<Source: AsyncSequence>(
        _ query: Query, from source: Source, in scope: TransactionScope?, _ patience: Patience
    ) async throws -> Int where Source.Element == [UInt8] {
        let number = canceller.nextOperation()
        do {
            try await startCopy(query, .in, number, in: scope, patience)
            scope?.takeInput()
            for try await chunk in source {
                try await sendCopyChunk(chunk, number, patience)
            }
            return try await endCopyIn(number, scope, patience)
        } catch {
            await refuseCopyIn(number)
            scope?.fail(error as? PostgresError ?? .cancelled)
            throw error
        }
    }

    enum CopyDirection: Sendable {
        case `in`
        case out
    }

    nonisolated func startCopy(
        _ query: Query, _ direction: CopyDirection, _ number: UInt64, in scope: TransactionScope?, _ patience: Patience
    ) async throws(PostgresError) {
        try query.check()
        try await operation(patience) { (connection, handle) throws(PostgresError) in
            if let scope { _ = try connection.run([], in: scope, handle) }
            try handle.startCopy(query.inlined, direction == .in ? PGRES_COPY_IN : PGRES_COPY_OUT, patience)
            connection.copy = number
        }
    }

    nonisolated func nextCopyChunk(_ number: UInt64, _ patience: Patience) async throws(PostgresError) -> [UInt8]? {
        try await operation(patience, copy: number) { (connection, handle) throws(PostgresError) in
            do throws(PostgresError) {
                let chunk = try handle.nextCopyChunk(size: 131_072, patience)
                if chunk == nil { connection.copy = nil }
                return chunk
            } catch {
                connection.copy = nil
                throw error
            }
        }
    }

    private nonisolated func sendCopyChunk(
        _ chunk: [UInt8], _ number: UInt64, _ patience: Patience
    ) async throws(PostgresError) {
        try await operation(patience, copy: number) { (_, handle) throws(PostgresError) in
            try handle.sendCopyChunk(chunk, patience)
        }
    }

    /// Also refuses when the task is cancelled: a sequence may simply end then, and half of it must not be kept.
    private nonisolated func endCopyIn(
        _ number: UInt64, _ scope: TransactionScope?, _ patience: Patience
    ) async throws(PostgresError) -> Int {
        try await operation(patience, copy: number) { (connection, handle) throws(PostgresError) in
            connection.copy = nil
            do throws(PostgresError) {
                let tag = try handle.finishCopyIn(refusal: nil, patience)
                return tag.split(separator: " ").last.flatMap { Int($0) } ?? 0
            } catch {
                if scope == nil, case .connection(let reason) = error { throw .outcomeUnknown(reason) }
                throw error
            }
        }
    }

    /// Ends a COPY in so that nothing of it is kept; does nothing when it is over.
    private nonisolated func refuseCopyIn(_ number: UInt64) async {
        _ = try? await cleanup(copy: number) { (connection, handle) throws(PostgresError) in
            connection.copy = nil
            _ = try handle.finishCopyIn(refusal: "refused by the client", .within(Patience.grace))
        }
    }

    /// Cancels a COPY out that wasn't read to its end, and drops what had been sent of it.
    nonisolated func abandonCopy() async {
        guard let number = await copy else { return }
        _ = try? await cleanup(copy: number) { (connection, handle) throws(PostgresError) in
            connection.copy = nil
            connection.canceller.request(.abandoned)
            try handle.drainCopyOut(.unlimited)
        }
    }
}
