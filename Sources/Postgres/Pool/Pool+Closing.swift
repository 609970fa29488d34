import Synchronization

extension Pool {
    /// Lends no more, serves those who wait, and returns when all connections have come back, or when the drain timeout
    /// has passed and the statements that still ran have been cancelled.
    func close() async {
        for connection in state.withLock({ $0.close() }) { await connection.close() }
        let timer = Task {
            guard (try? await Task.sleep(for: options.drainTimeout)) != nil else { return }
            for connection in state.withLock({ $0.members }) { connection.canceller.request(.abandoned) }
            resumeDrained()
        }
        await withCheckedContinuation { continuation in
            drained.withLock { $0.append(continuation) }
            noteDrain()
        }
        timer.cancel()
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
