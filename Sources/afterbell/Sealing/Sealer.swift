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

    /// Gives all waiting events their places.
    ///
    /// - Returns: how many.
    /// - Throws: ``SealRefusal``; ``LogHasNoKey``; ``LogDamage``.
    @discardableResult
    func seal() async throws -> Int {
        var sealed = 0
        while true {
            let now = try await log.seal()
            sealed += now
            if now == 0 { return sealed }
        }
    }

    /// Refuses to go on with a database that does not continue what was signed last.
    ///
    /// - Throws: ``SealRefusal``.
    func check() async throws {
        guard let key = try await keys.all().newest(.log) else { throw LogHasNoKey() }
        let (last, size) = (try folder.lastSigned(), try await log.size())
        guard last != nil || size == 0 else { throw SealRefusal.noState(size: size) }
        try await check(last, origin: key.name, size: size)
    }

    /// Refuses a database that does not continue a checkpoint.
    private func check(_ last: Checkpoint?, origin: KeyName, size: UInt64) async throws {
        do {
            try await SigningGuard.check(last: last, origin: origin, size: size) { size in
                try await log.head(at: size).root
            }
        } catch let refusal as SigningGuard.Refusal {
            throw SealRefusal.guarded(refusal)
        }
    }

    /// Signs what the log holds now, if it is more than was signed last. What is signed is on this host's disk before
    /// anybody else sees it.
    ///
    /// - Returns: the new checkpoint; nil when there is nothing new.
    /// - Throws: ``SealRefusal``; ``LogDamage``.
    func sign() async throws -> SignedNote? {
        try await check()
        let size = try await log.size()
        let last = try folder.lastSigned()
        guard size > last?.head.size ?? 0, let verifier = try await keys.all().inForce(.log, at: size) else {
            if let last { try await publish(last) }
            return nil
        }
        return try await sign(size, with: verifier)
    }

    private func sign(_ size: UInt64, with verifier: VerifierKey) async throws -> SignedNote {
        let checkpoint = Checkpoint(of: verifier.name, head: try await log.head(at: size))
        let note = try SignedNote(checkpoint.text, signedBy: folder.key(verifier, .log))
        try folder.keep(note)
        try await log.keep(note)
        return note
    }

    /// What was signed and did not reach the database, because the program stopped in between, does now.
    private func publish(_ last: Checkpoint) async throws {
        guard try await log.newestCheckpoint()?.size != last.head.size, let note = try folder.lastNote() else { return }
        try await log.keep(note)
    }

    /// Begins a log: makes its keys, and writes them down as its first events.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when it has keys already.
    func begin(origin: KeyName) async throws {
        guard try await keys.all().isEmpty else {
            throw WorkloadError(.conflict, "This log has keys already. To replace one: afterbell seal rotate")
        }
        try folder.make()
        for purpose in LogKeys.Purpose.allCases { try await add(purpose, origin) }
        try await seal()
        try await signFirst()
    }

    /// Signs what the log holds, held against nothing.
    private func signFirst() async throws {
        let size = try await log.size()
        guard let verifier = try await keys.all().inForce(.log, at: size) else { throw LogHasNoKey() }
        _ = try await sign(size, with: verifier)
    }

    /// Takes over what a witness has seen last, on a host that does not know what was signed last, if the database
    /// continues it.
    ///
    /// - Throws: ``SealRefusal`` when it does not.
    func adopt(_ seen: Checkpoint) async throws {
        guard let key = try await keys.all().newest(.log) else { throw LogHasNoKey() }
        try await check(seen, origin: key.name, size: try await log.size())
        guard let verifier = try await keys.all().inForce(.log, at: seen.head.size) else { throw LogHasNoKey() }
        try folder.make()
        // The same statement again, so nothing new is claimed by signing it.
        try folder.keep(try SignedNote(seen.text, signedBy: folder.key(verifier, .log)))
    }

    /// Keeps what witnesses say of a checkpoint that this log signed.
    ///
    /// - Returns: how many of them said something.
    /// - Throws: `NoteFault` when it is no checkpoint of this log; ``SealRefusal/otherNote(size:)`` when it is not one of
    ///   those in the database.
    @discardableResult
    func keepCosignatures(in note: SignedNote, by witnesses: [VerifierKey]) async throws -> Int {
        let logs = try await keys.all().filter { $0.purpose == .log }.map(\.key)
        guard let signer = try note.verified(by: logs).first else { throw NoteFault.noKnownSignature }
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
        guard let origin = try await keys.all().newest(.log)?.name else { throw LogHasNoKey() }
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
    func restore(reason: String, by name: String, at seconds: Int64) async throws {
        guard try await keys.all().newest(.log) != nil else { throw LogHasNoKey() }
        try await keys.noteRestore(reason: reason, by: name, foundSize: try await log.size())
        try folder.make()
        try folder.setAside(at: seconds)
        try await seal()
        try await signFirst()
    }
}
