import Evidence
import SampleLog
import Testing

@Suite struct PolicyTests {
    private let log: SampleLog
    private let keys: PolicyKeys

    init() throws {
        log = try SampleLog(size: 9, forkedAt: 9)
        keys = try PolicyKeys()
    }

    private func policy(_ text: String) throws -> Policy {
        try Policy(parsing: Array(keys.filled(text).utf8))
    }

    private func satisfied(_ policy: Policy, by names: String) throws -> Bool {
        policy.isSatisfied(by: Set(names.split(separator: " ").compactMap { PolicyWord(String($0)) }))
    }

    /// Of the groups of the specification's example: two of X and one of Y.
    @Test(arguments: [
        ("", false), ("X1", false), ("X1 X2", false), ("X1 X2 Y3", true), ("X3 X1 Y1", true), ("X1 Y1 Y2 Y3", false),
        ("X1 X2 X3 Y1 Y2 Y3", true), ("Y1 Y2 Y3", false), ("X-and-Y", false), ("X-witnesses Y1", false),
        ("X1 X2 y1", false), ("X1 X2 Y1 somebody", true), ("none", false),
    ])
    func `two levels of groups`(names: String, wanted: Bool) throws {
        let policy = try policy(
            """
            log L1

            witness X1 W1
            witness X2 W2
            witness X3 W3
            group X-witnesses 2 X1 X2 X3

            witness Y1 W4
            witness Y2 W5
            witness Y3 W6
            group Y-witnesses any Y1 Y2 Y3

            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y

            """)
        #expect(try satisfied(policy, by: names) == wanted)
        #expect(policy.logs.map(\.key) == [keys.logs[0].verifier])
        #expect(policy.groups.map(\.threshold) == [2, 1, 2])
    }

    @Test func `a quorum of one witness, and of none`() throws {
        let one = try policy("witness union W1\nwitness hr W2\nquorum hr\n")
        #expect(try satisfied(one, by: "hr"))
        #expect(try !satisfied(one, by: "union"))
        let none = try policy("quorum none\n")
        #expect(none.quorum == nil)
        #expect(try satisfied(none, by: ""))
    }

    @Test func `all that the format allows is read, and written so that it reads the same`() throws {
        let policy = try policy(
            """
            # who is in it
            \t log\tL1   https://log.example.org/a#b \t
              # the key before
            log L2

            witness none? W1 https://w.example.org/\u{E9}
            witness #union W2
            group both all none? #union
            witness hr W3
            group #one any both
            quorum #one
            witness later W4 u

            """)
        #expect(policy.logs.map { $0.url?.description } == ["https://log.example.org/a#b", nil])
        #expect(policy.witnesses.map(\.name.description) == ["none?", "#union", "hr", "later"])
        #expect(policy.witnesses[0].url?.description == "https://w.example.org/\u{E9}")
        #expect(policy.quorum?.description == "#one")
        #expect(try Policy(parsing: policy.bytes) == policy)
    }

    @Test func `names are bytes: a letter that looks the same is another, and they need not be UTF-8`() throws {
        let kelvin = try policy("witness K W1\nwitness \u{212A} W2\nquorum \u{212A}\n")
        #expect(try satisfied(kelvin, by: "\u{212A}"))
        #expect(try !satisfied(kelvin, by: "K"))

        let key = keys.witnesses[0].verifier.description
        let (start, middle) = (Array("witness ".utf8), Array(" \(key)\nquorum ".utf8))
        let bytes: [UInt8] = start + [0xFF, 0x80] + middle + [0xFF, 0x80, 0x0A]
        let odd = try Policy(parsing: bytes)
        #expect(odd.bytes == bytes)
        #expect(odd.isSatisfied(by: try [#require(PolicyWord([0xFF, 0x80]))]))
        #expect(!odd.isSatisfied(by: try [#require(PolicyWord([0xFF, 0x81]))]))
    }

    @Test func `many logs, witnesses and groups`() throws {
        let one = keys.witnesses[0].verifier
        let many = try (0..<200).map { index in
            try PolicyWitness(
                name: #require(PolicyWord("w\(index)")),
                key: SigningKey.random(name: one.name, kind: .cosignature).verifier)
        }
        var groups: [PolicyGroup] = []
        for index in 0..<200 {
            let before = groups.last.map { [$0.name] } ?? []
            let name = try #require(PolicyWord("g\(index)"))
            groups.append(PolicyGroup(name: name, threshold: before.count + 1, members: before + [many[index].name]))
        }
        let policy = try Policy(witnesses: many, groups: groups, quorum: groups[199].name)
        #expect(policy.isSatisfied(by: Set(many.map(\.name))))
        #expect(!policy.isSatisfied(by: Set(many.dropFirst().map(\.name))))
        #expect(try Policy(parsing: policy.bytes) == policy)
    }

    @Test func `a note counts by the public keys that cosigned, under whatever name`() throws {
        let text = "log L1\nwitness union W1\nwitness hr W2\ngroup both all union hr\nquorum both\n"
        let policy = try policy(text)
        var note = try keys.note(log)
        #expect(try policy.checkpoint(in: note) == nil)
        let checkpoint = try Checkpoint(note.text)
        try note.add(keys.witnesses[0].cosign(checkpoint, at: 7))
        #expect(try policy.checkpoint(in: note) == nil)
        try note.add(keys.witnesses[2].cosign(checkpoint, at: 8))
        #expect(try policy.checkpoint(in: note) == nil)
        try note.add(keys.witnesses[1].cosign(checkpoint, at: 9))
        let signed = try #require(try policy.checkpoint(in: note))
        #expect(signed.checkpoint == checkpoint)
        #expect(policy.witnesses(behind: signed).map(\.name.description) == ["union", "hr"])

        let twin = try key("example.org/other-name", .cosignature, 12)
        let known = [keys.witnesses[0].verifier, twin.verifier]
        #expect(try !policy.isSatisfied(by: note.checkpoint(of: keys.logs[0].verifier, witnesses: known)))
        try note.add(twin.cosign(checkpoint, at: 10))
        #expect(try policy.isSatisfied(by: note.checkpoint(of: keys.logs[0].verifier, witnesses: known)))
    }

    @Test func `only a log of the policy counts, or one that is known from elsewhere`() throws {
        let note = try keys.note(log)
        #expect(try policy("log L1\nquorum none\n").checkpoint(in: note) != nil)
        #expect(try policy("log L2\nlog L1\nquorum none\n").checkpoint(in: note) != nil)
        #expect(throws: NoteFault.noKnownSignature) { try policy("log L2\nquorum none\n").checkpoint(in: note) }
        #expect(throws: NoteFault.noKnownSignature) { try policy("quorum none\n").checkpoint(in: note) }
        let known = [keys.logs[0].verifier]
        #expect(try policy("quorum none\n").checkpoint(in: note, of: known) != nil)
        let empty = Checkpoint(of: keys.logs[2].verifier.name, head: .empty)
        let other = try SignedNote(empty.text, signedBy: keys.logs[0])
        #expect(throws: NoteFault.otherLog) { try policy("log L1\nquorum none\n").checkpoint(in: other) }
        var both = other
        try both.add(keys.logs[2].sign(other.text))
        #expect(try policy("log L1\nlog L3\nquorum none\n").checkpoint(in: both) != nil)
        #expect(throws: NoteFault.noKnownSignature) {
            try policy("log L2\nwitness union W1\nquorum union\n").checkpoint(in: keys.cosignedOnly(log))
        }
    }
}
