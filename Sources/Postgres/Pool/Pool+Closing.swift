import Synchronization

extension Pool {
    /// Lends no more, serves those who wait, and returns when all connections have come back, or when the drain timeout
    /// has passed and those still lent have been closed.
    func close() async {
        for connection in state.withLock({ $0.close() }) { await connection.close() }
        var timer: Task<Void, Never>?
        await withCheckedContinuation { continuation in
            drained.withLock { $0.append(continuation) }
            timer = Task {
                guard (try? await Task.sleep(for: options.drainTimeout)) != nil else { return }
                await giveUpDraining()
            }
            noteDrain()
        }
        timer?.cancel()
    }

    /// Refuses those who wait, cancels what still runs, and closes its connections.
    private func giveUpDraining() async {
        let (waiters, lent) = state.withLock { ($0.removeWaiters(), $0.members) }
        for waiter in waiters { waiter.ticket.resume(returning: .failure(.pool(.closed))) }
        for connection in lent { connection.canceller.request(.abandoned) }
        await withDiscardingTaskGroup { group in
            for connection in lent { group.addTask { await connection.close() } }
        }
        resumeDrained()
    }

    /// Tells those who wait for the drain, once it is done.
    func noteDrain() {
        guard state.withLock({ $0.isClosed && $0.isDrained }) else { return }
        resumeDrained()
    }

    private func resumeDrained() {
        let continuations = drained.withLock { waiting in
            defer { waiting.removeAll() }
            return waiting
        }
        for continuation in continuations { continuation.resume() }
    }
}
