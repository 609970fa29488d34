/// The offset from UTC that clocks of one place keep, at every moment.
///
/// All else about local time follows from it. The rules of a real place are a ``SiteZone``.
public protocol ZoneRules: Sendable {
    /// The IANA name, "America/Los_Angeles".
    var identifier: String { get }

    /// Seconds that local clocks are ahead of UTC at that moment; negative in the Americas.
    func offsetSeconds(at instant: Instant) -> Int
}

extension ZoneRules {
    /// What clocks show at that moment, seconds dropped.
    public func localTime(at instant: Instant) -> LocalTime {
        localTime(at: instant, offsetSeconds: offsetSeconds(at: instant))
    }

    /// The calendar day at that moment.
    public func date(at instant: Instant) -> CivilDate { localTime(at: instant).date }

    /// What a time on a day means here: one moment, two, or none. It is never guessed.
    ///
    /// A zone has one offset a day before and one a day after; the time is read with each, and a reading counts
    /// when the zone really kept that offset at that moment.
    public func resolve(_ date: CivilDate, _ time: WallTime) -> LocalResolution {
        let asIfUTC = Instant(secondsSince1970: Int64(date.daysSince1970 * 86_400 + time.minutesSinceMidnight * 60))
        let offsetBefore = offsetSeconds(at: asIfUTC.adding(seconds: -86_400))
        let offsetAfter = offsetSeconds(at: asIfUTC.adding(seconds: 86_400))
        let early = asIfUTC.adding(seconds: -Int64(offsetBefore))
        let late = asIfUTC.adding(seconds: -Int64(offsetAfter))
        switch (offsetSeconds(at: early) == offsetBefore, offsetSeconds(at: late) == offsetAfter) {
        case (true, true): return early == late ? .one(early) : .ambiguous(earlier: early, later: late)
        case (true, false): return .one(early)
        case (false, true): return .one(late)
        case (false, false): return .missing(gap(after: asIfUTC.adding(seconds: -86_400), notAfter: early))
        }
    }

    /// The first moment of the day: midnight, or where clocks skip midnight the moment they were set forward.
    /// Where midnight comes twice it is the earlier one.
    public func startOfDay(_ date: CivilDate) -> Instant {
        switch resolve(date, .midnight) {
        case .one(let midnight), .ambiguous(earlier: let midnight, later: _): midnight
        case .missing(let gap): gap.moment
        }
    }

    private func localTime(at instant: Instant, offsetSeconds: Int) -> LocalTime {
        let (days, second) = instant.adding(seconds: Int64(offsetSeconds)).secondsSince1970.floored(by: 86_400)
        return LocalTime(
            date: CivilDate(daysSince1970: Int(days)),
            time: WallTime(validMinutes: Int(second / 60))
        )
    }

    /// The gap at the first change of offset between two moments with different offsets, found by halving.
    private func gap(after start: Instant, notAfter end: Instant) -> LocalGap {
        let offset = offsetSeconds(at: start)
        var (before, moment) = (start, end)
        while before.adding(seconds: 1) < moment {
            let middle = before.adding(seconds: (moment.secondsSince1970 - before.secondsSince1970) / 2)
            if offsetSeconds(at: middle) == offset { before = middle } else { moment = middle }
        }
        return LocalGap(
            moment: moment,
            from: localTime(at: moment, offsetSeconds: offset),
            to: localTime(at: moment),
            lastBefore: localTime(at: before)
        )
    }
}
