import WorkUnits

/// The parts of one HOURS.json while it is read.
final class HoursFile {
    let root: ObjectReader
    let knownOn: CivilDate?
    var incidents: [String] = []
    var indexOfIncident: [String: Int] = [:]
    var assignmentIndex: [String: Int] = [:]
    var assignments: [Assignment] = []
    /// Assigned seconds without times that stand on a day already.
    var placedSeconds: [CivilDate: Int64] = [:]
    /// How many sums have been spread over weeks.
    var sums = 0
    /// Whether a rate of the employee was refused, so that hours are not refused for want of it too.
    var hasFaultyRate = false

    init(_ root: ObjectReader, knownOn: CivilDate?) {
        self.root = root
        self.knownOn = knownOn
    }

    func hours(_ zoneNamed: (String) throws(UnknownZone) -> any ZoneRules) -> Hours? {
        let zone = root.required("zone") { value throws(Reason) -> any ZoneRules in
            let name = try Read.text(value)
            do throws(UnknownZone) { return try zoneNamed(name) } catch { throw Reason("\(error)") }
        }
        let covers = root.optional("covers", Read.word(Hours.Coverage.self)) ?? .allTime
        assignments = root.object("employee", readEmployee) ?? []
        if assignments.isEmpty {
            if !root.has("employee") { root.refuse("employee", "is missing") }
            assignments = [Assignment()]
        }
        let times = TimesReader(zone ?? SiteZone.utc)
        let entries = root.objects("entries") { entry($0, times) }
        if !root.has("entries") { root.refuse("entries", "is missing; write [] for none") }
        let assigned = root.objects("assigned") { assignedTime($0, times) }
        let leave = root.objects("leave", leave)
        let paid = root.objects("paid", paid)
        let pay = root.objects("pay", payItems).flatMap { $0 }
        let comp = root.object("comp_time", compChoice)
        let caps = root.objects("toward_caps", towardCap)
        refuseMissingRates(entries, paidOtherwise: pay.contains { PayItem.makingRates.contains($0.kind) })
        refuseMissingRates(assigned, paidOtherwise: pay.contains { PayItem.makingRates.contains($0.kind) })
        guard let zone else { return nil }
        refuseOverlaps(entries.map { ($0.value.start, $0.value.end, $0.place) }, "entries")
        refuseOverlaps(assigned.map { ($0.value.start, $0.value.end, $0.place) }, "assigned")
        refuseDoubles(entries)
        return Hours(
            zone: ZoneTable.covering(
                zone, entries.map { ($0.value.start, $0.value.end) } + assigned.map { ($0.value.start, $0.value.end) }),
            covers: covers, assignments: assignments, incidents: incidents, entries: entries.map(\.value),
            assigned: assigned.map(\.value), leave: leave, paid: paid, pay: pay, compTime: comp,
            towardCaps: Dictionary(caps, uniquingKeysWith: max))
    }

    /// A value, and where it stands.
    struct Placed<Value> {
        let value: Value
        let place: JSONPath
        /// The day on which it starts, where rates go by it.
        var date: CivilDate?
    }

    private func refuseOverlaps(_ spans: [(start: Instant, end: Instant, place: JSONPath)], _ list: String) {
        var lastEnd: (moment: Instant, place: JSONPath)?
        for span in spans.sorted(by: { $0.start < $1.start }) {
            if let lastEnd, span.start < lastEnd.moment {
                root.findings.add(span.place, "overlaps \(lastEnd.place); touching ends are no overlap")
            }
            if lastEnd.map({ $0.moment < span.end }) ?? true { lastEnd = (span.end, span.place) }
        }
    }

    /// Hours without a rate are refused, unless a salary, piece or day rate is there to make one from.
    private func refuseMissingRates(_ entries: [Placed<Entry>], paidOtherwise: Bool) {
        guard !paidOtherwise, !hasFaultyRate else { return }
        for entry in entries
        where entry.value.rate == nil && entry.date.map({ missesRate(entry.value, on: $0) }) == true {
            let isDated = !assignments[entry.value.assignment].rates.isEmpty
            root.findings.add(
                .key(entry.place, "rate"),
                isDated
                    ? "is missing, and no row of the employee's rates is for \(entry.date.map(\.description) ?? "")"
                    : "is missing, and so is the employee's base_rate")
        }
    }

    private func refuseMissingRates(_ assigned: [Placed<AssignedTime>], paidOtherwise: Bool) {
        guard !paidOtherwise, !hasFaultyRate else { return }
        for day in assigned where assignments[day.value.assignment].rate(on: day.value.date) == nil {
            root.findings.add(
                day.place, "has no rate: give the employee a base_rate, or rates that begin by \(day.value.date)")
        }
    }

    private func missesRate(_ entry: Entry, on date: CivilDate) -> Bool {
        assignments[entry.assignment].rate(on: date) == nil
    }

    private func refuseDoubles(_ entries: [Placed<Entry>]) {
        var seen: [String: JSONPath] = [:]
        for entry in entries {
            if let first = seen[entry.value.id] {
                root.findings.add(.key(entry.place, "id"), "\"\(entry.value.id)\" is the id of \(first) too")
            }
            seen[entry.value.id] = entry.place
        }
    }
}

extension ZoneTable {
    /// The offsets of a zone for the days of some spans and a year around them.
    static func covering(_ zone: any ZoneRules, _ spans: [(start: Instant, end: Instant)]) -> ZoneTable {
        let first = spans.map(\.start).min() ?? Instant(secondsSince1970: 0)
        let last = spans.map(\.end).max() ?? first
        return ZoneTable(
            zone, from: zone.date(at: first).adding(days: -60), through: zone.date(at: last).adding(days: 60))
    }
}
