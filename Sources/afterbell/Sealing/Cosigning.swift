import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import Workload

/// Asks the witnesses of a district's policy what they have seen, and to sign what its log signed; keeps what they say.
struct Cosigning: Sendable {
    let sealer: Sealer
    let http: HTTPClient
    let logger: Logger

    /// What a witness has cosigned last, and whether the database continues it.
    struct Seen {
        let witness: PolicyWitness
        /// With all signatures.
        let note: SignedNote
        /// With the log's alone; nil when no key signed it that is known here.
        let ours: SignedNote?
        /// How the database differs from it; nil when it continues it.
        let contradiction: WitnessContradiction?
    }

    /// Those of the policy that have an address.
    func witnesses() throws -> [PolicyWitness] { try sealer.folder.policy()?.witnesses.filter { $0.url != nil } ?? [] }

    /// Holds the database against what witnesses have cosigned last, and takes over the largest of it where that is more than
    /// this host knows.
    ///
    /// A witness that does not answer is passed over where what was signed last is known; it is no help to anybody who can make it
    /// silent where it is not, because then it may have seen more.
    ///
    /// - Parameters:
    ///   - heard: the keys of those that need not be asked again.
    ///   - mustAnswer: the keys of those without whose answer nothing goes on.
    /// - Returns: the keys of those that answered.
    /// - Throws: ``WitnessContradiction``; ``WitnessUnreachable``.
    @discardableResult
    func hear(except heard: Set<VerifierKey> = [], mustAnswer: Set<VerifierKey> = []) async throws -> Set<VerifierKey> {
        let asked = try witnesses().filter { !heard.contains($0.key) }
        guard !asked.isEmpty, try await !sealer.logKeys().isEmpty else { return [] }
        let isKnown = try await sealer.lastSigned() != nil
        var answered: Set<VerifierKey> = []
        var largest: (note: SignedNote, size: UInt64)?
        for witness in asked {
            do {
                let seen = try await latest(of: witness)
                answered.insert(witness.key)
                if let contradiction = seen?.contradiction {
                    guard try await isSetAside(seen) else { throw contradiction }
                    warnStuck(witness)
                } else if let note = seen?.ours {
                    let size = try Checkpoint(note.text).head.size
                    if size > largest?.size ?? 0 { largest = (note, size) }
                }
            } catch let silence as WitnessUnreachable {
                guard isKnown, !mustAnswer.contains(witness.key) else { throw silence }
                warn("a witness was not asked what it has seen", witness, "\(silence)")
            }
        }
        if let largest { try await sealer.adopt(largest.note) }
        return answered
    }

    /// What each witness that answers has cosigned and the database does not continue, for whoever states that it was restored.
    func contradicting() async throws -> [Seen] {
        var found: [Seen] = []
        for witness in try witnesses() {
            do {
                guard let seen = try await latest(of: witness), seen.contradiction != nil else { continue }
                if try await !isSetAside(seen) { found.append(seen) }
            } catch let silence as WitnessUnreachable {
                warn("a witness was not asked what it has seen", witness, "\(silence)")
            }
        }
        return found
    }

    /// What a witness has cosigned last; nil when nothing of this log, or when it does not say.
    private func latest(of witness: PolicyWitness) async throws -> Seen? {
        let keys = try await sealer.logKeys()
        guard let origin = keys.last?.name, let url = witness.url else { return nil }
        let client = try WitnessClient(url: url.description, key: witness.key, http: http)
        guard let note = try await client.latest(of: origin) else { return nil }
        let ours = try sealer.folder.ofThisLog(note, keys)
        var kind = try await difference(from: Checkpoint(note.text), origin)
        if ours == nil { kind = .strangeKey(size: try Checkpoint(note.text).head.size) }
        return Seen(
            witness: witness, note: note, ours: ours,
            contradiction: kind.map { Self.contradiction(of: witness, $0) })
    }

    private static func contradiction(
        of witness: PolicyWitness, _ kind: WitnessContradiction.Kind
    ) -> WitnessContradiction {
        WitnessContradiction(witness: "\(witness.name)", key: witness.key, kind: kind)
    }

