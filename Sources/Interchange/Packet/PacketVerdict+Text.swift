public import Evidence
import Foundation

extension PacketVerdict {
    /// The verdict in plain words, for whoever checks a packet: what was found, or each thing that is wrong.
    public var text: String {
        (faults.isEmpty ? good : bad).joined(separator: "\n") + "\n"
    }

    private var good: [String] {
        let size = checkpoint?.head.size ?? 0
        return [
            "Nothing is wrong with this packet.",
            "",
            head?.scope == .all
                ? "It is about everything in the record \(origin)."
                : "It is about \(head?.about ?? "") (\(head?.scope.rawValue ?? "")), from the record \(origin).",
            head?.isWhole == true
                ? "All \(size) events of the record are in it. None was changed, removed or put in between."
                : "Each event in it stands in the record of \(size) events, unchanged.",
            cosignatures.isEmpty
                ? "Nobody but the record itself has signed that state."
                : "That state was also signed by "
                    + cosignatures.map { "\($0.name) on \(Self.day($0.seconds))" }
                    .joined(separator: " and by ") + ".",
            sums,
        ] + (head?.isWhole == true && silent > 0 ? ["\(silent) events show nothing of themselves to you."] : [])
    }

    private var bad: [String] {
        var lines = [
            status == 2 ? "This packet can't be compared with what you kept:" : "Something is wrong with this packet:",
            "",
        ]
        for fault in faults.prefix(200) { lines.append("- " + words(fault)) }
        if faults.count > 200 { lines.append("- and \(faults.count - 200) more.") }
        return lines + ["", sums]
    }

    private var origin: String { checkpoint?.origin ?? head?.origin ?? "" }

    private var sums: String {
        let (hours, minutes) = (totals.minutes / 60, totals.minutes % 60)
        var text = "Recounted: \(totals.entries) entries with \(hours) h \(minutes) min"
        if totals.held > 0 { text += ", \(totals.held) held" }
        if totals.takenOut > 0 { text += ", \(totals.takenOut) taken out" }
        return text + "."
    }

    /// The last of the year 9999.
    private static let lastSecond: Int64 = 253_402_300_799

    private static func day(_ seconds: Int64) -> String {
        guard seconds <= lastSecond else { return "second \(seconds)" }
        let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateTimeSeparator(.space)
            .time(includingFractionalSeconds: false)
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(format) + " UTC"
    }

    private func entry(_ index: UInt64) -> String {
        let subject = subjects[index] ?? ""
        return subject.isEmpty ? "Event \(index)" : "Event \(index) (\(subject))"
    }

    private func words(_ fault: PacketFault) -> String {
        switch (fault.code, fault.place) {
        case (.unreadable, .file(let name)): "\(name) is missing, doubled, unknown, or can't be read."
        case (.manifest, .file(let name)): "\(name) is not the file that MANIFEST.sha256 lists."
        case (.policy, _): "policy.txt can't be read, or is about another record."
        case (.checkpoint, _): "checkpoint.txt is not signed by the record's key, or is malformed."
        case (.quorum, _): "Too few of those whose word counts have signed checkpoint.txt."
        case (.key, _):
            "checkpoint.txt is signed by a key that was not in force, or the policy names a key that is not the record's."
        case (.earlier, .nowhere): "A state in earlier.jsonl is malformed."
        case (.earlier, .size(let size)):
            "The earlier state of \(size) events does not lead to this one: the record was changed."
        case (.tree, _): "The events are not those that the record signed. " + range
        case (.proof, .index(let index)): "\(entry(index)) is not in the record at that place."
        case (.leaf, .index(let index)):
            "\(entry(index)) was changed or is lost: its bytes are not those that were sealed."
        case (.field, .index(let index)): "\(entry(index)): something it says was changed after it was sealed."
        case (.double, .index(let index)): "\(entry(index)) says one thing twice."
        case (.total, _): "The totals stated in packet.json are not those of the entries."
        case (.kept, .size(let size)):
            checkpoint.map { size > $0.head.size } == true
                ? "This packet ends at \(checkpoint?.head.size ?? 0) events, before what you kept (\(size) events): it was made before, or events "
                    + "are gone. Ask for a newer one."
                : "The state of \(size) events that you kept does not lead to this one: the record was changed."
        case (.unshown, .size(let size)):
            "What you kept ends at \(size) events, and this packet does not show how the record went on from there. Ask for "
                + "one that does: afterbell export evidence … --kept FILE. If nobody can write it, events were changed."
        case (.changed, .index(let index)): "\(entry(index)) is not the one that you kept: it was changed or removed."
        case (.missing, .received(let moment)):
            "An entry received on \(Self.day(moment / 1000)) has a receipt and is not in the record: it was left out."
        case (.receipt, _): "A receipt that you kept is not signed by this record."
        default: fault.code.rawValue
        }
    }

    private var range: String {
        guard let size = checkpoint?.head.size, agreedUpTo < size else { return "" }
        guard agreedUpTo > 0 else { return "No state that was signed before agrees with them." }
        return "Up to event \(agreedUpTo - 1) they agree with what was signed before; look at those after it."
    }
}
