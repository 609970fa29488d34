import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import Postgres
import Support
import Testing
import Workload

@testable import afterbell

/// The sealer asks a witness that listens on a port, and takes over what it has seen.
@Suite struct CosigningTests {
    let school: TestSchool
    let sealer: Sealer
    let keys: TemporaryPlace

    init() async throws {
        school = try await TestSchool.make(people: 1)
        keys = try TemporaryPlace()
        sealer = Sealer(school.database.admin, district: school.database.district, keys: keys.path)
        try await sealer.begin(origin: try #require(KeyName("hours.example.org/test")))
    }

    private func cosigning(_ key: SigningKey, _ client: WitnessClient, _ http: HTTPClient) throws -> Cosigning {
        let name = try #require(PolicyWord("union"))
        let witness = PolicyWitness(name: name, key: key.verifier, url: PolicyWord(client.url))
        let policy = try Policy(witnesses: [witness], quorum: name)
        try DurableFile.replace(sealer.folder.path + "/policy.txt", with: policy.bytes)
        return Cosigning(sealer: sealer, http: http, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Something happens, is sealed and signed.
    private func goOn() async throws {
        try await school.database.admin.write(
            as: school.database.district.identity(service: "postgres"),
            ["update site set name = name || '.', event_id = default", "select keep_facts('site')"])
        try await sealer.seal()
        _ = try await sealer.sign()
    }

    @Test func `each checkpoint is cosigned, and what was said is kept`() async throws {
        let logs = try await sealer.keys.all().filter { $0.purpose == .log }.map(\.key)
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            for _ in 0..<3 {
                try await cosigning.ask()
                let stored = try #require(try await sealer.log.newestCheckpoint())
                let signed = try stored.signedNote().checkpoint(of: logs[0], witnesses: [key.verifier])
                #expect(signed.cosignatures.map(\.key) == [key.verifier])
                try await goOn()
            }
        }
    }

    @Test func `a new host takes over what the witness has seen, and goes on`() async throws {
        let logs = try await sealer.keys.all().filter { $0.purpose == .log }.map(\.key)
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            try await cosigning.ask()
            let seen = try await sealer.log.size()
            try await goOn()
            try FileManager.default.removeItem(atPath: sealer.folder.path + "/last-checkpoint.txt")
            await #expect(throws: SealRefusal.self) { try await sealer.check() }

            try await cosigning.takeOver()

            #expect(try sealer.folder.lastSigned()?.head.size == seen)
            try await sealer.check()
            try await goOn()
        }
    }

    @Test func `a new host on an older database refuses what the witness has seen`() async throws {
        let logs = try await sealer.keys.all().filter { $0.purpose == .log }.map(\.key)
        let before = try await sealer.log.size()
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            try await goOn()
            try await cosigning.ask()
            try await school.database.admin.write(
                as: school.database.district.identity(service: "postgres"),
                ["delete from log_leaf where leaf_index >= \(Int64(before))"])
            try FileManager.default.removeItem(atPath: sealer.folder.path + "/last-checkpoint.txt")

            await #expect(throws: SealRefusal.self) { try await cosigning.takeOver() }

            #expect(try sealer.folder.lastSigned() == nil)
        }
    }
}
