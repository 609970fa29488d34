import Foundation
import PayRules
import StrictJSON
import Testing
import WorkUnits

/// Input that is wrong, huge or meant to do harm: a refusal with its place, or a result, never a crash.
struct HostileInputTests {
    private static func refusal(hours: String) -> [String] {
        do {
            _ = try Week.hours(hours)
            return []
        } catch let refused as RefusedInput {
            return refused.findings.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    private static func refusal(rules: String) -> [String] {
        do {
            _ = try Week.rules(rules)
            return []
        } catch let refused as RefusedInput {
            return refused.findings.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    private static func entries(_ entries: String, zone: String = "America/Los_Angeles") -> String {
        #"{ "zone": "\#(zone)", "employee": { "base_rate": "20" }, "entries": [\#(entries)] }"#
    }

    @Test(arguments: [
        (#"{ "id": "a", "start": "2026-11-01T01:30", "end": "2026-11-01T03:00" }"#, "$.entries[0].start", "-07:00 or"),
        (
            #"{ "id": "a", "start": "2026-03-08T02:30", "end": "2026-03-08T04:00" }"#, "$.entries[0].start",
            "01:59:00-08:00"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00-08:00", "end": "2026-05-03T09:00" }"#, "$.entries[0].start",
            "does not keep"
        ),
        (#"{ "id": "a", "start": "2026-05-03T08:00Z", "end": "2026-05-03T09:00" }"#, "$.entries[0].start", "is in UTC"),
        (#"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T08:00" }"#, "$.entries[0].end", "has a length"),
        (#"{ "id": "a", "start": "2026-05-03T09:00", "end": "2026-05-03T08:00" }"#, "$.entries[0].end", "before"),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00.5", "end": "2026-05-03T09:00" }"#, "$.entries[0].start",
            "is no time"
        ),
        (#"{ "id": "a", "start": "2026-02-30T08:00", "end": "2026-03-01T09:00" }"#, "$.entries[0].start", "is no time"),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "rate": "1.2345678" }"#,
            "$.entries[0].rate", "at most 6"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "rate": 24.5 }"#,
            "$.entries[0].rate", "as a text"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "rate": "-1" }"#,
            "$.entries[0].rate", "no amount"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "rate": "100000.01" }"#,
            "$.entries[0].rate", "goes from 0 to 100000"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "hourly": "1" }"#,
            "$.entries[0].hourly", "is no key"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "assignment": "x" }"#,
            "$.entries[0].assignment", "none of"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "incidents": [ { "incident": "I", "minutes": 61 } ] }"#,
            "$.entries[0].incidents", "more than"
        ),
        (
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00", "day": "sunday" }"#,
            "$.entries[0].day", "none of"
        ),
    ])
    func `an entry that is wrong is refused at its place`(entry: String, path: String, words: String) {
        let findings = Self.refusal(hours: Self.entries(entry))
        #expect(findings.contains { $0.hasPrefix(path + ":") && $0.contains(words) }, "\(findings)")
    }

    @Test func `double ids and overlaps are refused, touching ends are not`() {
        let touching =
            #"{ "id": "a", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00" }, { "id": "b", "start": "2026-05-03T09:00", "end": "2026-05-03T10:00" }"#
        #expect(Self.refusal(hours: Self.entries(touching)).isEmpty)
        let overlapping = touching.replacing(
            "T09:00\", \"end\": \"2026-05-03T10", with: "T08:59\", \"end\": \"2026-05-03T10")
        #expect(
            Self.refusal(hours: Self.entries(overlapping)).first?.contains("$.entries[1]: overlaps $.entries[0]")
                == true)
        let double = touching.replacing("\"b\"", with: "\"a\"")
        #expect(Self.refusal(hours: Self.entries(double)).first?.contains("is the id of $.entries[0] too") == true)
    }

