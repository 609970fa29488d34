import Foundation
import PayRules
import Testing
import WorkUnits

/// The rule sets that come along: each can be read, each rule has its citation, and demo figures are marked.
struct ShippedRuleSetTests {
    static let names = [
        "flsa", "california-classified", "certificated-extra-duty", "california-labor-510", "nyc-per-session",
    ]

    @Test func `all that come along are tested here`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Files.shipped.path)
        #expect(Set(files) == Set(Self.names.map { $0 + ".json" }))
    }

    @Test(arguments: names)
    func `each names its source, and every rule where it is written`(name: String) throws {
        let rules = try Files.shipped(name)
        #expect(rules.name == name)
        #expect(!rules.source.isEmpty)
        let own = rules.tiers.map(\.cite) + rules.rates.map(\.cite) + rules.caps.map(\.cite)
        #expect(own.allSatisfy { $0 != rules.source && !$0.isEmpty })
        #expect(rules.hasDemoValues == rules.source.contains("Demo"))
        // Nobody has adopted what only shows how it is written down.
        #expect(rules.adopted.isEmpty)
    }

    @Test func `Labor Code 510 splits a night at midnight, pays double past 12 and on the seventh day past 8`() throws {
        let rules = try Files.shipped("california-labor-510")
        // CA-MIDNIGHT: 18:00 to 06:00 has no overtime
        let night = try Week.hours(
            #"{ "zone": "UTC", "employee": { "base_rate": "10" }, "entries": [ { "id": "n", "start": "2026-05-04T18:00", "end": "2026-05-05T06:00" } ] }"#
        )
        #expect(try Week.reading(night, rules).workweeks.map(\.premium) == [.zero])
        // D-510-6x10-14 from a Monday on
        let week = try Week.hours(
            minutesByDay: [600, 600, 600, 600, 600, 600, 840], rate: "10", from: "2026-05-04")
        let parts = try Week.reading(week, rules)
        let byMultiple = parts.days.flatMap { parts.parts(of: $0) }.reduce(into: [Int64: Int64]()) {
            $0[$1.multiplier, default: 0] += $1.seconds / 3600
        }
        #expect(byMultiple == [1_000_000: 40, 1_500_000: 28, 2_000_000: 6])
    }

    @Test func `a class that a board took out of the daily rule has the weekly one`() throws {
        let rules = try Files.shipped("california-classified")
        let json = """
            { "zone": "UTC", "employee": { "base_rate": "20", "class": "CLASS" },
              "entries": [ { "id": "a", "start": "2026-05-04T06:00", "end": "2026-05-04T18:00" } ] }
            """
        let free = try Week.reading(try Week.hours(json.replacing("CLASS", with: "no_daily_overtime")), rules)
        #expect(free.workweeks.map(\.premium) == [.zero])
        let others = try Week.reading(try Week.hours(json.replacing("CLASS", with: "office")), rules)
        #expect(others.workweeks.map(\.premium) == [Cents(4_000)])
    }
}
