/// The checkpoints before that of a packet: who signed them, and whether nothing changed since.
struct EarlierChecks {
    /// Whether each line has the form that it must have.
    private(set) var isReadable = true
    /// What is wrong with them.
    private(set) var faults: [PacketFault] = []
    /// The heads that are proved to be earlier states, by size.
    private(set) var proven: [UInt64: TreeHash] = [:]
    /// The largest size at which a signed checkpoint still agrees with the leaves of a whole packet.
    private(set) var agreed: UInt64 = 0
    /// All sizes that are stated, proved or not.
    private(set) var stated: Set<UInt64> = []
    private var waiting: [TreeHead] = []

    /// - Parameter policy: nil where there is none whose word counts; then no signature is asked for.
    init(_ bytes: [UInt8], policy: Policy?, own: TreeHead?) {
        var last: UInt64 = 0
        guard bytes.isEmpty || bytes.last == .lineFeed else {
            isReadable = false
            return
        }
        for line in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).dropLast() {
            guard let one = EarlierCheckpoint(parsing: Array(line)) else {
                isReadable = false
                return
            }
            let size = PacketNote.statedSize(one.note)
            if let size, size <= last, last > 0 { isReadable = false }
            if let size { stated.insert(size) }
            let note = PacketNote(one.note, policy)
            if let note, note.head.size < own?.size ?? .max, policy == nil || !note.signers.isEmpty,
                own.map({ one.proof.holds(from: note.head, to: $0) }) ?? true
            {
                proven[note.head.size] = note.head.root
            } else {
                faults.append(PacketFault(.earlier, size.map { .size($0) } ?? .nowhere))
            }
            if let note, !note.signers.isEmpty { waiting.append(note.head) }
            last = max(last, size ?? 0)
        }
        waiting.sort { $0.size > $1.size }
    }

    /// Whether the root at a size is asked for.
    func waits(for size: UInt64) -> Bool { waiting.last?.size == size }

    /// Notes the root over the leaves of a whole packet at a size.
    mutating func reach(_ head: TreeHead) {
        while let next = waiting.last, next.size == head.size {
            if next == head { agreed = head.size }
            waiting.removeLast()
        }
    }
}
