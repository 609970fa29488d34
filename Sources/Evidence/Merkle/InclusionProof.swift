/// The hashes beside the path from a leaf to the root: with them, whoever has the leaf computes the root.
public struct InclusionProof: Sendable, Hashable {
    /// The place of the leaf, from 0.
    public let index: UInt64
    /// The leaf's sibling first, the root's child last.
    public let hashes: [TreeHash]

    /// A proof that somebody states.
    public init(index: UInt64, hashes: [TreeHash]) {
        self.index = index
        self.hashes = hashes
    }

    /// Whether the leaf with this hash is at ``index`` in the tree. Source: RFC 9162, 2.1.3.2.
    ///
    /// The head is to be one that was signed: the root alone does not fix the size.
    public func holds(for leaf: TreeHash, in head: TreeHead) -> Bool {
        guard index < head.size else { return false }
        var (node, last, root) = (index, head.size - 1, leaf)
        for hash in hashes {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                root = .node(hash, root)
                node.climb(&last)
            } else {
                root = .node(root, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && root == head.root
    }
}

extension UInt64 {
    /// Goes up while this node is a left child that is the last of its level, and so stands alone there.
    mutating func climb(_ last: inout UInt64) {
        while self & 1 == 0 && self != 0 { (self, last) = (self >> 1, last >> 1) }
    }
}
