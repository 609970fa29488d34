public import Evidence

/// A log that tells two stories: its entries are the same up to a size, then others.
public struct SampleLog: Sendable {
    /// Which entries come after the fork.
    public enum Story: Sendable, CaseIterable {
        /// What witnesses are shown first.
        case first
        /// What contradicts it.
        case second
    }

    /// The key of the log.
    public let key: SigningKey
    private let first: MerkleTree
    private let second: MerkleTree

    /// A log whose stories part after a number of entries.
    public init(name: String = "example.org/district", size: UInt64, forkedAt fork: UInt64, seed: UInt8 = 1) throws {
        key = try SampleKey.key(name, .note, seed)
        var (first, second) = (MerkleTree(), MerkleTree())
        for index in 0..<size {
            let bytes = withUnsafeBytes(of: index.bigEndian) { Array($0) }
            first.append(.leaf(bytes))
            second.append(.leaf(index < fork ? bytes : bytes + [1]))
        }
        (self.first, self.second) = (first, second)
    }

    /// The entries of a story as a tree.
    public func tree(_ story: Story = .first) -> MerkleTree {
        switch story {
        case .first: first
        case .second: second
        }
    }

    /// The signed checkpoint at a size.
    public func note(at size: UInt64, _ story: Story = .first) throws -> SignedNote {
        let checkpoint = Checkpoint(of: key.verifier.name, head: try tree(story).head(at: size))
        return try SignedNote(checkpoint.text, signedBy: key)
    }

    /// The proof from an earlier size to a later one; without hashes where there is none.
    public func proof(from old: UInt64, to size: UInt64, _ story: Story = .first) throws -> SizedProof {
        let isProvable = old > 0 && old <= size
        let none = ConsistencyProof(hashes: [])
        return try SizedProof(from: old, isProvable ? tree(story).consistencyProof(from: old, to: size) : none)
    }

    /// A request to cosign the checkpoint at a size, with the proof from an earlier one.
    public func request(from old: UInt64, to size: UInt64, _ story: Story = .first) throws -> CosignRequest {
        CosignRequest(try proof(from: old, to: size, story), try note(at: size, story))
    }

    /// Whether a checkpoint is one of a story.
    public func tells(_ story: Story, _ checkpoint: Checkpoint) throws -> Bool {
        try tree(story).head(at: checkpoint.head.size) == checkpoint.head
    }
}

/// Keys for tests: a seed is one byte, 32 times.
public enum SampleKey {
    /// A name or a key can't be made.
    public struct Impossible: Error {}

    /// The key of a seed.
    public static func key(_ name: String, _ kind: KeyKind, _ byte: UInt8) throws -> SigningKey {
        guard let name = KeyName(name),
            let key = SigningKey(name: name, kind: kind, seed: [UInt8](repeating: byte, count: 32))
        else { throw Impossible() }
        return key
    }
}
