import Evidence
import StrictJSON

/// What the entries of a packet come to, and which of them are held, from the fields that it shows.
struct PacketTally {
    private struct Hold {
        let version: Int64
        let step: Int64
        let isHeld: Bool
    }

    private var entries = PacketEntries()
    private var versions: [String: Int64] = [:]
    private var takenOut: Set<String> = []
    private var holds: [String: Hold] = [:]

    mutating func take(_ kind: String, _ shown: [Disclosure]) {
        let fields = Dictionary(shown.map { ($0.name, $0.value) }) { first, _ in first }
        guard let id = fields["work_entry_id"]?.string, let version = fields["version"]?.wholeNumber else { return }
        switch kind {
        case "work_entry":
            entries.take(fields)
            guard version > versions[id] ?? 0 else { return }
            versions[id] = version
            if fields["is_withdrawn"]?.bool == true { takenOut.insert(id) } else { takenOut.remove(id) }
        case "entry_hold":
            guard let step = fields["step"]?.wholeNumber, let state = fields["state"]?.string else { return }
            if let known = holds[id], (known.version, known.step) > (version, step) { return }
            holds[id] = Hold(version: version, step: step, isHeld: state == "held")
        default: break
        }
    }

    /// The ids of those whose newest version is held and not taken out, ascending.
    private var held: [String] {
        holds.filter { id, hold in hold.isHeld && versions[id] == hold.version && !takenOut.contains(id) }.keys.sorted()
    }

    func head(origin: String, scope: PacketHead.Scope, about: String, now: Int64, isWhole: Bool) -> PacketHead {
        PacketHead(
            origin: origin, scope: scope, about: about, madeMilliseconds: now, isWhole: isWhole,
            totals: entries.totals(held: held), held: held)
    }
}
