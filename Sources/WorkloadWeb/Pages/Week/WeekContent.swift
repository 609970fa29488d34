import WorkUnits

/// A person's week, in plain values.
struct WeekContent: Sendable {
    /// One of the seven days.
    struct Day: Sendable {
        let date: CivilDate
        /// Usual hours of that weekday; nil where the baseline is unknown, and for days to come. Leave is not known here.
        let assigned: Minutes?
        /// Counting minutes beyond the assigned hours; all counting minutes where those are unknown.
        let beyond: Minutes
        /// By start; held and taken out ones included.
        let entries: [WeekEntry]
    }

    /// The seven days, from the first day of the workweek on.
    let days: [Day]
    let today: CivilDate
    /// Whether usual hours stand under the entries of this week.
    let hasBaseline: Bool
    /// Assigned so far and beyond, together.
    let worked: Minutes
    let beyond: Minutes
    /// The person's site, and since when Afterbell is available there.
    let site: String
    let availableSince: CivilDate
}

/// An entry as a row of the week.
struct WeekEntry: Sendable {
    let id: String
    let content: EntryContent
    let state: EntryState
    /// Over 16 hours.
    let isLong: Bool
}
