import WorkUnits

/// A person's own week: total, bars, entries, and what is to check.
struct WeekPage: Page {
    static let template = "week/week"

    let layout: Layout
    let words: WeekTexts
    let days: String
    let before: WeekLink
    let after: WeekLink?
    let isEmpty: Bool
    let say: [Phrase]
    let hasBaseline: Bool
    let bars: [WeekBar]
    let sections: [WeekDay]
    let checks: [WeekCheck]
    let hasChecks: Bool
    let record: String
    let csv: String
    let available: String

    init(_ context: PageContext, _ week: WeekContent) {
        let words = context.texts.week
        let format = context.format
        let first = week.days.first?.date ?? week.today
        let entries = week.days.flatMap(\.entries)
        self.words = words
        days = format.days(first, first.adding(days: 6))
        before = WeekLink(from: first.adding(days: -7), label: words.weekBefore, format: format)
        let next = first.adding(days: 7)
        after = next > week.today ? nil : WeekLink(from: next, label: words.weekAfter, format: format)
        isEmpty = entries.isEmpty
        say = Phrase.parts(
            week.hasBaseline
                ? words.total(format.length(week.worked), format.length(week.beyond))
                : words.totalUnknown(format.length(week.beyond))
        )
        hasBaseline = week.hasBaseline
        bars = WeekBar.bars(week, context)
        sections = week.days.reversed()
            .filter { !$0.entries.isEmpty || $0.date == week.today }
            .map { WeekDay($0, isToday: $0.date == week.today, context) }
        checks = entries.flatMap { WeekCheck.checks($0, context) }
        hasChecks = !checks.isEmpty
        record = Links.record
        csv = Links.weekCSV(first)
        available = words.availableSince(week.site, format.dayOfMonth(week.availableSince))
        layout = Layout(context, title: words.title, area: .week, states: Self.states(entries, words))
    }

    /// The held ones first of all; one leads to its correction, several to the list below.
    private static func states(_ entries: [WeekEntry], _ words: WeekTexts) -> [StateLine] {
        let held = entries.filter(\.state.isHeld)
        guard let first = held.first else { return [] }
        let link = held.count == 1 ? Links.correct(first.id) : "#check"
        return [StateLine(.held, words.heldCount(held.count), link: link)]
    }
}

/// A link to another week.
struct WeekLink: Sendable {
    let link: String
    let label: String

    init(from first: CivilDate, label: (String) -> String, format: PageFormat) {
        link = Links.week(first)
        self.label = label(format.days(first, first.adding(days: 6)))
    }
}
