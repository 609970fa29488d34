import Evidence
import SampleLog
import Testing

struct NoteFaultTests {
    @Test func `every fault is a sentence, with what is wrong`() throws {
        let name = try SampleKey.key("example.org/union", .note, 1).verifier.name
        let faults: [NoteFault] = [
            .notUTF8, .tooLong, .controlCharacter, .noFinalNewline, .noSignature, .tooManySignatures,
            .badSignatureLine(3),
            .wrongSignature(by: name), .noKnownSignature, .badKey, .wrongKind, .badTime, .badCheckpoint, .otherLog,
            .badReceipt, .badProof,
        ]

        let words = faults.map { "\($0)" }

        for sentence in words { #expect(sentence.hasSuffix(".") && sentence.contains(" "), "\(sentence)") }
        #expect(Set(words).count == faults.count)
        #expect(words[6].contains("Line 3") && words[7].contains("example.org/union"))
    }

    @Test func `a note is cut down to the signatures of some keys`() throws {
        let log = try SampleLog(size: 9, forkedAt: 5)
        let (union, hr) = (
            try SampleKey.key("example.org/union", .cosignature, 2),
            try SampleKey.key("example.org/hr", .cosignature, 3)
        )
        var note = try log.note(at: 9)
        for witness in [union, hr, union] { try note.add(witness.cosign(Checkpoint(note.text), at: 7)) }

        let cut = try note.only(by: [log.key.verifier, union.verifier])

        #expect(cut.text == note.text)
        #expect(cut.signatures.map(\.name.text) == ["example.org/district", "example.org/union"])
        #expect(throws: NoteFault.noKnownSignature) { try log.note(at: 9).only(by: [hr.verifier]) }
    }
}
