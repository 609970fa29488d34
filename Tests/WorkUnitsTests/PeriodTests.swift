import Testing
import WorkUnits

struct PeriodTests {
    @Test func `a workweek starts on its weekday at its hour, noon included`() throws {
        let zone = try SiteZone("America/Los_Angeles")
        let workweek = Workweek(startingOn: .friday, at: try #require(WallTime(hour: 12, minute: 0)))
        let before = try #require(Instant("2026-08-14T11:59:59-07:00"))
        let after = try #require(Instant("2026-08-14T12:00:00-07:00"))
        #expect(workweek.startDate(holding: before, in: zone).description == "2026-08-07")
        #expect(workweek.startDate(holding: after, in: zone).description == "2026-08-14")
    }

    @Test func `workweeks with a clock change have 167 and 169 hours, and no moment is in none or in two`() throws {
        let zone = try SiteZone("America/Los_Angeles")
        for (day, hours) in [("2026-03-08", 167), ("2026-11-01", 169), ("2026-05-03", 168)] {
            let workweek = Workweek(startingOn: .sunday)
            let date = try #require(CivilDate(day))
            let (start, end) = (workweek.start(on: date, in: zone), workweek.start(on: date.adding(days: 7), in: zone))
            #expect(end.secondsSince1970 - start.secondsSince1970 == Int64(hours) * 3600)
        }
        // A turn inside the hour that comes twice, and inside the one that is skipped.
        for (minute, day) in [(90, "2026-11-01"), (150, "2026-03-08")] {
            let workweek = Workweek(startingOn: .sunday, at: try #require(WallTime(minutesSinceMidnight: minute)))
            let date = try #require(CivilDate(day))
            let start = workweek.start(on: date, in: zone).secondsSince1970
            for second in stride(from: start - 10_800, through: start + 10_800, by: 600) {
                let holding = workweek.startDate(holding: Instant(secondsSince1970: second), in: zone)
                #expect(holding == (second < start ? date.adding(days: -7) : date))
            }
        }
    }

    @Test func `days of a workweek are counted by their noon`() throws {
        let workweek = Workweek(startingOn: .friday, at: try #require(WallTime(hour: 12, minute: 0)))
        let friday = try #require(CivilDate("2026-08-14"))
        #expect((0..<8).map { workweek.dayNumber(of: friday.adding(days: $0)) } == [1, 2, 3, 4, 5, 6, 7, 1])
        #expect(workweek.startDate(ofNoon: friday) == friday)
        #expect(workweek.startDate(ofNoon: friday.adding(days: -1)) == friday.adding(days: -7))
    }

    @Test func `work periods have 7 to 28 days`() throws {
        let anchor = try #require(CivilDate("2026-05-03"))
        #expect(Workweek(days: 6, from: anchor) == nil && Workweek(days: 29, from: anchor) == nil)
        let period = try #require(Workweek(days: 28, from: anchor))
        #expect(period.startDate(ofNoon: anchor.adding(days: -1)) == anchor.adding(days: -28))
        #expect(period.dayNumber(of: anchor.adding(days: 27)) == 28)
    }

    @Test func `pay periods hold their days`() throws {
        let day = try #require(CivilDate("2028-02-20"))
        func period(_ period: PayPeriod) -> String {
            "\(period.days(holding: day).lowerBound) \(period.days(holding: day).upperBound)"
        }
        #expect(period(.semimonthly) == "2028-02-16 2028-02-29")
        #expect(period(.monthly) == "2028-02-01 2028-02-29")
        #expect(period(.every(days: 14, from: try #require(CivilDate("2028-02-21")))) == "2028-02-07 2028-02-20")
    }

    @Test func `exactly half way goes as it is said, up, down, or with its whole minute`() throws {
        func rounded(_ half: TimeRounding.HalfWay, _ seconds: Int64) throws -> Int64 {
            let rounding = try #require(TimeRounding(.nearest(half), minutes: 15))
            return rounding.rounded(seconds) / 60
        }
        // 6:59, 7:00, 7:29, 7:30, 7:31, 8:00 past a quarter of an hour
        let seconds: [Int64] = [419, 420, 449, 450, 451, 480]
        #expect(try seconds.map { try rounded(.up, $0) } == [0, 0, 0, 15, 15, 15])
        #expect(try seconds.map { try rounded(.down, $0) } == [0, 0, 0, 0, 15, 15])
        #expect(try seconds.map { try rounded(.minuteUp, $0) } == [0, 15, 15, 15, 15, 15])
        #expect(try seconds.map { try rounded(.minuteDown, $0) } == [0, 0, 0, 0, 0, 15])
        #expect(TimeRounding(.up, minutes: 0) == nil)
    }

    @Test func `months later is the same day, or the last one`() throws {
        let day = try #require(CivilDate("2026-01-31"))
        #expect(day.adding(months: 1).description == "2026-02-28")
        #expect(day.adding(months: 12).description == "2027-01-31")
        #expect(day.adding(months: -2).description == "2025-11-30")
    }

    @Test func `a zone's table answers as the zone does, inside its range and outside`() throws {
        for name in ["America/Los_Angeles", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"] {
            let zone = try SiteZone(name)
            let first = try #require(CivilDate("2025-01-01"))
            let table = ZoneTable(zone, from: first, through: first.adding(days: 730))
            for hour in stride(from: -24 * 60, through: 24 * 900, by: 1) {
                let moment = Instant(secondsSince1970: Int64(first.daysSince1970) * 86_400 + Int64(hour) * 3600 + 1)
                #expect(table.offsetSeconds(at: moment) == zone.offsetSeconds(at: moment))
            }
        }
    }
}
