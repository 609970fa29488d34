/// A consistency proof with the size of the earlier tree that it begins at: the head of an `add-checkpoint` request,
/// and the file that goes with a checkpoint which is cosigned by hand.
///
/// Source: C2SP tlog-witness, add-checkpoint.
public struct SizedProof: Sendable, Hashable {
    /// More hashes than this are refused.
    public static let mostHashes = 63

    /// The size of the earlier tree; 0 when the witness has seen none.
    public let oldSize: UInt64
    /// The proof from there; without hashes when the earlier tree is empty, or the same.
    public let proof: ConsistencyProof

    /// A proof that somebody states.
    ///
    /// - Throws: ``WitnessRefusal/Malformed/tooManyHashes``.
    public init(from oldSize: UInt64, _ proof: ConsistencyProof) throws(WitnessRefusal.Malformed) {
        guard proof.hashes.count <= Self.mostHashes else { throw .tooManyHashes }
        self.oldSize = oldSize
        self.proof = proof
    }

    /// Reads `old SIZE` and the hashes, a line each.
    ///
    /// - Throws: ``WitnessRefusal/Malformed``.
    public init(parsing bytes: some BidirectionalCollection<UInt8>) throws(WitnessRefusal.Malformed) {
        guard bytes.count <= CosignRequest.mostBytes, let text = try? NoteText(bytes) else { throw .badHead }
        let lines = text.lines
        guard lines[0].hasPrefix("old "), let oldSize = UInt64(plain: lines[0].dropFirst(4)) else { throw .badOldSize }
        guard lines.count - 1 <= Self.mostHashes else { throw .tooManyHashes }
        var hashes: [TreeHash] = []
        for line in lines.dropFirst() {
            guard let hash = Base64.bytes(line).flatMap(TreeHash.init(bytes:)) else {
                throw .badHash(line: hashes.count + 2)
            }
            hashes.append(hash)
        }
        try self.init(from: oldSize, ConsistencyProof(hashes: hashes))
    }

    /// The lines, as they are sent or kept in a file.
    public var bytes: [UInt8] {
        NoteText(lines: ["old \(oldSize)"] + proof.hashes.map(\.description)).bytes
    }
}
