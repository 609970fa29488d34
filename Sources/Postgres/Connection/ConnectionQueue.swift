import Dispatch

/// Runs a connection's jobs on a dispatch queue of its own, so that libpq may block there without holding a thread of
/// Swift's cooperative pool or of an event loop. (Linux has no `DispatchSerialQueue`, which would be one already.)
final class ConnectionQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "afterbell.postgres.connection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }

    /// Runs blocking work that makes something which isn't Sendable, such as a connection's handle.
    func run<Value>(
        _ work: @escaping @Sendable () -> sending Result<Value, PostgresError>
    ) async throws(PostgresError) -> sending Value {
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
        return try result.get()
    }
}
