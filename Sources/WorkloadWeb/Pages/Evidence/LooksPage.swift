import WorkUnits

/// That somebody was shown the person's name or entries, in plain values.
struct LookSummary: Sendable {
    let at: LocalTime
    /// Nil for the operator, who has no account.
    let name: String?
    /// A code of ``LabelTexts/roles``.
    let role: String
    /// A code of ``LabelTexts/lookPages``.
    let page: String
}

/// Who has looked at the person's name or entries.
struct LooksPage: Page {
    static let template = "evidence/looks"

    let layout: Layout
    let words: LookTexts
    let rows: [LookRow]
    let hasRows: Bool
    let limit: String?
    let evidence: String

    /// - Parameters:
    ///   - looks: newest first
    ///   - limit: how many are listed at most
    init(_ context: PageContext, _ looks: [LookSummary], limit: Int, today: CivilDate) {
        let words = context.texts.looks
        self.words = words
        rows = looks.map { LookRow($0, today: today, context) }
        hasRows = !rows.isEmpty
        self.limit = looks.count >= limit ? words.newestOnly(context.format.count(limit)) : nil
        evidence = Links.evidence
        layout = Layout(context, title: words.title, area: .more)
    }
}

/// A look in the list.
struct LookRow: Sendable {
    let when: String
    let who: String
    let role: String
    let place: String

    init(_ look: LookSummary, today: CivilDate, _ context: PageContext) {
        let labels = context.texts.labels
        when = context.format.moment(look.at, today: today)
        who = look.name ?? context.texts.looks.noAccount
        role = labels.roles[look.role] ?? look.role
        place = labels.lookPages[look.page] ?? look.page
    }
}
