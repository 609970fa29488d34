/// The entries of one day.
struct WeekDay: Sendable {
    let title: String
    let add: String
    let addTo: String
    let entries: [WeekRow]

    init(_ day: WeekContent.Day, isToday: Bool, _ context: PageContext) {
        let words = context.texts.week
        let name = context.format.day(day.date)
        title = isToday ? "\(context.format.texts.today), \(name)" : name
        add = Links.record(on: day.date)
        addTo = words.addTo(context.format.dayOfMonth(day.date))
        entries = day.entries.map { WeekRow($0, context) }
    }
}

/// An entry of the week: when, how long, what, because of, and its state in one word.
struct WeekRow: Sendable {
    let link: String
    let times: String
    let length: String
    let work: String
    let cause: String
    let style: String
    let state: StateWord
    let isHeld: Bool
    let note: String?
    let fix: String
    /// What the link is called for people who listen, "Fix this: 4:45–6:00 PM".
    let fixWhat: String

    init(_ entry: WeekEntry, _ context: PageContext) {
        link = Links.entry(entry.id)
        times = entry.content.times(context)
        length = entry.content.length(context)
        work = entry.content.workKind
        cause = entry.content.causeLine(context)
        state = StateWord(entry.state, isLong: entry.isLong, words: context.texts.week)
        style = state.style
        isHeld = entry.state.isHeld
        note = entry.state.explanation(context)
        fix = Links.correct(entry.id)
        fixWhat = "\(context.texts.week.fixThis): \(times)"
    }
}

/// Something the person may want to settle; nobody else sees it.
struct WeekCheck: Sendable {
    let day: String
    let text: String
    let link: String
    let action: String
    /// What the link is called for people who listen, "Fix this, Wed".
    let actionOn: String

    private init(day: String, text: String, link: String, action: String) {
        self.day = day
        self.text = text
        self.link = link
        self.action = action
        actionOn = "\(action), \(day)"
    }

    static func checks(_ entry: WeekEntry, _ context: PageContext) -> [WeekCheck] {
        let words = context.texts.week
        let day = context.format.weekday(entry.content.day)
        if case .takenOut = entry.state { return [] }
        var checks: [WeekCheck] = []
        if entry.state.isHeld {
            checks.append(
                WeekCheck(day: day, text: words.checkOverlap, link: Links.correct(entry.id), action: words.fixThis)
            )
        }
        if entry.isLong {
            checks.append(
                WeekCheck(day: day, text: words.checkLong, link: Links.entry(entry.id), action: words.lookAtIt))
        }
        if case .notSure = entry.content.cause {
            checks.append(
                WeekCheck(day: day, text: words.checkNotSure, link: Links.correct(entry.id), action: words.lookAtIt)
            )
        }
        return checks
    }
}
