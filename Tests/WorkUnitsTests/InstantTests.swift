import Foundation
import Testing
import WorkUnits

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-01T08:30:00Z", 1_793_521_800), ("1969-12-31T23:59:59Z", -1),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `a moment is a count of seconds and is written in UTC`(text: String, seconds: Int64) throws {
        let instant = try moment(text)
        #expect(instant.secondsSince1970 == seconds)
        #expect(instant.description == text)
    }

    @Test(arguments: [
        "2026-11-01T01:30:00-07:00", "2026-11-01T01:30-07:00", "2026-11-01T08:30:00.000Z", "2026-11-01T14:15+05:45",
    ])
    func `any offset gives the same moment`(text: String) {
        #expect(Instant(text)?.description == "2026-11-01T08:30:00Z")
    }

    @Test(arguments: [
        "", "2026-11-01", "2026-11-01T08:30:00", "2026-11-01 08:30:00Z", "2026-11-01T24:00:00Z", "2026-11-01T08:60Z",
        "2026-06-30T23:59:60Z", "2026-11-01T08:30:00.5Z", "2026-11-01T08:30:00.Z", "2026-11-01T08:30:00-0700",
        "2026-11-01T08:30:00+24:00", "2026-02-30T08:30:00Z", "2026-11-01T08:30:00Zx",
    ])
    func `a text that is no moment, or a finer one, is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `minutes until another moment drop what is under a minute, both ways`() {
        let start = Instant(secondsSince1970: 0)
        #expect(start.minutes(until: Instant(secondsSince1970: 12_359)) == Minutes(205))
        #expect(start.minutes(until: Instant(secondsSince1970: -119)) == Minutes(-1))
    }

    @Test func `the longest stretch that can be counted has its minutes`() {
        let (first, last) = (Instant(secondsSince1970: .min), Instant(secondsSince1970: .max))
        #expect(first.minutes(until: last) == Minutes(307_445_734_561_825_860))
    }

    @Test func `adding minutes moves on, or is an error where counting ends`() throws {
        #expect(try Instant(secondsSince1970: 60).adding(Minutes(-2)) == Instant(secondsSince1970: -60))
        #expect(throws: ArithmeticOverflow()) { try Instant(secondsSince1970: .max).adding(Minutes(1)) }
        #expect(throws: ArithmeticOverflow()) { try Instant(secondsSince1970: 0).adding(Minutes(.max)) }
    }

    @Test func `the two half past ones of November differ in their offset`() throws {
        let site = try SiteZone("America/Los_Angeles")
        #expect(try moment("2026-11-01T08:30:00Z").text(in: site) == "2026-11-01T01:30:00-07:00")
        #expect(try moment("2026-11-01T09:30:00Z").text(in: site) == "2026-11-01T01:30:00-08:00")
    }

    @Test func `a moment is written as text, and text that is none is refused`() throws {
        let written = try JSONEncoder().encode([try moment("2026-11-01T08:30:00Z")])
        #expect(String(decoding: written, as: UTF8.self) == #"["2026-11-01T08:30:00Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: written) == [moment("2026-11-01T08:30:00Z")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Instant].self, from: Data(#"["2026-11-01T08:30"]"#.utf8))
        }
    }
}
