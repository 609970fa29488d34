/// A person as HR sees them in the list, in plain values.
struct PersonSummary: Sendable {
    /// A job held today.
    struct Assignment: Sendable {
        let position: String
        let site: String
        let unit: String
    }

    let name: String
    let employeeNumber: String?
    let assignments: [Assignment]
    /// `active`, `disabled`, `none`
    let account: String
}

/// People on the roster, for HR. Opening it is recorded before it is read.
struct PeoplePage: Page {
    static let template = "people/people"

    let layout: Layout
    let words: PeopleTexts
    let found: String
    let text: Field
    let site: Question
    let unit: Question
    let isFiltered: Bool
    let action: String
    let rows: [PersonRow]
    let hasRows: Bool
    let paging: Paging?

    /// - Parameters:
    ///   - total: how many people fit, on all pages
    ///   - sites: ids and names, for the filter
    ///   - units: ids and names of the bargaining units that the person may see
    init(
        _ context: PageContext, filter: PeopleFilter, people: [PersonSummary], total: Int, pageSize: Int,
        sites: [Answer], units: [Answer]
    ) {
        let words = context.texts.people
        self.words = words
        found = words.found(total, context.format.count(total))
        text = Field("text", label: words.text, value: filter.text)
        site = Question(
            "site", label: words.site,
            choices: Choice.choices("site", [Answer("", words.all)] + sites, chosen: filter.site ?? "")
        )
        unit = Question(
            "unit", label: words.unit,
            choices: Choice.choices("unit", [Answer("", words.all)] + units, chosen: filter.unit ?? "")
        )
        isFiltered = [filter.text, filter.site, filter.unit].contains { $0?.isEmpty == false }
        action = Links.people
        rows = people.map { PersonRow($0, context) }
        hasRows = !rows.isEmpty
        paging = Paging(
            page: filter.page.flatMap(Int.init) ?? 1, pageSize: pageSize, total: total, path: Links.people,
            query: [
                (name: "text", value: filter.text ?? ""), (name: "site", value: filter.site ?? ""),
                (name: "unit", value: filter.unit ?? ""),
            ],
            context
        )
        layout = Layout(context, title: words.title, area: .people)
    }
}

/// A person in the list.
struct PersonRow: Sendable {
    struct Job: Sendable {
        let title: String
        let unit: String
    }

    let name: String
    let number: String
    let jobs: [Job]
    let hasJobs: Bool
    let account: String

    init(_ person: PersonSummary, _ context: PageContext) {
        let words = context.texts.people
        name = person.name
        number = person.employeeNumber ?? words.noNumber
        jobs = person.assignments.map { Job(title: words.assignment($0.position, $0.site), unit: $0.unit) }
        hasJobs = !jobs.isEmpty
        account = context.texts.labels.accounts[person.account] ?? person.account
    }
}
