import ArgumentParser
import Dispatch
import Foundation
import Glibc
import Postgres

/// Ctrl-C and `kill` end the program in good order, whatever it is doing just then.
enum StopSignals {
    /// Runs work that SIGINT and SIGTERM cancel. A second signal ends the program at once.
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
            var first: Int32?
            for await number in signals {
                if first != nil { _exit(128 + number) }
                first = number
                task.cancel()
            }
            return first
        }
        let result = await task.result
        arrival.finish()
        let signal = await watch.value
        for source in sources { source.cancel() }
        if let signal, case .failure(let error) = result {
            if !isCancellation(error) { FileHandle.standardError.write(Data("Error: \(error)\n".utf8)) }
            throw ExitCode(128 + signal)
        }
        try result.get()
    }
    /// Whether the work ended just because it was cancelled.
    private static func isCancellation(_ error: any Error) -> Bool {
        if error is CancellationError { return true }
        if case .cancelled = error as? PostgresError { return true }
        return false
    }
}
