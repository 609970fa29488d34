import FoundationEssentials
public import Workload

/// What a reading found, in words for a terminal and as JSON for programs.
public struct FindingReport: Sendable {
    private let findings: RosterFindings

    /// A report of the findings of one delivery.
    public init(_ findings: RosterFindings) { self.findings = findings }

    /// One line per finding, `file:line:column field: what — what was done`, then counts by file and kind.
    ///
    /// - Parameter shown: how many findings of each kind and file are printed at most; the counts hold all.
    public func text(showing shown: Int = 20) -> String {
        guard findings.count > 0 else { return "No findings.\n" }
        var printed: [Tally: Int] = [:]
        var lines: [String] = []
        for finding in findings.kept {
            let tally = Tally(finding)
            printed[tally, default: 0] += 1
            if printed[tally, default: 0] <= shown { lines.append(Self.line(finding)) }
        }
        lines.append("")
        lines.append(findings.count == 1 ? "1 finding:" : "\(findings.count) findings:")
        lines += findings.tallies.map { "\($0.count)  \($0.file)  \($0.kind.rawValue), \($0.outcome.rawValue)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `{"count": …, "tallies": […], "findings": […]}`, keys sorted, the same text for the same findings.
    ///
    /// - Throws: what the encoder throws; the values of a report are always encodable.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(count: findings.count, tallies: findings.tallies, findings: findings.kept)
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    private static func line(_ finding: RosterFinding) -> String {
        let place = [finding.file, finding.line.map(String.init), finding.column.map(String.init)]
        let field = finding.field.map { " \($0)" } ?? ""
        return "\(place.compactMap(\.self).joined(separator: ":"))\(field): \(finding.what) — \(finding.done)"
    }

    private struct Tally: Hashable {
        let kind: RosterFinding.Kind
        let outcome: RosterFinding.Outcome
        let file: String

        init(_ finding: RosterFinding) {
            (kind, outcome, file) = (finding.kind, finding.outcome, finding.file)
        }
    }

    private struct Document: Encodable {
        let count: Int
        let tallies: [RosterFindings.Tally]
        let findings: [RosterFinding]
    }
}
