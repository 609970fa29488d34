import WorkUnits

/// Reads RULES.json. Every fault is named with its path and reason; an unknown key is one.
public struct RuleSetReader {
    /// Files past this size are refused unread, in bytes.
    public static let largest = 1 << 20

    /// The rule set of a file.
    ///
    /// - Throws: ``RefusedInput`` with every finding.
    public static func read(_ bytes: [UInt8]) throws(RefusedInput) -> RuleSet {
        guard bytes.count <= largest else {
            throw RefusedInput(findings: [Finding(path: "$", reason: "the file is larger than 1 MiB")])
        }
        let findings = FindingList()
        let root = try ObjectReader.root(bytes, findings)
        let ruleSet = RuleSetFile(root).ruleSet()
        root.finish()
        try findings.refuseIfAny()
        guard let ruleSet else { throw RefusedInput(findings: []) }
        return ruleSet
    }
}
