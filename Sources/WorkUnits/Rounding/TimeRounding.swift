/// How times or lengths are brought to a raster of minutes.
///
/// Federal law allows rounding to the nearest 5 minutes, tenth or quarter of an hour if it favors nobody over time; to
/// round down always is not neutral. Programs differ at the half-way point, so it is stated.
///
/// Source: 29 CFR 785.48(b).
public struct TimeRounding: Sendable, Hashable {
    /// Which way.
    public enum Direction: Sendable, Hashable {
        /// To the next raster point; with grace, a time only that little past a point stays on it.
        case up
        /// To the raster point before; with grace, a time only that little before a point goes up to it.
        case down
        /// To the nearer raster point.
        case nearest(HalfWay)
    }

    /// What happens exactly between two raster points.
    public enum HalfWay: String, Sendable, Hashable, CaseIterable {
        /// 7 min 30 s of 15 goes up.
        case up
        /// 7 min 30 s of 15 goes down, the second after goes up.
        case down
        /// Minute 7 of 15, all of it, goes up.
        case minuteUp = "minute_up"
        /// Minute 7 of 15, all of it, goes down: the 7/8-minute rule.
        case minuteDown = "minute_down"
    }

    /// Which way.
    public let direction: Direction
    /// The raster in minutes, at least 1.
    public let minutes: Int
    /// How many minutes past (up) or before (down) a point are forgiven; a negative grace pushes the other way.
    public let graceMinutes: Int

    /// Nil unless the raster is at least 1 minute.
    public init?(_ direction: Direction, minutes: Int, graceMinutes: Int = 0) {
        guard minutes >= 1 else { return nil }
        self.direction = direction
        self.minutes = minutes
        self.graceMinutes = graceMinutes
    }

    /// Seconds brought to the raster, counted from zero; a negative length is rounded by its size.
    public func rounded(_ seconds: Int64) -> Int64 {
        guard seconds >= 0 else { return -rounded(-seconds) }
        let raster = Int64(minutes) * 60
        let grace = Int64(graceMinutes) * 60
        switch direction {
        case .down: return (seconds + grace).floored(by: raster).quotient * raster
        case .up: return (seconds - grace + raster - 1).floored(by: raster).quotient * raster
        case .nearest(let halfWay):
            let (whole, rest) = seconds.floored(by: raster)
            return (whole + (rest >= firstSecondUp(halfWay) ? 1 : 0)) * raster
        }
    }

    /// A moment brought to the raster as the clocks of the place show it, counted from midnight.
    public func rounded(_ instant: Instant, in zone: some ZoneRules) -> Instant {
        let local = instant.secondsSince1970 + Int64(zone.offsetSeconds(at: instant))
        let ofDay = local.floored(by: 86_400).remainder
        return instant.adding(seconds: rounded(ofDay) - ofDay)
    }

    /// The first second past a raster point that goes up.
    private func firstSecondUp(_ halfWay: HalfWay) -> Int64 {
        let raster = Int64(minutes) * 60
        switch halfWay {
        case .up: return raster / 2
        case .down: return raster / 2 + 1
        // A raster of one minute has no whole half-way minute; half of it goes up.
        case .minuteUp: return minutes == 1 ? 30 : Int64(minutes / 2) * 60
        case .minuteDown: return minutes == 1 ? 30 : Int64(minutes / 2) * 60 + 60
        }
    }
}
