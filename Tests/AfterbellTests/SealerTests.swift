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
    let school: TestSchool
    let folder: URL
    let sealer: Sealer
    let origin: KeyName

    init() async throws {
        school = try await TestSchool.make(people: 2)
        folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        sealer = Sealer(school.database.admin, district: school.database.district, keys: folder.path)
        origin = try #require(KeyName("hours.example.org/test"))
    }

    /// Something happens in the district, and its event waits.
    private func happen() async throws {
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            ["update site set name = name || '.', event_id = default", "select keep_facts('site')"])
    }

    private func lastSigned() throws -> UInt64 { try sealer.folder.lastSigned()?.head.size ?? 0 }

    @Test func `a log begins with its keys, is signed, and the secret keys are its owner's alone`() async throws {
        try await sealer.begin(origin: origin)

        let keys = try await sealer.keys.all()
        #expect(keys.map(\.purpose) == [.log, .receipt])
        #expect(keys.map(\.key.name.text) == ["hours.example.org/test", "hours.example.org/test/receipt"])
        #expect(try await lastSigned() == sealer.log.size())
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
        try await happen()
        try await sealer.seal()

        let note = try #require(try await sealer.sign())

        #expect(try Checkpoint(note.text).head.size == (try await sealer.log.size()))
        #expect(try await sealer.sign() == nil)
    }

    @Test func `a database that was put back is neither sealed nor signed, until an operator states it`() async throws {
        try await sealer.begin(origin: origin)
        let before = try await sealer.log.size()
        try await happen()
        try await sealer.seal()
        _ = try await sealer.sign()
        // The backup of before.
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            [
                "delete from log_leaf where leaf_index >= \(Int64(before))",
                "delete from log_node where (node_index + 1) << level::integer > \(Int64(before))",
                "delete from log_checkpoint where size > \(Int64(before))",
            ])

        for act in [{ try await sealer.check() }, { _ = try await sealer.sign() }] as [() async throws -> Void] {
            let refusal = await #expect(throws: SealRefusal.self) { try await act() }
            #expect("\(try #require(refusal))".contains("put back to an older state"))
        }

        try await sealer.restore(reason: "The disk was lost on Tuesday", by: "test", at: 1_787_000_000)
        try await sealer.check()
        #expect(try await lastSigned() == sealer.log.size())
        #expect(FileManager.default.fileExists(atPath: "\(sealer.folder.path)/before-restore-1787000000.txt"))
        let said = try await sealer.log.events(in: 0..<sealer.log.size()).flatMap(\.fields)
        #expect(said.contains { $0.contains("The disk was lost on Tuesday") })
    }

    @Test func `a database with other events in the same places is not signed`() async throws {
        try await sealer.begin(origin: origin)
        try await happen()
        try await sealer.seal()
        _ = try await sealer.sign()
        try await happen()
        try await sealer.seal()
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            ["update log_leaf set leaf_hash = sha256('x')", "update log_node set hash = sha256('y')"])

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
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"), ["delete from log_checkpoint"])

        #expect(try await sealer.sign() == nil)

        #expect(try await sealer.log.newestCheckpoint()?.size == lastSigned())
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
        try await happen()
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
        let server = ReceiptKeys(school.database.server, folder: folder.path)

        let key = try #require(try await server.key(of: school.database.district))

        #expect(key.origin == origin)
        #expect(try await ReceiptKeys(school.database.server, folder: nil).key(of: school.database.district) == nil)
        try FileManager.default.removeItem(at: folder)
        await #expect(throws: SealRefusal.self) { try await server.key(of: school.database.district) }
    }
}
