import StrictJSON
import WorkUnits

/// Reads moments: "2026-05-03T07:18", with seconds or without, with an offset or on the clocks of the place.
struct TimesReader {
    let zone: any ZoneRules

    init(_ zone: any ZoneRules) {
        self.zone = zone
    }

    func moment(_ value: JSON) throws(Reason) -> Instant {
        guard case .string(let text) = value else {
            throw Reason("is \(value.kind); a time is written as a text, \"2026-05-03T07:18\"")
        }
        let written = try WrittenTime(text)
        guard let offset = written.offsetSeconds else { return try onTheClock(written, text) }
        guard !text.hasSuffix("Z") || zone.identifier == "UTC" || zone.identifier == "Etc/UTC" else {
            throw Reason(
                "\(text) is in UTC; write the time on the clocks of \(zone.identifier), with their offset or without")
        }
        let moment = written.moment(offsetSeconds: offset)
        let kept = zone.offsetSeconds(at: moment)
        guard kept == offset else {
            throw Reason(
                "\(text) has an offset that \(zone.identifier) does not keep then; clocks there show "
                    + moment.text(in: zone))
        }
        return moment
    }

    /// A time of day on a date, "08:00", or a whole moment.
    func moment(_ value: JSON, on date: CivilDate) throws(Reason) -> Instant {
        guard case .string(let text) = value, !text.contains("T") else { return try moment(value) }
        return try moment(.string("\(date)T\(try Read.time(value))"))
    }

    private func onTheClock(_ written: WrittenTime, _ text: String) throws(Reason) -> Instant {
        switch zone.resolve(written.date, written.time) {
        case .one(let minute): return written.addSeconds(to: minute)
        case .ambiguous(let earlier, let later):
            let (first, second) = (written.addSeconds(to: earlier), written.addSeconds(to: later))
            throw Reason(
                "\(text) comes twice in \(zone.identifier), because clocks are set back; write "
                    + "\(first.text(in: zone)) or \(second.text(in: zone))")
        case .missing(let gap):
            let before = Instant(secondsSince1970: gap.moment.secondsSince1970 - 60)
            throw Reason(
                "\(text) does not exist in \(zone.identifier), because clocks go from \(gap.from.time) to "
                    + "\(gap.to.time); write \(before.text(in: zone)) or \(gap.moment.text(in: zone))")
        }
    }
}

/// "2026-05-03T07:18:30-07:00" taken apart; the seconds and the offset may be absent.
struct WrittenTime {
    let date: CivilDate
    let time: WallTime
    let second: Int
    let offsetSeconds: Int?

    init(_ text: String) throws(Reason) {
        let wrong = Reason(
            "\"\(text)\" is no time; write 2026-05-03T07:18, or with an offset 2026-05-03T07:18-07:00; seconds may follow"
        )
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let date = CivilDate(String(halves[0])), text.utf8.count <= 25 else { throw wrong }
        guard (1900..<2200).contains(date.year) else { throw Reason("\(text): years go from 1900 to 2199") }
        var clock = String(halves[1])
        var offset: Int?
        if clock.hasSuffix("Z") {
            offset = 0
            clock.removeLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let minutes = WallTime(clock: String(clock[clock.index(after: sign)...])) else { throw wrong }
            offset = (clock[sign] == "-" ? -60 : 60) * minutes.minutesSinceMidnight
            clock = String(clock[..<sign])
        }
        guard clock.utf8.count == 5 || clock.utf8.count == 8, let time = WallTime(clock: String(clock.prefix(5))) else {
            throw wrong
        }
        let seconds = clock.dropFirst(5)
        guard let second = seconds.isEmpty ? 0 : Self.second(seconds) else { throw wrong }
        self.date = date
        self.time = time
        self.second = second
        offsetSeconds = offset
    }

    func moment(offsetSeconds: Int) -> Instant {
        let local = date.daysSince1970 * 86_400 + time.minutesSinceMidnight * 60 + second
        return Instant(secondsSince1970: Int64(local - offsetSeconds))
    }

    func addSeconds(to minute: Instant) -> Instant {
        Instant(secondsSince1970: minute.secondsSince1970 + Int64(second))
    }

    /// ":30"
    private static func second(_ text: Substring) -> Int? {
        let digits = text.dropFirst()
        guard text.first == ":", digits.utf8.count == 2, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits).flatMap { $0 < 60 ? $0 : nil }
    }
}
