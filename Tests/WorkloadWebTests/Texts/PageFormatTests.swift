import Testing
import WorkUnits

@testable import WorkloadWeb

@Suite("How days, times and lengths are written")
struct PageFormatTests {
    private let english = PageFormat(texts: .english, clock: .twelveHour)
    private let spanish = PageFormat(texts: .spanish, clock: .twentyFourHour)

    @Test(arguments: [(0, 5, "12:05 AM"), (9, 0, "9:00 AM"), (12, 0, "12:00 PM"), (16, 10, "4:10 PM")])
    func `a time on the twelve hour clock`(_ hour: Int, _ minute: Int, _ words: String) {
        #expect(english.time(Made.time(hour, minute)) == words)
    }

    @Test func `a span names the half of the day once where it is the same`() {
        #expect(english.span(Made.time(16, 10), Made.time(19, 35)) == "4:10–7:35 PM")
        #expect(english.span(Made.time(11, 40), Made.time(13, 5)) == "11:40 AM–1:05 PM")
        #expect(english.span(Made.time(22, 30), Made.time(23, 15), endsNextDay: true) == "10:30 PM–11:15 PM, next day")
        #expect(spanish.span(Made.time(16, 10), Made.time(19, 35)) == "16:10–19:35")
    }

    @Test(arguments: [(0, "0 min"), (25, "25 min"), (60, "1 h"), (125, "2 h 05 min"), (77_075, "1,284 h 35 min")])
    func `a length in hours and minutes`(_ minutes: Int, _ words: String) {
        #expect(english.length(Minutes(minutes)) == words)
    }

    @Test(arguments: [(25, "25 min"), (120, "2 h"), (125, "2 h 05")])
    func `a length in a table`(_ minutes: Int, _ words: String) {
        #expect(english.lengthInTable(Minutes(minutes)) == words)
    }

    @Test func `days, in both orders`() {
        let first = Made.date("2026-08-31")

        #expect(english.day(Made.today) == "Thu, Aug 20")
        #expect(spanish.day(Made.today) == "jue 20 ago")
        #expect(english.days(Made.date("2026-08-17"), Made.date("2026-08-23")) == "Aug 17–23")
        #expect(english.days(first, first.adding(days: 6)) == "Aug 31–Sep 6")
        #expect(spanish.days(first, first.adding(days: 6)) == "31 ago–6 sep")
        #expect(english.week(from: first, today: Made.today) == "Aug 31–Sep 6")
        #expect(english.week(from: Made.date("2024-01-01"), today: Made.today) == "Jan 1–7, 2024")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func `a count has its thousands parted`(_ number: Int, _ words: String) {
        #expect(english.count(number) == words)
    }

    @Test func `a list has its last item joined by a word`() {
        #expect(english.list([]) == "")
        #expect(english.list(["a"]) == "a")
        #expect(english.list(["a", "b", "c"]) == "a, b and c")
        #expect(spanish.list(["a", "b"]) == "a y b")
    }

    @Test func `a sentence is parted into figures and words`() {
        #expect(
            Phrase.parts("*3 h* so far") == [
                Phrase(text: "3 h", isFigure: true), Phrase(text: " so far", isFigure: false),
            ]
        )
    }

    @Test func `a path leaves out empty fields and escapes the rest`() {
        let path = Links.path("/incidents", query: [("text", "a & ñ"), ("site", ""), ("page", "2")])

        #expect(path == "/incidents?text=a%20%26%20%C3%B1&page=2")
    }
}
