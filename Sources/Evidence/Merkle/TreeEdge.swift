/// The right edge of a growing tree: all that is needed to append leaves and to state the root, in the memory of 64 hashes
/// at most, however many leaves there are.
public struct TreeEdge: Sendable {
    /// How many leaves were appended.
    public private(set) var size: UInt64 = 0
    private var peaks: [TreeHash] = []

    /// The edge of the tree without leaves.
    public init() {}

    /// The edge of a tree of a size, to go on from; the nodes to fetch are those of ``TreePlan/root(at:)``.
    public init(size: UInt64, _ node: (NodePlace) throws -> TreeHash) rethrows {
        self.size = size
        peaks = try (0..<size).peaks.map(node)
    }

    /// Appends a leaf; the hashes that it completes are not kept.
    public mutating func append(_ leaf: TreeHash) {
        append(leaf) { _, _ in }
    }

    /// Appends a leaf.
    ///
    /// - Parameter complete: told each hash that is now final, lowest first: the leaf's own, then those of the nodes that
    ///   it completes. Who keeps them can prove any leaf later. When it throws, the edge is as before; what was kept of
    ///   this leaf is to be dropped.
    public mutating func append(_ leaf: TreeHash, complete: (NodePlace, TreeHash) throws -> Void) rethrows {
        var (place, hash, kept) = (NodePlace(level: 0, index: size), leaf, peaks.count)
        try complete(place, hash)
        while place.index & 1 == 1 {
            place = NodePlace(level: place.level + 1, index: place.index >> 1)
            kept -= 1
            hash = .node(peaks[kept], hash)
            try complete(place, hash)
        }
        peaks.removeLast(peaks.count - kept)
        peaks.append(hash)
        size += 1
    }

    /// The head over all leaves so far.
    public var head: TreeHead {
        TreeHead(size: size, root: peaks.root)
    }
}
