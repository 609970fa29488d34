/// A step in the course of an incident: one version, what it changed and what was said.
struct CourseStep: Sendable {
    let title: String
    let detail: String
    let changes: [String]
    let note: String?
    let isLast: Bool

    init(_ step: IncidentContent.Step, isLast: Bool, _ context: PageContext) {
        let words = context.texts.incident
        title = step.status.map { context.texts.labels.statuses[$0] ?? $0 } ?? words.edited
        detail = words.byWhom(context.format.moment(step.at), step.by)
        changes = step.changes.map { $0.words(context) }
        note = step.note
        self.isLast = isLast
    }
}

extension IncidentContent.Change {
    /// "Title: Schedules empty (before: Schedules)"
    func words(_ context: PageContext) -> String {
        let fields = context.texts.incidentForm
        let labels = context.texts.labels
        let changed = context.texts.incident.changed
        switch self {
        case .title(let now, let before): return changed(fields.title, now, before)
        case .module(let now, let before):
            return changed(fields.module, labels.modules[now] ?? now, labels.modules[before] ?? before)
        case .severity(let now, let before):
            return changed(
                fields.severity, labels.severities["\(now)"] ?? "\(now)", labels.severities["\(before)"] ?? "\(before)")
        case .began(let now, let before):
            return changed(fields.began, context.format.moment(now), context.format.moment(before))
        case .sites(let now, let before):
            return changed(fields.sites, Self.sites(now, context), Self.sites(before, context))
        }
    }

    private static func sites(_ names: [String], _ context: PageContext) -> String {
        let words = context.texts.incidents
        if names.isEmpty { return words.allSites }
        let list = SiteNames(names, words: words, format: context.format)
        return list.isFolded ? list.count : context.format.list(names)
    }
}
