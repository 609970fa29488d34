import CLibPQ
import Dispatch
import Synchronization

/// Cancels the statement that a connection is running, from a queue of its own, while the connection's queue waits for
/// the server.
///
/// A request names the operation that it means. It is ignored when that isn't running, so it can never hit a later one;
/// and ``end(waits:)`` waits until a request on its way has reached the server.
final class Canceller: Sendable {
    enum Reason: Sendable {
        case task
        case deadline
        case abandoned
    }

    private struct State {
        var running: UInt64?
        var reason: Reason?
        var requestedAt: ContinuousClock.Instant?
        var sentAt: ContinuousClock.Instant?
    }

    // Unsafe only by type: libpq lets any thread use a PGcancel, and it is freed in deinit only.
    private nonisolated(unsafe) let pointer: OpaquePointer
    private let queue = DispatchQueue(label: "afterbell.postgres.cancel")
    private let numbers = Atomic<UInt64>(0)
    private let state = Mutex(State())

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// A number for an operation about to start.
    func nextOperation() -> UInt64 {
        numbers.add(1, ordering: .relaxed).newValue
    }

    /// The operation starts to run.
    func begin(_ operation: UInt64) {
        state.withLock { $0 = State(running: operation) }
    }

    /// Asks the server to cancel that operation, if it is the one running; nil means whichever runs.
    func request(_ reason: Reason, of operation: UInt64? = nil) {
        state.withLock { state in
            guard let running = state.running, operation == nil || operation == running, state.reason == nil else {
                return
            }
            let now = ContinuousClock.now
            state.reason = reason
            state.requestedAt = now
            state.sentAt = now
            // While locked: whoever finds the reason in end() finds the request in the queue.
            queue.async { self.send() }
        }
    }

    /// Asks once more when the running operation was asked to end and the server has said nothing since: a request that
    /// finds the server between two statements is lost.
    func repeatRequest() {
        state.withLock { state in
            guard let sentAt = state.sentAt, ContinuousClock.now - sentAt >= Patience.slice / 2 else { return }
            state.sentAt = .now
            queue.async { self.send() }
        }
    }

    /// Why the running operation was asked to end; nil when it wasn't.
    var reason: Reason? {
        state.withLock { $0.reason }
    }

    /// How long ago the running operation was asked to end; nil when it wasn't.
    var timeSinceRequest: Duration? {
        state.withLock { $0.requestedAt }.map { ContinuousClock.now - $0 }
    }

    /// The operation has ended, its answers read. Returns why it was asked to end, if it was.
    ///
    /// - Parameter waits: whether to wait until a request on its way has arrived; not needed when the connection is
    ///   closed anyway.
    func end(waits: Bool = true) -> Reason? {
        let reason = state.withLock { state in
            defer { state = State() }
            return state.reason
        }
        if reason != nil, waits { queue.sync {} }
        return reason
    }

    /// Sends the request and waits until the server has acted on it. If it can't be sent, the wait for the answer ends
    /// with the connection.
    private func send() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(pointer, message.baseAddress, Int32(message.count))
        }
    }
}
