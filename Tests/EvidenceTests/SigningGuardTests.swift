import Evidence
import Testing

struct SigningGuardTests {
    private let log: SignedLog
    private let last: Checkpoint

    init() throws {
        log = try SignedLog()
        last = Checkpoint(of: log.log.verifier.name, head: try log.tree.head(at: 5))
    }

    private func check(_ last: Checkpoint?, size: UInt64, root: TreeHash) async throws {
        try await SigningGuard.check(last: last, origin: log.log.verifier.name, size: size) { _ in root }
    }

    @Test func `a log that goes on is signed`() async throws {
        try await check(nil, size: 3, root: .empty)
        try await check(last, size: 5, root: last.head.root)
        try await check(last, size: 9, root: last.head.root)
    }

    @Test func `a smaller log is not`() async {
        await #expect(throws: SigningGuard.Refusal.smaller(signed: 5, found: 4)) {
            try await check(last, size: 4, root: last.head.root)
        }
    }

    @Test func `nor one whose first events are others`() async {
        await #expect(throws: SigningGuard.Refusal.different(signed: 5)) {
            try await check(last, size: 9, root: .leaf([9]))
        }
    }

    @Test func `nor another log`() async throws {
        let name = try #require(KeyName("example.org/other"))
        let other = Checkpoint(of: name, head: last.head)
        await #expect(throws: SigningGuard.Refusal.otherLog("example.org/other")) {
            try await check(other, size: 9, root: last.head.root)
        }
    }
}
