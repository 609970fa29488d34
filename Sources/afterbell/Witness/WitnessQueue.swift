import Dispatch

/// Runs the jobs of a ``WitnessDesk`` on a dispatch queue, so that it may wait for the disk without holding a thread of
/// Swift's cooperative pool.
final class WitnessQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "afterbell.witness")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
