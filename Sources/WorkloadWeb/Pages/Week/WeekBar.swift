import WorkUnits

/// A day as a bar: assigned hours, then those beyond, with the same in words.
struct WeekBar: Sendable {
    let day: String
    let isToday: Bool
    let hasBar: Bool
    /// Widths and place in units of a bar 300 wide.
    let assignedWidth: String
    let beyondStart: String
    let beyondWidth: String
    let hasAssigned: Bool
    let assigned: String
    let hasBeyond: Bool
    let beyond: String
    let isPlus: Bool
    let nothing: String

    /// The bars of a week, all on one scale.
    static func bars(_ week: WeekContent, _ context: PageContext) -> [WeekBar] {
        let longest = week.days.map { ($0.assigned?.count ?? 0) + $0.beyond.count }.max() ?? 0
        let scale = max(longest, shortestScale)
        return week.days.map { WeekBar($0, today: week.today, scale: scale, context) }
    }

    private init(_ day: WeekContent.Day, today: CivilDate, scale: Int, _ context: PageContext) {
        let format = context.format
        let assignedMinutes = day.assigned?.count ?? 0
        let assignedUnits = assignedMinutes * Self.width / scale
        self.day = format.shortDay(day.date)
        isToday = day.date == today
        hasAssigned = assignedMinutes > 0
        hasBeyond = day.beyond.count > 0
        hasBar = hasAssigned || hasBeyond
        isPlus = hasAssigned && hasBeyond
        assignedWidth = "\(assignedUnits)"
        beyondStart = "\(hasAssigned ? assignedUnits + 1 : 0)"
        beyondWidth = "\(day.beyond.count * Self.width / scale)"
        assigned = format.lengthInTable(day.assigned ?? Minutes(0))
        beyond = format.lengthInTable(day.beyond)
        nothing = day.date >= today ? context.texts.week.nothingYet : context.texts.week.nothing
    }

    private static let width = 300
    /// Eleven hours fill a bar, so that an ordinary week looks like one.
    private static let shortestScale = 660
}
