import Synchronization

extension Pool {
    /// Makes sure that a caller who isn't served in time is told so. One timer runs for all who wait.
    func expectTimeout(of waiter: State.Waiter) {
        let isNew = nextSweep.withLock { next in
            if let next, next <= waiter.deadline { return false }
            next = waiter.deadline
            return true
        }
        if isNew { Task { await sweep(at: waiter.deadline) } }
    }

    /// Refuses those whose time is over, then waits for the next one's.
    private func sweep(at first: ContinuousClock.Instant) async {
        var deadline = first
        while true {
            // Nobody cancels this task, so the wait can't be cut short.
            try? await Task.sleep(until: deadline, clock: .continuous)
            // An earlier deadline has started a sweep of its own, which goes on with all of them.
            guard nextSweep.withLock({ $0 == deadline }) else { return }
            let (late, cause) = state.withLock { ($0.removeLateWaiters(now: .now), $0.lastFailure) }
            for waiter in late { waiter.ticket.resume(returning: .failure(cause ?? .pool(.timedOut))) }
            noteDrain()
            let next = nextSweep.withLock { next in
                next = state.withLock { $0.waiters.map(\.deadline).min() }
                return next
            }
            guard let next else { return }
            deadline = next
        }
    }
}
