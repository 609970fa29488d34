import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import SampleLog
import Testing
import Workload

@testable import afterbell

/// The service that seals and signs, at a pace of its own.
@Suite(.timeLimit(.minutes(2))) struct SealingServiceTests {
    let kept = KeptLines()

    private func service(_ sealers: [Sealer], _ http: HTTPClient) -> SealingService {
        SealingService(
            sealers: { sealers }, http: http, logger: kept.logger,
            pace: .init(seal: .milliseconds(10), sign: .milliseconds(10)))
    }

    /// Waits until something is so; nothing else tells a test that a round is over.
    private func until(_ isSo: () async throws -> Bool) async throws {
        while try await !isSo() { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test func `what happens is sealed and signed, and one district that refuses holds up no other`() async throws {
        let (broken, log) = (try await SealedSchool(), try await SealedSchool())
        try FileManager.default.removeItem(atPath: broken.state)
        try await WitnessClient.withHTTP { http in
            let service = service([broken.sealer, log.sealer], http)
            let running = Task { try await service.run() }
            defer { running.cancel() }
            let before = try await log.newest()

            try await log.happen()

            try await until { try await log.newest() > before }
            try await until { kept.lines(.error).contains { $0.contains("does not know what was signed last") } }
            #expect(try await broken.newest() == broken.sealer.log.size())
        }
    }

    @Test func `a witness that has seen more stops it after the signature, with what is true, and until it is over`()
        async throws
    {
        let log = try await SealedSchool()
        try await ServedWitness.with(logs: log.logKeys()) { key, client, http, _ in
            try log.name([("union", key.verifier, url: client.url)])
            let service = service([log.sealer], http)
            let running = Task { try await service.run() }
            defer { running.cancel() }
            func isCosigned() async throws -> Bool {
                try await log.sealer.log.lastCosigned(by: key.verifier) == log.newest()
            }
            try await until(isCosigned)
            let (before, old) = (try await log.newest(), try #require(try log.sealer.folder.lastNote()))
            for _ in 0..<2 {
                let newest = try await log.newest()
                try await log.happen()
                try await until {
                    let isNew = try await log.newest() > newest
                    let isSeen = try await isCosigned()
                    return isNew && isSeen
                }
            }
            let seen = try await log.newest()

            // Backup and folder of before come in the middle of a round, and something happens on top of them.
            try await log.sealer.folder.held { _ in
                try await log.putBack(to: before)
                try DurableFile.replace(log.state, with: old.bytes)
            }
            try await log.happen()
            try await until { !kept.lines(.critical).isEmpty }

            let said = kept.lines(.critical)[0]
            #expect(said.contains("It was signed here, and union does not cosign it"), "\(said)")
            #expect(said.contains("union has cosigned \(seen) events of this log"), "\(said)")
            let signed = try await log.newest()
            #expect(signed == before + 1)
            try await log.happen()
            let errors = kept.lines(.critical).count
            try await until { kept.lines(.critical).count > errors + 2 }
            #expect(try await log.newest() == signed)
            #expect(try await log.sealer.log.waiting() == 1)

            let lost = try await Cosigning(sealer: log.sealer, http: http, logger: kept.logger).contradicting()
            try await log.sealer.restore(
                reason: "The disk was lost on Tuesday", by: "test", at: 1_787_000_000,
                settingAside: [key.verifier.idText: lost[0].note])
            try await log.happen()
            try await until { try await log.newest() > signed + 1 }
            try await until { try await log.sealer.log.waiting() == 0 }
            #expect(kept.lines(.warning).contains { $0.contains("a witness cosigns no more") })
        }
    }

    @Test func `a witness that contradicted and is silent since is waited for`() async throws {
        let log = try await SealedSchool()
        try await WitnessClient.withHTTP { http in
            let cosigning = Cosigning(sealer: log.sealer, http: http, logger: kept.logger)
            let key = try SampleKey.key("example.org/union", .cosignature, 2).verifier
            let port = try TakenPort()
            try log.name([("union", key, url: "http://127.0.0.1:\(port.number)")])
            port.give()

            #expect(try await cosigning.hear().isEmpty)
            await #expect(throws: WitnessUnreachable.self) { try await cosigning.hear(mustAnswer: [key]) }
        }
    }
}
