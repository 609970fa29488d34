import Testing
import WorkUnits

struct ZoneRulesTests {
    // MARK: The oracle

    @Test(arguments: try Vectors.zones())
    func `clocks change when the oracle says, and at no other time from 2026 to 2028`(vector: ZoneVector) throws {
        let zone = try SiteZone(vector.zone)
        var changes: [Instant] = []
        let (first, last) = (try moment("2026-01-01T12:00:00Z"), try moment("2028-12-31T12:00:00Z"))
        for second in stride(from: first.secondsSince1970, to: last.secondsSince1970, by: 1800) {
            let (before, after) = (Instant(secondsSince1970: second - 1800), Instant(secondsSince1970: second))
            if zone.offsetSeconds(at: before) != zone.offsetSeconds(at: after) { changes.append(after) }
        }
        #expect(changes == vector.transitions.map(\.utc))
        for change in vector.transitions {
            let justBefore = Instant(secondsSince1970: change.utc.secondsSince1970 - 1)
            #expect(zone.offsetSeconds(at: justBefore) == change.offsetBeforeS)
            #expect(zone.offsetSeconds(at: change.utc) == change.offsetAfterS)
        }
    }

    @Test(arguments: try Vectors.zones())
    func `a local time of the oracle comes twice, or never`(vector: ZoneVector) throws {
        let zone = try SiteZone(vector.zone)
        for change in vector.transitions {
            if let skipped = change.nonexistentLocal?.local {
                guard case .missing(let gap) = zone.resolve(skipped.date, skipped.time) else {
                    Issue.record("\(skipped) should not exist")
                    continue
                }
                #expect(gap.moment == change.utc)
                #expect([gap.lastBefore, gap.from, gap.to].map(\.time.description) == ["01:59", "02:00", "03:00"])
                #expect([gap.lastBefore, gap.from, gap.to].allSatisfy { $0.date == skipped.date })
            } else {
                let repeated = try #require(change.ambiguousLocal?.local)
                let instants = try #require(change.instants)
                let both = LocalResolution.ambiguous(earlier: instants[0], later: instants[1])
                #expect(zone.resolve(repeated.date, repeated.time) == both)
            }
        }
    }

    @Test(arguments: try Vectors.zones())
    func `a day of the oracle has 23 or 25 hours`(vector: ZoneVector) throws {
        let zone = try SiteZone(vector.zone)
        for date in vector.transitions.map(\.civilDayMinutes) {
            let minutes = zone.startOfDay(date.day).minutes(until: zone.startOfDay(date.day.adding(days: 1)))
            #expect(minutes == Minutes(date.minutes))
        }
    }

    // MARK: Edges

    @Test func `the minutes beside a gap and an overlap mean one moment`() throws {
        let zone = try SiteZone("America/Los_Angeles")
        #expect(zone.resolve(try day("2026-03-08"), try time("01:59")) == .one(try moment("2026-03-08T09:59:00Z")))
        #expect(zone.resolve(try day("2026-03-08"), try time("03:00")) == .one(try moment("2026-03-08T10:00:00Z")))
        #expect(zone.resolve(try day("2026-11-01"), try time("00:59")) == .one(try moment("2026-11-01T07:59:00Z")))
        #expect(zone.resolve(try day("2026-11-01"), try time("02:00")) == .one(try moment("2026-11-01T10:00:00Z")))
    }

    @Test func `where clocks skip midnight the day starts at the change`() throws {
        // given clocks set forward from 00:00 to 01:00 on 6 September
        let change = try moment("2026-09-06T04:00:00Z")
        let zone = ScriptedZone(change: change, from: -240, to: -180)
        // when its midnight is asked for
        let midnight = zone.resolve(try day("2026-09-06"), .midnight)
        // then it does not exist, and the day starts where the clocks went on
        let gap = LocalGap(
            moment: change,
            from: try local("2026-09-06", "00:00"),
            to: try local("2026-09-06", "01:00"),
            lastBefore: try local("2026-09-05", "23:59")
        )
        #expect(midnight == .missing(gap))
        #expect(zone.startOfDay(try day("2026-09-06")) == change)
    }

    @Test func `where midnight comes twice the day starts at the first`() throws {
        let zone = ScriptedZone(change: try moment("2026-11-01T05:00:00Z"), from: -240, to: -300)
        #expect(zone.startOfDay(try day("2026-11-01")) == (try moment("2026-11-01T04:00:00Z")))
        let next = zone.startOfDay(try day("2026-11-02"))
        #expect(zone.startOfDay(try day("2026-11-01")).minutes(until: next) == Minutes(1500))
    }

    @Test func `a change of half an hour and one of a whole day are found`() throws {
        let half = ScriptedZone(change: try moment("2026-10-03T15:30:00Z"), from: 630, to: 660)
        let dateLine = ScriptedZone(change: try moment("2011-12-30T10:00:00Z"), from: -600, to: 840)
        guard
            case .missing(let short) = half.resolve(try day("2026-10-04"), try time("02:15")),
            case .missing(let long) = dateLine.resolve(try day("2011-12-30"), try time("12:00"))
        else { throw NoGap() }
        #expect(short.from.description == "2026-10-04 02:00" && short.to.description == "2026-10-04 02:30")
        #expect(long.from.description == "2011-12-30 00:00" && long.to.description == "2011-12-31 00:00")
    }

    // MARK: Names

    @Test(arguments: ["America/Los_Angeles", "America/Indiana/Indianapolis", "Pacific/Honolulu", "US/Pacific", "UTC"])
    func `a site has the zone of its place`(name: String) throws {
        #expect(try SiteZone(name).identifier == name)
    }

    @Test func `UTC by name is UTC`() throws {
        #expect(try SiteZone("UTC") == .utc)
        #expect(SiteZone.utc.localTime(at: try moment("2026-11-01T08:30:00Z")) == (try local("2026-11-01", "08:30")))
    }

    @Test(arguments: [
        "", "Mars/Base", "america/los_angeles", "America/Los_Angeles ", "PST", "EST", "GMT+3", "../etc/passwd",
    ])
    func `a name that is no place is refused`(name: String) {
        #expect(throws: UnknownZone.self) { try SiteZone(name) }
    }

    private struct NoGap: Error {}
}
