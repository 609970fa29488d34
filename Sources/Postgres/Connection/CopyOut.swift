/// The data of a `COPY … TO STDOUT`, in chunks of whole rows, some 128 KB each.
///
/// Each chunk is read from the server when it is asked for: a slow reader holds the server back, and memory stays flat.
public struct CopyOut: AsyncSequence, Sendable {
    let connection: Connection
    let scope: TransactionScope?
    let query: Query
    let patience: Patience

    /// Starts the copy with the first call of `next`.
    public func makeAsyncIterator() -> Iterator {
        Iterator(source: self, number: connection.canceller.nextOperation())
    }

    /// Reads a copy chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        let source: CopyOut
        let number: UInt64
        private var isStarted = false
        private var isOver = false

        init(source: CopyOut, number: UInt64) {
            self.source = source
            self.number = number
        }

        /// The next rows, or nil at the end.
        ///
        /// - Throws: ``PostgresError``; nothing more comes then.
        public mutating func next() async throws(PostgresError) -> [UInt8]? {
            guard !isOver else { return nil }
            do throws(PostgresError) {
                if !isStarted {
                    try await source.connection.startCopy(
                        source.query, .out, number, in: source.scope, source.patience)
                    isStarted = true
                }
                let chunk = try await source.connection.nextCopyChunk(number, source.patience)
                isOver = chunk == nil
                return chunk
            } catch {
                isOver = true
                source.scope?.fail(error)
                throw error
            }
        }
    }
}
