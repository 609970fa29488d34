import AsyncHTTPClient
import Evidence
import Foundation
import Hummingbird
import Logging
import NIOCore
import SampleLog
import Testing
import Workload

@testable import afterbell

/// The sealer asks a witness that listens on a port, and takes over what it has seen.
@Suite struct CosigningTests {
    let log: SealedSchool
    let sealer: Sealer

    init() async throws {
        log = try await SealedSchool()
        sealer = log.sealer
    }

    private func cosigning(_ key: SigningKey, _ client: WitnessClient, _ http: HTTPClient) throws -> Cosigning {
        try log.name([("union", key.verifier, url: client.url)])
        return Cosigning(sealer: sealer, http: http, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test func `each checkpoint is cosigned, and what was said is kept`() async throws {
        let logs = try await log.logKeys()
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            for _ in 0..<3 {
                try await cosigning.ask()
                let stored = try #require(try await sealer.log.newestCheckpoint())
                let signed = try stored.signedNote().checkpoint(of: logs[0], witnesses: [key.verifier])
                #expect(signed.cosignatures.map(\.key) == [key.verifier])
                try await log.goOn()
            }
        }
    }

    @Test func `a new host takes over what the witness has seen, and goes on`() async throws {
        let logs = try await log.logKeys()
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            try await cosigning.ask()
            let seen = try await sealer.log.size()
            try await log.goOn()
            try FileManager.default.removeItem(atPath: sealer.folder.path + "/last-checkpoint.txt")
            await #expect(throws: SealRefusal.self) { try await sealer.check() }

            try await cosigning.hear()

            #expect(try sealer.folder.lastSigned()?.head.size == seen)
            try await sealer.check()
            try await log.goOn()
        }
    }

    @Test func `a new host on an older database refuses what the witness has seen`() async throws {
        let logs = try await log.logKeys()
        let before = try await sealer.log.size()
        try await ServedWitness.with(logs: logs) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            try await log.goOn()
            try await cosigning.ask()
            try await log.putBack(to: before)
            try FileManager.default.removeItem(atPath: sealer.folder.path + "/last-checkpoint.txt")

            await #expect(throws: WitnessContradiction.self) { try await cosigning.hear() }

            #expect(try sealer.folder.lastSigned() == nil)
        }
    }

    @Test func `what a witness has cosigned under a key that is known nowhere here is no state to go on from`()
        async throws
    {
        let logs = try await log.logKeys()
        let stranger = try SigningKey.random(name: log.origin, kind: .note)
        try await ServedWitness.with(logs: logs + [stranger.verifier]) { key, client, http, _ in
            let cosigning = try self.cosigning(key, client, http)
            try await cosigning.ask()
            let size = try await sealer.log.size()
            let note = try SignedNote(
                Checkpoint(of: log.origin, head: try await sealer.log.head(at: size)).text, signedBy: stranger)
            _ = try await client.cosign(CosignRequest(try await sealer.log.sizedProof(from: size, to: size), note))

            let found = await #expect(throws: WitnessContradiction.self) { try await cosigning.hear() }

            #expect(found?.kind == .strangeKey(size: size))
            #expect(found.map { "\($0)" }?.contains("known neither to the database nor to the folder") == true)
        }
    }

    @Test func `a witness that shows nothing is believed when it refuses`() async throws {
        for (status, kind) in [
            (HTTPResponse.Status.conflict, WitnessContradiction.Kind.ahead(size: 999, found: try await log.newest())),
            (.unprocessableContent, .different(size: try await log.newest())),
        ] {
            let key = try SampleKey.key("example.org/union", .cosignature, 2)
            let fake = FakeWitness { question in
                guard question.method == .post else { return Response(status: .notFound) }
                return Response(
                    status: status, headers: [.contentType: WitnessAnswer.sizeType],
                    body: .init(byteBuffer: ByteBuffer(string: "999\n")))
            }
            try await fake.asked(key.verifier) { client in
                try await WitnessClient.withHTTP { http in
                    let cosigning = try self.cosigning(key, client, http)

                    let found = await #expect(throws: WitnessContradiction.self) { try await cosigning.ask() }

                    #expect(found?.kind == kind && found?.isSigned == true)
                    #expect(
                        found.map { "\($0)" }?.hasPrefix("It was signed here, and union does not cosign it") == true)
                }
            }
        }
    }
}
