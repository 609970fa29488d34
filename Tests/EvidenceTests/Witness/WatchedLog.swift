import Evidence
import SampleLog
import Testing

/// A witness with what it kept, and a log of 40 entries whose stories part after 20.
struct WatchedLog {
    let log: SampleLog
    let key: SigningKey
    let witness: Witness
    var kept: CosignedNote?
    var now: Int64 = 1_000

    /// - Parameter size: what the witness has cosigned; nil for nothing.
    init(cosigned size: UInt64? = nil) throws {
        log = try SampleLog(size: 40, forkedAt: 20)
        key = try SampleKey.key("example.org/union", .cosignature, 2)
        witness = try Witness(key: key, logs: [log.key.verifier])
        if let size { #expect(try cosigns(log.request(from: 0, to: size))) }
    }

    /// Hands a request over as bytes. What is cosigned is kept, as bytes too.
    ///
    /// - Throws: ``WitnessRefusal``.
    mutating func ask(_ body: [UInt8]) throws -> CosignedNote {
        let statement = try witness.statement(in: CosignRequest(parsing: body))
        let cosigned = try witness.cosign(statement, after: kept, at: now)
        kept = try CosignedNote(parsing: cosigned.note.bytes, by: key.verifier)
        #expect(kept == cosigned)
        return cosigned
    }

    mutating func cosigns(_ request: CosignRequest) throws -> Bool {
        let cosigned = try ask(request.bytes)
        let answer = try WitnessAnswer(
            status: 200, contentType: nil, body: Array(cosigned.answer.utf8), to: request, by: [key.verifier])
        return answer == .cosigned([cosigned.signature])
    }

    /// The refusal of a request.
    mutating func refusal(of body: [UInt8]) throws -> WitnessRefusal {
        let before = kept
        let refusal = try #require(throws: WitnessRefusal.self) { try ask(body) }
        #expect(kept == before)
        return refusal
    }

    mutating func refusal(of request: CosignRequest) throws -> WitnessRefusal {
        try refusal(of: request.bytes)
    }
}
