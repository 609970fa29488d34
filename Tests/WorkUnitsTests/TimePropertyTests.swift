import Foundation
import Randomness
import Testing
import WorkUnits

/// What holds for all times, tried on many, most of them near clock changes.
struct TimePropertyTests {
    private static let rounds = 20_000

    @Test func `every moment is among the readings of its own local time, in every zone`() throws {
        var random = SplitMix64.seeded()
        let places = try Place.all()
        for _ in 0..<Self.rounds {
            let place = places[Int.random(in: places.indices, using: &random)]
            let instant = place.moment(using: &random)
            let local = place.zone.localTime(at: instant)
            let readings = place.zone.resolve(local.date, local.time).readings
            #expect(readings.contains(instant), "\(place.zone.identifier) \(instant)")
        }
    }

    @Test func `every reading of a local time shows that time, and a skipped time lies in its gap`() throws {
        var random = SplitMix64.seeded()
        let places = try Place.all()
        var kinds: Set<String> = []
        for _ in 0..<Self.rounds {
            let place = places[Int.random(in: places.indices, using: &random)]
            let local = place.localTime(using: &random)
            let resolution = place.zone.resolve(local.date, local.time)
            kinds.insert(resolution.kind)
            #expect(resolution.readings.allSatisfy { place.zone.localTime(at: $0) == local })
            switch resolution {
            case .one: break
            case .ambiguous(let earlier, let later): #expect(earlier < later)
            case .missing(let gap):
                #expect(gap.from <= local && local < gap.to, "\(place.zone.identifier) \(local)")
                #expect(place.zone.localTime(at: gap.moment) == gap.to)
                let before = try gap.moment.adding(Minutes(-1))
                #expect(place.zone.localTime(at: before) == gap.lastBefore)
            }
        }
        #expect(kinds == ["one", "ambiguous", "missing"])
    }

    @Test func `a settled stretch shows the times that were stated and starts on its work date`() throws {
        var random = SplitMix64.seeded()
        let places = try Place.all()
        for _ in 0..<Self.rounds {
            let place = places[Int.random(in: places.indices, using: &random)]
            let start = place.localTime(using: &random)
            let to = try #require(WallTime(minutesSinceMidnight: .random(in: 0..<1440, using: &random)))
            var stated = WallSpan(workDate: start.date, from: start.time, to: to)
            if start.time == to { continue }
            var reading = try stated.read(in: place.zone)
            while let answer = reading.moments?.randomElement(using: &random) {
                stated = stated.choosing(answer, in: reading)
                reading = try stated.read(in: place.zone)
            }
            guard case .span(let span) = reading else { continue }
            #expect(span.workDate == start.date)
            #expect(place.zone.localTime(at: span.start) == start)
            #expect(place.zone.localTime(at: span.end).time == to)
            #expect((1...50 * 60).contains(span.minutes.count), "\(place.zone.identifier) \(stated)")
        }
    }

    @Test func `where clocks never change, minutes are those of the clock`() throws {
        var random = SplitMix64.seeded()
        let phoenix = try SiteZone("America/Phoenix")
        for _ in 0..<Self.rounds {
            let date = CivilDate(daysSince1970: .random(in: 0..<40_000, using: &random))
            let from = try #require(WallTime(minutesSinceMidnight: .random(in: 0..<1440, using: &random)))
            let length = Int.random(in: 1..<1440, using: &random)
            let to = try #require(WallTime(minutesSinceMidnight: (from.minutesSinceMidnight + length) % 1440))
            let span = try WallSpan(workDate: date, from: from, to: to).read(in: phoenix).settled()
            #expect(span.minutes == Minutes(length))
        }
    }

    @Test func `pieces between midnights touch, keep to their day and add up`() throws {
        var random = SplitMix64.seeded()
        let places = try Place.all()
        for _ in 0..<Self.rounds / 10 {
            let place = places[Int.random(in: places.indices, using: &random)]
            let start = place.moment(using: &random)
            let end = try start.adding(Minutes(.random(in: 1...6000, using: &random)))
            let pieces = try WorkSpan(start: start, end: end, in: place.zone).cutAtMidnights(in: place.zone)
            #expect(pieces.first?.start == start && pieces.last?.end == end)
            #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.end == $1.start && $0.workDate < $1.workDate })
            #expect(try pieces.map(\.minutes).total() == start.minutes(until: end))
        }
    }

    @Test func `dates, times and moments read back from their text`() throws {
        var random = SplitMix64.seeded()
        let places = try Place.all()
        for _ in 0..<Self.rounds {
            let place = places[Int.random(in: places.indices, using: &random)]
            let instant = Instant(secondsSince1970: .random(in: -62_000_000_000...253_000_000_000, using: &random))
            let local = place.localTime(using: &random)
            #expect(Instant(instant.description) == instant)
            #expect(Instant(instant.text(in: place.zone)) == instant, "\(place.zone.identifier) \(instant)")
            #expect(CivilDate(local.date.description) == local.date)
            #expect(try WallTime(typed: local.time.description) == local.time)
        }
    }

    @Test func `whatever is typed is a time that reads back, or a refusal`() {
        var random = SplitMix64.seeded()
        let signs = Array("0123456789012345:..hHaApPmM -٣é")
        var read = 0
        for _ in 0..<Self.rounds {
            let length = Int.random(in: 0...8, using: &random)
            let text = String((0..<length).map { _ in signs[Int.random(in: signs.indices, using: &random)] })
            guard let time = try? WallTime(typed: text) else { continue }
            read += 1
            #expect((0..<1440).contains(time.minutesSinceMidnight), "\(text)")
            #expect(WallTime(hour: time.hour, minute: time.minute) == time, "\(text)")
        }
        #expect(read > 0)
    }
}
