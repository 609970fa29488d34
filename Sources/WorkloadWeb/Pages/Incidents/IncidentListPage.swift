import WorkUnits

/// The list of incidents, filtered and paged.
struct IncidentListPage: Page {
    static let template = "incidents/list"

    let layout: Layout
    let words: IncidentListTexts
    let found: String
    let text: Field
    let status: Question
    let module: Question
    let site: Question
    let isFiltered: Bool
    let filterIsOpen: Bool
    let action: String
    let rows: [IncidentRow]
    let hasRows: Bool
    let isEmptyByFilter: Bool
    let isEmpty: Bool
    let showsSeverity: Bool
    let mayOpen: Bool
    let open: String
    let csv: String
    let paging: Paging?

    /// - Parameters:
    ///   - total: how many incidents fit the filter, on all pages
    ///   - sites: ids and names, for the filter
    ///   - managesIncidents: shows severity and the way to open one
    init(
        _ context: PageContext, filter: IncidentFilter, incidents: [IncidentSummary], total: Int, pageSize: Int,
        sites: [Answer], managesIncidents: Bool
    ) {
        let words = context.texts.incidents
        let labels = context.texts.labels
        self.words = words
        found = words.found(total, context.format.count(total))
        text = Field("text", label: words.text, value: filter.text)
        let statuses =
            [Answer("", words.all), Answer("unresolved", words.unresolved)]
            + labels.statuses.codes.map { Answer($0, labels.statuses[$0] ?? $0) }
        status = Question(
            "status", label: words.status, choices: Choice.choices("status", statuses, chosen: filter.status ?? "")
        )
        module = Question(
            "module", label: words.module,
            choices: Choice.choices("module", labels.modules, none: words.all, chosen: filter.module)
        )
        site = Question(
            "site", label: words.site,
            choices: Choice.choices("site", [Answer("", words.all)] + sites, chosen: filter.site ?? "")
        )
        let given = [filter.text, filter.status, filter.module, filter.site]
        isFiltered = given.contains { $0?.isEmpty == false }
        filterIsOpen = isFiltered
        action = Links.incidents
        rows = incidents.map { IncidentRow($0, showsSeverity: managesIncidents, context) }
        hasRows = !rows.isEmpty
        isEmptyByFilter = rows.isEmpty && isFiltered
        isEmpty = rows.isEmpty && !isFiltered
        showsSeverity = managesIncidents
        mayOpen = managesIncidents
        open = Links.newIncident
        let query = [
            (name: "text", value: filter.text ?? ""), (name: "status", value: filter.status ?? ""),
            (name: "module", value: filter.module ?? ""), (name: "site", value: filter.site ?? ""),
        ]
        csv = Links.path(Links.incidentsCSV, query: query)
        paging = Paging(
            page: filter.page.flatMap(Int.init) ?? 1, pageSize: pageSize, total: total, path: Links.incidents,
            query: query, context
        )
        layout = Layout(context, title: words.title, area: .incidents)
    }
}

/// An incident as a list shows it, in plain values.
struct IncidentSummary: Sendable {
    let id: String
    let title: String
    /// Codes, as ``IncidentForm`` lists them.
    let module: String
    let status: String
    let severity: Int
    let since: CivilDate
    /// How many sites it names; nil: all.
    let siteCount: Int?
}

/// An incident in the list.
struct IncidentRow: Sendable {
    let link: String
    let title: String
    let module: String
    let status: String
    let isOver: Bool
    let since: String
    let sites: String
    let hasSeverity: Bool
    let severity: String

    init(_ incident: IncidentSummary, showsSeverity: Bool, _ context: PageContext) {
        let labels = context.texts.labels
        let words = context.texts.incidents
        link = Links.incident(incident.id)
        title = incident.title
        module = labels.modules[incident.module] ?? incident.module
        status = labels.statuses[incident.status] ?? incident.status
        isOver = incident.status == "resolved"
        since = context.format.dayOfYear(incident.since)
        sites = incident.siteCount.map { words.sitesCount($0, context.format.count($0)) } ?? words.allSites
        hasSeverity = showsSeverity
        severity = "\(incident.severity)"
    }
}
