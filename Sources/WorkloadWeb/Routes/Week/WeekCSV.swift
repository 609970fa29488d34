import WorkUnits
import Workload

/// A person's week as a table: one line a version of an entry, times in the zone of the site worked. Columns: docs/reference/csv.md.
struct WeekCSV {
    let lines: [[CSVField]]

    static let columns = [
        "entry", "version", "work_date", "from", "to", "zone", "worked_minutes", "high_minutes", "break_minutes",
        "category", "cause", "incidents", "assignment", "site", "is_taken_out", "reason", "entry_state_now",
        "received_at",
    ]

    init(_ versions: [RecordedEntry]) {
        lines = [Self.columns.map { .text($0) }] + versions.map(Self.line)
    }

    private static func line(_ entry: RecordedEntry) -> [CSVField] {
        let draft = entry.draft
        var (from, to, high, unpaidBreak) = ("", "", CSVField.text(""), CSVField.text(""))
        switch draft.time {
        case .span(let start, let end, let taken):
            from = entry.localTime(start).description
            to = entry.localTime(end).description
            unpaidBreak = .number(taken.count)
        case .range(_, let most): high = .number(most.count)
        case .minutes: break
        }
        let incidents = entry.incidents.map { "\($0.title): \($0.minutes)" }.joined(separator: "; ")
        return [
            .text(draft.id.text), .number(draft.version), .text("\(draft.workDate)"), .text(from),
            .text(to), .text(entry.zone.identifier), .number(entry.workedMinutes.count), high, unpaidBreak,
            .text(draft.category),
            .text(draft.cause.code), .text(incidents), .text(entry.position), .text(entry.siteName),
            .text(draft.isWithdrawn ? "yes" : "no"), .text(draft.changeReason ?? ""), .text(entry.state.code),
            .text(entry.receivedAt.description),
        ]
    }
}

extension EntryDraft.Cause {
    var code: String {
        switch self {
        case .incidents: "incidents"
        case .notListed: "not_listed"
        case .notSure: "not_sure"
        case .notSystem: "not_system"
        }
    }
}

extension EntryAnswer.State {
    var code: String {
        switch self {
        case .counting: "counting"
        case .heldByOverlap, .heldUntilItsEnd: "held"
        case .withdrawn: "withdrawn"
        }
    }
}
