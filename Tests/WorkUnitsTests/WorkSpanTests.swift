import Testing
import WorkUnits

struct WorkSpanTests {
    private let zone: SiteZone

    init() throws {
        zone = try SiteZone("America/Chicago")
    }

    private func span(_ start: String, _ end: String) throws -> WorkSpan {
        try WorkSpan(start: try moment(start), end: try moment(end), in: zone)
    }

    @Test func `the work date is the local date of the start, not that of UTC`() throws {
        #expect(try span("2026-08-21T02:00:00Z", "2026-08-21T07:00:00Z").workDate == day("2026-08-20"))
    }

    @Test func `a stretch ends after it starts`() throws {
        #expect(throws: SpanRefusal.endsWhenItStarts) { try span("2026-08-21T02:00:00Z", "2026-08-21T02:00:00Z") }
        #expect(throws: SpanRefusal.endsBeforeItStarts) { try span("2026-08-21T02:00:00Z", "2026-08-21T01:59:59Z") }
    }

    @Test func `touching ends are no overlap, a shared second is one`() throws {
        let first = try span("2026-08-20T21:00:00Z", "2026-08-20T23:00:00Z")
        let touching = try span("2026-08-20T23:00:00Z", "2026-08-21T01:00:00Z")
        let clashing = try span("2026-08-20T22:59:59Z", "2026-08-21T01:00:00Z")
        #expect(!first.overlaps(touching) && !touching.overlaps(first))
        #expect(first.overlaps(clashing) && clashing.overlaps(first))
        #expect(first.overlaps(first))
    }

    @Test func `a stretch that ends at midnight is not cut`() throws {
        let evening = try span("2026-08-20T23:00:00Z", "2026-08-21T05:00:00Z")
        #expect(evening.cutAtMidnights(in: zone) == [evening])
    }

    @Test func `a stretch over midnight is cut into pieces that touch`() throws {
        let pieces = try span("2026-08-21T03:30:00Z", "2026-08-21T06:15:00Z").cutAtMidnights(in: zone)
        #expect(pieces.map(\.workDate) == [try day("2026-08-20"), try day("2026-08-21")])
        #expect(pieces.map(\.minutes) == [Minutes(90), Minutes(75)])
        #expect(pieces[0].end == pieces[1].start)
    }

    @Test func `a day that a place left out has no piece`() throws {
        // given a place that went from 29 to 31 December
        let change = try moment("2011-12-30T10:00:00Z")
        let dateLine = ScriptedZone(change: change, from: -600, to: 840)
        let (start, end) = (try change.adding(Minutes(-60)), try change.adding(Minutes(60)))
        let span = try WorkSpan(start: start, end: end, in: dateLine)
        // when work over that midnight is cut
        let pieces = span.cutAtMidnights(in: dateLine)
        // then only the days that were hold time
        #expect(pieces.map(\.workDate.description) == ["2011-12-29", "2011-12-31"])
        #expect(pieces.map(\.minutes) == [Minutes(60), Minutes(60)])
    }

    @Test func `work in a repeated last hour is cut at the second midnight`() throws {
        // given clocks set back from 00:01 to 23:01, as Newfoundland did until 2011
        let change = try moment("2006-10-29T02:31:00Z")
        let newfoundland = ScriptedZone(change: change, from: -150, to: -210)
        // when work from the second 23:30 to 01:00 is cut
        let start = try moment("2006-10-29T03:00:00Z")
        let span = try WorkSpan(start: start, end: try start.adding(Minutes(90)), in: newfoundland)
        let pieces = span.cutAtMidnights(in: newfoundland)
        // then half an hour is left of the day on which it started
        #expect(pieces.map(\.workDate.description) == ["2006-10-28", "2006-10-29"])
        #expect(pieces.map(\.minutes) == [Minutes(30), Minutes(60)])
    }
}
