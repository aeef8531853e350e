/// The right edge of a growing tree: the roots of the complete subtrees that its leaves fall into, from left to right.
/// All that is needed to append, and to know the root.
public struct TreeEdge: Sendable {
    public private(set) var size: Int64
    private var hashes: [TreeHash]

    /// The edge of an empty tree.
    public init() {
        size = 0
        hashes = []
    }

    /// The edge of a tree of `size` leaves.
    ///
    /// - Parameter hash: gives the hash of a complete subtree; it is asked for as many as `size` has ones in binary.
    public init(size: Int64, hash: (TreeNode) throws -> TreeHash) rethrows {
        self.size = size
        hashes = try TreeNode.covering(0..<size).map(hash)
    }

    /// Appends a leaf.
    ///
    /// - Parameter completed: is given the hash of each subtree that this leaf completes: the leaf itself, then the
    ///   inner nodes from the lowest level upwards.
    public mutating func append(_ leaf: TreeHash, completed: (TreeHash) -> Void) {
        completed(leaf)
        var top = leaf
        // As many subtrees are completed as the old size ends in ones.
        for _ in 0..<(~size).trailingZeroBitCount {
            top = .node(hashes.removeLast(), top)
            completed(top)
        }
        hashes.append(top)
        size += 1
    }

    public mutating func append(_ leaf: TreeHash) { append(leaf) { _ in } }

    /// The root of the tree so far (RFC 9162, section 2.1.1).
    public var root: TreeHash {
        guard var root = hashes.last else { return .emptyRoot }
        for hash in hashes.dropLast().reversed() { root = .node(hash, root) }
        return root
    }
}
