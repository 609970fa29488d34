/// A tree as one hash: how many leaves, and the root over them.
public struct TreeHead: Sendable, Hashable {
    /// The number of leaves.
    public let size: UInt64
    /// The root hash over them.
    public let root: TreeHash

    /// A head that somebody states.
    public init(size: UInt64, root: TreeHash) {
        self.size = size
        self.root = root
    }

    /// The head of a log that has no entry yet.
    public static let empty = TreeHead(size: 0, root: .empty)
}
