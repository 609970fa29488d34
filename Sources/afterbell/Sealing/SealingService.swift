import AsyncHTTPClient
import Evidence
import Logging
import ServiceLifecycle
import Workload

/// Keeps the logs of districts sealed: events get their place within seconds, and what there is is signed within a
/// minute. A district whose log refuses to go on is named in the program's log and tried again; it holds up no other.
struct SealingService: Service {
    /// How often it does what.
    struct Pace {
        var seal: Duration = .seconds(2)
        var sign: Duration = .seconds(30)
    }

    let sealers: @Sendable () async throws -> [Sealer]
    let http: HTTPClient
    let logger: Logger
    var pace = Pace()

    func run() async throws {
        var signed: ContinuousClock.Instant?
        repeat {
            let isTime = signed.map { $0.duration(to: .now) >= pace.sign } ?? true
            if isTime { signed = .now }
            await round(signs: isTime)
        } while await wait()
    }

    /// Seals and, when it is time, signs every log once.
    private func round(signs: Bool) async {
        do {
            for sealer in try await sealers() { await work(sealer, signs: signs) }
        } catch {
            logger.error("sealing waits", metadata: ["error": "\(error)"])
        }
    }

    private func work(_ sealer: Sealer, signs: Bool) async {
        let cosigning = Cosigning(sealer: sealer, http: http, logger: logger)
        do {
            try await cosigning.takeOver()
            try await sealer.check()
            try await sealer.seal()
            guard signs else { return }
            _ = try await sealer.sign()
            try await cosigning.ask()
        } catch {
            logger.error(
                "the log is not sealed",
                metadata: ["district": "\(sealer.district.slug.text)", "error": "\(error)"])
        }
    }

    /// False when the program is to stop.
    private func wait() async -> Bool {
        do {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: pace.seal) }
            return true
        } catch {
            return false
        }
    }
}
