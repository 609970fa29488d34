extension Policy {
    /// The policy as a file: logs, witnesses, groups, quorum. What is read from it is equal to this policy.
    public var bytes: [UInt8] {
        let lines =
            logs.map { line("log", [$0.key.line, $0.url?.bytes]) }
            + witnesses.map { line("witness", [$0.name.bytes, $0.key.line, $0.url?.bytes]) }
            + groups.map { line("group", [$0.name.bytes, Array($0.amount.utf8)] + $0.members.map(\.bytes)) }
            + [line("quorum", [(quorum ?? .nobody).bytes])]
        return Array(lines.joined())
    }

    private func line(_ kind: String, _ words: [[UInt8]?]) -> [UInt8] {
        Array(([Array(kind.utf8)] + words.compactMap(\.self)).joined(separator: [UInt8(ascii: " ")])) + [.lineFeed]
    }
}

extension VerifierKey {
    fileprivate var line: [UInt8] { Array(description.utf8) }
}

extension PolicyGroup {
    fileprivate var amount: String {
        switch threshold {
        case members.count: "all"
        case 1: "any"
        default: String(threshold)
        }
    }
}
