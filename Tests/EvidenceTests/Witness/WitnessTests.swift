import Evidence
import SampleLog
import Testing

@Suite struct WitnessTests {
    private let none = ConsistencyProof(hashes: [])

    @Test func `a first checkpoint of any size is cosigned, and what follows from it`() throws {
        for first in [UInt64(0), 1, 7, 8, 40] {
            var watched = try WatchedLog()
            #expect(try watched.cosigns(watched.log.request(from: 0, to: first)))
            for next in first...40 {
                let size = watched.kept?.checkpoint.head.size ?? 0
                #expect(try watched.cosigns(watched.log.request(from: size, to: next)))
            }
            #expect(watched.kept?.checkpoint.head.size == 40)
        }
    }

    @Test func `what is kept bears the log's signature, the witness's, and nobody else's`() throws {
        var watched = try WatchedLog()
        var note = try watched.log.note(at: 9)
        let stranger = try SampleKey.key("example.org/stranger", .note, 9)
        try note.add(stranger.sign(note.text))
        let cosigned = try watched.ask(CosignRequest(SizedProof(from: 0, none), note).bytes)
        #expect(cosigned.note.signatures.map(\.name.text) == ["example.org/district", "example.org/union"])
        let signed = try cosigned.note.checkpoint(of: watched.log.key.verifier, witnesses: [watched.key.verifier])
        #expect(signed.cosignatures.map(\.seconds) == [1_000])
        #expect(try cosigned.answer == signature(of: watched) + "\n")
    }

    private func signature(of watched: WatchedLog) throws -> String {
        try watched.key.cosign(Checkpoint(watched.log.note(at: 9).text), at: 1_000).line
    }

    @Test func `a signature that is sent a hundred times is kept once`() throws {
        var watched = try WatchedLog()
        let note = try watched.log.note(at: 9)
        let lines = String(repeating: note.signatures[0].line + "\n", count: 100)
        let body = Array("old 0\n\n".utf8) + note.text.bytes + Array("\n\(lines)".utf8)
        #expect(try watched.ask(body).note.signatures.count == 2)
    }

    @Test func `the same checkpoint is cosigned again, with the time`() throws {
        var watched = try WatchedLog(cosigned: 30)
        watched.now = 2_000
        #expect(try watched.cosigns(watched.log.request(from: 30, to: 30)))
        #expect(watched.kept?.seconds == 2_000)
    }

    @Test func `404: a log of another name, whoever signed`() throws {
        var watched = try WatchedLog()
        let other = try SignedNote(
            Checkpoint(of: watched.key.verifier.name, head: .empty).text, signedBy: watched.log.key)
        let refusal = try watched.refusal(of: CosignRequest(SizedProof(from: 0, none), other))
        #expect(refusal == .unknownLog)
        #expect(refusal.status == 404)
    }

    @Test func `403: nobody known signed it, or a known key signed something else`() throws {
        var watched = try WatchedLog()
        let text = try watched.log.note(at: 9).text
        let namesake = try SampleKey.key(watched.log.key.verifier.name.text, .note, 9)
        let other = try SignedNote(text, signedBy: namesake)
        let first = try watched.refusal(of: CosignRequest(SizedProof(from: 0, none), other))
        #expect(first == .notSigned)
        #expect(first.status == 403)

        var spoiled = try watched.log.note(at: 9)
        try spoiled.add(watched.log.note(at: 8).signatures[0])
        #expect(try watched.refusal(of: CosignRequest(SizedProof(from: 0, none), spoiled)) == .notSigned)
    }

    @Test func `400: an old size above the checkpoint's`() throws {
        var watched = try WatchedLog(cosigned: 30)
        let refusal = try watched.refusal(of: watched.log.request(from: 30, to: 29))
        #expect(refusal == .shrinks)
        #expect(refusal.status == 400)
    }

    @Test func `409: another old size than the one seen last, with that size`() throws {
        var watched = try WatchedLog()
        #expect(try watched.refusal(of: watched.log.request(from: 5, to: 9)) == .otherSize(0))
        watched = try WatchedLog(cosigned: 30)
        for old in [UInt64(0), 29, 31] {
            let refusal = try watched.refusal(of: watched.log.request(from: old, to: 40))
            #expect(refusal == .otherSize(30))
            #expect(refusal.status == 409)
            #expect(refusal.body == "30\n")
            #expect(refusal.contentType == "text/x.tlog.size")
        }
    }

