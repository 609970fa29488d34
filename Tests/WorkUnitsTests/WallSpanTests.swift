import Testing
import WorkUnits

struct WallSpanTests {
    private let zone: SiteZone

    init() throws {
        zone = try SiteZone("America/Los_Angeles")
    }

    private func read(
        _ date: String,
        _ from: String,
        _ to: String,
        start: String? = nil,
        end: String? = nil
    ) throws -> SpanReading {
        try WallSpan(
            workDate: try day(date),
            from: try time(from),
            to: try time(to),
            chosenStart: try start.map(moment),
            chosenEnd: try end.map(moment)
        ).read(in: zone)
    }

    // MARK: Days without a change

    @Test func `16:10 to 19:35 is 3 hours and 25 minutes`() throws {
        let span = try read("2026-08-20", "16:10", "19:35").settled()
        #expect(span.minutes == Minutes(205))
        #expect(span.start == (try moment("2026-08-20T23:10:00Z")))
        #expect(span.end == (try moment("2026-08-21T02:35:00Z")))
    }

    @Test func `an end before the start on the clock is on the next day, and the work date stays`() throws {
        let span = try read("2026-08-20", "22:30", "01:15").settled()
        #expect(span.minutes == Minutes(165))
        #expect(span.workDate == (try day("2026-08-20")))
    }

    @Test func `an end at midnight closes the day`() throws {
        #expect(try read("2026-08-20", "18:00", "00:00").settled().minutes == Minutes(360))
    }

    @Test func `from and to alike are refused, not taken for 24 hours`() {
        #expect(throws: SpanRefusal.endsWhenItStarts) { try read("2026-08-20", "16:10", "16:10") }
    }

    @Test func `a choice where nothing was asked has no effect`() throws {
        let span = try read("2026-08-20", "16:10", "19:35", start: "2026-11-01T08:30:00Z", end: "2026-11-01T09:30:00Z")
        #expect(span == (try read("2026-08-20", "16:10", "19:35")))
    }

    // MARK: The oracle

    @Test(arguments: try Vectors.zones())
    func `the night shift of the oracle counts what really passed`(vector: ZoneVector) throws {
        for shift in vector.transitions.map(\.shift22To06) {
            let written = WallSpan(
                workDate: shift.startLocal.local.date,
                from: shift.startLocal.local.time,
                to: shift.endLocal.local.time
            )
            let span = try written.read(in: try SiteZone(vector.zone)).settled()
            #expect(span.minutes == Minutes(shift.elapsedMinutes))
            #expect(span.workDate == shift.startLocal.local.date)
        }
    }

    // MARK: Clocks set back

    @Test func `a start that came twice is asked, and each answer counts its own time`() throws {
        let (first, second) = ("2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z")
        let question = ClockQuestion.ambiguous(.start, earlier: try moment(first), later: try moment(second))
        #expect(try read("2026-11-01", "01:30", "03:00") == .question(question))
        #expect(try read("2026-11-01", "01:30", "03:00", start: first).settled().minutes == Minutes(150))
        #expect(try read("2026-11-01", "01:30", "03:00", start: second).settled().minutes == Minutes(90))
    }

    @Test func `an end that came twice is asked, on the next day too`() throws {
        let (first, second) = ("2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z")
        let question = ClockQuestion.ambiguous(.end, earlier: try moment(first), later: try moment(second))
        #expect(try read("2026-10-31", "22:00", "01:30") == .question(question))
        #expect(try read("2026-10-31", "22:00", "01:30", end: first).settled().minutes == Minutes(210))
        #expect(try read("2026-10-31", "22:00", "01:30", end: second).settled().minutes == Minutes(270))
    }

    @Test func `an answer that is neither of the two is asked again`() throws {
        let reading = try read("2026-11-01", "01:30", "03:00", start: "2026-11-01T10:30:00Z")
        #expect(reading == (try read("2026-11-01", "01:30", "03:00")))
    }

    @Test func `the start settles the end where only one reading comes after it`() throws {
        let span = try read("2026-11-01", "01:15", "01:45", start: "2026-11-01T09:15:00Z").settled()
        #expect(span.minutes == Minutes(30))
        #expect(span.end == (try moment("2026-11-01T09:45:00Z")))
    }

    @Test func `from the first 01:45 to 01:15 may be half an hour or until the next day, and is asked`() throws {
        let (again, nextDay) = ("2026-11-01T09:15:00Z", "2026-11-02T09:15:00Z")
        let question = ClockQuestion.ambiguous(.end, earlier: try moment(again), later: try moment(nextDay))
        let start = "2026-11-01T08:45:00Z"
        #expect(try read("2026-11-01", "01:45", "01:15", start: start) == .question(question))
        #expect(try read("2026-11-01", "01:45", "01:15", start: start, end: again).settled().minutes == Minutes(30))
    }

    @Test func `from the second 01:45 to 01:15 is until the next day`() throws {
        let span = try read("2026-11-01", "01:45", "01:15", start: "2026-11-01T09:45:00Z").settled()
        #expect(span.minutes == Minutes(1410))
    }

    @Test func `from the first 01:30 to the second is an hour, from the second to itself nothing`() throws {
        let (first, second) = ("2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z")
        #expect(try read("2026-11-01", "01:30", "01:30", start: first).settled().minutes == Minutes(60))
        #expect(throws: SpanRefusal.endsWhenItStarts) { try read("2026-11-01", "01:30", "01:30", start: second) }
    }

    // MARK: Clocks set forward

    @Test func `a time that never came is asked, with the times before and after`() throws {
        let gap = LocalGap(
            moment: try moment("2026-03-08T10:00:00Z"),
            from: try local("2026-03-08", "02:00"),
            to: try local("2026-03-08", "03:00"),
            lastBefore: try local("2026-03-08", "01:59")
        )
        #expect(try read("2026-03-08", "02:30", "06:00") == .question(.missing(.start, gap)))
        #expect(try read("2026-03-07", "22:00", "02:30") == .question(.missing(.end, gap)))
        #expect(try read("2026-03-08", "00:30", "02:00") == .question(.missing(.end, gap)))
    }

    @Test func `01:30 to 03:00 over the gap is half an hour`() throws {
        #expect(try read("2026-03-08", "01:30", "03:00").settled().minutes == Minutes(30))
    }
}
