import Foundation
import Randomness
import WorkUnits

/// A zone with its clock changes since 1973, as Foundation lists them; until then some offsets had seconds.
struct Place {
    let zone: SiteZone
    private let changes: [Instant]

    static func all() throws -> [Place] {
        try TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.map(Place.init)
    }

    private init(_ name: String) throws {
        zone = try SiteZone(name)
        let (first, last) = (Date(timeIntervalSince1970: 94_694_400), Date(timeIntervalSince1970: 2_208_988_800))
        var changes: [Instant] = []
        var from = first
        while let change = TimeZone(identifier: name)?.nextDaylightSavingTimeTransition(after: from), change < last {
            changes.append(Instant(secondsSince1970: Int64(change.timeIntervalSince1970)))
            from = change
        }
        self.changes = changes
    }

    /// A whole minute within two days of a clock change, or of the years 1973 to 2040 where there is none.
    func moment(using random: inout SplitMix64) -> Instant {
        let anywhere = Instant(secondsSince1970: .random(in: 1_600_000...36_800_000, using: &random) * 60)
        guard let change = changes.randomElement(using: &random) else { return anywhere }
        return Instant(secondsSince1970: change.secondsSince1970 + .random(in: -2880...2880, using: &random) * 60)
    }

    /// A time near a clock change: what clocks showed, or would have shown had they stayed as they were before or
    /// gone on earlier as they did after, so that skipped times are among them.
    func localTime(using random: inout SplitMix64) -> LocalTime {
        let near = moment(using: &random)
        let days = [-172_800, 0, 172_800].map { Instant(secondsSince1970: near.secondsSince1970 + $0) }
        let offset = zone.offsetSeconds(at: days.randomElement(using: &random) ?? near)
        return ScriptedZone(change: near, from: 0, to: offset / 60).localTime(at: near)
    }
}

extension LocalResolution {
    /// The moments that the local time may mean.
    var readings: [Instant] {
        switch self {
        case .one(let moment): [moment]
        case .ambiguous(let earlier, let later): [earlier, later]
        case .missing: []
        }
    }
}

extension LocalResolution {
    /// The name of the case, to tell which cases a property test has met.
    var kind: String {
        switch self {
        case .one: "one"
        case .ambiguous: "ambiguous"
        case .missing: "missing"
        }
    }
}

extension SpanReading {
    /// The two moments in question, if there are two.
    var moments: [Instant]? {
        guard case .question(.ambiguous(_, let earlier, let later)) = self else { return nil }
        return [earlier, later]
    }
}

extension WallSpan {
    /// The same times with the question of a reading answered.
    func choosing(_ answer: Instant, in reading: SpanReading) -> WallSpan {
        guard case .question(.ambiguous(let edge, _, _)) = reading else { return self }
        return WallSpan(
            workDate: workDate,
            from: from,
            to: to,
            chosenStart: edge == .start ? answer : chosenStart,
            chosenEnd: edge == .end ? answer : chosenEnd
        )
    }
}
