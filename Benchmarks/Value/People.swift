import Foundation
import PayRules
import WorkUnits

/// Made-up people with a year of work: two entries on each weekday, some Saturdays, some late evenings.
///
/// The same figures on every machine, and the same as those of `scripts/benches/value_yardstick.py`.
struct People {
    let all: [Hours]

    init(count: Int) throws {
        let zone = try SiteZone("America/Los_Angeles")
        let table = ZoneTable(zone, from: Self.first.adding(days: -30), through: Self.first.adding(days: 400))
        all = (0..<count).map { Self.person($0, table) }
    }

    private static let first = CivilDate(year: 2025, month: 8, day: 4) ?? CivilDate(daysSince1970: 0)

    private static func person(_ number: Int, _ zone: ZoneTable) -> Hours {
        var chance = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ below: UInt64) -> Int64 {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((chance >> 33) % below)
        }
        var entries: [Entry] = []
        entries.reserveCapacity(560)
        for day in 0..<364 where day % 7 < 5 || next(4) == 0 && day % 7 == 5 {
            let midnight = zone.startOfDay(first.adding(days: day)).secondsSince1970
            let morning = midnight + (7 * 60 + 30 + next(45)) * 60
            let noon = morning + (200 + next(60)) * 60
            entries.append(entry(entries.count, morning, noon, Int(next(6))))
            let afternoon = noon + 30 * 60
            entries.append(entry(entries.count, afternoon, afternoon + (240 + next(120)) * 60, Int(next(6))))
        }
        let rate = Millionths(count: 21_000_000 + next(2_000) * 10_000)
        return Hours(
            zone: zone, assignments: [Assignment(rates: [RateRow(rate)])],
            incidents: ["I-01", "I-02", "I-03", "I-04"], entries: entries)
    }

    private static func entry(_ number: Int, _ start: Int64, _ end: Int64, _ incident: Int) -> Entry {
        Entry(
            id: "e\(number)", start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: end),
            incidents: incident < 4 ? [IncidentTime(incident: incident, seconds: end - start)] : [])
    }
}
