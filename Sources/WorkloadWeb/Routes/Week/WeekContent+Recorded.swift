import WorkUnits
import Workload

extension WeekContent {
    /// A recorded week as the page shows it.
    init(_ week: RecordedWeek, today: CivilDate, _ page: PageContext) {
        let byID = Dictionary(week.entries.map { ($0.draft.id, $0) }, uniquingKeysWith: { first, _ in first })
        let days = week.days.map { day in
            Day(
                date: day,
                assigned: week.hasBaseline && day <= today ? Minutes(week.assignedMinutes(on: day)) : nil,
                beyond: Minutes(week.minutesBeyond(on: day)),
                entries: week.entries(on: day).map { entry in
                    var other: RecordedEntry?
                    if case .heldByOverlap(let id) = entry.state { other = byID[id] }
                    return WeekEntry(
                        id: entry.draft.id.text, content: EntryContent(entry, page),
                        state: entry.pageState(other: other), isLong: entry.isVeryLong)
                })
        }
        let beyond = days.reduce(0) { $0 + $1.beyond.count }
        let assigned = days.reduce(0) { $0 + ($1.assigned?.count ?? 0) }
        self.init(
            days: days, today: today, hasBaseline: week.hasBaseline, worked: Minutes(assigned + beyond),
            beyond: Minutes(beyond), site: week.siteName, availableSince: week.availableOn)
    }
}
