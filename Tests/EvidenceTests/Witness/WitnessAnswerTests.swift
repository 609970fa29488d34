import Evidence
import SampleLog
import Testing

@Suite struct WitnessAnswerTests {
    private let log: SampleLog
    private let union: SigningKey
    private let hr: SigningKey
    private let request: CosignRequest

    init() throws {
        log = try SampleLog(size: 9, forkedAt: 5)
        union = try SampleKey.key("example.org/union", .cosignature, 2)
        hr = try SampleKey.key("example.org/hr", .cosignature, 3)
        request = try log.request(from: 4, to: 9)
    }

    private func answer(_ status: Int, _ body: String, type: String? = nil) throws -> WitnessAnswer {
        try WitnessAnswer(
            status: status, contentType: type, body: Array(body.utf8), to: request, by: [union.verifier])
    }

    private func line(_ key: SigningKey, _ story: SampleLog.Story = .first, size: UInt64 = 9) throws -> String {
        try key.cosign(Checkpoint(log.note(at: size, story).text), at: 1_000).line + "\n"
    }

    @Test func `signatures of this witness are taken, those of others passed over`() throws {
        let wanted = try union.cosign(Checkpoint(request.note.text), at: 1_000)
        #expect(try answer(200, line(union)) == .cosigned([wanted]))
        #expect(try answer(200, line(hr) + line(union) + "— x AAAAAAA=\n") == .cosigned([wanted]))
    }

    @Test func `a success without a signature of this witness over this checkpoint is none`() throws {
        #expect(throws: NoteFault.noKnownSignature) { try answer(200, line(hr)) }
        for (story, size) in [(SampleLog.Story.second, UInt64(9)), (.first, 8)] {
            #expect(throws: NoteFault.wrongSignature(by: union.verifier.name)) {
                try answer(200, line(union, story, size: size))
            }
        }
        for body in ["", "\n", "<html>", "<html>\n", "\n" + (try line(union)), (try line(union)) + "\n"] {
            #expect(throws: NoteFault.self, "\(body)") { try answer(200, body) }
        }
        // Another checkpoint with its own cosignature.
        let other = String(decoding: try log.note(at: 8).bytes, as: UTF8.self) + (try line(union, size: 8))
        #expect(throws: NoteFault.self) { try answer(200, other) }
        #expect(throws: NoteFault.wrongKind) {
            try WitnessAnswer(status: 200, contentType: nil, body: [], to: request, by: [log.key.verifier])
        }
    }

    @Test func `409 says the size that the witness has seen`() throws {
        #expect(try answer(409, "7\n", type: "text/x.tlog.size") == .otherSize(7))
        #expect(try answer(409, "0\n", type: "text/x.tlog.size") == .otherSize(0))
        #expect(try answer(409, "18446744073709551615\n", type: "text/x.tlog.size") == .otherSize(.max))
    }

    @Test(arguments: [
        ("7", "text/x.tlog.size"), ("07\n", "text/x.tlog.size"), ("seven\n", "text/x.tlog.size"),
        ("7\n", "text/plain"),
        ("", "text/x.tlog.size"), ("4\n", "text/x.tlog.size"), ("7\n\n", "text/x.tlog.size"),
    ])
    func `409 without a size to go on from is a refusal: asking again would never end`(
        body: String, type: String
    ) throws {
        guard case .refused(status: 409, _) = try answer(409, body, type: type) else {
            Issue.record("\(body) \(type)")
            return
        }
    }

    @Test func `any other status is a refusal, with its first words in plain characters`() throws {
        #expect(try answer(422, "The proof\u{1B}[2J fails.\nMore") == .refused(status: 422, "The proof[2J fails."))
        #expect(try answer(302, "") == .refused(status: 302, ""))
        #expect(try answer(201, line(union)) != answer(200, line(union)))
        let long = String(repeating: "a", count: 1_000)
        #expect(try answer(503, long) == .refused(status: 503, String(long.prefix(200))))
    }

    @Test func `what a witness refuses is read as that`() throws {
        let refusals: [WitnessRefusal] = [
            .malformed(.tooLong), .unknownLog, .notSigned, .shrinks, .inconsistent(.badProof), .clockBehind(1),
        ]
        for refusal in refusals {
            let read = try answer(refusal.status, refusal.body, type: refusal.contentType)
            #expect(read == .refused(status: refusal.status, "\(refusal)"))
        }
        let stale = WitnessRefusal.otherSize(7)
        #expect(try answer(stale.status, stale.body, type: stale.contentType) == .otherSize(7))
    }
}
