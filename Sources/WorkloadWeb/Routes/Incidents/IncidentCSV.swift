import WorkUnits
import Workload

/// Incidents and their hours as tables. Columns: docs/reference/csv.md.
enum IncidentCSV {
    /// One line an incident.
    static func list(_ incidents: [Incident], showsSeverity: Bool) -> [[CSVField]] {
        let columns = ["incident", "version", "title", "module", "status", "began_at", "resolved_at", "sites"]
        let head = columns + (showsSeverity ? ["severity"] : [])
        return [head.map { .text($0) }]
            + incidents.map { incident in
                let draft = incident.draft
                let line: [CSVField] = [
                    .text(incident.id.text), .number(draft.version), .text(draft.title),
                    .text(draft.module), .text(draft.status), .text(draft.beganAt.description),
                    .text(draft.resolvedAt?.description ?? ""),
                    .text(incident.siteNames.isEmpty ? "all" : incident.siteNames.joined(separator: "; ")),
                ]
                return line + (showsSeverity ? [.number(draft.severity)] : [])
            }
    }

    /// One line a figure: of all, of each day, of each kind of work. Figures of fewer than ten people are left empty,
    /// with the reason; the coverage stands in the first line's own columns.
    static func hours(_ incident: Incident, _ report: HoursReport) -> [[CSVField]] {
        let head = [
            "incident", "facet", "key", "minutes", "entries", "people", "shown", "people_with_accounts",
            "people_on_roster", "sites_recorded", "sites",
        ]
        let id = incident.id.text
        let coverage: [CSVField] = [
            .number(report.coverage.accounts), .number(report.coverage.employees),
            report.coverage.sitesRecorded.map { .number($0) } ?? .text(""), .number(report.coverage.sites),
        ]
        func line(_ facet: String, _ key: String, _ figure: HoursReport.Figure) -> [CSVField] {
            [.text(id), .text(facet), .text(key)] + figure.fields + coverage
        }
        return [head.map { .text($0) }, line("all", "", report.total)]
            + report.days.map { line("day", $0.key.description, $0.figure) }
            + report.categories.map { line("category", $0.key.code, $0.figure) }
    }
}

extension HoursReport.Figure {
    /// Minutes, entries, people, and whether they are shown.
    fileprivate var fields: [CSVField] {
        switch self {
        case .shown(let minutes, let entries, let people):
            [.number(minutes), .number(entries), .number(people), .text("yes")]
        case .tooFewPeople: [.text(""), .text(""), .text(""), .text("fewer than 10 people")]
        case .keptBack: [.text(""), .text(""), .text(""), .text("left out to protect another figure")]
        case .nothing: [.number(0), .number(0), .number(0), .text("nobody has recorded time here")]
        }
    }
}
