import Synchronization

/// One connection to the server.
///
/// Its work runs on a queue of its own, where libpq blocks. A task that is cancelled cancels its statement at the server;
/// a connection whose state is in doubt is closed and never used again.
public actor Connection {
    private let queue: ConnectionQueue
    let canceller: Canceller
    /// The socket, for a look from outside while nobody uses the connection.
    let socket: Int32
    private let broken = Atomic<Bool>(false)
    var handle: Handle?
    var statements: StatementCache
    /// The COPY that is going on, or nil. Only its own calls may use the connection meanwhile.
    var copy: UInt64?

    private init(_ handle: sending Handle, queue: ConnectionQueue, options: ConnectionOptions) {
        self.queue = queue
        canceller = handle.canceller
        socket = handle.socket
        statements = StatementCache(limit: options.statementCacheSize)
        self.handle = handle
    }

    /// The queue that all isolated work runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        queue.asUnownedSerialExecutor()
    }

    /// Opens a connection. It ends with ``close()``, or when nothing refers to it any more.
    ///
    /// - Throws: ``PostgresError/connection(_:)`` with libpq's reason.
    public static func open(_ options: ConnectionOptions) async throws(PostgresError) -> Connection {
        let queue = ConnectionQueue()
        let handle = try await queue.run { () -> sending Result<Handle, PostgresError> in
            do throws(PostgresError) {
                let handle = try Handle(options)
                try handle.agreeOnFormats()
                return .success(handle)
            } catch {
                return .failure(error)
            }
        }
        return Connection(handle, queue: queue, options: options)
    }

    /// Closes the connection. What it was doing is rolled back by the server. Closing twice is allowed.
    public func close() {
        broken.store(true, ordering: .releasing)
        handle = nil
    }

    /// True when the connection is closed or lost, and of no more use.
    nonisolated var isBroken: Bool {
        broken.load(ordering: .acquiring)
    }
}

extension Handle {
    /// The statement that makes the server write values as we read them, dates in the ISO style; nil where it does so.
    /// The server reports the style at sign-in and at each change, so asking costs nothing.
    var formatSetting: String? {
        reportedSetting("DateStyle")?.hasPrefix("ISO") == true ? nil : "SET DateStyle = ISO"
    }

    fileprivate func agreeOnFormats() throws(PostgresError) {
        if let formatSetting { try run(script: formatSetting, .unlimited) }
    }
}
