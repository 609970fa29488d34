import WorkUnits

/// Turns days of the demo, counted from the launch, into dates: day 0 is the Monday of last week.
struct DemoCalendar: Sendable {
    let launch: CivilDate
    let zone: SiteZone

    init(now: Instant, zone: String) throws {
        self.zone = try SiteZone(zone)
        launch = self.zone.date(at: now).monday.adding(days: -7)
    }

    func date(_ day: Int) -> CivilDate { launch.adding(days: day) }

    /// A time on a day; where the clock leaves it open, the earlier reading.
    func instant(_ day: Int, _ time: String) throws -> Instant {
        switch zone.resolve(date(day), try WallTime(typed: time)) {
        case .one(let instant), .ambiguous(let instant, _): instant
        case .missing(let gap): gap.moment
        }
    }
}
