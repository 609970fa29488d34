import WorkUnits

/// What the record form offers one person at one moment.
struct RecordOptions: Sendable {
    /// Today at the person's site.
    let today: CivilDate
    /// The clock at the person's site, for "Now".
    let now: WallTime
    /// End of the usual hours today; nil where they are unknown.
    let dayEnd: WallTime?
    /// Codes and words, those the person used last first.
    let workKinds: [Answer]
    /// All incidents, in the order in which they are offered.
    let incidents: [IncidentOption]
    /// Jobs live on the chosen day, by id; the form asks where there are several.
    let assignments: [Answer]
    /// Sites by id.
    let sites: [Answer]
    /// Who else will see the entry.
    let readers: [Reader]
}

/// An incident as the record form offers it.
struct IncidentOption: Sendable {
    let id: String
    let title: String
    /// The incident's sites, one of the person's first; nil when it is everywhere.
    let site: String?
    let since: CivilDate
    let isLastUsed: Bool
    /// Stays selectable after it is over.
    let isOver: Bool
    /// Whether it touches a site of the person's jobs, or every site.
    var isNear = true
}

/// A time that the clock of the site showed twice or not at all; the person is asked, never guessed for.
///
/// The routes make it from a `WorkUnits.ClockQuestion`, with the site's zone.
struct AskedTime: Sendable {
    /// What the clock did.
    enum Kind: Sendable {
        /// The clocks went back over it, so that it may be either of two moments.
        case twice(earlier: LocalTime, later: LocalTime)
        /// The clocks went forward over it. The nearest times are the last before and the first after.
        case never(LocalGap)
    }

    /// The end of the stretch it is about.
    let edge: SpanEdge
    let day: CivilDate
    let time: WallTime
    let kind: Kind
}
