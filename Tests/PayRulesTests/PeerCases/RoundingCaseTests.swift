import PayRules
import StrictJSON
import Testing
import WorkUnits

/// Points in time, lengths, entries and shifts brought to a raster (TimeTrex, solidtime, Kimai).
struct RoundingCaseTests {
    /// The peers' words for a direction and for the half-way point.
    private static func direction(_ words: String) throws -> TimeRounding.Direction {
        switch words {
        case "up": .up
        case "down": .down
        case "nearest (half up)": .nearest(.up)
        case "nearest; exact half goes down": .nearest(.down)
        case "nearest; the whole half-way minute rounds up": .nearest(.minuteUp)
        case "nearest; the whole half-way minute rounds down (the US 7/8-minute rule)": .nearest(.minuteDown)
        default: throw Unknown(words: words)
        }
    }

    struct Unknown: Error { let words: String }

    private static func rounding(_ rules: JSON) throws -> TimeRounding {
        let direction = try direction(try #require(rules["mode"]?.text))
        let minutes = try #require(rules["interval_minutes"]?.whole)
        let grace = rules["grace_minutes"]?.whole ?? 0
        return try #require(TimeRounding(direction, minutes: minutes, graceMinutes: grace))
    }

    /// "1:07:30", "-1:05:00", "1:00" in seconds.
    private static func seconds(_ text: String) -> Int64 {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ":").compactMap { Int64($0) }
        let total = zip(parts, [3600, 60, 1]).reduce(Int64(0)) { $0 + $1.0 * $1.1 }
        return isNegative ? -total : total
    }

    @Test(arguments: try Peers.cases("rounding_point"))
    func `a point in time goes to the peer's raster point`(peer: Case) throws {
        let rounding = try Self.rounding(try #require(peer["rules"]))
        let texts = [try #require(peer["input"]?.text), try #require(peer["expect"]?.text)]
        let moment = try #require(Instant(texts[0] + "Z"))
        let expected = try #require(Instant(texts[1] + "Z"))
        #expect(rounding.rounded(moment, in: SiteZone.utc) == expected)
    }

    @Test(arguments: try Peers.cases("rounding_duration").filter { $0["input"]?.text != nil })
    func `a length goes to the peer's raster`(peer: Case) throws {
        let rounding = try Self.rounding(try #require(peer["rules"]))
        let input = Self.seconds(try #require(peer["input"]?.text))
        #expect(rounding.rounded(input) == Self.seconds(try #require(peer["expect"]?.text)))
    }

    @Test(arguments: try Peers.cases("rounding_duration").filter { $0["input"]?.text == nil })
    func `entries are rounded one by one before they are added up`(peer: Case) throws {
        // given entries of those lengths, an hour between them
        let list = try #require(peer["input", "durations_seconds"]?.list)
        let lengths = list.compactMap(\.whole)
        let entries = lengths.enumerated().map { number, length in
            let start = Instant(secondsSince1970: 1_620_550_800 + Int64(number) * 7_200)
            return Entry(
                id: "e\(number)", start: start,
                end: Instant(secondsSince1970: start.secondsSince1970 + Int64(length)))
        }
        let mode =
            try #require(peer["rules", "mode"]?.text).hasPrefix("nearest") ? "nearest" : peer["rules", "mode"]?.text
        let rules = try Week.rules(
            tiers: "",
            more: #""rounding": { "time": [ { "of": "entry", "mode": "\#(mode ?? "")", "minutes": 15 } ] }"#)
        // when
        let reading = try Week.reading(try PeerTimes(peer).hours(entries), rules)
        // then
        let counted = entries.indices.map { index in
            reading.lines.reduce(Int64(0)) { $0 + ($1.index == Int32(index) ? $1.seconds : 0) }
        }
        #expect(counted.map { Int($0) } == peer["expect", "rounded_seconds"]?.list?.compactMap(\.whole))
        #expect(counted.reduce(0, +) == peer["expect", "total_seconds"]?.whole.map { Int64($0) })
    }

    @Test(arguments: try Peers.cases("rounding_entry"))
    func `start, end and length of an entry are the peer's`(peer: Case) throws {
        // given the peer's rounding of start, end and length; 0 minutes is none
        let words = try #require(peer["rules", "mode"]?.text)
        let modes =
            words.contains(",")
            ? words.split(separator: ",").map { String($0.split(separator: " ").last ?? "") }
            : [words, words, words]
        func rounded(_ seconds: Int64, _ key: String, _ mode: String) throws -> Int64 {
            let minutes = try #require(peer["rules", key]?.whole)
            guard let rounding = TimeRounding(try Self.direction(mode), minutes: minutes) else { return seconds }
            return rounding.rounded(seconds)
        }
        let work = try #require(peer["work"]?.list?.first)
        // when
        let start = try rounded(Self.seconds(try #require(work["start"]?.text)), "begin_minutes", modes[0])
        let end = try rounded(Self.seconds(try #require(work["end"]?.text)), "end_minutes", modes[1])
        let length = try rounded(end - start, "duration_minutes", modes[2])
        // then
        #expect(start == Self.seconds(try #require(peer["expect", "start"]?.text)))
        #expect(end == Self.seconds(try #require(peer["expect", "end"]?.text)))
        #expect(length == peer["expect", "duration_seconds"]?.whole.map { Int64($0) })
    }

    @Test(arguments: try Peers.cases("rounding_shift"))
    func `a shift's punches and day total are the peer's`(peer: Case) throws {
        // given
        let rules = try Week.rules(tiers: "", more: #""rounding": { "time": [\#(try Self.shiftRules(peer))] }"#)
        let times = try PeerTimes(peer)
        // when
        let reading = try Week.reading(times.hours(try times.entries(peer)), rules)
        // then
        let expected = peer["expect_by_day"]?.list?.first?["total_minutes"]?.secondsOfMinutes
        #expect(reading.days.first?.seconds == expected)
    }

    private static let names = [
        "in": ["start"], "out": ["end"], "day_total": ["day"], "lunch_total": ["meal"],
        "every punch": ["start", "end"],
    ]

    private static func shiftRules(_ peer: Case) throws -> String {
        var rules: [String] = []
        for rule in try #require(peer["rules", "rounding"]?.list) {
            let minutes = try #require(rule["interval_minutes"]?.whole)
            // A raster of no minutes keeps the seconds; a break's rounding has nothing to round in these cases.
            guard minutes > 0, let names = names[rule["applies_to"]?.text ?? ""] else { continue }
            let mode = try #require(rule["mode"]?.text)
            let grace = rule["grace_minutes"]?.whole ?? 0
            rules += names.map { name in
                #"{ "of": "\#(name)", "mode": "\#(mode)", "minutes": \#(minutes), "grace_minutes": \#(grace)\#(within(rule)) }"#
            }
        }
        // The peer drops seconds unless a rule keeps them.
        if peer.id.contains("Condition") {
            rules += ["start", "end"].map { #"{ "of": "\#($0)", "mode": "down", "minutes": 1 }"# }
        }
        return rules.joined(separator: ", ")
    }

    private static func within(_ rule: JSON) -> String {
        guard let only = rule["only_within"] else { return "" }
        let around =
            only["of"]?.text.map { #""time": "\#($0.prefix(5))""# }
            ?? #""length_minutes": \#(only["of_total_minutes"]?.whole ?? 0)"#
        let (before, after) = (only["before_minutes"]?.whole ?? 0, only["after_minutes"]?.whole ?? 0)
        return #", "within": { \#(around), "before_minutes": \#(before), "after_minutes": \#(after) }"#
    }
}
