/// What somebody kept since before, to be held against a packet.
///
/// Source: docs/reference/packet.md, Verifying.
public enum KeptEvidence: Sendable {
    /// An earlier packet: its checkpoint, and the hash of each leaf in it, by its place, ascending.
    case packet(checkpoint: [UInt8], leaves: [KeptLeaf])
    /// A checkpoint.
    case checkpoint([UInt8])
    /// A receipt.
    case receipt([UInt8])
    /// The proof of one entry.
    case proof(EntryProof)

    /// A file that is no packet; nil when it is none of these.
    public init?(file bytes: [UInt8]) {
        if Receipt.isBegun(bytes) {
            guard let note = try? SignedNote(parsing: bytes), (try? Receipt(note.text)) != nil else { return nil }
            self = .receipt(bytes)
        } else if bytes.starts(with: Array("c2sp.org/tlog-proof@".utf8)) {
            guard let proof = try? EntryProof(parsing: bytes), let leaf = proof.extra,
                let head = try? Checkpoint(proof.note.text).head, proof.inclusion.holds(for: .leaf(leaf), in: head)
            else { return nil }
            self = .proof(proof)
        } else {
            guard let note = try? SignedNote(parsing: bytes), (try? Checkpoint(note.text)) != nil else { return nil }
            self = .checkpoint(bytes)
        }
    }
}

extension KeptEvidence {
    /// How many events the state has that it leads to; nil for a receipt, and where nothing says it.
    public var size: UInt64? {
        switch self {
        case .packet(let note, _), .checkpoint(let note): PacketNote.statedSize(note)
        case .proof(let proof): PacketNote.statedSize(proof.note.bytes)
        case .receipt: nil
        }
    }
}

/// A leaf that somebody has kept.
public struct KeptLeaf: Sendable, Hashable {
    /// Its place.
    public let index: UInt64
    /// Its hash.
    public let hash: TreeHash

    /// A leaf at a place.
    public init(index: UInt64, hash: TreeHash) {
        self.index = index
        self.hash = hash
    }
}
