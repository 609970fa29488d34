import Evidence
import Foundation
import Glibc
import Randomness
import SampleLog
import Testing

@testable import afterbell

/// A witness that is killed in the middle of its work keeps its word.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WitnessKillTests {
    private static let size: UInt64 = 2_000
    private let place: TemporaryPlace
    private let key: SigningKey
    private let log: SampleLog

    init() throws {
        place = try TemporaryPlace()
        key = try SampleKey.key("example.org/union", .cosignature, 2)
        log = try SampleLog(size: Self.size, forkedAt: 3)
        try KeyFile.writeNew(key, to: place("key"))
    }

    @Test func `killed eight times while many ask, it never cosigns less or another story than before`() async throws {
        var random = SplitMix64.seeded()
        let answered = AnsweredSizes()
        for round in 0..<8 {
            let process = try await WitnessProcess(place, log: log.key.verifier, isNew: round == 0)
            try await WitnessClient.withHTTP { http in
                let client = try WitnessClient(url: process.url, key: key.verifier, http: http)
                try await expectWord(client, answered.sizes)
                let enough = answered.sizes.count + Int.random(in: 5...40, using: &random)
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<8 { group.addTask { await climb(client, answered) } }
                    for await count in answered.counts where count >= enough { break }
                    #expect((try? await process.end(by: SIGKILL)) == SIGKILL)
                }
            }
        }
        #expect(answered.sizes.count >= 40)
    }

    /// Asks for larger trees until nobody answers any more.
    private func climb(_ client: WitnessClient, _ answered: AnsweredSizes) async {
        var old: UInt64 = 0
        while old < Self.size {
            guard let request = try? log.request(from: old, to: old + 1), let answer = try? await client.cosign(request)
            else { return }
            switch answer {
            case .cosigned:
                old += 1
                answered.add(old)
            case .otherSize(let size): old = size
            case .refused(let status, let words):
                Issue.record("\(status) \(words)")
                return
            }
        }
    }

    /// All that was ever answered still binds.
    private func expectWord(_ client: WitnessClient, _ answered: [UInt64]) async throws {
        let largest = answered.max() ?? 0
        let latest = try await client.latest(of: log.key.verifier.name)?.checkpoint(of: log.key.verifier).checkpoint
        let known = latest?.head.size ?? 0
        #expect(known >= largest)
        if let latest { #expect(try log.tells(.first, latest)) }
        for size in Set(answered + [0, known]) {
            let tries: [(UInt64, UInt64, SampleLog.Story)] = [
                (size, size, .second), (size, max(known, size) + 1, .second), (size, known + 1, .second),
            ]
            for (old, new, story) in tries where known > 3 {
                #expect(try await !client.cosign(log.request(from: old, to: new, story)).isCosigned)
            }
            if size < known {
                #expect(try await client.cosign(log.request(from: size, to: known - 1)) == .otherSize(known))
            }
        }
    }

    @Test func `it ends in good order when it is asked to, and goes on where it was`() async throws {
        let process = try await WitnessProcess(place, log: log.key.verifier, isNew: true)
        try await WitnessClient.withHTTP { http in
            let client = try WitnessClient(url: process.url, key: key.verifier, http: http)
            #expect(try await client.cosign(log.request(from: 0, to: 30)).isCosigned)
        }
        #expect(process.said.contains("\n\(key.verifier)\n"))
        #expect(!process.said.contains(key.secretText.suffix(44)))
        #expect(try await process.end(by: SIGTERM) == 0)
        let next = try await WitnessProcess(place, log: log.key.verifier, isNew: false)
        try await WitnessClient.withHTTP { http in
            let client = try WitnessClient(url: next.url, key: key.verifier, http: http)
            #expect(try await client.cosign(log.request(from: 0, to: 30)) == .otherSize(30))
            #expect(try await client.cosign(log.request(from: 30, to: 31)).isCosigned)
        }
        #expect(try await next.end(by: SIGINT) == 0)
    }
}

/// What was answered, from many tasks.
private final class AnsweredSizes: @unchecked Sendable {  // behind a lock
    private let lock = NSLock()
    private var all: [UInt64] = []
    private let (stream, counter) = AsyncStream.makeStream(of: Int.self)

    var sizes: [UInt64] { lock.withLock { all } }

    /// How many there are, each time one comes.
    var counts: AsyncStream<Int> { stream }

    func add(_ size: UInt64) {
        let count = lock.withLock {
            all.append(size)
            return all.count
        }
        counter.yield(count)
    }
}