    @Test(arguments: [
        (#""multiplier": "1.5", "after": 480"#, "$.tiers[0].after"), (#""multiplier": 1.5"#, "$.tiers[0].multiplier"),
        (#""multiplier": "11""#, "$.tiers[0].multiplier"),
        (#""multiplier": "1.5", "after_minutes": -1"#, "$.tiers[0].after_minutes"),
        (#""multiplier": "1.5", "after_minutes": "480""#, "$.tiers[0].after_minutes"),
        (#""multiplier": "1.5", "after_minutes": 1e3"#, "$.tiers[0].after_minutes"),
        (#""multiplier": "1.5", "anchor": "2026-05-03""#, "$.tiers[0].anchor"),
        (#""multiplier": "1.5", "when": {}"#, "$.tiers[0].when"), (#""after_minutes": 480"#, "$.tiers[0].multiplier"),
    ])
    func `a tier that is wrong is refused at its place`(tier: String, path: String) {
        let findings = Self.refusal(
            rules: """
                { "name": "t", "version": "1", "source": "s", "regime": "flsa", "workweek": { "starts": "sunday" },
                  "tiers": [ { "period": "day", \(tier) } ] }
                """)
        #expect(findings.contains { $0.hasPrefix(path + ":") }, "\(findings)")
    }

    @Test(arguments: [
        "", "[]", "null", "{", #"{"a":1,"a":2}"#, "{\"zone\": \"\u{1}\"}", #"{"zone": "\ud800"}"#, "{} {}", "{'a': 1}",
        "{\"a\": 01}",
        "{\"a\": 1,}", "\u{FEFF}{}", #"{"a": NaN}"#,
    ])
    func `what is no JSON, or no object, is refused`(text: String) {
        #expect(!Self.refusal(hours: text).isEmpty)
        #expect(!Self.refusal(rules: text).isEmpty)
    }

    @Test func `a file nested a million deep is refused`() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(Self.refusal(hours: #"{ "zone": \#(deep)"#).first?.contains("nested more than 64 deep") == true)
    }

    @Test func `files past the limit are refused unread`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: HoursReader.largest + 1)
        #expect(throws: RefusedInput.self) { try HoursReader.read(bytes) { (_) throws(UnknownZone) in SiteZone.utc } }
        #expect(throws: RefusedInput.self) {
            try RuleSetReader.read([UInt8](repeating: 32, count: RuleSetReader.largest + 1))
        }
    }

    @Test func `sixty megabytes of one entry's text are a refusal`() {
        let long = String(repeating: "x", count: 60 << 20)
        #expect(
            Self.refusal(
                hours: Self.entries(#"{ "id": "\#(long)", "start": "2026-05-03T08:00", "end": "2026-05-03T09:00" }"#)
            ).first?.contains("longer than 500 bytes") == true)
    }

    @Test func `lists of rules past their limit are refused`() {
        let many = (0..<300).map { #"{ "name": "d\#($0)", "per_hour": "1" }"# }.joined(separator: ", ")
        let findings = Self.refusal(
            rules: """
                { "name": "t", "version": "1", "source": "s", "regime": "flsa", "workweek": { "starts": "sunday" },
                  "tiers": [], "differentials": [\(many)] }
                """)
        #expect(findings == ["$.differentials: holds 300; at most 200 are read"])
    }

    @Test func `ten years of one person are valued`() throws {
        // given four entries on each of 3,650 days
        let first = try #require(CivilDate("2016-01-01"))
        let entries = (0..<14_600).map { number in
            let start = Int64(first.daysSince1970 + number / 4) * 86_400 + Int64(number % 4) * 3 * 3600 + 8 * 3600
            return Entry(
                id: "e\(number)", start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: start + 9_000)
            )
        }
        let zone = ZoneTable(SiteZone.utc, from: first, through: first.adding(days: 3_700))
        let hours = Hours(
            zone: zone, assignments: [Assignment(rates: [RateRow(Millionths(count: 24_500_000))])], entries: entries)
        // when
        let reading = try Week.reading(hours, try Files.shipped("california-classified"))
        // then
        #expect(reading.days.count == 3_650)
        #expect(reading.workweeks.reduce(0) { $0 + $1.seconds } == 14_600 * 9_000)
    }

    @Test func `the highest rate and the largest sums are valued exactly, or refused`() throws {
        let pay = (0..<50).map { number in
            #"{ "workweek_of": "2026-05-04", "kind": "salary", "amount": "9999999.999999", "per": "month", "covers_hours": "\#(number + 31).\#(12_347 + 997 * number)" }"#
        }
        let hours = try Week.hours(
            minutesByDay: [1440, 1440, 1440, 1440, 1440, 1440, 1440].map { $0 - 600 }, rate: "100000",
            pay: pay.joined(separator: ", "))
        let rules = try Week.rules(tiers: #"{ "period": "day", "multiplier": "10" }"#)
        #expect(throws: ArithmeticOverflow.self) { try PayEngine([RuleSeries(asIfAlways: rules)]).value(hours) }
        let plain = try Week.hours(minutesByDay: [840, 840, 840, 840, 840, 840, 840], rate: "100000")
        #expect(try Week.reading(plain, rules).total() == Cents(98 * 100_000 * 100 * 10))
    }

    @Test func `files changed at random are read or refused`() throws {
        var chance = Chance.seeded()
        let hours = [UInt8](try Data(contentsOf: Self.examples.appending(path: "clerk-week.json")))
        let rules = [UInt8](try Data(contentsOf: Files.shipped.appending(path: "california-classified.json")))
        var (read, refused) = (0, 0)
        for _ in 0..<4_000 {
            let (changedHours, changedRules) = (Self.changed(hours, &chance), Self.changed(rules, &chance))
            do {
                let hours = try HoursReader.read(changedHours) { (name) throws(UnknownZone) in try SiteZone(name) }
                let rules = try RuleSetReader.read(chance.holds(2) ? rules : changedRules)
                _ = try? Week.reading(hours, rules)
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    private static let examples = Files.shipped.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/examples/value")

    /// Some bytes changed, taken out, doubled or put in from signs that JSON knows.
    private static func changed(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var changed = bytes
        let signs = [UInt8](#"{}[]",:0123456789-.eE\ntrufalse"#.utf8)
        for _ in 0..<chance.one(in: 1...4) {
            let at = chance.one(in: 0...changed.count - 1)
            switch chance.one(in: 0...4) {
            case 0: changed[at] = UInt8(chance.one(in: 0...255))
            case 1: changed.remove(at: at)
            case 2: changed.insert(signs[chance.one(in: 0...signs.count - 1)], at: at)
            case 3: changed[at] = signs[chance.one(in: 0...signs.count - 1)]
            default:
                let end = min(changed.count, at + chance.one(in: 1...80))
                changed.insert(contentsOf: changed[at..<end], at: chance.one(in: 0...changed.count - 1))
            }
        }
        return changed
    }
}
