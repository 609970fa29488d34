import Evidence
import Foundation
import Postgres
import Schema
import Support
import Testing
import Workload

@testable import afterbell

/// Sealing with keys in files and what was signed last outside of the database.
@Suite struct SealerTests {
    let log: SealedSchool
    let sealer: Sealer
    let origin: KeyName

    init() async throws {
        log = try await SealedSchool(people: 2, begun: false)
        (sealer, origin) = (log.sealer, log.origin)
    }

    @Test func `a log begins with its keys, is signed, and the secret keys are its owner's alone`() async throws {
        try await sealer.begin(origin: origin)

        let keys = try await sealer.keys.all()
        #expect(keys.map(\.purpose) == [.log, .receipt])
        #expect(keys.map(\.key.name.text) == ["hours.example.org/test", "hours.example.org/test/receipt"])
        #expect(try await log.lastSigned() == sealer.log.size())
        let stored = try #require(try await sealer.log.newestCheckpoint())
        _ = try stored.signedNote().checkpoint(of: keys[0].key)
        for file in try FileManager.default.contentsOfDirectory(atPath: sealer.folder.path) where file.hasSuffix(".key")
        {
            let facts = try FileManager.default.attributesOfItem(atPath: "\(sealer.folder.path)/\(file)")
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
        await #expect(throws: WorkloadError.self) { try await sealer.begin(origin: origin) }
    }

    @Test func `what is new is signed, once`() async throws {
        try await sealer.begin(origin: origin)
        #expect(try await sealer.sign() == nil)
        try await log.happen()
        try await sealer.seal()

        let note = try #require(try await sealer.sign())

        #expect(try Checkpoint(note.text).head.size == (try await sealer.log.size()))
        #expect(try await sealer.sign() == nil)
    }

    @Test func `a database that was put back is neither sealed nor signed, until an operator states it`() async throws {
        try await sealer.begin(origin: origin)
        let before = try await sealer.log.size()
        try await log.happen()
        try await sealer.seal()
        _ = try await sealer.sign()
        try await log.putBack(to: before)

        for act in [{ try await sealer.check() }, { _ = try await sealer.sign() }] as [() async throws -> Void] {
            let refusal = await #expect(throws: SealRefusal.self) { try await act() }
            #expect("\(try #require(refusal))".contains("put back to an older state"))
        }

        try await sealer.restore(reason: "The disk was lost on Tuesday", by: "test", at: 1_787_000_000)
        try await sealer.check()
        #expect(try await log.lastSigned() == sealer.log.size())
        #expect(FileManager.default.fileExists(atPath: "\(sealer.folder.path)/before-restore-1787000000.txt"))
        let said = try await sealer.log.events(in: 0..<sealer.log.size()).flatMap(\.fields)
        #expect(said.contains { $0.contains("The disk was lost on Tuesday") })
    }

    @Test func `a database with other events in the same places is not signed`() async throws {
        try await sealer.begin(origin: origin)
        try await log.happen()
        try await sealer.seal()
        _ = try await sealer.sign()
        try await log.happen()
        try await sealer.seal()
        try await log.asSuperuser([
            "update log_leaf set leaf_hash = sha256('x')", "update log_node set hash = sha256('y')",
        ])

        let refusal = await #expect(throws: SealRefusal.self) { try await sealer.sign() }

        #expect("\(try #require(refusal))".contains("not those that were signed"))
    }

    @Test func `a host that does not know what was signed last signs nothing`() async throws {
        try await sealer.begin(origin: origin)
        try FileManager.default.removeItem(atPath: sealer.folder.path + "/last-checkpoint.txt")

        let refusal = await #expect(throws: SealRefusal.self) { try await sealer.check() }

        #expect("\(try #require(refusal))".contains("does not know what was signed last"))
        try Data("junk\n".utf8).write(to: URL(filePath: sealer.folder.path + "/last-checkpoint.txt"))
        await #expect(throws: SealRefusal.self) { try await sealer.check() }
    }

    @Test func `what was signed and did not reach the database does so later`() async throws {
        try await sealer.begin(origin: origin)
        try await log.asSuperuser(["delete from log_checkpoint"])

        #expect(try await sealer.sign() == nil)

        #expect(try await sealer.log.newestCheckpoint()?.size == log.lastSigned())
    }

    @Test(arguments: LogKeys.Purpose.allCases) func `a new key is in the log before it signs`(
        _ purpose: LogKeys.Purpose
    )
        async throws
    {
        try await sealer.begin(origin: origin)

        let key = try await sealer.rotate(purpose)

        let size = try await sealer.log.size()
        let known = try await sealer.keys.all()
        #expect(known.inForce(purpose, at: size) == key)
        #expect(known.count == 3)
        let stored = try #require(try await sealer.log.newestCheckpoint())
        #expect(stored.size == size)
        let signer = try #require(known.inForce(.log, at: size))
        _ = try stored.signedNote().checkpoint(of: signer)
    }

    @Test func `a secret key that others may read, or that is gone, is refused`() async throws {
        try await sealer.begin(origin: origin)
        try await log.happen()
        try await sealer.seal()
        let key = try #require(try await sealer.keys.all().newest(.log))
        let path = "\(sealer.folder.path)/log-\(key.idText).key"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)

        let refusal = await #expect(throws: KeyFileRefusal.self) { try await sealer.sign() }
        #expect("\(try #require(refusal))".contains("chmod 600"))

        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: SealRefusal.self) { try await sealer.sign() }
    }

    @Test func `a server signs receipts with the key that the log names`() async throws {
        try await sealer.begin(origin: origin)
        let server = ReceiptKeys(log.school.database.server, folder: log.keys.path)

        let key = try #require(try await server.key(of: log.school.database.district))

        #expect(key.origin == origin)
        #expect(
            try await ReceiptKeys(log.school.database.server, folder: nil).key(of: log.school.database.district) == nil)
        try FileManager.default.removeItem(atPath: log.keys.path)
        await #expect(throws: SealRefusal.self) { try await server.key(of: log.school.database.district) }
    }

    @Test func `what was signed last counts only if a key of this log signed it`() async throws {
        try await sealer.begin(origin: origin)
        try await log.goOn()
        let signed = try #require(try sealer.folder.lastNote())
        let forger = try SigningKey.random(name: origin, kind: .note)
        let first = try await sealer.log.head(at: 1)
        let forged = try SignedNote(Checkpoint(of: origin, head: first).text, signedBy: forger)
        var borrowed = try SignedNote(Checkpoint(of: origin, head: first).text, signedBy: forger)
        try borrowed.add(signed.signatures[0])

        for note in [forged, borrowed] {
            try DurableFile.replace(log.state, with: note.bytes)
            let refusal = await #expect(throws: SealRefusal.self) { try await sealer.check() }
            #expect(
                refusal.map { "\($0)" }?.contains("no key of this log signed") == true, "\(String(describing: refusal))"
            )
            await #expect(throws: SealRefusal.self) { try await sealer.sign() }
        }
        try DurableFile.replace(log.state, with: signed.bytes)
        try await sealer.check()
    }

    @Test func `what was signed last counts with a key that was replaced, and with one that only the folder has`()
        async throws
    {
        try await sealer.begin(origin: origin)
        let before = try await sealer.log.size()
        let old = try #require(try sealer.folder.lastNote())
        _ = try await sealer.rotate(.log)
        try await log.goOn()
        let new = try Data(contentsOf: URL(filePath: log.state))
        try DurableFile.replace(log.state, with: old.bytes)
        try await sealer.check()

        // A backup of before the new key: what is wrong is that it is older, not that its key is not known.
        try new.write(to: URL(filePath: log.state))
        try await log.putBack(to: before)
        try await log.asSuperuser(["delete from log_key where added_at = (select max(added_at) from log_key)"])
        let refusal = await #expect(throws: SealRefusal.self) { try await sealer.check() }
        #expect(
            refusal.map { "\($0)" }?.contains("put back to an older state") == true, "\(String(describing: refusal))")
    }

    @Test(arguments: [0o620, 0o602, 0o666]) func `what others can write to is not what was signed last`(
        _ mode: Int
    ) async throws {
        try await sealer.begin(origin: origin)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: log.state)

        let refusal = await #expect(throws: KeyFileRefusal.self) { try await sealer.check() }

        #expect(refusal.map { "\($0)" }?.contains("chmod go-w \(log.state)") == true, "\(String(describing: refusal))")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: log.state)
        try await sealer.check()
    }

    @Test(arguments: ["", "/test"]) func `a folder that a group can write to holds no key and no last checkpoint`(
        _ place: String
    ) async throws {
        try await sealer.begin(origin: origin)
        let path = log.keys.path + place
        try FileManager.default.setAttributes([.posixPermissions: 0o770], ofItemAtPath: path)

        let refusal = await #expect(throws: KeyFileRefusal.self) { try await sealer.check() }

        #expect(refusal.map { "\($0)" }?.contains("chmod go-w \(path)") == true, "\(String(describing: refusal))")
    }

    @Test func `sealing ends after so many batches, and where no more waits`() async throws {
        try await sealer.begin(origin: origin)
        for _ in 0..<7 { try await log.happen() }
        let waiting = try await sealer.log.waiting()

        #expect(try await sealer.seal(atMost: 2, of: 2) == 4)
        #expect(try await sealer.log.waiting() == waiting - 4)
        #expect(try await sealer.seal(of: 2) == waiting - 4)
    }
}
