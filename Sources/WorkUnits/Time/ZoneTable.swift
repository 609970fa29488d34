/// The offsets of one place written down for a range of days, for work that asks for millions of them.
///
/// It answers as its zone does, inside the range from the table and outside by asking the zone.
public struct ZoneTable: ZoneRules {
    /// The IANA name, "America/Los_Angeles".
    public var identifier: String { zone.identifier }

    private let zone: any ZoneRules
    private let first: Int64
    private let last: Int64
    /// Each change of offset inside the range, in order: the moment from which, and the offset from then on.
    private let changes: [(from: Int64, offset: Int)]

    /// Writes down the offsets from the start of the first day to the end of the last.
    ///
    /// A change and its reversal within a day would be missed; no zone has had that.
    public init(_ zone: some ZoneRules, from firstDay: CivilDate, through lastDay: CivilDate) {
        self.zone = zone
        first = Int64(firstDay.daysSince1970) * 86_400 - 86_400
        last = Int64(lastDay.daysSince1970) * 86_400 + 2 * 86_400
        var found = [(from: first, offset: zone.offsetSeconds(at: Instant(secondsSince1970: first)))]
        var known = (at: first, offset: found[0].offset)
        for second in stride(from: first + 86_400, through: last, by: 86_400) {
            let offset = zone.offsetSeconds(at: Instant(secondsSince1970: second))
            if offset != known.offset {
                let change = zone.firstChange(after: known.at, notAfter: second, from: known.offset)
                found.append((change, offset))
            }
            known = (second, offset)
        }
        changes = found
    }

    /// The moment at which clocks that show so many local seconds now will show so many, or before that change; both
    /// counted like ``Instant/secondsSince1970``.
    public func moment(showing later: Int64, after second: Int64, showing now: Int64) -> Int64 {
        min(second + (later - now), nextChange(after: second))
    }

    /// The first change of offset after a moment; the end of the range where there is none in it.
    private func nextChange(after second: Int64) -> Int64 {
        changes.first { $0.from > second }?.from ?? max(last, second + 86_400)
    }

    /// Seconds that local clocks are ahead of UTC at that moment.
    public func offsetSeconds(at instant: Instant) -> Int {
        let second = instant.secondsSince1970
        guard second >= first, second <= last else { return zone.offsetSeconds(at: instant) }
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= second { low = middle } else { high = middle }
        }
        return changes[low].offset
    }
}

extension ZoneRules {
    fileprivate func firstChange(after start: Int64, notAfter end: Int64, from offset: Int) -> Int64 {
        var (before, moment) = (start, end)
        while before + 1 < moment {
            let middle = before + (moment - before) / 2
            if offsetSeconds(at: Instant(secondsSince1970: middle)) == offset {
                before = middle
            } else {
                moment = middle
            }
        }
        return moment
    }
}
