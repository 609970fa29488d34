import WorkUnits

/// What is said of an incident, in plain values.
struct IncidentContent: Sendable {
    /// One version of it, for the course.
    struct Step: Sendable {
        /// Code of the status that it came to, as ``IncidentForm`` lists them; nil where the status stayed.
        let status: String?
        let at: LocalTime
        /// The reader's own name, or who stands for it to everybody else.
        let by: String
        var changes: [Change] = []
        /// What is known, where that is new.
        var note: String?
    }

    /// What a version changed besides the status: as it is from then on, and as it was.
    enum Change: Sendable {
        case title(String, before: String)
        /// Codes, as ``IncidentForm`` lists them.
        case module(String, before: String)
        case severity(Int, before: Int)
        case began(LocalTime, before: LocalTime)
        /// Names; none: all.
        case sites([String], before: [String])
    }

    let id: String
    let version: Int
    let title: String
    /// Codes, as ``IncidentForm`` lists them.
    let module: String
    let status: String
    let severity: Int
    let since: CivilDate
    /// Names of the sites; empty: all.
    let sites: [String]
    let note: String?
    /// Every version that changed what the reader may see, the first one first.
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
    let sites: SiteNames
    let isEverywhere: Bool
    let course: [CourseStep]
    let hours: HoursSection?
    let showsHours: Bool
    let manages: Bool
    let severity: String
    let edit: String
    let statusAction: String
    let version: String
    let status: Question
    let statusNote: Field
    let audience: String
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
        sites = SiteNames(incident.sites, words: context.texts.incidents, format: context.format)
        isEverywhere = incident.sites.isEmpty
        course = incident.course.enumerated().map { index, step in
            CourseStep(step, isLast: index == incident.course.count - 1, context)
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
        statusNote = Field(
            "note", id: "statusNote", label: words.statusNote, help: context.texts.incidentForm.noteHelp,
            value: statusForm?.note, problems: problems)
        audience = context.texts.incidentForm.audience
        recordsTime = context.person?.recordsTime == true
        record = Links.record(because: incident.id)
        layout = Layout(
            context, title: incident.title, hasProblems: !problems.isEmpty, area: .incidents,
            scripts: self.hours?.hasTables == true ? ["chart.min.js", "charts.js"] : []
        )
    }
}

/// Names of the sites affected; a long list is folded.
struct SiteNames: Sendable {
    let names: [String]
    /// "31 sites"
    let count: String
    let isFolded: Bool

    init(_ names: [String], words: IncidentListTexts, format: PageFormat) {
        self.names = names
        count = words.sitesCount(names.count, format.count(names.count))
        isFolded = names.count > Self.inSight
    }

    private static let inSight = 6
}
