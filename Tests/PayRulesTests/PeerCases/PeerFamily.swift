import PayRules
import StrictJSON
import Testing
import WorkUnits

/// Cases from the test suites of other programs, by family, and what is not applicable of them.
enum Peers {
    static func cases(_ family: String) throws -> [Case] {
        try Files.cases("peer-cases.json").filter { $0["family"]?.text == family }
    }

    /// Families with a suite here.
    static let families = [
        "overtime": 63, "premium_window": 43, "day_assignment": 19, "dst": 16, "split_by_day": 8, "rounding_point": 81,
        "rounding_duration": 15, "rounding_entry": 40, "rounding_shift": 11, "regular_rate": 7,
        "statute_worked_by_us": 8,
    ]

    /// Cases whose result is not ours, each with the reason.
    static let notApplicable = [
        "tt-punch-SplitAtMidnightBasicD":
            "The peer splits a shift only where one entry spans midnight, and calls that a quirk; by the contract every piece is its own day."
    ]
}

/// The peers' times, which stand without an offset; where they guess, their guess is written out.
struct PeerTimes {
    let zone: SiteZone

    init(_ peer: Case) throws {
        zone = try SiteZone(peer["rules", "timezone"]?.text ?? "America/Vancouver")
    }

    /// "2021-05-09T08:00:00" as a moment: of two the earlier, a skipped one moved forward over the gap. Where a case names
    /// no day, "08:00:00" is one of 9 May 2021.
    func moment(_ text: String) throws -> Instant {
        let full = text.contains("T") ? text : "2021-05-09T" + text
        let parts = full.split(separator: "T").map(String.init)
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        let date = try #require(CivilDate(parts[0]))
        let time = try #require(WallTime(hour: clock[0], minute: clock[1]))
        let second = Int64(clock.count > 2 ? clock[2] : 0)
        switch zone.resolve(date, time) {
        case .one(let minute), .ambiguous(let minute, _):
            return Instant(secondsSince1970: minute.secondsSince1970 + second)
        case .missing(let gap):
            let past = time.minutesSinceMidnight - gap.from.time.minutesSinceMidnight
            return Instant(secondsSince1970: gap.moment.secondsSince1970 + Int64(past) * 60 + second)
        }
    }

    /// The peer's work as entries.
    func entries(_ peer: Case, day: (CivilDate) -> DayKind? = { _ in nil }) throws -> [Entry] {
        try (peer["work"]?.list ?? []).enumerated().map { number, work in
            let start = try moment(try #require(work["start"]?.text))
            let end = try moment(try #require(work["end"]?.text))
            return Entry(
                id: "e\(number)", start: start, end: end, day: day(zone.date(at: start)), site: work["site"]?.text)
        }
    }

    func hours(_ entries: [Entry], rate: Millionths = Millionths(count: 20_000_000)) -> Hours {
        let first = entries.first.map { zone.date(at: $0.start) } ?? CivilDate(daysSince1970: 0)
        let last = entries.last.map { zone.date(at: $0.end) } ?? first
        return Hours(
            zone: ZoneTable(zone, from: first.adding(days: -30), through: last.adding(days: 30)),
            assignments: [Assignment(rates: [RateRow(rate)])], entries: entries)
    }
}

extension JSON {
    /// Minutes with up to four places, as whole seconds: the peers print 523.0667 for 523 min 4 s.
    var secondsOfMinutes: Int64? { decimal.map { ($0.count * 60 + 500_000) / 1_000_000 } }

    /// A factor such as 1.5, in words of a rule set: "1.5".
    var factor: String? { decimal?.description }
}

struct PeerCountTests {
    @Test func `every peer case of the families is run, or stands with its reason`() throws {
        for (family, count) in Peers.families {
            let cases = try Peers.cases(family)
            let left = cases.filter { Peers.notApplicable[$0.id] != nil }.count
            #expect(cases.count == count, "\(family)")
            print("peer-cases \(family): \(cases.count - left) run, \(left) not applicable")
        }
        let all = Set(try Files.cases("peer-cases.json").map(\.id))
        #expect(all.isSuperset(of: Peers.notApplicable.keys))
        #expect(Set(try Files.cases("peer-cases.json").compactMap { $0["family"]?.text }) == Set(Peers.families.keys))
    }
}
