import Synchronization
import Workload

/// Keeps who is behind a session for one second, so that a burst of requests asks the database once.
final class CallerCache: Sendable {
    private struct Kept: Sendable {
        let caller: Caller
        let until: ContinuousClock.Instant
    }

    private static let keptAtMost = 20_000
    private let kept = Mutex<[[UInt8]: Kept]>([:])
    private let clock = ContinuousClock()

    /// Who is behind a session; nil when it has ended or never was.
    func caller(_ secret: SessionSecret, at desk: DistrictDesk) async throws -> Caller? {
        let digest = secret.digest
        let now = clock.now
        if let known = kept.withLock({ $0[digest] }), known.until > now, known.caller.district == desk.district {
            return known.caller
        }
        let caller = try await desk.signIns.caller(secret, in: desk.district)
        kept.withLock { kept in
            if kept.count >= Self.keptAtMost { kept.removeAll(keepingCapacity: true) }
            kept[digest] = caller.map { Kept(caller: $0, until: now + .seconds(1)) }
        }
        return caller
    }

    /// Forgets all, after sessions were ended or a setting was changed.
    func forgetAll() {
        kept.withLock { $0.removeAll() }
    }
}
