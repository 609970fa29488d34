extension RosterReport {
    /// What happened, in lines of plain text: the delivery, the counts, how many findings. The findings themselves are
    /// listed apart.
    public var text: String {
        let counts: [(String, Tally)] = [
            ("sites", sites), ("people", people), ("assignments", assignments), ("units", units),
            ("sessions", sessions),
        ]
        let lines =
            [headline, "", Self.line("", ["added", "changed", "ended", "unchanged"])]
            + counts.map { name, tally in
                Self.line(name, [tally.added, tally.changed, tally.ended, tally.unchanged].map(String.init))
            }
            + ["", "Students counted: \(studentCount). Nothing of them is kept."]
        return lines.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let source = "\(fileName), OneRoster \(version.rawValue)" + (sourceName.map { " from \($0)" } ?? "")
        if isDryRun { return "Dry run of \(source). Nothing was changed; this is what an import would do." }
        return "Imported \(source)." + (isChange ? "" : " All was as the files say already.")
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        cells.reduce(name + blanks(12 - name.count)) { $0 + blanks(11 - $1.count) + $1 }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
