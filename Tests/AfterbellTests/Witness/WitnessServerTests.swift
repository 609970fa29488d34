import Evidence
import Foundation
import Randomness
import SampleLog
import Testing

@testable import afterbell

@Suite(.timeLimit(.minutes(3))) struct WitnessServerTests {
    private let log: SampleLog

    init() throws {
        log = try SampleLog(size: 200, forkedAt: 5)
    }

    @Test func `each answer of the protocol, over a socket`() async throws {
        try await ServedWitness.with(log) { witness in
            let log = witness.log
            let first = try await witness.post(log.request(from: 0, to: 30).bytes)
            #expect(first.0 == 200 && first.2.hasPrefix("— example.org/union ") && first.2.hasSuffix("\n"))
            #expect(try await witness.client.cosign(log.request(from: 30, to: 40)).isCosigned)

            let stale = try await witness.post(log.request(from: 30, to: 50).bytes)
            #expect(stale == (409, "text/x.tlog.size", "40\n"))
            #expect(try await witness.client.cosign(log.request(from: 30, to: 50)) == .otherSize(40))
            #expect(try await witness.post(log.request(from: 40, to: 39).bytes).0 == 400)
            #expect(try await witness.post(Array("old 1\n".utf8)).0 == 400)
            #expect(try await witness.post([]).0 == 400)
            let stranger = try SampleLog(size: 50, forkedAt: 5, seed: 9)
            #expect(try await witness.post(stranger.request(from: 40, to: 50).bytes).0 == 403)
            let other = try SampleLog(name: "example.org/other", size: 50, forkedAt: 5)
            #expect(try await witness.post(other.request(from: 40, to: 50).bytes).0 == 404)
            let fork = try await witness.post(log.request(from: 40, to: 50, .second).bytes)
            #expect(fork.0 == 422 && fork.1 == "text/plain; charset=utf-8" && fork.2.hasSuffix(".\n"))
            let long = [UInt8](repeating: UInt8(ascii: "a"), count: CosignRequest.mostBytes + 1)
            #expect(try await witness.post(long).0 == 413)
            #expect(try await witness.post([], to: "/").0 == 404)
            #expect(try await witness.get("/add-checkpoint").0 == 404)
            #expect(try await witness.client.cosign(log.request(from: 40, to: 50)).isCosigned)
        }
    }

    @Test func `what was cosigned last can be read, as the monitoring address of the protocol has it`() async throws {
        try await ServedWitness.with(log) { witness in
            let (log, name) = (witness.log, witness.log.key.verifier.name)
            #expect(try await witness.get("/\(name.hash)/checkpoint").0 == 404)
            #expect(try await witness.client.latest(of: name) == nil)
            _ = try await witness.client.cosign(log.request(from: 0, to: 30))
            let latest = try #require(try await witness.client.latest(of: name))
                .checkpoint(of: log.key.verifier, witnesses: [witness.key.verifier])
            #expect(try latest.checkpoint == Checkpoint(log.note(at: 30).text))
            #expect(latest.cosignatures.map(\.key) == [witness.key.verifier])
            #expect(try await witness.get("/\(name.hash.uppercased())/checkpoint").0 == 404)
            #expect(try await witness.get("/\(name.hash)/checkpoint").1 == "text/plain; charset=utf-8")
            let stranger = try SampleKey.key("example.org/union", .cosignature, 9).verifier
            let other = try WitnessClient(url: witness.url, key: stranger, http: witness.http)
            await #expect(throws: WitnessUnreachable.noCheckpoint(witness.url)) { try await other.latest(of: name) }
        }
    }

    @Test func `two trees of one size are kept as evidence, and a proof that fails`() async throws {
        try await ServedWitness.with(log) { witness in
            let log = witness.log
            _ = try await witness.client.cosign(log.request(from: 0, to: 30))
            for _ in 0..<3 {
                #expect(try await witness.post(log.request(from: 30, to: 30, .second).bytes).0 == 422)
            }
            #expect(try await witness.post(log.request(from: 30, to: 31, .second).bytes).0 == 422)
            let names = try witness.place.names(in: "state/refused")
            #expect(names.map { String($0.prefix(9)) } == ["two-trees", "unproven-"])
            let kept = try SignedNote(parsing: witness.place.bytes("state/refused/\(names[0])"))
            #expect(try kept.checkpoint(of: log.key.verifier).checkpoint == Checkpoint(log.note(at: 30, .second).text))
        }
    }

    @Test func `what can't be kept is not cosigned, and is later`() async throws {
        try await ServedWitness.with(log) { witness in
            let log = witness.log
            #expect(try await witness.client.cosign(log.request(from: 0, to: 30)).isCosigned)
            let (state, away) = (witness.place("state"), witness.place("away"))
            try FileManager.default.moveItem(atPath: state, toPath: away)
            let refused = try await witness.post(log.request(from: 30, to: 40).bytes)
            #expect(refused.0 == 500 && refused.2 == "This witness can't keep its word now.\n")
            #expect(try await witness.client.cosign(log.request(from: 40, to: 41)) == .otherSize(30))
            try FileManager.default.moveItem(atPath: away, toPath: state)
            #expect(try await witness.client.cosign(log.request(from: 30, to: 40)).isCosigned)
        }
    }

    @Test func `32 who ask at once, with two stories, get one story`() async throws {
        let random = SplitMix64.seeded()
        for round in UInt64(0)..<4 {
            try await ServedWitness.with(log) { witness in
                let cosigned = try await withThrowingTaskGroup(of: [Checkpoint].self) { group in
                    for asker in UInt64(0)..<32 {
                        var random = random
                        for _ in 0...(round * 32 + asker) { _ = random.next() }
                        let seed = random.next()
                        group.addTask { try await Self.climb(witness, asker % 2 == 0 ? .first : .second, seed) }
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                #expect(cosigned.count >= 17)  // 200 entries in steps of 12 at most
                let told = try SampleLog.Story.allCases.filter { story in
                    try cosigned.allSatisfy { try witness.log.tells(story, $0) }
                }
                #expect(told.count == 1)
            }
        }
    }

    /// Asks for larger and larger trees of a story from wherever the witness says it stands, until it is refused.
    private static func climb(
        _ witness: ServedWitness, _ story: SampleLog.Story, _ seed: UInt64
    ) async throws -> [Checkpoint] {
        var (random, old, cosigned) = (SplitMix64(seed: seed), UInt64(0), [Checkpoint]())
        for _ in 0..<200 where old < 200 {
            let request = try witness.log.request(
                from: old, to: UInt64.random(in: old + 1...min(200, old + 12), using: &random), story)
            switch try await witness.client.cosign(request) {
            case .cosigned:
                cosigned.append(try Checkpoint(request.note.text))
                old = cosigned.last?.head.size ?? old
            case .otherSize(let size): old = size
            case .refused(let status, let words):
                #expect(status == 422, "\(words)")
                return cosigned
            }
        }
        return cosigned
    }
}

extension WitnessAnswer {
    /// Whether it is a cosignature.
    var isCosigned: Bool {
        if case .cosigned = self { true } else { false }
    }
}
