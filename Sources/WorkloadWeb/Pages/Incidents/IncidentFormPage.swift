import WorkUnits

/// The form that opens an incident, and the same form editing one.
struct IncidentFormPage: Page {
    static let template = "incidents/form"

    /// What saving does.
    enum Purpose: Sendable {
        case open
        case edit(id: String)
    }

    let layout: Layout
    let words: IncidentFormTexts
    let problems: ProblemSummary?
    let heading: String
    let isEdit: Bool
    let action: String
    let back: String
    let incidentId: String
    let version: String
    let titleField: Field
    let module: Question
    let severity: Question
    let status: Question
    let beganOn: Field
    let beganAt: Field
    let everywhere: Bool
    let chosenSites: [Choice]
    let otherSites: FoldedChoices
    let sitesError: String
    let hasSitesError: Bool
    let note: Field
    let save: String
    let audience: String

    /// - Parameter sites: ids and names of all sites
    init(
        _ context: PageContext, purpose: Purpose, form: IncidentForm, sites: [Answer], problems: [FieldProblem] = []
    ) {
        let words = context.texts.incidentForm
        let labels = context.texts.labels
        let choose = context.texts.layout.choose
        self.words = words
        switch purpose {
        case .open:
            isEdit = false
            heading = words.openTitle
            action = Links.incidents
            back = Links.incidents
            save = words.open
        case .edit(let id):
            isEdit = true
            heading = words.editTitle
            action = Links.editIncident(id)
            back = Links.incident(id)
            save = words.save
        }
        layout = Layout(context, title: heading, hasProblems: !problems.isEmpty, area: .incidents)
        self.problems = ProblemSummary(problems, texts: context.texts.layout)
        incidentId = form.incidentId ?? ""
        version = form.version ?? ""
        func list(_ name: String, _ label: String, _ codes: Labels, help: String? = nil, chosen: String?) -> Question {
            Question(
                name, label: label, help: help, choices: Choice.choices(name, codes, none: choose, chosen: chosen),
                problems: problems
            )
        }
        titleField = Field("title", label: words.title, help: words.titleHelp, value: form.title, problems: problems)
        module = list("module", words.module, labels.modules, chosen: form.module)
        severity = list(
            "severity", words.severity, labels.severities, help: words.severityHelp, chosen: form.severity
        )
        status = list("status", words.status, labels.statuses, chosen: form.status)
        beganOn = Field("beganOn", label: words.beganOn, value: form.beganOn, problems: problems)
        beganAt = Field("beganAt", label: words.beganAt, value: form.beganAt, problems: problems)
        everywhere = form.everywhere == "1"
        let message = problems.message("sites")
        let choices = Self.choices(sites, chosen: Set(form.sites ?? []))
        let others = choices.filter { !$0.isChosen }
        chosenSites = choices.filter(\.isChosen)
        otherSites = FoldedChoices(
            others, summary: chosenSites.isEmpty ? words.sitesCount(others.count) : words.moreSites(others.count),
            isOpen: message != nil)
        sitesError = message ?? ""
        hasSitesError = message != nil
        note = Field("note", label: words.note, help: words.noteHelp, value: form.note, problems: problems)
        audience = words.audience
    }

    private static func choices(_ sites: [Answer], chosen: Set<String>) -> [Choice] {
        sites.enumerated().map { index, site in
            Choice(
                id: "sites-\(index + 1)", name: "sites[]", value: site.value, label: site.label,
                isChosen: chosen.contains(site.value)
            )
        }
    }
}
