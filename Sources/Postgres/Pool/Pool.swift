import Synchronization

/// Lends connections, at most `size` at a time, in the order of asking.
///
/// Its state stands behind a lock, not in an actor: lending and giving back take no suspension on the hot path.
final class Pool: Sendable {
    typealias Ticket = CheckedContinuation<Result<Connection, PostgresError>, Never>
    typealias State = PoolState<Connection, Ticket>

    let connectionOptions: ConnectionOptions
    let options: PoolOptions
    let state: Mutex<State>
    /// Resumed when the last lent connection has come back after closing.
    let drained = Mutex<[CheckedContinuation<Void, Never>]>([])
    /// When the timer for those who wait rings next, or nil when none runs.
    let nextSweep = Mutex<ContinuousClock.Instant?>(nil)
    private let numbers = Atomic<UInt64>(0)

    init(_ connectionOptions: ConnectionOptions, _ options: PoolOptions) {
        self.connectionOptions = connectionOptions
        self.options = options
        state = Mutex(State(options: options))
    }

    /// A connection that is alive and idle. Who gets it gives it back.
    ///
    /// - Parameter deadline: a limit besides the wait timeout.
    func lend(_ deadline: ContinuousClock.Instant?) async throws(PostgresError) -> Connection {
        let timeout = ContinuousClock.now + options.waitTimeout
        let latest = min(timeout, deadline ?? timeout)
        if let idle = state.withLock({ $0.takeIdle() }) {
            let isFit = await isFit(idle, until: latest)
            if isFit, Task.isCancelled {
                giveBack(idle.member)
                throw .cancelled
            }
            if isFit { return idle.member }
            lose(idle.member)
            closeIdle()
        }
        do throws(PostgresError) {
            return try await waitForConnection(until: latest)
        } catch {
            if error == .pool(.timedOut), latest < timeout { throw .deadlineExceeded }
            throw error
        }
    }

    /// When a call that states no deadline ends; nil is never.
    var usualDeadline: ContinuousClock.Instant? {
        options.timeLimit.map { .now + $0 }
    }

    /// Takes a connection back. One that is broken is replaced when somebody waits.
    func giveBack(_ connection: Connection) {
        if connection.isBroken {
            lose(connection)
        } else {
            offer(connection)
        }
    }

    /// Gives a connection to the first who waits, or keeps it.
    func offer(_ connection: Connection) {
        let offer = state.withLock { $0.offer(connection, now: .now) }
        switch offer {
        case .lend(let waiter): waiter.ticket.resume(returning: .success(connection))
        case .keep: break
        case .close:
            Task { await connection.close() }
            noteDrain()
        }
    }

    private func isFit(_ idle: State.Idle, until latest: ContinuousClock.Instant) async -> Bool {
        let isFresh = ContinuousClock.now - idle.since < options.healthCheckAfter
        if isFresh && idle.member.isQuiet { return true }
        return await idle.member.check(until: min(latest, .now + .seconds(1)))
    }

    /// Closes all that is idle: where one connection was lost, the others most likely are too, and asking each takes time.
    private func closeIdle() {
        let (idle, isShort) = state.withLock { ($0.removeIdle(), $0.wantsOpening()) }
        Task { for connection in idle { await connection.close() } }
        if isShort { startOpening() }
    }

    private func lose(_ connection: Connection) {
        let isShort = state.withLock { $0.lose(connection) }
        if isShort { startOpening() }
        noteDrain()
    }

    private func waitForConnection(until latest: ContinuousClock.Instant) async throws(PostgresError) -> Connection {
        let number = numbers.add(1, ordering: .relaxed).newValue
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { ticket in
                enqueue(State.Waiter(number: number, deadline: latest, ticket: ticket))
            }
        } onCancel: {
            abandon(number, .cancelled)
        }
        return try result.get()
    }

    private func enqueue(_ waiter: State.Waiter) {
        enum Start {
            case refuse(PoolFailure)
            case lend(Connection)
            case wait(opening: Bool)
        }
        let start = state.withLock { state -> Start in
            if let refusal = state.refusal { return .refuse(refusal) }
            // One may have come back since the caller looked.
            if let idle = state.takeIdle() { return .lend(idle.member) }
            return .wait(opening: state.enqueue(waiter))
        }
        switch start {
        case .refuse(let failure): waiter.ticket.resume(returning: .failure(.pool(failure)))
        case .lend(let connection): waiter.ticket.resume(returning: .success(connection))
        case .wait(let isOpening):
            if isOpening { startOpening() }
            expectTimeout(of: waiter)
            // The task may have been cancelled before it stood in the queue.
            if Task.isCancelled { abandon(waiter.number, .cancelled) }
        }
    }

    private func abandon(_ number: UInt64, _ error: PostgresError) {
        let waiter = state.withLock { $0.removeWaiter(number) }
        waiter?.ticket.resume(returning: .failure(error))
        noteDrain()
    }
}
