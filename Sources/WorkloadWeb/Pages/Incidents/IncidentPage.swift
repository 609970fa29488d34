import WorkUnits

/// What is said of an incident, in plain values.
struct IncidentContent: Sendable {
    /// One version of it, for the course.
    struct Step: Sendable {
        /// Code of the status, as ``IncidentForm`` lists them.
        let status: String
        let at: LocalTime
        let by: String
    }

    let id: String
    let version: Int
    let title: String
    /// Codes, as ``IncidentForm`` lists them.
    let module: String
    let status: String
    let severity: Int
    let since: CivilDate
    /// Names of the sites; empty: everywhere.
    let sites: [String]
    let note: String?
    /// Every change of status, the first one first.
    let course: [Step]
}

/// An incident: what is known, its course, and its hours for those who may see totals.
struct IncidentPage: Page {
    static let template = "incidents/incident"

    let layout: Layout
    let words: IncidentTexts
    let problems: ProblemSummary?
    let title: String
    let eyebrow: String
    let note: String?
    let sites: [String]
    let isEverywhere: Bool
    let course: [HistoryStep]
    let hours: HoursSection?
    let showsHours: Bool
    let manages: Bool
    let severity: String
    let edit: String
    let statusAction: String
    let version: String
    let status: Question
    let recordsTime: Bool
    let record: String

    /// - Parameters:
    ///   - hours: nil for those who may not see totals
    ///   - manages: whether the person administers incidents
    ///   - statusForm: as it came in, when it was refused
    init(
        _ context: PageContext, _ incident: IncidentContent, hours: IncidentHours?, manages: Bool,
        statusForm: IncidentStatusForm? = nil, problems: [FieldProblem] = []
    ) {
        let words = context.texts.incident
        let labels = context.texts.labels
        self.words = words
        self.problems = ProblemSummary(problems, texts: context.texts.layout)
        title = incident.title
        eyebrow = words.eyebrow(
            labels.modules[incident.module] ?? incident.module, labels.statuses[incident.status] ?? incident.status,
            context.format.day(incident.since)
        )
        note = incident.note
        sites = incident.sites
        isEverywhere = incident.sites.isEmpty
        course = incident.course.enumerated().map { index, step in
            HistoryStep(
                title: labels.statuses[step.status] ?? step.status,
                detail: words.byWhom(context.format.moment(step.at), step.by),
                isLast: index == incident.course.count - 1
            )
        }
        self.hours = hours.map { HoursSection($0, id: incident.id, module: incident.module, context) }
        showsHours = hours != nil
        self.manages = manages
        severity = labels.severities["\(incident.severity)"] ?? "\(incident.severity)"
        edit = Links.editIncident(incident.id)
        statusAction = Links.incidentStatus(incident.id)
        version = statusForm?.version ?? "\(incident.version)"
        status = Question(
            "status", label: words.newStatus,
            choices: Choice.choices("status", labels.statuses, chosen: statusForm?.status ?? incident.status),
            problems: problems
        )
        recordsTime = context.person?.recordsTime == true
        record = Links.record
        layout = Layout(
            context, title: incident.title, hasProblems: !problems.isEmpty, area: .incidents,
            scripts: self.hours?.hasTables == true ? ["chart.min.js", "charts.js"] : []
        )
    }
}
