import Evidence
import Foundation
import Logging
import Testing
import Workload

@testable import afterbell

@Suite(.timeLimit(.minutes(2))) struct DemoWitnessesTests {
    @Test func `after an error that passes, the demo's union and HR sign`() async throws {
        let log = try await SealedSchool(begun: false)
        let others = try TemporaryPlace()
        let service = DemoWitnesses(
            sealer: log.sealer, folder: others.path,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pace: .milliseconds(20))
        let running = Task { try await service.run() }
        defer { running.cancel() }
        // There is no folder yet in which the policy could be written.
        while try others.names().count < 2 { try await Task.sleep(for: .milliseconds(20)) }
        try await Task.sleep(for: .milliseconds(200))

        try await log.sealer.begin(origin: log.origin)

        let logs = try await log.logKeys()
        var signers = 0
        for _ in 0..<500 where signers < 2 {
            let stored = try #require(try await log.sealer.log.newestCheckpoint())
            let policy = try? log.sealer.folder.policy()
            let witnesses = policy?.witnesses.map(\.key) ?? []
            signers = try stored.signedNote().checkpoint(of: logs[0], witnesses: witnesses).cosignatures.count
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(signers == 2)
    }
}
