import Evidence
import Randomness
import SampleLog
import Testing

/// Input that is wrong or meant to do harm: refused, never a crash, and never a second story.
@Suite struct HostileWitnessTests {
    @Test func `whatever order of requests from both stories, one story is cosigned, never backwards`() throws {
        var random = SplitMix64.seeded()
        for _ in 0..<40 {
            var watched = try WatchedLog()
            var last: CosignedNote?
            for _ in 0..<150 {
                watched.now += Int64.random(in: -50...100, using: &random)
                let story = SampleLog.Story.allCases.randomElement(using: &random) ?? .first
                let known = watched.kept?.checkpoint.head.size ?? 0
                let old = Bool.random(using: &random) ? known : UInt64.random(in: 0...40, using: &random)
                let size = UInt64.random(in: 0...40, using: &random)
                guard let cosigned = try? watched.ask(watched.log.request(from: old, to: size, story).bytes) else {
                    continue
                }
                if let last {
                    #expect(last.checkpoint.head.size <= cosigned.checkpoint.head.size)
                    #expect(last.seconds <= cosigned.seconds)
                    let told = try SampleLog.Story.allCases.filter { try watched.log.tells($0, last.checkpoint) }
                    #expect(try told.contains { try watched.log.tells($0, cosigned.checkpoint) })
                }
                last = cosigned
            }
            #expect(last != nil)
        }
    }

    @Test func `a request that was bent anywhere is refused, or states the same`() throws {
        var random = SplitMix64.seeded()
        let start = try WatchedLog(cosigned: 17)
        let requests = try [(17, 17), (17, 40), (17, 18), (0, 40)].map {
            try start.log.request(from: UInt64($0.0), to: UInt64($0.1)).bytes
        }
        var taken = 0
        for _ in 0..<6_000 {
            var watched = start
            let bent = bend(requests.randomElement(using: &random) ?? [], using: &random)
            guard let cosigned = try? watched.ask(bent) else { continue }
            taken += 1
            #expect(try watched.log.tells(.first, cosigned.checkpoint))
            #expect(cosigned.checkpoint.head.size >= 17)
        }
        // Bending can repeat a signature's line, or change one that nobody knows.
        #expect(taken < 600)
    }

    @Test func `answers, kept notes, proofs and keys that were bent are refused or read`() throws {
        var random = SplitMix64.seeded()
        let watched = try WatchedLog(cosigned: 17)
        let request = try watched.log.request(from: 0, to: 17)
        let kept = try #require(watched.kept)
        let key = watched.key.verifier
        for _ in 0..<3_000 {
            let answer = bend(Array(kept.answer.utf8), using: &random)
            if case .cosigned(let signatures)? = try? WitnessAnswer(
                status: 200, contentType: nil, body: answer, to: request, by: [key])
            {
                #expect(signatures.allSatisfy { $0.keyID == key.id })
            }
            let size = bend(Array("17\n".utf8), using: &random)
            _ = try? WitnessAnswer(status: 409, contentType: "text/x.tlog.size", body: size, to: request, by: [key])
            let again = try? CosignedNote(parsing: bend(kept.note.bytes, using: &random), by: key)
            if let again { #expect(again.checkpoint == kept.checkpoint) }
            if let proof = try? SizedProof(parsing: bend(request.head.bytes, using: &random)) {
                #expect(try SizedProof(parsing: proof.bytes) == proof)
            }
            let secret = String(decoding: bend(Array(watched.key.secretText.utf8), using: &random), as: UTF8.self)
            if let read = try? SigningKey(secretText: secret) { #expect(read.verifier == key) }
        }
    }

    @Test func `a policy that was bent is refused, or written as it was understood`() throws {
        var random = SplitMix64.seeded()
        let keys = try PolicyKeys()
        let text = keys.filled(
            """
            # both
            log L1 https://log.example.org
            witness union W1
            witness hr W2
            witness county W3 https://county.example.org
            group two 2 union hr county
            quorum two

            """)
        var read = 0
        for _ in 0..<6_000 {
            guard let policy = try? Policy(parsing: bend(Array(text.utf8), using: &random)) else { continue }
            read += 1
            #expect(try Policy(parsing: policy.bytes) == policy)
            _ = policy.isSatisfied(by: Set(policy.witnesses.map(\.name)))
        }
        #expect(read > 0)
    }

    /// A few bytes changed, put in, taken out or doubled, or the end cut off.
    private func bend(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var bent = bytes
        for _ in 0...Int.random(in: 0...2, using: &random) {
            let place = Int.random(in: 0...bent.count, using: &random)
            let length = min(Int.random(in: 1...60, using: &random), bent.count - place)
            switch Int.random(in: 0...5, using: &random) {
            case 0 where place < bent.count: bent[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bent.insert(Self.telling.randomElement(using: &random) ?? 0, at: place)
            case 2: bent.removeSubrange(place..<place + min(length, 2))
            case 3: bent.insert(contentsOf: bent[place..<place + length], at: place)
            case 4: bent.removeSubrange(place..<place + length)
            default: if Int.random(in: 0..<8, using: &random) == 0 { bent = Array(bent[..<place]) }
            }
        }
        return bent
    }

    private static let telling = Array("\n\n\n 0123456789+-—=#\u{0}\r\t\u{FF}\u{301}".utf8) + [0xFF, 0xC0, 0x80]
}
