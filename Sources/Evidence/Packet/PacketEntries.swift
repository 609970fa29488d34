public import StrictJSON

/// The entries that a packet shows, from the fields of their events: which are held, and what they come to.
///
/// Source: docs/reference/packet.md, packet.json.
public struct PacketEntries: Sendable {
    /// The newest version that is shown. What counts in it is nil where that is hidden: then it counts nowhere, and no
    /// earlier version comes back in its place.
    private struct Entry: Sendable {
        let version: Int64
        let counted: Counted?
    }

    private struct Counted: Sendable {
        let minutes: Int64
        let isTakenOut: Bool
        let span: Span?
    }

    private struct Span: Sendable {
        let employee: ID
        let starts: ID
        let ends: ID
    }

    private struct Hold: Sendable {
        let version: Int64
        let step: Int64
        let isHeld: Bool
    }

    /// A text as its bytes: to Swift, texts that only look the same are equal.
    private typealias ID = [UInt8]

    private var newest: [ID: Entry] = [:]
    private var holds: [ID: Hold] = [:]

    /// No entries yet.
    public init() {}

    /// Takes in the fields of an event, in the order of the log.
    public mutating func take(_ fields: [String: JSON]) {
        guard let id = fields["work_entry_id"]?.bytes, let version = fields["version"]?.wholeNumber else { return }
        switch fields["kind"]?.string {
        case "work_entry":
            guard version >= newest[id]?.version ?? .min else { return }
            newest[id] = Entry(version: version, counted: Self.counted(fields))
        case "entry_hold":
            guard let step = fields["step"]?.wholeNumber, let state = fields["state"]?.string else { return }
            if let known = holds[id], (known.version, known.step) > (version, step) { return }
            holds[id] = Hold(version: version, step: step, isHeld: state == "held")
        default: break
        }
    }

    private static func counted(_ fields: [String: JSON]) -> Counted? {
        guard let minutes = fields["worked_minutes"]?.wholeNumber, let isTakenOut = fields["is_withdrawn"]?.bool else {
            return nil
        }
        var span: Span?
        if let employee = fields["employee_id"]?.bytes, let starts = fields["starts_at"]?.bytes,
            let ends = fields["ends_at"]?.bytes
        {
            span = Span(employee: employee, starts: starts, ends: ends)
        }
        return Counted(minutes: minutes, isTakenOut: isTakenOut, span: span)
    }

    private func isHeld(_ id: ID) -> Bool {
        guard let hold = holds[id], let entry = newest[id] else { return false }
        return hold.isHeld && hold.version == entry.version && entry.counted?.isTakenOut == false
    }

    /// The ids of entries that are held, ascending.
    public var held: [String] {
        newest.keys.filter(isHeld).sorted { $0.lexicographicallyPrecedes($1) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// What they come to.
    public var totals: PacketTotals {
        var totals = PacketTotals()
        for (id, entry) in newest {
            guard let counted = entry.counted else { continue }
            if counted.isTakenOut {
                totals.takenOut += 1
            } else if isHeld(id) {
                totals.held += 1
            } else {
                totals.entries += 1
                let (sum, isTooMuch) = totals.minutes.addingReportingOverflow(counted.minutes)
                totals.minutes = isTooMuch ? .max : sum
            }
        }
        return totals
    }

    /// Whether the totals and the held ones are those of the entries, and no two of those that count overlap.
    func bear(_ totals: PacketTotals, held: [String]) -> Bool {
        self.totals == totals && overlap == false
            && self.held.map { Array($0.utf8) } == held.map { Array($0.utf8) }
    }

    private var overlap: Bool {
        var spans: [ID: [(start: ID, end: ID)]] = [:]
        for (id, entry) in newest where entry.counted?.isTakenOut == false && !isHeld(id) {
            guard let span = entry.counted?.span else { continue }
            spans[span.employee, default: []].append((span.starts, span.ends))
        }
        return spans.values.contains { spans in
            let sorted = spans.sorted { one, other in
                one.start == other.start
                    ? one.end.lexicographicallyPrecedes(other.end) : one.start.lexicographicallyPrecedes(other.start)
            }
            return zip(sorted, sorted.dropFirst()).contains { $1.start.lexicographicallyPrecedes($0.end) }
        }
    }
}

extension JSON {
    fileprivate var bytes: [UInt8]? { string.map { Array($0.utf8) } }
}
