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
        days = format.week(from: first, today: week.today)
        before = WeekLink(from: first.adding(days: -7), today: week.today, label: words.weekBefore, format: format)
        let next = first.adding(days: 7)
        after =
            next > week.today
            ? nil : WeekLink(from: next, today: week.today, label: words.weekAfter, format: format)
        isEmpty = entries.isEmpty
        say = Phrase.parts(Self.sentence(week, isOver: next <= week.today, context))
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

    /// The total; "so far" only while the week goes on.
    private static func sentence(_ week: WeekContent, isOver: Bool, _ context: PageContext) -> String {
        let words = context.texts.week
        let beyond = context.format.length(week.beyond)
        guard week.hasBaseline else { return words.totalUnknown(beyond) }
        return (isOver ? words.total : words.totalSoFar)(context.format.length(week.worked), beyond)
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

    init(from first: CivilDate, today: CivilDate, label: (String) -> String, format: PageFormat) {
        link = Links.week(first)
        self.label = label(format.week(from: first, today: today))
    }
}
