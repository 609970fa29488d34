import WorkUnits

@testable import WorkloadWeb

extension Sample {
    static func weeks(_ language: Language) -> [Sample] {
        let context = Made.context(language)
        let full = week(language, hasBaseline: true)
        let ongoing = WeekContent(
            days: full.days, today: Made.date("2026-08-27"), hasBaseline: true, worked: full.worked,
            beyond: full.beyond, site: full.site, availableSince: full.availableSince
        )
        return [
            Sample("week", WeekPage(context, full)),
            Sample("week-24-hours", WeekPage(Made.context(language, clock: .twentyFourHour), full)),
            Sample("week-past", WeekPage(context, ongoing)),
            Sample("week-no-baseline", WeekPage(context, week(language, hasBaseline: false))),
            Sample("week-empty", WeekPage(context, empty(hasBaseline: true))),
            Sample("week-empty-no-baseline", WeekPage(context, empty(hasBaseline: false))),
            Sample("week-one-held", WeekPage(context, oneHeld(language))),
        ]
    }

    private static let monday = Made.date("2026-08-17")

    private static func empty(hasBaseline: Bool) -> WeekContent {
        WeekContent(
            days: (0..<7).map { day in
                WeekContent.Day(
                    date: monday.adding(days: day), assigned: hasBaseline && day < 4 ? Minutes(420) : nil,
                    beyond: Minutes(0), entries: []
                )
            },
            today: Made.today, hasBaseline: hasBaseline, worked: Minutes(hasBaseline ? 1_680 : 0), beyond: Minutes(0),
            site: "Cedar Ridge High", availableSince: monday
        )
    }

    private static func oneHeld(_ language: Language) -> WeekContent {
        let day = WeekContent.Day(
            date: Made.today, assigned: nil, beyond: Minutes(0),
            entries: [WeekEntry(id: "e1", content: Made.content(language), state: overlap, isLong: false)]
        )
        let days = (0..<7).map { index in
            index == 3
                ? day
                : WeekContent.Day(date: monday.adding(days: index), assigned: nil, beyond: Minutes(0), entries: [])
        }
        return WeekContent(
            days: days, today: Made.today, hasBaseline: false, worked: Minutes(0), beyond: Minutes(0),
            site: "Cedar Ridge High", availableSince: monday
        )
    }

    private static func week(_ language: Language, hasBaseline: Bool) -> WeekContent {
        let assigned = hasBaseline ? Minutes(420) : nil
        func entry(
            _ id: String, _ day: Int, _ from: WallTime, _ to: WallTime, _ minutes: Int, _ work: (String, String),
            state: EntryState = .counting, isLong: Bool = false, cause: EntryContent.Cause? = nil
        ) -> WeekEntry {
            var content = Made.content(language)
            content.day = monday.adding(days: day)
            content.stretch = .times(from: from, to: to, endsNextDay: to <= from)
            content.worked = Minutes(minutes)
            content.workKind = Made.text(language, work.0, work.1)
            content.cause = cause ?? .incidents([(Made.schedules(language), Minutes(minutes))])
            return WeekEntry(id: id, content: content, state: state, isLong: isLong)
        }
        let schedules = ("Build schedules by hand", "Armar horarios a mano")
        let families = ("Answer families", "Atender a familias")
        let hold = ("On hold with help desk", "En espera con soporte técnico")
        let days: [(Int, [WeekEntry])] = [
            (155, [entry("e1", 0, Made.time(15, 30), Made.time(18, 5), 155, schedules, cause: .notSure)]),
            (
                185,
                [
                    entry("e2", 1, Made.time(15, 45), Made.time(17, 50), 125, families),
                    entry("e3", 1, Made.time(20, 30), Made.time(21, 30), 60, schedules, cause: .notSystem),
                ]
            ),
            (
                110,
                [
                    entry("e4", 2, Made.time(15, 40), Made.time(17, 30), 110, families),
                    entry("e5", 2, Made.time(17, 0), Made.time(18, 15), 75, hold, state: overlap),
                    entry("e6", 2, Made.time(18, 0), Made.time(18, 15), 15, hold, state: overlap),
                    entry(
                        "e7", 2, Made.time(19, 0), Made.time(19, 10), 10, hold, state: .takenOut(reason: "wrong_day")
                    ),
                ]
            ),
            (
                1_020,
                [
                    entry("e8", 3, Made.time(7, 0), Made.time(0, 30), 1_020, schedules, isLong: true),
                    entry(
                        "e9", 3, Made.time(19, 0), Made.time(19, 45), 45, families,
                        state: .ahead(until: Made.moment("2026-08-20", 19, 45))
                    ),
                ]
            ),
            (0, []), (0, []), (0, []),
        ]
        return WeekContent(
            days: days.enumerated().map { index, day in
                WeekContent.Day(
                    date: monday.adding(days: index), assigned: index < 4 ? assigned : nil, beyond: Minutes(day.0),
                    entries: day.1
                )
            },
            today: Made.today, hasBaseline: hasBaseline, worked: Minutes(1_680 + 1_470), beyond: Minutes(1_470),
            site: "Cedar Ridge High", availableSince: Made.date("2026-08-11")
        )
    }
}
