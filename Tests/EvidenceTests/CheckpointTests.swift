import Evidence
import Foundation
import Testing

@Suite struct CheckpointTests {
    private let site: SignedLog
    private var log: SigningKey { site.log }
    private var union: SigningKey { site.union }

    init() throws {
        site = try SignedLog()
    }

    @Test func `a signed checkpoint is read back as it was`() throws {
        let (checkpoint, note) = try site.checkpoint()
        let read = try SignedNote(parsing: note.bytes)
        #expect(try read.verified(by: [log.verifier]) == [log.verifier])
        #expect(try Checkpoint(read.text) == checkpoint)
        #expect(read.bytes == note.bytes)
    }

    @Test func `a witness signs with the time, and the time can't be changed`() throws {
        var (checkpoint, note) = try site.checkpoint()
        try note.add(union.cosign(checkpoint, at: 1_679_315_147))
        let read = try SignedNote(parsing: note.bytes)
        #expect(try read.verified(by: [log.verifier, union.verifier]) == [log.verifier, union.verifier])
        let signed = try read.checkpoint(of: log.verifier, witnesses: [union.verifier])
        #expect(signed.checkpoint == checkpoint)
        #expect(signed.cosignatures.map(\.seconds) == [1_679_315_147])
        #expect(try read.checkpoint(of: log.verifier).cosignatures.isEmpty)

        let line = try withAnotherTime(note.signatures[1])
        let forged = try SignedNote(parsing: note.text.bytes + Array("\n\(line)\n".utf8))
        #expect(throws: NoteFault.wrongSignature(by: union.verifier.name)) {
            try forged.verified(by: [union.verifier])
        }
    }

    @Test func `a key signs only what its kind is for`() throws {
        let (checkpoint, _) = try site.checkpoint()
        #expect(throws: NoteFault.wrongKind) { try union.sign(checkpoint.text) }
        #expect(throws: NoteFault.wrongKind) { try log.cosign(checkpoint, at: 0) }
    }

    @Test(arguments: [
        "a\n01\n\(root)\n", "a\n+1\n\(root)\n", "a\n-1\n\(root)\n", "a\n 1\n\(root)\n", "a\n1 \n\(root)\n",
        "a\n18446744073709551616\n\(root)\n", "a\n-0\n\(root)\n", "a\n1\n", "\n1\n\(root)\n", "a\n1\n\(root)\n\nmore\n",
        "a\n1\n\(root.dropLast())\n", "a\n1\n\(root.dropLast(2))5=\n", "a\n1\nAAAA\n", "a\n0\n\(leaf)\n",
        "a\n\u{661}\n\(root)\n",
    ])
    func `a checkpoint in any other form is refused`(text: String) throws {
        #expect(throws: NoteFault.badCheckpoint) { try Checkpoint(NoteText(Array(text.utf8))) }
    }

    @Test func `further lines of a checkpoint are kept and signed`() throws {
        let text = try NoteText(Array("a\n1\n\(root)\nmore\n".utf8))
        #expect(try Checkpoint(text).text.bytes == text.bytes)
    }

    @Test(arguments: ["a\r\n1\r\n", "a\u{0}\n", "a\tb\n"])
    func `line endings of Windows and control characters are refused`(text: String) {
        #expect(throws: NoteFault.controlCharacter) { try NoteText(Array(text.utf8)) }
    }

    @Test func `sixteen signatures are taken, more than a hundred are not`() throws {
        let (_, note) = try site.checkpoint()
        let line = note.signatures[0].line
        func signed(_ count: Int) -> [UInt8] {
            note.text.bytes + Array(("\n" + String(repeating: line + "\n", count: count)).utf8)
        }
        #expect(try SignedNote(parsing: signed(16)).verified(by: [log.verifier]) == [log.verifier])
        #expect(try SignedNote(parsing: signed(100)).signatures.count == 100)
        #expect(throws: NoteFault.tooManySignatures) { try SignedNote(parsing: signed(101)) }
    }

    @Test func `the text ends at the last blank line`() throws {
        let text = try NoteText(Array("first\n\nsecond\n".utf8))
        let note = try SignedNote(parsing: SignedNote(text, signedBy: log).bytes)
        #expect(note.text == text)
    }

    @Test func `two ways to write a letter are two names`() throws {
        #expect(KeyName("caf\u{E9}") != KeyName("cafe\u{301}"))
        #expect(KeyName("") == nil)
        #expect(KeyName("a+b") == nil)
        #expect(KeyName("a\u{A0}b") == nil)
    }

    @Test func `a witness counts once, with its latest word, under whatever name`() throws {
        var (checkpoint, note) = try site.checkpoint()
        let twin = try key("example.org/union-again", .cosignature, 2)
        for seconds in [Int64(5), 9, 7] { try note.add(union.cosign(checkpoint, at: seconds)) }
        try note.add(twin.cosign(checkpoint, at: 8))
        let signed = try note.checkpoint(of: log.verifier, witnesses: [union.verifier, twin.verifier])
        #expect(signed.cosignatures.map(\.seconds) == [9])
    }

    @Test func `a witness alone makes no checkpoint of the log`() throws {
        let (checkpoint, _) = try site.checkpoint()
        let line = try union.cosign(checkpoint, at: 1).line
        let note = try SignedNote(parsing: checkpoint.text.bytes + Array("\n\(line)\n".utf8))
        #expect(try note.verified(by: [log.verifier, union.verifier]) == [union.verifier])
        #expect(throws: NoteFault.noKnownSignature) {
            try note.checkpoint(of: log.verifier, witnesses: [union.verifier])
        }
    }

    @Test func `signatures of strangers are passed over, also under a known name or id`() throws {
        let (checkpoint, note) = try site.checkpoint()
        let namesake = try key(log.verifier.name.text, .note, 3)
        let ownLine = note.signatures[0].line
        let lines = [
            try namesake.sign(checkpoint.text).line, ownLine.replacing("district", with: "another"),
            "— x\u{600} AAAAAAA=", "— \u{301}x AAAAAAA=", "— \u{200D}x AAAAAAA=", ownLine,
        ]
        let bytes = checkpoint.text.bytes + Array(("\n" + lines.joined(separator: "\n") + "\n").utf8)
        let read = try SignedNote(parsing: bytes)
        #expect(read.bytes == bytes)
        #expect(try read.verified(by: [log.verifier]) == [log.verifier])
    }

    @Test func `one bad signature of a known key spoils the note`() throws {
        let (checkpoint, _) = try site.checkpoint()
        var note = try SignedNote(checkpoint.text, signedBy: log)
        try note.add(log.sign(NoteText(Array("another text\n".utf8))))
        #expect(throws: NoteFault.wrongSignature(by: log.verifier.name)) { try note.verified(by: [log.verifier]) }
    }

    @Test func `a log's key signs nothing that passes for a cosignature, and no time before 1970 is signed`() throws {
        let (checkpoint, _) = try site.checkpoint()
        let text = try NoteText(Array("cosignature/v1\ntime 99\n".utf8) + checkpoint.text.bytes)
        #expect(throws: NoteFault.wrongKind) { try log.sign(text) }
        #expect(throws: NoteFault.badTime) { try union.cosign(checkpoint, at: -1) }
        var note = try SignedNote(checkpoint.text, signedBy: log)
        try note.add(union.cosign(checkpoint, at: .max))
        let signed = try note.checkpoint(of: log.verifier, witnesses: [union.verifier])
        #expect(signed.cosignatures.map(\.seconds) == [.max])
    }

    @Test func `a key under which anybody can sign is refused`() throws {
        let name = log.verifier.name
        let last = [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ].map(bytes(hexadecimal:))
        let small = [0x00, 0x01].map { [$0] + [UInt8](repeating: 0x00, count: 31) }
        let large = [0xEC, 0xED, 0xEE].map { [$0] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] }
        for key in small + large + last {
            #expect(VerifierKey(name: name, kind: .note, publicKey: key) == nil)
            #expect(VerifierKey(name: name, kind: .note, publicKey: key.dropLast() + [key[31] | 0x80]) == nil)
        }
        #expect(VerifierKey(name: name, kind: .note, publicKey: [UInt8](repeating: 9, count: 31)) == nil)
    }

    @Test func `a private key does not print`() {
        let seed = String(repeating: "1, ", count: 31)
        var dumped = ""
        dump(log, to: &dumped)
        #expect(!dumped.contains(seed))
        #expect("\(log)" == log.verifier.description)
        #expect(!String(reflecting: log).contains(seed))
    }

    @Test func `the largest size is written and read`() throws {
        let head = TreeHead(size: .max, root: .leaf([]))
        #expect(try Checkpoint(Checkpoint(of: log.verifier.name, head: head).text).head == head)
        #expect(try Checkpoint(Checkpoint(of: log.verifier.name, head: .empty).text).head == .empty)
    }

    @Test func `what is not UTF-8 and what is too long is refused`() {
        #expect(throws: NoteFault.notUTF8) { try NoteText([0xFF, .newline]) }
        let long = [UInt8](repeating: .newline, count: NoteText.mostBytes + 1)
        #expect(throws: NoteFault.tooLong) { try NoteText(long) }
    }
}

private let root = TreeHash.empty.description
private let leaf = TreeHash.leaf([]).description

/// The line of a cosignature with the last bit of its time changed.
private func withAnotherTime(_ signature: NoteSignature) throws -> String {
    let parts = signature.line.split(separator: " ")
    var data = try #require(Data(base64Encoded: String(parts[2])))
    data[11] ^= 1
    return "— \(parts[1]) \(data.base64EncodedString())"
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
}
