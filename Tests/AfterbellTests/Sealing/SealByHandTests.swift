import Evidence
import Foundation
import SampleLog
import Testing
import Workload

@testable import afterbell

/// A witness without a network: files go out, and come back signed.
@Suite struct SealByHandTests {
    let log: SealedSchool
    let place: TemporaryPlace
    let key: SigningKey

    init() async throws {
        log = try await SealedSchool()
        place = try TemporaryPlace()
        key = try place.unionKey()
        try log.name([("union", key.verifier, url: nil)])
    }

    private func cosign(_ more: String...) async throws -> ValueProcess {
        try ValueProcess(
            ["witness", "cosign", place("seal.txt"), "--key", place("key"), "--state", place("state"), "--out"]
                + [place("signed.txt")] + more + ["--log", try await log.logKeys()[0].description])
    }

    private func cosigners() async throws -> [VerifierKey] {
        let stored = try #require(try await log.sealer.log.newestCheckpoint())
        return try stored.signedNote().checkpoint(of: try await log.logKeys()[0], witnesses: [key.verifier])
            .cosignatures.map(\.key)
    }

    @Test func `a checkpoint goes out, is cosigned, and what was signed is kept; then the next, with its proof`()
        async throws
    {
        let first = try log.run("seal", "hand-out", place("seal.txt"))
        #expect(first.status == 0 && first.output.contains("leads there from 0"), "\(first.errors)")
        #expect(try await cosign("--new-state").status == 0)
        let kept = try log.run("seal", "hand-back", place("signed.txt"))
        #expect(kept.status == 0 && kept.output.contains("1 of those in policy.txt"), "\(kept.errors)")
        #expect(try await cosigners() == [key.verifier])

        let before = try await log.newest()
        try await log.goOn()
        #expect(try await cosigners().isEmpty)
        #expect(try log.run("seal", "hand-out", place("seal.txt"), "--since", "\(before)").status == 0)
        let signed = try await cosign("--proof", place("seal.txt.proof"))
        #expect(signed.status == 0, "\(signed.errors)")
        #expect(try log.run("seal", "hand-back", place("signed.txt")).status == 0)
        #expect(try await cosigners() == [key.verifier])
        // Handed back once more, it changes nothing.
        #expect(try log.run("seal", "hand-back", place("signed.txt")).status == 0)
    }

    @Test func `what comes back otherwise is not kept, and it is said why`() async throws {
        #expect(try log.run("seal", "hand-out", place("seal.txt")).status == 0)
        let unsigned = try log.run("seal", "hand-back", place("seal.txt"))
        #expect(
            unsigned.status == 1 && unsigned.errors.contains("Nobody in policy.txt has signed"), "\(unsigned.errors)")

        let other = try SampleLog(size: 9, forkedAt: 5)
        _ = try place.file("other.txt", other.note(at: 9).bytes)
        let foreign = try log.run("seal", "hand-back", place("other.txt"))
        #expect(foreign.status == 1, "\(foreign.errors)")
        #expect(foreign.errors.contains("\(place("other.txt")) was not kept"), "\(foreign.errors)")
        #expect(foreign.errors.contains("no key that is known here signed it"), "\(foreign.errors)")

        _ = try place.file("junk.txt", Array("<html>\r\n".utf8))
        let junk = try log.run("seal", "hand-back", place("junk.txt"))
        #expect(junk.status == 1 && junk.errors.contains("control character"), "\(junk.errors)")

        let early = try log.run("seal", "hand-out", place("seal.txt"), "--since", "999")
        #expect(early.status == 1 && early.errors.contains("not yet 999"), "\(early.errors)")
    }
}
