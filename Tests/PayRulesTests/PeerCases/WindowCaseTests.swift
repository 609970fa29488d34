import PayRules
import Testing
import WorkUnits

/// Minutes inside an evening or weekend window a shift day, with least and most (TimeTrex).
struct WindowCaseTests {
    @Test(arguments: try Peers.cases("premium_window"))
    func `minutes that earn the premium are the peer's`(peer: Case) throws {
        // given the peer's window as a differential
        let rules = try Week.rules(try Self.ruleSet(peer))
        let times = try PeerTimes(peer)
        // when
        let hours = times.hours(try times.entries(peer))
        let reading = try Week.reading(hours, rules)
        // then
        for expected in try #require(peer["expect_by_day"]?.list) {
            let date = try #require(expected["date"]?.text)
            let day = reading.days.first { $0.date.description == date }
            #expect(day?.seconds == expected["total_minutes"]?.secondsOfMinutes, "\(date) in all")
            let paid = reading.lines.reduce(Int64(0)) { sum, line in
                // Each shift of these cases is the work of one day, by where its first entry starts.
                let shift = hours.entries.last { $0.start.secondsSince1970 <= line.start }?.start
                let day = shift.map { times.zone.date(at: $0).description }
                let isOfDay = day == date || (reading.days.count == 1 && day != nil)
                return sum + (line.payClass == .differential && isOfDay ? line.seconds : 0)
            }
            #expect(paid == expected["premium_minutes"]?.secondsOfMinutes, "\(date) in the window")
        }
    }

    private static let weekdays = [
        "Mon": "monday", "Tue": "tuesday", "Wed": "wednesday", "Thu": "thursday", "Fri": "friday", "Sat": "saturday",
        "Sun": "sunday",
    ]

    private static func ruleSet(_ peer: Case) throws -> String {
        let premium = try #require(peer["rules", "premium"])
        let days = (premium["days"]?.list ?? []).compactMap(\.text).compactMap { weekdays[$0] }.map { "\"\($0)\"" }
        let window = premium["window"]?.list?.compactMap(\.text) ?? ["00:00", "00:00"]
        let whole = premium["applies_to"]?.text?.contains("wholly") == true
        let least = premium["minimum_minutes_per_day"]?.whole.map { #", "minimum_minutes": \#($0)"# } ?? ""
        let most = premium["maximum_minutes_per_day"]?.whole.map { #", "maximum_minutes": \#($0)"# } ?? ""
        let gap = peer["rules", "new_shift_after_gap_minutes"]?.whole ?? 240
        return """
            { "name": "peer", "version": "1", "source": "a peer's test", "regime": "contract",
              "workweek": { "starts": "sunday" }, "shift": { "new_after_gap_minutes": \(gap) }, "tiers": [],
              "differentials": [ { "name": "window", "per_hour": "1", "from": "\(window[0])", "to": "\(window[1])",
                "whole_shift": \(whole), "when": { "weekdays": [\(days.joined(separator: ", "))] }\(least)\(most) } ] }
            """
    }
}
