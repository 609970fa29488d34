/// The hashes from which the roots of an earlier and of a later tree both follow: nothing in the earlier one was changed,
/// taken out or put in between.
public struct ConsistencyProof: Sendable, Hashable {
    /// In the order of RFC 9162, 2.1.4.1; none for two trees of one size.
    public let hashes: [TreeHash]

    /// A proof that somebody states.
    public init(hashes: [TreeHash]) {
        self.hashes = hashes
    }

    /// Whether the later tree begins with the earlier one. Source: RFC 9162, 2.1.4.2.
    ///
    /// From the empty tree nothing can be proved, so that is refused: who knows no earlier head asks for none. Both heads are to be signed ones: a
    /// root alone does not fix the size.
    public func holds(from earlier: TreeHead, to later: TreeHead) -> Bool {
        guard earlier.size > 0, earlier.size <= later.size else { return false }
        if earlier.size == later.size { return hashes.isEmpty && earlier.root == later.root }
        guard !hashes.isEmpty else { return false }
        let whole = earlier.size & (earlier.size - 1) == 0
        return follows(whole ? [earlier.root] + hashes : hashes, earlier, later)
    }

    private func follows(_ path: [TreeHash], _ earlier: TreeHead, _ later: TreeHead) -> Bool {
        var (node, last) = (earlier.size - 1, later.size - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        var (before, after) = (path[0], path[0])
        for hash in path.dropFirst() {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                before = .node(hash, before)
                after = .node(hash, after)
                node.climb(&last)
            } else {
                after = .node(after, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && before == earlier.root && after == later.root
    }
}
