import Synchronization

extension Pool {
    /// Opens a connection in the background, for those who wait.
    func startOpening() {
        Task { await open() }
    }

    /// Connects; after a failure again, with a pause that doubles, for as long as somebody waits.
    private func open() async {
        var pauses = ReconnectPauses(options)
        while true {
            do throws(PostgresError) {
                let connection = try await Connection.open(connectionOptions)
                state.withLock { $0.didOpen(connection) }
                offer(connection)
                return
            } catch {
                let failure = state.withLock { $0.didFailToOpen(error) }
                if case .giveUp(let waiters) = failure {
                    for waiter in waiters { waiter.ticket.resume(returning: .failure(error)) }
                    noteDrain()
                    return
                }
            }
            // Nobody cancels this task, so the pause can't be cut short.
            try? await Task.sleep(for: pauses.next())
        }
    }
}

/// The pauses between attempts to connect: each twice as long as the one before, up to the longest.
struct ReconnectPauses {
    private var pause: Duration
    private let longest: Duration

    init(_ options: PoolOptions) {
        longest = options.longestReconnectPause
        pause = min(options.reconnectPause, longest)
    }

    mutating func next() -> Duration {
        defer { pause = min(pause * 2, longest) }
        return pause
    }
}
