/// A tree with all its final hashes in memory: for packets and tests. A log of millions keeps them in its database.
public struct MerkleTree: Sendable {
    private var edge = TreeEdge()
    private var levels: [[TreeHash]] = []

    /// The tree without leaves.
    public init() {}

    /// The head over all leaves so far.
    public var head: TreeHead { edge.head }

    /// Appends a leaf by its hash.
    public mutating func append(_ leaf: TreeHash) {
        edge.append(leaf) { place, hash in
            if place.level == levels.count { levels.append([]) }
            levels[place.level].append(hash)
        }
    }

    /// A final hash.
    ///
    /// - Throws: ``OutsideOfTree`` when there is none there yet.
    public func node(_ place: NodePlace) throws(OutsideOfTree) -> TreeHash {
        guard levels.indices.contains(place.level), place.index < levels[place.level].count else {
            throw OutsideOfTree()
        }
        return levels[place.level][Int(place.index)]
    }

    /// The head at an earlier size.
    ///
    /// - Throws: ``OutsideOfTree`` for a size that the tree has not reached.
    public func head(at size: UInt64) throws -> TreeHead {
        TreeHead(size: size, root: try TreePlan.root(at: size).hashes(node)[0])
    }

    /// The proof that the leaf at an index is in the tree of a size.
    ///
    /// - Throws: ``OutsideOfTree`` when the index is not below the size, or the tree has not reached it.
    public func inclusionProof(of index: UInt64, in size: UInt64) throws -> InclusionProof {
        InclusionProof(index: index, hashes: try TreePlan.inclusion(of: index, in: size).hashes(node))
    }

    /// The proof that the tree of a size begins with that of an earlier one.
    ///
    /// - Throws: ``OutsideOfTree`` when the earlier size is 0 or above the later one, or the tree has not reached it.
    public func consistencyProof(from earlier: UInt64, to later: UInt64) throws -> ConsistencyProof {
        ConsistencyProof(hashes: try TreePlan.consistency(from: earlier, to: later).hashes(node))
    }
}
