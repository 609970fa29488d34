import Evidence
import Foundation
import Postgres
import Workload

/// Seals the log of one district and signs it: one of these runs per district, on one host.
struct Sealer: Sendable {
    let database: Database
    let district: District
    let log: EventLog
    let keys: LogKeys
    let folder: SealFolder

    /// Gives waiting events their places, until none waits; what comes in meanwhile waits for the next time.
    ///
    /// - Parameters:
    ///   - batches: how many transactions at most, so that whoever has other work gets to it.
    ///   - size: how many events each of them takes.
    /// - Returns: how many.
    /// - Throws: ``SealRefusal``; ``LogHasNoKey``; ``LogDamage``.
    @discardableResult
    func seal(atMost batches: Int = .max, of size: Int = 10_000) async throws -> Int {
        var (sealed, done) = (0, 0)
        while done < batches {
            let now = try await log.seal(atMost: size)
            sealed += now
            done += 1
            if now < size { break }
        }
        return sealed
    }

    /// The keys that checkpoints of this log are signed with, or were; the newest last.
    func logKeys() async throws -> [VerifierKey] {
        try await keys.all().filter { $0.purpose == .log }.map(\.key)
    }

    /// What was signed last, as this host's disk has it; nil when nothing was, or by another host.
    ///
    /// - Throws: as ``SealFolder/lastSigned(of:)`` does.
    func lastSigned() async throws -> Checkpoint? { try folder.lastSigned(of: try await logKeys()) }

    /// The same for whoever was told of a folder, and so must not do with what the database says.
    ///
    /// - Throws: as ``lastSigned()`` does, and ``SealRefusal/missingState(_:)`` when there is nothing.
    func signedState() async throws -> TreeHead {
        guard let last = try await lastSigned() else { throw SealRefusal.missingState(folder.state) }
        return last.head
    }

    /// Refuses to go on with a database that does not continue what was signed last.
    ///
    /// - Throws: ``SealRefusal``.
    func check() async throws { _ = try await checked() }

    /// What was signed last, which the database continues.
    private func checked() async throws -> Checkpoint? {
        let keys = try await logKeys()
        guard let key = keys.last else { throw LogHasNoKey() }
        let (last, size) = (try folder.lastSigned(of: keys), try await log.size())
        guard last != nil || size == 0 else { throw SealRefusal.noState(size: size) }
        do {
            try await hold(against: last, origin: key.name, size: size)
        } catch let refusal as SigningGuard.Refusal {
            throw SealRefusal.guarded(refusal)
        }
        return last
    }

    /// Refuses a database that does not continue a checkpoint.
    ///
    /// - Throws: `SigningGuard.Refusal`.
    func hold(against last: Checkpoint?, origin: KeyName, size: UInt64) async throws {
        try await SigningGuard.check(last: last, origin: origin, size: size) { size in
            try await log.head(at: size).root
        }
    }

    /// Signs what the log holds now, if it is more than was signed last. What is signed is on this host's disk before
    /// anybody else sees it.
    ///
    /// - Returns: the new checkpoint; nil when there is nothing new.
    /// - Throws: ``SealRefusal``; ``LogDamage``.
    func sign() async throws -> SignedNote? {
        try await check()
        return try await folder.held { held in
            // Looked at again: another may have signed while this one waited.
            let last = try await checked()
            let size = try await log.size()
            guard size > last?.head.size ?? 0, let verifier = try await keys.all().inForce(.log, at: size) else {
                if let last { try await publish(last) }
                return nil
            }
            return try await sign(size, with: verifier, in: held)
        }
    }

    private func sign(_ size: UInt64, with verifier: VerifierKey, in held: HeldFolder) async throws -> SignedNote {
        let checkpoint = Checkpoint(of: verifier.name, head: try await log.head(at: size))
        let note = try SignedNote(checkpoint.text, signedBy: folder.key(verifier, .log))
        try held.keep(note)
        try await log.keep(note)
        return note
    }

