import WorkUnits
import Workload

/// Incidents and their hours as tables. Columns: docs/reference/csv.md.
enum IncidentCSV {
    /// The header of the list.
    static func head(showsSeverity: Bool) -> [CSVField] {
        let columns = ["incident", "version", "title", "module", "status", "began_at", "resolved_at", "sites"]
        return (columns + (showsSeverity ? ["severity"] : [])).map { .text($0) }
    }

    /// An incident in the list.
    static func line(_ incident: Incident, showsSeverity: Bool) -> [CSVField] {
        let draft = incident.draft
        let line: [CSVField] = [
            .text(incident.id.text), .number(draft.version), .text(draft.title),
            .text(draft.module), .text(draft.status), .text(draft.beganAt.description),
            .text(draft.resolvedAt?.description ?? ""),
            .text(incident.siteNames.isEmpty ? "all" : incident.siteNames.joined(separator: "; ")),
        ]
        return line + (showsSeverity ? [.number(draft.severity)] : [])
    }

    /// One line a figure: of all, of each day, of each kind of work, and of all incidents of the same part of the system.
    /// Figures of fewer than ten people are left empty, with the reason. The coverage stands in each line.
    ///
    /// - Parameter began: the incident's first day.
    static func hours(
        _ incident: Incident, _ report: HoursReport, began: CivilDate, module: ModuleHours
    ) -> [[CSVField]] {
        let head = [
            "incident", "facet", "key", "minutes", "entries", "people", "shown", "people_with_accounts",
            "people_on_roster", "sites_recorded", "sites", "since",
        ]
        let available = report.coverage.since ?? began
        func line(
            _ facet: String, _ key: String, _ figure: HoursReport.Figure, sites: Int?, since: CivilDate
        ) -> [CSVField] {
            [.text(incident.id.text), .text(facet), .text(key)] + figure.fields + [
                .number(report.coverage.accounts), .number(report.coverage.employees),
                sites.map { .number($0) } ?? .text(""), .number(report.coverage.sites), .text(since.description),
            ]
        }
        func own(_ facet: String, _ key: String, _ figure: HoursReport.Figure) -> [CSVField] {
            line(facet, key, figure, sites: report.coverage.sitesRecorded, since: max(began, available))
        }
        return [head.map { .text($0) }, own("all", "", report.total)]
            + report.days.map { own("day", $0.key.description, $0.figure) }
            + report.categories.map { own("category", $0.key.code, $0.figure) }
            + [line("module", incident.draft.module, module.figure, sites: module.sitesRecorded, since: available)]
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
