/// What somebody kept since before, held against a packet.
///
/// Source: docs/reference/packet.md, Verifying.
struct KeptChecks {
    private struct Kept {
        let head: TreeHead?
        let size: UInt64
    }

    private var checkpoints: [Kept] = []
    private var receipts: [[UInt8]] = []
    private var seen: Set<TreeHash> = []
    private var wanted: Set<TreeHash> = []
    /// Leaves that were kept, those of the lowest place last.
    private var leaves: [KeptLeaf] = []
    private var missing: [UInt64] = []
    private var waiting: [UInt64] = []
    private var reached: [UInt64: TreeHash] = [:]

    /// - Parameters:
    ///   - origin: of the packet's log; leaves of another say nothing about it.
    ///   - policy: nil where there is none whose word counts; then no signature is asked for.
    init(_ kept: [KeptEvidence], of origin: String?, policy: Policy?) {
        for one in kept {
            switch one {
            case .packet(let checkpoint, let leaves): keep(checkpoint, leaves, of: origin, policy)
            case .checkpoint(let note): keep(note, [], of: origin, policy)
            case .receipt(let bytes): receipts.append(bytes)
            case .proof(let proof):
                let leaf = KeptLeaf(index: proof.inclusion.index, hash: .leaf(proof.extra ?? []))
                keep(proof.note.bytes, [leaf], of: origin, policy)
            }
        }
        leaves = Set(leaves).sorted { $0.index > $1.index }
        waiting = Set(checkpoints.map(\.size)).sorted(by: >)
        wanted = Set(receipts.compactMap { Self.receipt($0)?.receipt.leaf })
    }

    private mutating func keep(_ note: [UInt8], _ kept: [KeptLeaf], of origin: String?, _ policy: Policy?) {
        let read = PacketNote(note, policy)
        checkpoints.append(
            Kept(
                head: read.flatMap {
                    policy != nil && $0.signers.isEmpty || $0.checkpoint.origin != origin ? nil : $0.head
                },
                size: read?.head.size ?? PacketNote.statedSize(note) ?? 0))
        if read?.checkpoint.origin == origin { leaves += kept }
    }

    private static func receipt(_ bytes: [UInt8]) -> (receipt: Receipt, note: SignedNote)? {
        guard let note = try? SignedNote(parsing: bytes), let receipt = try? Receipt(note.text) else { return nil }
        return (receipt, note)
    }

    /// Whether the root at a size is asked for.
    func waits(for size: UInt64) -> Bool { waiting.last == size }

    /// Notes the root over the leaves of a whole packet at a size.
    mutating func reach(_ head: TreeHead) {
        guard waiting.last == head.size else { return }
        reached[head.size] = head.root
        waiting.removeLast()
    }

    /// Holds a leaf of the packet against those kept of its place.
    mutating func take(_ hash: TreeHash, at index: UInt64, isWhole: Bool) -> Set<PacketFault.Code> {
        if wanted.contains(hash) { seen.insert(hash) }
        var codes: Set<PacketFault.Code> = []
        while let next = leaves.last, next.index <= index {
            leaves.removeLast()
            if next.index == index {
                if next.hash != hash { codes.insert(.changed) }
            } else if isWhole {
                missing.append(next.index)
            }
        }
        return codes
    }

    /// Places of kept leaves that have to be in the packet and are not.
    func unseen(isWhole: Bool) -> [UInt64] { isWhole ? missing + leaves.map(\.index) : [] }

    /// What is wrong with the checkpoints and receipts.
    ///
    /// - Parameters:
    ///   - own: the packet's checkpoint.
    ///   - origin: the packet's log.
    ///   - earlier: states before it, with their proofs.
    ///   - isWhole: whether the packet holds all leaves.
    ///   - receiptKeys: keys that the log names for receipts.
    ///   - lastMoment: up to when the log goes on, in milliseconds.
    func faults(
        own: TreeHead?, origin: String, earlier: EarlierChecks, isWhole: Bool, receiptKeys: [String],
        lastMoment: Int64
    ) -> Set<PacketFault> {
        var faults: Set<PacketFault> = []
        for kept in checkpoints where !agrees(kept, own, earlier.proven) {
            let isUnshown = !isWhole && isBefore(kept, own) && !earlier.stated.contains(kept.size)
            faults.insert(PacketFault(isUnshown ? .unshown : .kept, .size(kept.size)))
        }
        for bytes in receipts {
            guard let (receipt, note) = Self.receipt(bytes), isSigned(receipt, note, by: receiptKeys, of: origin)
            else {
                faults.insert(PacketFault(.receipt))
                continue
            }
            if isWhole, !seen.contains(receipt.leaf), lastMoment > receipt.sealedByMilliseconds {
                faults.insert(PacketFault(.missing, .received(receipt.receivedMilliseconds)))
            }
        }
        return faults
    }

    private func agrees(_ kept: Kept, _ own: TreeHead?, _ earlier: [UInt64: TreeHash]) -> Bool {
        guard let head = kept.head, let own, head.size <= own.size else { return false }
        return head == own || earlier[head.size] == head.root || reached[head.size] == head.root
    }

    private func isBefore(_ kept: Kept, _ own: TreeHead?) -> Bool {
        guard let head = kept.head, let own else { return false }
        return head.size < own.size
    }

    private func isSigned(_ receipt: Receipt, _ note: SignedNote, by keys: [String], of origin: String) -> Bool {
        guard receipt.origin.utf8.elementsEqual(origin.utf8) else { return false }
        let keys = keys.compactMap { try? VerifierKey(parsing: $0) }.filter { $0.name.isWritten(origin + "/receipt") }
        return keys.contains { (try? note.verified(by: [$0])) != nil }
    }
}
