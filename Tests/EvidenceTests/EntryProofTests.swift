import Evidence
import Testing

@Suite struct EntryProofTests {
    private let site: SignedLog
    private var log: SigningKey { site.log }
    private var union: SigningKey { site.union }

    init() throws {
        site = try SignedLog()
    }

    @Test func `a proof of an entry is read back, and shows that entry only`() throws {
        let (checkpoint, note) = try site.checkpoint()
        let proof = try EntryProof(
            extra: [1, 2, 3], inclusion: try site.tree.inclusionProof(of: 8, in: 9), note: note)
        let read = try EntryProof(parsing: proof.bytes)
        #expect(read == proof)
        #expect(try read.checkpoint(holding: [8], of: log.verifier)?.checkpoint == checkpoint)
        #expect(try read.checkpoint(holding: [7], of: log.verifier) == nil)
        #expect(throws: NoteFault.noKnownSignature) { try read.checkpoint(holding: [8], of: union.verifier) }
    }

    @Test func `a proof without anything extra, and of a log with one entry`() throws {
        let one = ByteTree(size: 1).tree
        let checkpoint = Checkpoint(of: log.verifier.name, head: one.head)
        let note = try SignedNote(checkpoint.text, signedBy: log)
        let proof = try EntryProof(inclusion: try one.inclusionProof(of: 0, in: 1), note: note)
        let text = String(decoding: proof.bytes, as: UTF8.self)
        #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org/district\n1\n"))
        let read = try EntryProof(parsing: proof.bytes)
        #expect(try read.checkpoint(holding: [0], of: log.verifier)?.checkpoint == checkpoint)
    }

    @Test func `a proof under another log's name is not this log's`() throws {
        let other = Checkpoint(of: try #require(KeyName("example.org/other")), head: site.tree.head)
        let note = try SignedNote(other.text, signedBy: log)
        let proof = try EntryProof(inclusion: try site.tree.inclusionProof(of: 8, in: 9), note: note)
        #expect(throws: NoteFault.otherLog) { try proof.checkpoint(holding: [8], of: log.verifier) }
    }

    @Test(arguments: [
        ("@v1\n", "@v2\n"), ("index 8", "index 08"), ("index 8", "Index 8"), ("index 8\n", "index 8\n\n"),
        ("extra AQID", "extra AQI"), ("index 8\n", "index 8\n8\n"), ("extra AQID\n", "extra AQID\nextra AQID\n"),
    ])
    func `a proof in any other form is refused`(from: String, to: String) throws {
        let (_, note) = try site.checkpoint()
        let proof = try EntryProof(extra: [1, 2, 3], inclusion: try site.tree.inclusionProof(of: 8, in: 9), note: note)
        let text = String(decoding: proof.bytes, as: UTF8.self)
        let bent = text.replacing(from, with: to, maxReplacements: 1)
        #expect(bent != text)
        #expect(throws: NoteFault.self) { try EntryProof(parsing: Array(bent.utf8)) }
    }
}