    /// How the database differs from a checkpoint; nil when it continues it.
    private func difference(from seen: Checkpoint, _ origin: KeyName) async throws -> WitnessContradiction.Kind? {
        do {
            try await sealer.hold(against: seen, origin: origin, size: try await sealer.log.size())
            return nil
        } catch SigningGuard.Refusal.smaller(let size, let found) {
            return .ahead(size: size, found: found)
        } catch SigningGuard.Refusal.different(let size) {
            return .different(size: size)
        }
    }

    private func isSetAside(_ seen: Seen?) async throws -> Bool {
        guard let seen else { return false }
        let checkpoint = try Checkpoint(seen.note.text)
        return try sealer.folder.setAside(of: try await sealer.logKeys() + [seen.witness.key]).contains(checkpoint)
    }

    /// Hands the newest checkpoint to every witness that can be reached by HTTP. One that does not answer is asked again
    /// next time.
    ///
    /// - Throws: ``WitnessContradiction`` when one has seen what the log does not continue. The others were asked all the same.
    func ask() async throws {
        guard let stored = try await sealer.log.newestCheckpoint() else { return }
        var contradiction: WitnessContradiction?
        for witness in try witnesses() {
            do {
                try await ask(witness, stored)
            } catch var found as WitnessContradiction {
                found.isSigned = true
                contradiction = found
            } catch {
                warn("a checkpoint waits for a witness", witness, "\(error)")
            }
        }
        if let contradiction { throw contradiction }
    }

    private func ask(_ witness: PolicyWitness, _ stored: StoredCheckpoint) async throws {
        let known = try await sealer.log.lastCosigned(by: witness.key)
        guard known < stored.size else { return }
        let note = try stored.signedNote()
        let client = try WitnessClient(url: witness.url?.description ?? "", key: witness.key, http: http)
        func request(from earlier: UInt64) async throws -> CosignRequest {
            CosignRequest(try await sealer.log.sizedProof(from: earlier, to: stored.size), note)
        }
        var answer = try await client.cosign(try await request(from: known))
        if case .otherSize(let seen) = answer, seen <= stored.size {
            answer = try await client.cosign(try await request(from: seen))
        }
        switch answer {
        case .cosigned(let signatures): try await keep(signatures, of: witness.key, stored)
        case .otherSize(let seen):
            try await explain(
                witness,
                seen > stored.size ? .ahead(size: seen, found: stored.size) : .different(size: seen))
        case .refused(status: 422, _): try await explain(witness, .different(size: stored.size))
        case .refused(let status, let words): throw WitnessRefused(status: status, words: words)
        }
    }

    /// What a refusal is about: the witness shows what it has cosigned, and where it shows nothing, its refusal is believed.
    ///
    /// - Throws: ``WitnessContradiction``, unless the database continues what is shown, or a restore was stated since.
    private func explain(_ witness: PolicyWitness, _ refusal: WitnessContradiction.Kind) async throws {
        guard let seen = try? await latest(of: witness) else {
            throw Self.contradiction(of: witness, refusal)
        }
        guard let contradiction = seen.contradiction else {
            return warn("a checkpoint waits for a witness", witness, "It will be asked again.")
        }
        guard try await isSetAside(seen) else { throw contradiction }
        warnStuck(witness)
    }

    private func keep(
        _ signatures: [NoteSignature], of key: VerifierKey, _ stored: StoredCheckpoint
    ) async throws {
        for signature in signatures {
            var note = try stored.signedNote()
            try note.add(signature)
            try await sealer.keepCosignatures(in: note, by: [key])
        }
    }

    private func warnStuck(_ witness: PolicyWitness) {
        warn(
            "a witness cosigns no more", witness,
            "It has cosigned what was lost before the restore that was stated. Its people go on with a new key.")
    }

    private func warn(_ message: Logger.Message, _ witness: PolicyWitness, _ reason: String) {
        logger.warning(
            message,
            metadata: [
                "district": "\(sealer.district.slug.text)", "witness": "\(witness.name)", "error": "\(reason)",
            ])
    }
}

/// A witness refused, for a reason that is not about the log's past.
struct WitnessRefused: Error, CustomStringConvertible {
    let status: Int
    let words: String

    var description: String { "It refused with status \(status): \(words)" }
}
