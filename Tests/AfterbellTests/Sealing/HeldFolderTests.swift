import Evidence
import Foundation
import Glibc
import Testing
import Workload

@testable import afterbell

/// What was signed last is looked at and replaced by one at a time.
@Suite struct HeldFolderTests {
    let log: SealedSchool

    init() async throws {
        log = try await SealedSchool()
    }

    @Test func `while another holds the folder nothing is signed, and it is said who may hold it`() async throws {
        try await log.happen()
        try await log.sealer.seal()
        let before = try await log.lastSigned()
        try await log.sealer.folder.held { _ in
            let refusal = await #expect(throws: SealRefusal.self) {
                try await log.sealer.folder.held(patience: .milliseconds(100)) { _ in }
            }
            #expect(refusal.map { "\($0)" }?.contains("Another afterbell holds") == true)
            let waiting = Task { try await log.sealer.sign() }
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await log.lastSigned() == before)
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        #expect(try await log.sealer.sign() != nil)
    }

    @Test func `a command waits for the one before, in another process as well`() async throws {
        try await log.happen()
        let lock = try Descriptor(log.sealer.folder.path + "/lock", O_RDWR)
        #expect(flock(lock.number, LOCK_EX | LOCK_NB) == 0)
        let done = Task.detached { [log] in try log.run("seal", "once") }
        try await Task.sleep(for: .seconds(1))
        #expect(try await log.lastSigned() < log.sealer.log.size())
        flock(lock.number, LOCK_UN)
        #expect(try await done.value.status == 0)
        #expect(try await log.lastSigned() == log.sealer.log.size())
    }

    @Test func `what was signed last never shrinks, but for a restore that is stated`() async throws {
        let first = try #require(try log.sealer.folder.lastNote())
        try await log.goOn()
        let last = try await log.lastSigned()

        try await log.sealer.folder.held { held in
            let refusal = #expect(throws: SealRefusal.self) { try held.keep(first) }
            #expect(refusal.map { "\($0)" }?.contains("is not replaced by") == true)
        }

        #expect(try await log.lastSigned() == last)
    }
}
