import PayRules
import Testing
import WorkUnits

/// To which day a shift belongs, elapsed time over clock changes, and cuts at midnights (TimeTrex).
struct DayCaseTests {
    private static let kinds = [
        "day_shift_starts": "start_day", "day_shift_ends": "end_day", "day_with_most_time": "most_time_day",
        "split_at_midnight": "split",
    ]

    private static func byDay(_ peer: Case, belongsTo: String) throws -> [String: Int64] {
        let gap = peer["rules", "new_shift_after_gap_minutes"]?.whole ?? 240
        let longest = peer["rules", "max_shift_minutes"]?.whole ?? 960
        let rules = try Week.rules(
            tiers: "",
            more: """
                "shift": { "belongs_to": "\(belongsTo)", "new_after_gap_minutes": \(gap), "max_minutes": \(longest) }
                """)
        let times = try PeerTimes(peer)
        let reading = try Week.reading(times.hours(try times.entries(peer)), rules)
        return Dictionary(uniqueKeysWithValues: reading.days.map { ($0.date.description, $0.seconds) })
    }

    private static func expected(_ peer: Case) throws -> [String: Int64] {
        let days = try #require(peer["expect_by_day"]?.list)
        return Dictionary(
            uniqueKeysWithValues: try days.map { day in
                (try #require(day["date"]?.text), try #require(day["total_minutes"]?.secondsOfMinutes))
            })
    }

    @Test(arguments: try Peers.cases("day_assignment").filter { Peers.notApplicable[$0.id] == nil })
    func `a shift belongs to the peer's day`(peer: Case) throws {
        let kind = try #require(Self.kinds[peer["rules", "day_assignment"]?.text ?? ""])
        #expect(try Self.byDay(peer, belongsTo: kind) == Self.expected(peer))
    }

    @Test(arguments: try Peers.cases("dst").filter { $0["expect_by_day"] != nil })
    func `a shift over a clock change has the peer's time and day`(peer: Case) throws {
        #expect(try Self.byDay(peer, belongsTo: "start_day") == Self.expected(peer))
    }

    @Test(arguments: try Peers.cases("dst").filter { $0["expect"] != nil })
    func `wall clock less elapsed time is the peer's`(peer: Case) throws {
        // given what the clock shows at both ends, a skipped time moved forward as the peer moves it
        let times = try PeerTimes(peer)
        let entry = try #require(try times.entries(peer).first)
        let clock = [entry.start, entry.end].map { moment in
            moment.secondsSince1970 + Int64(times.zone.offsetSeconds(at: moment))
        }
        // when the engine counts the time between
        let counted = try Self.byDay(peer, belongsTo: "start_day").values.reduce(0, +)
        // then
        let difference = try #require(peer["expect", "wall_minus_elapsed_minutes"]?.numberText)
        #expect(Int64(difference) == (clock[1] - clock[0] - counted) / 60)
    }

    @Test(arguments: try Peers.cases("split_by_day"))
    func `a stretch is cut at midnights as the peer cuts it`(peer: Case) throws {
        #expect(try Self.byDay(peer, belongsTo: "split") == Self.expected(peer))
    }
}
