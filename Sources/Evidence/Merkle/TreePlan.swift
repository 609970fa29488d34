/// A place in a tree whose hash no further leaf can change: it is the root over leaves
/// `index << level ..< (index + 1) << level`.
public struct NodePlace: Sendable, Hashable {
    /// How far above the leaves; a leaf's own hash is at 0.
    public let level: Int
    /// The place among the nodes of that level, from 0.
    public let index: UInt64

    /// A place.
    public init(level: Int, index: UInt64) {
        self.level = level
        self.index = index
    }
}

/// A tree was asked for something that it does not hold.
public struct OutsideOfTree: Error, Hashable {}

/// Which final hashes a head or a proof is made of, so that whoever keeps them fetches them all at once: as many as the
/// tree has levels, times two at most.
public struct TreePlan: Sendable, Hashable {
    /// For each hash that is wanted, the nodes that it is the root over, from the largest to the smallest.
    private let roots: [[NodePlace]]

    /// All nodes to fetch.
    public var places: [NodePlace] { roots.flatMap { $0 } }

    /// The hashes that are wanted, from those of the nodes.
    public func hashes(_ node: (NodePlace) throws -> TreeHash) rethrows -> [TreeHash] {
        try roots.map { try $0.map(node).root }
    }

    /// The root at a size.
    public static func root(at size: UInt64) -> TreePlan {
        TreePlan(roots: [(0..<size).peaks])
    }

    /// The hashes of the proof that the leaf at an index is in the tree of a size. Source: RFC 9162, 2.1.3.1.
    ///
    /// - Throws: ``OutsideOfTree`` when the index is not below the size.
    public static func inclusion(of index: UInt64, in size: UInt64) throws(OutsideOfTree) -> TreePlan {
        guard index < size else { throw OutsideOfTree() }
        return TreePlan(roots: path(to: index, in: 0..<size).map(\.peaks))
    }

    /// The hashes of the proof that the tree of a size begins with that of an earlier one. Source: RFC 9162, 2.1.4.1.
    ///
    /// - Throws: ``OutsideOfTree`` when the earlier size is 0 or above the later one.
    public static func consistency(from earlier: UInt64, to later: UInt64) throws(OutsideOfTree) -> TreePlan {
        guard earlier > 0, earlier <= later else { throw OutsideOfTree() }
        return TreePlan(roots: subproof(earlier, in: 0..<later, known: true).map(\.peaks))
    }

    private static func path(to index: UInt64, in leaves: Range<UInt64>) -> [Range<UInt64>] {
        guard let (left, right) = leaves.halves else { return [] }
        return index < left.upperBound ? path(to: index, in: left) + [right] : path(to: index, in: right) + [left]
    }

    private static func subproof(_ end: UInt64, in leaves: Range<UInt64>, known: Bool) -> [Range<UInt64>] {
        guard end < leaves.upperBound, let (left, right) = leaves.halves else { return known ? [] : [leaves] }
        return end <= left.upperBound
            ? subproof(end, in: left, known: known) + [right]
            : subproof(end, in: right, known: false) + [left]
    }
}

extension Range<UInt64> {
    /// The perfect trees that these leaves consist of, from the largest to the smallest. They begin at a multiple of the
    /// largest, as the halves of a tree do.
    var peaks: [NodePlace] {
        let size = upperBound - lowerBound
        return (0..<UInt64.bitWidth).reversed().filter { size >> UInt64($0) & 1 == 1 }.map { level in
            NodePlace(level: level, index: (upperBound >> UInt64(level)) - 1)
        }
    }

    /// The two trees below the root: the left one is the largest power of two that leaves something on the right.
    fileprivate var halves: (left: Self, right: Self)? {
        let count = upperBound - lowerBound
        guard count > 1 else { return nil }
        let middle = lowerBound + (1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount))
        return (lowerBound..<middle, middle..<upperBound)
    }
}

extension [TreeHash] {
    /// The root over perfect trees, from the largest to the smallest.
    var root: TreeHash {
        guard var root = last else { return .empty }
        for peak in dropLast().reversed() { root = .node(peak, root) }
        return root
    }
}