    /// What was signed and did not reach the database, because the program stopped in between, does now.
    private func publish(_ last: Checkpoint) async throws {
        guard try await log.newestCheckpoint()?.size != last.head.size,
            let note = try folder.lastNote(of: try await logKeys())
        else { return }
        try await log.keep(note)
    }

    /// Begins a log: makes its keys, and writes them down as its first events.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when it has keys already.
    func begin(origin: KeyName) async throws {
        try folder.make()
        try await folder.held { held in
            guard try await keys.all().isEmpty else {
                throw WorkloadError(.conflict, "This log has keys already. To replace one: afterbell seal rotate")
            }
            for purpose in LogKeys.Purpose.allCases { try await add(purpose, origin) }
            try await seal()
            try await signFirst(in: held)
        }
    }

    /// Signs what the log holds, held against nothing.
    private func signFirst(in held: HeldFolder) async throws {
        let size = try await log.size()
        guard let verifier = try await keys.all().inForce(.log, at: size) else { throw LogHasNoKey() }
        _ = try await sign(size, with: verifier, in: held)
    }

    /// Takes over what a witness has cosigned last, which the database continues, where it is more than is known here.
    ///
    /// - Parameter note: with this log's signature, and nobody else's.
    func adopt(_ note: SignedNote) async throws {
        let keys = try await logKeys()
        let size = try Checkpoint(note.text).head.size
        try folder.make()
        try await folder.held { held in
            guard size > (try folder.lastSigned(of: keys))?.head.size ?? 0 else { return }
            try held.keep(note)
        }
    }

    /// Keeps what witnesses say of a checkpoint that this log signed.
    ///
    /// - Returns: how many of them said something.
    /// - Throws: `NoteFault` when it is no checkpoint of this log; ``SealRefusal/otherNote(size:)`` when it is not one of
    ///   those in the database.
    @discardableResult
    func keepCosignatures(in note: SignedNote, by witnesses: [VerifierKey]) async throws -> Int {
        guard let signer = try note.verified(by: try await logKeys()).first else { throw NoteFault.noKnownSignature }
        let signed = try note.checkpoint(of: signer, witnesses: witnesses)
        let size = signed.checkpoint.head.size
        guard let stored = try await log.checkpoint(of: size),
            try Checkpoint(stored.signedNote().text) == signed.checkpoint
        else { throw SealRefusal.otherNote(size: size) }
        for said in signed.cosignatures {
            let line = note.signatures.first { $0.name == said.key.name && $0.keyID == said.key.id }?.line
            if let line { try await log.keep(cosignature: line, of: said.key, at: said.seconds, size: size) }
        }
        return signed.cosignatures.count
    }

    /// Puts a new key in the place of the one of that purpose; the log says so before it signs with it.
    func rotate(_ purpose: LogKeys.Purpose) async throws -> VerifierKey {
        try await check()
        guard let origin = try await logKeys().last?.name else { throw LogHasNoKey() }
        let key = try await add(purpose, origin)
        try await seal()
        _ = try await sign()
        return key
    }

    @discardableResult
    private func add(_ purpose: LogKeys.Purpose, _ origin: KeyName) async throws -> VerifierKey {
        let name = purpose == .log ? origin : Receipt.keyName(of: origin)
        let key = try folder.newKey(name ?? origin, for: purpose)
        try await keys.add(key.verifier, for: purpose)
        return key.verifier
    }

    /// Goes on with a database that an operator states to be restored from a copy: that is an event of the log, and what
    /// was signed before is set aside.
    ///
    /// - Parameter cosigned: what witnesses have cosigned that the database does not continue, by a word for each.
    func restore(
        reason: String, by name: String, at seconds: Int64, settingAside cosigned: [String: SignedNote] = [:]
    ) async throws {
        guard try await !logKeys().isEmpty else { throw LogHasNoKey() }
        try folder.make()
        try await folder.held { held in
            try await keys.noteRestore(reason: reason, by: name, foundSize: try await log.size())
            try held.setAside(at: seconds, cosigned)
            try await seal()
            try await signFirst(in: held)
        }
    }
}
