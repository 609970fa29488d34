import Evidence
import SampleLog
import Testing

@Suite struct CosignRequestTests {
    private let log: SampleLog

    init() throws {
        log = try SampleLog(size: 40, forkedAt: 20)
    }

    /// From 7 entries to 40: the size on line 1, seven hashes on lines 2 to 8, a blank line.
    private func body() throws -> String {
        String(decoding: try log.request(from: 7, to: 40).bytes, as: UTF8.self)
    }

    @Test func `a request is read back as it was`() throws {
        for (old, size) in [(UInt64(0), UInt64(0)), (0, 40), (7, 40), (40, 40)] {
            let request = try log.request(from: old, to: size)
            #expect(try CosignRequest(parsing: request.bytes) == request)
            #expect(try SizedProof(parsing: request.head.bytes) == request.head)
        }
        let hash = try log.tree().consistencyProof(from: 32, to: 40).hashes[0]
        let text = String(decoding: try log.request(from: 32, to: 40).bytes, as: UTF8.self)
        #expect(text.hasPrefix("old 32\n\(hash)\n\nexample.org/district\n40\n"))
    }

    @Test(arguments: [
        ("old 7", "old 07", WitnessRefusal.Malformed.badOldSize), ("old 7", "old -7", .badOldSize),
        ("old 7", "old +7", .badOldSize), ("old 7", "old", .badOldSize), ("old 7", "old  7", .badOldSize),
        ("old 7", "old 7 ", .badOldSize), ("old 7", " old 7", .badOldSize), ("old 7", "Old 7", .badOldSize),
        ("old 7", "new 7", .badOldSize), ("old 7", "old 18446744073709551616", .badOldSize),
        ("old 7", "old \u{667}", .badOldSize), ("old 7", "old 7\u{301}", .badOldSize),
        ("old 7", "old \u{301}7", .badOldSize), ("old 7\n", "", .badOldSize), ("old 7", "\nold 7", .badOldSize),
        ("old 7", "\n\nold 7", .badOldSize), ("old 7", "old 7\r", .badHead), ("old 7", "old 7\u{0}", .badHead),
        ("old 7", "old 7\nAAAA", .badHash(line: 2)), ("old 7", "old 7\nold 7", .badHash(line: 2)),
        ("=\n\n", "\n\n", .badHash(line: 8)), ("=\n\n", "= \n\n", .badHash(line: 8)),
        ("=\n\n", "=\n", .badHash(line: 9)), ("=\n\n", "=\n \n", .badHash(line: 9)),
        ("\n40\n", "\n040\n", .noCheckpoint), ("\n40\n", "\nforty\n", .noCheckpoint), ("\n40\n", "\n", .noCheckpoint),
        ("\n\n— ", "\n— ", .badNote(.noSignature)), ("\n— ", "\n- ", .badNote(.badSignatureLine(1))),
        ("\n— ", "\n\n— ", .noCheckpoint), ("\n40", "\t\n40", .badNote(.controlCharacter)),
    ])
    func `a body in any other form is refused`(from: String, to: String, reason: WitnessRefusal.Malformed) throws {
        let bent = try body().replacing(from, with: to, maxReplacements: 1)
        #expect(bent != (try body()))
        try expect(Array(bent.utf8), .malformed(reason))
    }

    @Test func `a body that is cut off, too long or no text is refused`() throws {
        let bytes = Array(try body().utf8)
        try expect(bytes.dropLast(), .malformed(.badNote(.noFinalNewline)))
        try expect([], .malformed(.noBlankLine))
        try expect(Array("old 7\n".utf8), .malformed(.noBlankLine))
        try expect(Array("old 7\n\n".utf8), .malformed(.badNote(.noFinalNewline)))
        try expect(Array("old \u{FF}\n\n".utf8), .malformed(.badOldSize))
        try expect([0x6F, 0x6C, 0x64, 0x20, 0xFF] + bytes.dropFirst(5), .malformed(.badHead))
        let long = bytes + [UInt8](repeating: UInt8(ascii: "a"), count: CosignRequest.mostBytes)
        try expect(long, .malformed(.tooLong))
    }

    @Test func `63 hashes are taken, 64 are not`() throws {
        let note = try log.note(at: 40)
        func body(_ count: Int) -> [UInt8] {
            Array("old 7\n\(String(repeating: "\(TreeHash.empty)\n", count: count))\n".utf8) + note.bytes
        }
        #expect(try CosignRequest(parsing: body(63)).head.proof.hashes.count == 63)
        try expect(body(64), .malformed(.tooManyHashes))
        let many = ConsistencyProof(hashes: [TreeHash](repeating: .empty, count: 64))
        #expect(throws: WitnessRefusal.Malformed.tooManyHashes) { try SizedProof(from: 7, many) }
    }

    /// What a witness that has cosigned nothing says to a body.
    private func expect(_ body: [UInt8], _ wanted: WitnessRefusal, at place: SourceLocation = #_sourceLocation) throws {
        let key = try SampleKey.key("example.org/union", .cosignature, 2)
        let witness = try Witness(key: key, logs: [log.key.verifier])
        let refusal = #expect(throws: WitnessRefusal.self, sourceLocation: place) {
            try witness.statement(in: CosignRequest(parsing: body))
        }
        #expect(refusal == wanted, sourceLocation: place)
        #expect(refusal?.status == 400, sourceLocation: place)
        #expect(refusal?.body.hasSuffix(".\n") == true, sourceLocation: place)
    }
}
