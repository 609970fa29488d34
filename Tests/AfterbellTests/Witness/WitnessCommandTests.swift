import Evidence
import Foundation
import SampleLog
import Testing

@testable import afterbell

/// `afterbell witness` as people call it.
@Suite struct WitnessCommandTests {
    private let place: TemporaryPlace
    private let key: SigningKey
    private let log: SampleLog

    init() throws {
        place = try TemporaryPlace()
        key = try SampleKey.key("example.org/union", .cosignature, 2)
        log = try SampleLog(size: 60, forkedAt: 20)
        try KeyFile.writeNew(key, to: place("key"))
    }

    private func checkpoint(_ size: UInt64, _ story: SampleLog.Story = .first) throws -> String {
        try place.file("checkpoint-\(size)-\(story)", log.note(at: size, story).bytes)
    }

    private func cosign(_ checkpoint: String, _ more: String..., log other: VerifierKey? = nil) throws -> ValueProcess {
        try ValueProcess(
            ["witness", "cosign", checkpoint, "--key", place("key"), "--state", place("state")] + more
                + ["--log", (other ?? log.key.verifier).description])
    }

    private func cosigned(_ output: String) throws -> WitnessedCheckpoint {
        try SignedNote(parsing: Array(output.utf8)).checkpoint(of: log.key.verifier, witnesses: [key.verifier])
    }

    @Test func `a key is made, shown, and never overwritten`() throws {
        let made = try ValueProcess(["witness", "new-key", "--name", "example.org/hr", place("hr")])
        #expect(made.status == 0 && made.errors.isEmpty)
        let verifier = try VerifierKey(parsing: String(made.output.dropLast()))
        #expect(verifier.name.text == "example.org/hr" && verifier.kind == .cosignature)
        #expect(try ValueProcess(["witness", "show-key", place("hr")]).output == made.output)
        let again = try ValueProcess(["witness", "new-key", "--name", "example.org/hr", place("hr")])
        #expect(again.status == 1 && again.output.isEmpty && again.errors.contains("never overwritten"))
        let blank = try ValueProcess(["witness", "new-key", "--name", "our union", place("other")])
        #expect(blank.status == 64 && blank.errors.contains("no blank"))
        try place.chmod("hr", 0o644)
        let open = try ValueProcess(["witness", "show-key", place("hr")])
        #expect(open.status == 1 && open.errors.contains("chmod 600 \(place("hr"))"))
    }

    @Test func `by hand: first a checkpoint, then one with a proof, then the same again`() throws {
        let none = try cosign(checkpoint(30))
        #expect(none.status == 1 && none.errors.contains("add --new-state"))
        let first = try cosign(checkpoint(30), "--new-state")
        #expect(first.status == 0 && first.errors.isEmpty)
        #expect(try cosigned(first.output).cosignatures.count == 1)

        let bare = try cosign(checkpoint(50))
        #expect(bare.status == 1 && bare.output.isEmpty)
        #expect(bare.errors.contains("Give --proof with the proof from 30 to 50."))
        let old = try cosign(checkpoint(29))
        #expect(old.status == 1 && old.errors.contains("it is an older one, or the log shrank"))
        let proof = try place.file("proof", log.proof(from: 30, to: 50).bytes)
        let next = try cosign(checkpoint(50), "--proof", proof, "--out", place("out"))
        #expect(next.status == 0 && next.output.isEmpty)
        let out = try cosigned(String(decoding: place.bytes("out"), as: UTF8.self))
        #expect(out.checkpoint.head.size == 50 && out.cosignatures.count == 1)

        let late = try cosign(checkpoint(50), "--proof", proof)
        #expect(late.status == 1 && late.errors.contains("Ask the district for a proof from 50."))
        #expect(try cosign(checkpoint(50)).status == 0)
    }

    @Test func `what others cosigned stays in the file`() throws {
        var note = try log.note(at: 30)
        let hr = try SampleKey.key("example.org/hr", .cosignature, 3)
        try note.add(hr.cosign(Checkpoint(note.text), at: 9))
        let run = try cosign(place.file("note", note.bytes), "--new-state")
        let both = try SignedNote(parsing: Array(run.output.utf8))
            .checkpoint(of: log.key.verifier, witnesses: [key.verifier, hr.verifier])
        #expect(both.cosignatures.count == 2)
    }

    @Test func `a fork is refused by hand too, with what to do`() throws {
        #expect(try cosign(checkpoint(30), "--new-state").status == 0)
        let fork = try cosign(checkpoint(30, .second))
        #expect(fork.status == 1 && fork.output.isEmpty && fork.errors.contains("two different stories"))
        let proof = try place.file("proof", log.proof(from: 30, to: 50, .second).bytes)
        let later = try cosign(checkpoint(50, .second), "--proof", proof)
        #expect(later.status == 1 && later.output.isEmpty && later.errors.contains("Ask for the proof again."))
        let good = try place.file("good", log.proof(from: 30, to: 50).bytes)
        #expect(try cosign(checkpoint(50), "--proof", good).status == 0)
    }

    @Test func `a state folder that was restored from a copy is found out by what was cosigned since`() throws {
        #expect(try cosign(checkpoint(30), "--new-state").status == 0)
        try FileManager.default.copyItem(atPath: place("state"), toPath: place("copy"))
        let proof = try place.file("proof", log.proof(from: 30, to: 50).bytes)
        #expect(try cosign(checkpoint(50), "--proof", proof, "--out", place("out")).status == 0)
        try FileManager.default.removeItem(atPath: place("state"))
        try FileManager.default.moveItem(atPath: place("copy"), toPath: place("state"))
        try place.chmod("state", 0o700)
        let run = try cosign(place("out"), "--proof", proof)
        #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("retire the key"))
        #expect(try cosign(place("out")).errors.contains("retire the key"))
    }

    @Test func `what can't be cosigned says why, and changes nothing`() throws {
        #expect(try cosign(checkpoint(30), "--new-state").status == 0)
        let other = try SampleKey.key("example.org/other", .note, 9).verifier
        let unknown = try cosign(checkpoint(30), log: other)
        #expect(unknown.status == 1 && unknown.errors.contains("Compare --log"))
        let namesake = try SampleKey.key("example.org/district", .note, 9).verifier
        #expect(try cosign(checkpoint(30), log: namesake).errors.contains("None of the keys"))
        let noNote = try cosign(place.file("no-note", Array("hello\n".utf8)))
        #expect(noNote.status == 1 && noNote.errors.contains("no signed checkpoint"))
        let noProof = try cosign(checkpoint(50), "--proof", place.file("no-proof", Array("old 30\nx\n".utf8)))
        #expect(noProof.status == 1 && noProof.errors.contains("line 2 is no hash"))
        #expect(try cosign(place("missing")).errors.contains("there is no such file"))
        #expect(try cosign(checkpoint(30), log: key.verifier).status == 64)
        #expect(try ValueProcess(["witness", "cosign", checkpoint(30)]).status == 64)
        _ = try place.file("log-key", Array("\(log.key.secretText)\n".utf8))
        let wrong = try ValueProcess([
            "witness", "cosign", checkpoint(30), "--key", place("log-key"), "--state", place("state"), "--log",
            log.key.verifier.description,
        ])
        #expect(wrong.status == 1 && wrong.errors.contains("is not a witness's"))
        for command in ["", "serve", "cosign", "new-key", "show-key"] {
            let help = try ValueProcess(["witness", command, "--help"].filter { !$0.isEmpty })
            #expect(help.status == 0 && help.output.contains("USAGE: afterbell witness"))
        }
    }
}
