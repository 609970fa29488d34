import Evidence
import Testing

@Suite struct PolicyFaultTests {
    private let keys: PolicyKeys

    init() throws {
        keys = try PolicyKeys()
    }

    private func fault(_ text: String) throws -> PolicyFault {
        try #require(
            throws: PolicyFault.self, "\(text)", performing: { try Policy(parsing: Array(keys.filled(text).utf8)) })
    }

    @Test(arguments: [
        ("logs L1\nquorum none\n", 1, "a line begins with log, witness, group or quorum, not “logs”"),
        ("Log L1\nquorum none\n", 1, "a line begins with log, witness, group or quorum, not “Log”"),
        ("log\nquorum none\n", 1, "write it as: log KEY [URL]"),
        ("log L1 a b\nquorum none\n", 1, "write it as: log KEY [URL]"),
        ("\nlog L1 # ours\nquorum none\n", 2, "a remark stands on a line of its own"),
        ("log L1 a # ours\nquorum none\n", 1, "write it as: log KEY [URL]"),
        ("log W1\nquorum none\n", 1, kind),
        ("log nonsense\nquorum none\n", 1, "the key is no verifier key of Ed25519 in the form name+id+key"),
        ("log L1\nlog L1\nquorum none\n", 2, "the public key is that of “example.org/district” already"),
        ("witness a\nquorum none\n", 1, "write it as: witness NAME KEY [URL]"),
        ("witness a W1 u v\nquorum none\n", 1, "write it as: witness NAME KEY [URL]"),
        ("witness a L1\nquorum none\n", 1, kind),
        ("witness a W1\nwitness b W1\nquorum none\n", 2, "the public key is that of “a” already"),
        ("witness a W1\nwitness a W2\nquorum none\n", 2, "the name “a” is taken"),
        ("witness none W1\nquorum none\n", 1, "the name “none” is taken"),
        ("witness a W1\ngroup a any a\nquorum a\n", 2, "the name “a” is taken"),
        ("witness a W1\ngroup none any a\nquorum a\n", 2, "the name “none” is taken"),
        ("witness a W1\ngroup g any\nquorum g\n", 2, "write it as: group NAME any|all|NUMBER MEMBER…"),
        ("witness a W1\ngroup g 0 a\nquorum g\n", 2, number("0")),
        ("witness a W1\ngroup g 2 a\nquorum g\n", 2, number("2")),
        ("witness a W1\ngroup g 01 a\nquorum g\n", 2, number("01")),
        ("witness a W1\ngroup g +1 a\nquorum g\n", 2, number("+1")),
        ("witness a W1\ngroup g ANY a\nquorum g\n", 2, number("ANY")),
        ("witness a W1\ngroup g 18446744073709551617 a\nquorum g\n", 2, number("18446744073709551617")),
        ("group g any a\nwitness a W1\nquorum g\n", 1, "“a” is no witness or group of a line before"),
        ("witness a W1\ngroup g any g\nquorum g\n", 2, "“g” is no witness or group of a line before"),
        ("witness a W1\ngroup g any none\nquorum g\n", 2, "“none” is no witness or group of a line before"),
        ("witness a W1\ngroup g any a a\nquorum g\n", 2, "“a” is in a group already, and can be in one only"),
        (
            "witness a W1\nwitness b W2\ngroup g any a\ngroup h any b a\nquorum g\n", 4,
            "“a” is in a group already, and can be in one only"
        ),
        ("quorum\n", 1, "write it as: quorum NAME, or quorum none"),
        ("witness a W1\nquorum a a\n", 2, "write it as: quorum NAME, or quorum none"),
        ("quorum none # for now\n", 1, "a remark stands on a line of its own"),
        ("quorum a\nwitness a W1\n", 1, "“a” is no witness or group of a line before"),
        ("quorum none\nquorum none\n", 2, "there is a quorum already"),
        ("quorum none\r\n", 1, control), ("# a\u{7F}\nquorum none\n", 1, control),
    ])
    func `what breaks a rule is refused with its line`(text: String, line: Int, reason: String) throws {
        let fault = try fault(text)
        #expect(fault.line == line)
        #expect(fault.description == "line \(line): \(reason)")
    }

    @Test func `what is in no one line is refused as well`() throws {
        #expect(try fault("") == fault("# nothing\n"))
        #expect(try fault("log L1\n").description == "no line says which quorum is needed: quorum NAME, or quorum none")
        #expect(try fault("witness X W1\nquorum X").reason == .noFinalNewline)
        let long = [UInt8](repeating: UInt8(ascii: "\n"), count: Policy.mostBytes + 1)
        #expect(throws: PolicyFault.self) { try Policy(parsing: long) }
    }

    @Test func `a policy that is put together keeps the same rules`() throws {
        let name = try #require(PolicyWord("a"))
        let witness = PolicyWitness(name: name, key: keys.witnesses[0].verifier)
        let group = PolicyGroup(name: try #require(PolicyWord("g")), threshold: 0, members: [])
        #expect(throws: PolicyFault.self) { try Policy(quorum: name) }
        #expect(throws: PolicyFault.self) { try Policy(witnesses: [witness, witness], quorum: nil) }
        #expect(throws: PolicyFault.self) { try Policy(witnesses: [witness], groups: [group], quorum: nil) }
        let witnessAsLog = PolicyLog(key: keys.witnesses[0].verifier)
        #expect(throws: PolicyFault.self) { try Policy(logs: [witnessAsLog], quorum: nil) }
        let odd = try #require(KeyName("a\u{7F}b"))
        let log = PolicyLog(key: try SigningKey.random(name: odd, kind: .note).verifier)
        #expect(throws: PolicyFault.self) { try Policy(logs: [log], quorum: nil) }
    }

    @Test(arguments: ["", " ", "a b", "a\tb", "a\n", "\u{7F}"])
    func `what can't be one word is none`(text: String) {
        #expect(PolicyWord(text) == nil)
    }
}

private let kind = "a log needs a key that signs notes (type 1), a witness one that cosigns (type 4)"
private let control = "there is a control character; only tabs are allowed, and lines end in a line feed alone"

private func number(_ word: String) -> String {
    "“\(word)” of the members can't be needed: any, all, or 1 to their number"
}