    @Test func `422: a proof that does not hold, a needless one, none, and one of another story`() throws {
        var watched = try WatchedLog(cosigned: 30)
        let note = try watched.log.note(at: 40)
        for proof in [
            none, try watched.log.proof(from: 29, to: 40).proof, try watched.log.proof(from: 30, to: 39).proof,
        ] {
            let refusal = try watched.refusal(of: CosignRequest(SizedProof(from: 30, proof), note))
            #expect(refusal == .inconsistent(.badProof))
            #expect(refusal.status == 422)
        }
        #expect(try watched.refusal(of: watched.log.request(from: 30, to: 40, .second)) == .inconsistent(.badProof))
        let some = try watched.log.proof(from: 30, to: 40).proof
        let same = try CosignRequest(SizedProof(from: 30, some), watched.log.note(at: 30))
        #expect(try watched.refusal(of: same) == .inconsistent(.needlessProof))
        watched = try WatchedLog()
        #expect(
            try watched.refusal(of: CosignRequest(SizedProof(from: 0, some), note)) == .inconsistent(.needlessProof))
    }

    @Test func `422: another root at the size seen last, with or without a proof`() throws {
        var watched = try WatchedLog(cosigned: 30)
        let some = try watched.log.proof(from: 30, to: 40).proof
        for proof in [none, some] {
            let fork = try CosignRequest(SizedProof(from: 30, proof), watched.log.note(at: 30, .second))
            #expect(try watched.refusal(of: fork) == .inconsistent(.otherRoot))
        }
    }

    @Test func `422: no entries, and a root of some; 409 comes first`() throws {
        var watched = try WatchedLog()
        let text = try NoteText(Array("example.org/district\n0\n\(TreeHash.leaf([]))\n".utf8))
        let note = try SignedNote(text, signedBy: watched.log.key)
        let request = try CosignRequest(SizedProof(from: 0, none), note)
        #expect(try watched.refusal(of: request) == .inconsistent(.notEmpty))
        watched = try WatchedLog(cosigned: 0)
        #expect(try watched.refusal(of: request) == .inconsistent(.notEmpty))
        watched = try WatchedLog(cosigned: 30)
        #expect(try watched.refusal(of: request) == .otherSize(30))
    }

    @Test func `a log may have several keys, and one witness several logs`() throws {
        let log = try SampleLog(size: 9, forkedAt: 9)
        let later = try SampleLog(size: 9, forkedAt: 9, seed: 3)
        let other = try SampleLog(name: "example.org/other", size: 9, forkedAt: 0, seed: 4)
        let key = try SampleKey.key("example.org/union", .cosignature, 2)
        let witness = try Witness(key: key, logs: [log.key.verifier, later.key.verifier, other.key.verifier])
        #expect(witness.origins.map(\.text).sorted() == ["example.org/district", "example.org/other"])
        let first = try witness.cosign(witness.statement(in: log.request(from: 0, to: 5)), after: nil, at: 1)
        let statement = try witness.statement(in: later.request(from: 5, to: 9))
        #expect(statement.origin == log.key.verifier.name)
        #expect(try witness.cosign(statement, after: first, at: 2).checkpoint.head.size == 9)
        #expect(try witness.statement(in: other.request(from: 0, to: 9)).origin.text == "example.org/other")
    }

    @Test func `a clock that went back a minute is waited for, one that is further behind is not believed`() throws {
        var watched = try WatchedLog(cosigned: 30)
        watched.now = 940
        #expect(try watched.cosigns(watched.log.request(from: 30, to: 31)))
        #expect(watched.kept?.seconds == 1_000)
        watched.now = 939
        let refusal = try watched.refusal(of: watched.log.request(from: 31, to: 40))
        #expect(refusal == .clockBehind(1_000))
        #expect(refusal.status == 500)
    }

    @Test func `a cosignature of its own that it does not remember stops it: its state is older than its word`() throws
    {
        var watched = try WatchedLog(cosigned: 30)
        let old = watched.kept
        #expect(try watched.cosigns(watched.log.request(from: 30, to: 40)))
        let newer = try #require(watched.kept)
        for (state, size) in [(old, UInt64(30)), (nil, 0)] {
            watched.kept = state
            let request = try CosignRequest(watched.log.proof(from: size, to: 40), newer.note)
            let refusal = try watched.refusal(of: request)
            #expect(refusal == .forgotten(40))
            #expect(refusal.status == 500)
        }
        watched.kept = newer
        #expect(try watched.cosigns(CosignRequest(SizedProof(from: 40, none), newer.note)))
        // A cosignature that is not its own, or over another checkpoint, shows nothing.
        watched.kept = old
        var note = try watched.log.note(at: 40)
        try note.add(#require(old).signature)
        let stranger = try SampleKey.key("example.org/union", .cosignature, 9)
        try note.add(stranger.cosign(Checkpoint(note.text), at: 5))
        #expect(try watched.cosigns(CosignRequest(watched.log.proof(from: 30, to: 40), note)))
    }

    @Test func `a witness needs a key that cosigns, and logs that sign`() throws {
        let (log, union) = (try SampleKey.key("a", .note, 1), try SampleKey.key("b", .cosignature, 2))
        #expect(throws: NoteFault.wrongKind) { try Witness(key: log, logs: []) }
        #expect(throws: NoteFault.wrongKind) { try Witness(key: union, logs: [union.verifier]) }
    }

    @Test func `what another key cosigned, or nobody, is not taken for what was kept`() throws {
        let watched = try WatchedLog(cosigned: 30)
        let bytes = try #require(watched.kept?.note.bytes)
        let other = try SampleKey.key("example.org/hr", .cosignature, 5).verifier
        #expect(throws: NoteFault.noKnownSignature) { try CosignedNote(parsing: bytes, by: other) }
        #expect(throws: NoteFault.noKnownSignature) {
            try CosignedNote(parsing: watched.log.note(at: 30).bytes, by: watched.key.verifier)
        }
        #expect(throws: NoteFault.wrongKind) {
            try CosignedNote(parsing: watched.log.note(at: 30).bytes, by: watched.log.key.verifier)
        }
    }

    /// Source: SHA-256 of the name, taken with `sha256sum`.
    @Test func `a log's name has a hash`() throws {
        let name = try #require(KeyName("example.org/district"))
        #expect(name.hash == "4821be16ed6306d7ea8192e5bee66e8c42bd8590997e7aa936c916d7c14991f9")
    }
}
