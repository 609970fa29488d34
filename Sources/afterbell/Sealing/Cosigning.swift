import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import Workload

/// Asks the witnesses of a district's policy to sign what its log signed, and keeps what they say.
struct Cosigning: Sendable {
    let sealer: Sealer
    let http: HTTPClient
    let logger: Logger

    /// Hands the newest checkpoint to every witness that can be reached by HTTP. One that does not answer is asked again
    /// next time; one that has seen another history is named in the program's log.
    func ask() async throws {
        guard let policy = try sealer.folder.policy(), let stored = try await sealer.log.newestCheckpoint() else {
            return
        }
        for witness in policy.witnesses where witness.url != nil {
            do {
                try await ask(witness, stored)
            } catch {
                logger.warning(
                    "a checkpoint waits for a witness",
                    metadata: [
                        "district": "\(sealer.district.slug.text)", "witness": "\(witness.name)", "error": "\(error)",
                    ])
            }
        }
    }

    private func ask(_ witness: PolicyWitness, _ stored: StoredCheckpoint) async throws {
        let known = try await sealer.log.lastCosigned(by: witness.key)
        guard known < stored.size else { return }
        let note = try stored.signedNote()
        let client = try WitnessClient(url: witness.url?.description ?? "", key: witness.key, http: http)
        var answer = try await client.cosign(try await request(note, from: known, to: stored.size))
        if case .otherSize(let seen) = answer {
            guard seen <= stored.size else {
                throw SealRefusal.witnessAhead("\(witness.name)", size: seen, found: stored.size)
            }
            answer = try await client.cosign(try await request(note, from: seen, to: stored.size))
        }
        switch answer {
        case .cosigned(let signatures): try await keep(signatures, of: witness.key, stored)
        case .otherSize(let seen): throw SealRefusal.witnessDiffers("\(witness.name)", size: seen)
        case .refused(status: 422, _): throw SealRefusal.witnessDiffers("\(witness.name)", size: stored.size)
        case .refused(let status, let words): throw WitnessRefused(status: status, words: words)
        }
    }

    private func request(_ note: SignedNote, from earlier: UInt64, to size: UInt64) async throws -> CosignRequest {
        let proof =
            earlier == 0 || earlier == size
            ? ConsistencyProof(hashes: []) : try await sealer.log.consistency(from: earlier, to: size)
        return CosignRequest(try SizedProof(from: earlier, proof), note)
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

    /// On a host that does not know what was signed last: takes over the largest state that a witness has seen, if the
    /// database continues it. Without a witness that can be asked, or that has seen this log, nothing changes.
    ///
    /// - Throws: ``SealRefusal`` when the database does not continue it; ``WitnessUnreachable`` when one that is named does
    ///   not answer: it might have seen more.
    func takeOver() async throws {
        guard try sealer.folder.lastSigned() == nil, try await sealer.log.size() > 0,
            let policy = try sealer.folder.policy()
        else { return }
        let keys = try await sealer.keys.all().filter { $0.purpose == .log }.map(\.key)
        guard let origin = keys.last?.name else { return }
        var latest: Checkpoint?
        for witness in policy.witnesses {
            guard let url = witness.url else { continue }
            let client = try WitnessClient(url: url.description, key: witness.key, http: http)
            guard let seen = try await client.latest(of: origin, signedBy: keys)?.checkpoint else { continue }
            if seen.head.size > latest?.head.size ?? 0 { latest = seen }
        }
        if let latest { try await sealer.adopt(latest) }
    }
}

/// A witness refused, for a reason that is not about the log's past.
struct WitnessRefused: Error, CustomStringConvertible {
    let status: Int
    let words: String

    var description: String { "It refused with status \(status): \(words)" }
}
