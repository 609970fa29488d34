import Evidence
import Logging
import ServiceLifecycle
import WorkUnits
import Workload

/// The demo's union and HR, each with a witness of its own: they sign what the log signs, as they would on machines of
/// theirs. Their keys lie in the demo's folder, which in a district they never do.
struct DemoWitnesses: Service {
    private static let names = ["union", "hr"]
    let sealer: Sealer
    let folder: String
    let logger: Logger
    var pace: Duration = .seconds(15)

    func run() async throws {
        var known: [(Witness, WitnessDesk)] = []
        repeat {
            do {
                if known.isEmpty { known = try await desks() }
                for (witness, desk) in known { try await cosign(witness, desk) }
            } catch {
                // What is wrong may be over the next time. The log may have a new key by then, too.
                known = []
                logger.error("the demo's union and HR sign nothing yet", metadata: ["error": "\(error)"])
            }
        } while await Pause.goesOn(after: pace)
    }

    /// A witness each, with the key of its first start.
    private func desks() async throws -> [(Witness, WitnessDesk)] {
        let logs = try await sealer.logKeys()
        var desks: [(Witness, WitnessDesk)] = []
        var lines: [PolicyWitness] = []
        for name in Self.names {
            let place = SealFolder("\(folder)/\(name)", district: sealer.district)
            try DurableFile.makeFolder(folder)
            try place.make()
            let path = "\(place.path)/witness.key"
            if let keyName = KeyName("\(name).example/witness"), !DurableFile.isThere(path) {
                try KeyFile.writeNew(try SigningKey.random(name: keyName, kind: .cosignature), to: path)
            }
            let witness = try Witness(key: try KeyFile.read(path), logs: logs)
            let seen = "\(place.path)/seen"
            let kept = try WitnessFolder(seen, of: witness.verifier, isNew: !DurableFile.isThere("\(seen)/witness"))
            desks.append((witness, try WitnessDesk(witness, folder: kept, now: { .now })))
            if let word = PolicyWord(name) { lines.append(PolicyWitness(name: word, key: witness.verifier)) }
        }
        try writePolicy(lines)
        return desks
    }

    /// Both have to have signed.
    private func writePolicy(_ witnesses: [PolicyWitness]) throws {
        guard let both = PolicyWord("both") else { return }
        let group = PolicyGroup(name: both, threshold: witnesses.count, members: witnesses.map(\.name))
        let policy = try Policy(witnesses: witnesses, groups: [group], quorum: both)
        try DurableFile.replace(sealer.folder.path + "/policy.txt", with: policy.bytes)
    }

    private func cosign(_ witness: Witness, _ desk: WitnessDesk) async throws {
        guard let stored = try await sealer.log.newestCheckpoint(),
            let origin = try await sealer.logKeys().last?.name
        else { return }
        let seen = await desk.latest(of: origin)?.checkpoint.head.size ?? 0
        guard seen < stored.size else { return }
        var note = try stored.signedNote()
        let proof = try await sealer.log.sizedProof(from: seen, to: stored.size)
        let statement = try witness.statement(in: CosignRequest(proof, note))
        try note.add(try await desk.cosign(statement).signature)
        try await sealer.keepCosignatures(in: note, by: [witness.verifier])
    }
}
