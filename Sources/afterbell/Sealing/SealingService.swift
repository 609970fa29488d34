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
        /// How many transactions of sealing a district has before the next one's turn.
        var batches = 10
    }

    /// What is known of the witnesses of a district since the program was started.
    private struct Witnesses {
        /// Whether it was asked of all of them what they have seen.
        var isAsked = false
        /// Those that answered, and whose word the database continues.
        var heard: Set<VerifierKey> = []
        /// Those whose word it did not continue: nothing goes on before they say otherwise.
        var contradicting: Set<VerifierKey> = []
    }

    let sealers: @Sendable () async throws -> [Sealer]
    let http: HTTPClient
    let logger: Logger
    var pace = Pace()

    func run() async throws {
        var signed: ContinuousClock.Instant?
        var witnesses: [String: Witnesses] = [:]
        repeat {
            let isTime = signed.map { $0.duration(to: .now) >= pace.sign } ?? true
            if isTime { signed = .now }
            await round(signs: isTime, &witnesses)
        } while await Pause.goesOn(after: pace.seal)
    }

    /// Seals and, when it is time, signs every log once.
    private func round(signs: Bool, _ witnesses: inout [String: Witnesses]) async {
        do {
            for sealer in try await sealers() {
                await work(sealer, signs: signs, &witnesses[sealer.district.slug.text, default: Witnesses()])
            }
        } catch {
            logger.error("sealing waits", metadata: ["error": "\(error)"])
        }
    }

    private func work(_ sealer: Sealer, signs: Bool, _ witnesses: inout Witnesses) async {
        let cosigning = Cosigning(sealer: sealer, http: http, logger: logger)
        do {
            if signs { try await hear(cosigning, &witnesses) }
            guard witnesses.isAsked, witnesses.contradicting.isEmpty else { return }
            try await sealer.check()
            try await sealer.seal(atMost: pace.batches)
            guard signs else { return }
            _ = try await sealer.sign()
            try await cosigning.ask()
        } catch let contradiction as WitnessContradiction {
            witnesses.heard.remove(contradiction.key)
            witnesses.contradicting.insert(contradiction.key)
            logger.critical(
                "the log is not sealed: a witness contradicts it",
                metadata: ["district": "\(sealer.district.slug.text)", "error": "\(contradiction)"])
        } catch {
            logger.error(
                "the log is not sealed",
                metadata: ["district": "\(sealer.district.slug.text)", "error": "\(error)"])
        }
    }

    /// Asks those witnesses what they have seen that have not said it yet, or that contradicted.
    private func hear(_ cosigning: Cosigning, _ witnesses: inout Witnesses) async throws {
        witnesses.heard.formUnion(
            try await cosigning.hear(except: witnesses.heard, mustAnswer: witnesses.contradicting))
        witnesses.contradicting = []
        witnesses.isAsked = true
    }
}
