/// The findings of one delivery: the first of each kind in full, the rest counted.
///
/// A file of a million rows may hold a million of the same fault, so at most ``keptPerKind`` of a kind and file are
/// kept; ``tallies`` count all.
public struct RosterFindings: Sendable, Hashable, Codable {
    /// How often a kind of fault was found in a file.
    public struct Tally: Sendable, Hashable, Codable {
        /// The sort of fault.
        public let kind: RosterFinding.Kind
        /// What became of it.
        public let outcome: RosterFinding.Outcome
        /// The file it stands in.
        public let file: String
        /// How many were found, those not kept included.
        public internal(set) var count: Int
    }

    /// How many findings of one kind, outcome and file are kept in full.
    public static let keptPerKind = 1_000

    /// The findings that are kept, in the order they were made.
    public private(set) var kept: [RosterFinding] = []
    /// A count of all findings by file, kind and outcome, in the order they first appeared.
    public private(set) var tallies: [Tally] = []

    /// No findings.
    public init() {}

    /// How many findings were made, those not kept included.
    public var count: Int { tallies.reduce(0) { $0 + $1.count } }

    /// Adds a finding: kept in full while few, counted always.
    public mutating func add(_ finding: RosterFinding) {
        let index = tally(of: finding)
        tallies[index].count += 1
        if tallies[index].count <= Self.keptPerKind { kept.append(finding) }
    }

    /// Adds what another part of the same delivery found.
    public mutating func add(_ other: RosterFindings) {
        for finding in other.kept { add(finding) }
        for tally in other.tallies where tally.count > Self.keptPerKind {
            let like = tallies.firstIndex {
                $0.kind == tally.kind && $0.outcome == tally.outcome && $0.file == tally.file
            }
            if let like { tallies[like].count += tally.count - Self.keptPerKind }
        }
    }

    private mutating func tally(of finding: RosterFinding) -> Int {
        let known = tallies.firstIndex {
            $0.kind == finding.kind && $0.outcome == finding.outcome && $0.file == finding.file
        }
        if let known { return known }
        tallies.append(Tally(kind: finding.kind, outcome: finding.outcome, file: finding.file, count: 0))
        return tallies.endIndex - 1
    }
}
