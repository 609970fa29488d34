import Workload

/// The one list that all parts of a reading write their findings to.
final class FindingLog {
    private(set) var findings = RosterFindings()

    func add(
        _ kind: RosterFinding.Kind,
        _ outcome: RosterFinding.Outcome,
        _ place: Place,
        _ what: String,
        _ done: String
    ) {
        findings.add(
            RosterFinding(
                kind,
                outcome,
                file: place.file,
                line: place.line,
                column: place.column,
                field: place.field,
                what: what,
                done: done
            )
        )
    }
}

/// Where a finding is: a file, a line of it, a field of the line.
struct Place {
    var file: String
    var line: Int?
    var column: Int?
    var field: String?

    init(_ file: String, line: Int? = nil, column: Int? = nil, field: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
    }
}
