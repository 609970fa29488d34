import WorkUnits

/// An entry with its history, all versions side by side.
struct EntryPage: Page {
    static let template = "entries/entry"

    let layout: Layout
    let words: EntryTexts
    let when: String
    let length: String
    let reference: String
    let state: StateWord
    let isHeld: Bool
    let isTakenOut: Bool
    let note: String?
    let other: String?
    let facts: [EntryFact]
    let heads: [HistoryHead]
    let rows: [HistoryRow]
    let hasHistory: Bool
    let steps: [HistoryStep]
    let checked: String?
    let mayChange: Bool
    let correct: String
    let takeOut: String
    let back: String
    let audience: String

    /// - Parameters:
    ///   - versions: all, the first one first; never empty, else nil
    ///   - mayChange: whether the person may correct it and take it out
    ///   - isLong: over 16 hours
    ///   - checked: who else has seen all versions sealed, and when last; nil for nobody yet
    init?(
        _ context: PageContext, id: String, reference: String, versions: [EntryVersion], state: EntryState,
        isLong: Bool, checked: CheckedBy? = nil, mayChange: Bool, readers: [Reader]
    ) {
        guard let last = versions.last else { return nil }
        let words = context.texts.entry
        self.words = words
        when = last.content.when(context)
        length = last.content.length(context)
        self.reference = reference
        self.state = StateWord(state, isLong: isLong, words: context.texts.week)
        isHeld = state.isHeld
        isTakenOut = last.isTakenOut
        note = state.explanation(context) ?? (isLong ? words.longEntry : nil)
        if case .overlaps(let entry, _) = state { other = Links.entry(entry.id) } else { other = nil }
        facts = last.content.facts(context).dropFirst(3).filter { !$0.value.isEmpty }
        heads = versions.map { HistoryHead($0, isLast: $0.number == last.number, context) }
        rows = HistoryRow.rows(versions, context)
        hasHistory = versions.count > 1
        steps = versions.map { HistoryStep($0, of: id, isLast: $0.number == last.number, context) }
        self.checked = checked.map {
            words.unchanged(context.format.list($0.names), context.format.moment($0.last))
        }
        self.mayChange = mayChange && !last.isTakenOut
        correct = Links.correct(id)
        takeOut = Links.takeOut(id)
        back = Links.week(last.content.day)
        audience = context.texts.layout.audience(readers)
        layout = Layout(
            context, title: "\(words.title), \(when)", area: .week,
            states: isHeld ? [StateLine(.held, context.texts.saved.heldTitle, link: mayChange ? correct : nil)] : []
        )
    }
}
