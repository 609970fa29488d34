import ArgumentParser
import Dispatch
import Glibc

/// Ctrl-C and `kill` end the program in good order, whatever it is doing just then.
enum StopSignals {
    /// Runs work that SIGINT and SIGTERM cancel.
    ///
    /// - Throws: what the work throws; after a signal an `ExitCode` of 128 and the signal's number, as shells have it.
    static func cancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let (signals, arrival) = AsyncStream.makeStream(of: Int32.self)
        let queue = DispatchQueue(label: "afterbell.signals")
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGINT, SIGTERM] {
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { arrival.yield(number) }
            await withCheckedContinuation { registered in
                source.setRegistrationHandler { registered.resume() }
                source.activate()
            }
            sources.append(source)
        }
        let task = Task { try await work() }
        let watch = Task { () -> Int32? in
            let first = await signals.first { _ in true }
            if first != nil { task.cancel() }
            return first
        }
        let result = await task.result
        arrival.finish()
        let signal = await watch.value
        for source in sources { source.cancel() }
        if let signal, case .failure = result { throw ExitCode(128 + signal) }
        try result.get()
    }
}
