public import StrictJSON

/// The entries that a packet shows, from the fields of their events, and what they come to.
///
/// Source: docs/reference/packet.md, packet.json.
public struct PacketEntries: Sendable {
    private struct Entry: Sendable {
        let version: Int64
        let minutes: Int64
        let isTakenOut: Bool
        let employee: String?
        let starts: String?
        let ends: String?
    }

    private var newest: [String: Entry] = [:]

    /// No entries yet.
    public init() {}

    /// Takes in the fields of an event.
    public mutating func take(_ fields: [String: JSON]) {
        guard fields["kind"]?.string == "work_entry", let id = fields["work_entry_id"]?.string,
            let version = fields["version"]?.wholeNumber, let minutes = fields["worked_minutes"]?.wholeNumber,
            let isTakenOut = fields["is_withdrawn"]?.bool, version >= newest[id]?.version ?? .min
        else { return }
        newest[id] = Entry(
            version: version, minutes: minutes, isTakenOut: isTakenOut, employee: fields["employee_id"]?.string,
            starts: fields["starts_at"]?.string, ends: fields["ends_at"]?.string)
    }

    /// What they come to, when those named are held.
    public func totals(held: [String]) -> PacketTotals {
        let held = Set(held)
        var totals = PacketTotals()
        for (id, entry) in newest {
            if entry.isTakenOut {
                totals.takenOut += 1
            } else if held.contains(id) {
                totals.held += 1
            } else {
                totals.entries += 1
                totals.minutes &+= entry.minutes
            }
        }
        return totals
    }

    /// Whether the totals are those of the entries, every entry named is one that can be held, and no two of those that
    /// count overlap.
    func bear(_ totals: PacketTotals, held: [String]) -> Bool {
        self.totals(held: held) == totals && held.allSatisfy { newest[$0]?.isTakenOut == false }
            && !overlap(except: Set(held))
    }

    private func overlap(except held: Set<String>) -> Bool {
        var spans: [String: [(start: String, end: String)]] = [:]
        for (id, entry) in newest where !entry.isTakenOut && !held.contains(id) {
            guard let employee = entry.employee, let start = entry.starts, let end = entry.ends else { continue }
            spans[employee, default: []].append((start, end))
        }
        return spans.values.contains { spans in
            let sorted = spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            return zip(sorted, sorted.dropFirst()).contains { $1.start < $0.end }
        }
    }
}
