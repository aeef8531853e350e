/// Makes roots and proofs from the stored hashes of complete subtrees, reading a number of them logarithmic in the size.
public struct TreeProver {
    private let hash: (TreeNode) throws -> TreeHash

    /// - Parameter hash: gives the stored hash of a complete subtree.
    public init(hash: @escaping (TreeNode) throws -> TreeHash) { self.hash = hash }

    /// The root of the tree at a size: now, or at any time before.
    public func root(size: Int64) throws -> TreeHash { try root(of: 0..<size) }

    private func root(of leaves: Range<Int64>) throws -> TreeHash {
        let nodes = TreeNode.covering(leaves)
        guard let last = nodes.last else { return .emptyRoot }
        var root = try hash(last)
        for node in nodes.dropLast().reversed() { root = .node(try hash(node), root) }
        return root
    }

    /// The audit path of a leaf in the tree of `size` leaves, from its sibling up to the root's child
    /// (RFC 9162, section 2.1.3.1).
    ///
    /// - Precondition: `0 <= leaf < size`.
    public func inclusionProof(of leaf: Int64, size: Int64) throws -> [TreeHash] {
        precondition(leaf >= 0 && leaf < size, "a leaf is proved in a tree that has it")
        var path: [TreeHash] = []
        var leaves = 0..<size
        while leaves.count > 1 {
            let split = leaves.lowerBound + Int64(leaves.count).splitPoint
            if leaf < split {
                path.append(try root(of: split..<leaves.upperBound))
                leaves = leaves.lowerBound..<split
            } else {
                path.append(try root(of: leaves.lowerBound..<split))
                leaves = split..<leaves.upperBound
            }
        }
        return path.reversed()
    }

    /// The proof that the tree of `old` leaves is a prefix of that of `new` (RFC 9162, section 2.1.4.1). It is empty
    /// for an old tree that is empty or the same.
    ///
    /// - Precondition: `0 <= old <= new`.
    public func consistencyProof(from old: Int64, to new: Int64) throws -> [TreeHash] {
        precondition(old >= 0 && old <= new, "a tree is proved against one that is not smaller")
        guard old > 0 else { return [] }
        var path: [TreeHash] = []
        var leaves = 0..<new
        // Whether the old tree's part of `leaves` has been a whole tree so far: then the verifier knows its root.
        var isKnown = true
        while leaves.upperBound != old {
            let split = leaves.lowerBound + Int64(leaves.count).splitPoint
            if old <= split {
                path.append(try root(of: split..<leaves.upperBound))
                leaves = leaves.lowerBound..<split
            } else {
                path.append(try root(of: leaves.lowerBound..<split))
                leaves = split..<leaves.upperBound
                isKnown = false
            }
        }
        if !isKnown { path.append(try root(of: leaves)) }
        return path.reversed()
    }
}

/// Checks proofs, knowing nothing of the tree but roots.
public enum TreeVerifier {
    /// The root that an audit path leads to, or nil where it has too few or too many hashes
    /// (RFC 9162, section 2.1.3.2).
    public static func root(of leaf: TreeHash, at index: Int64, size: Int64, path: [TreeHash]) -> TreeHash? {
        guard index >= 0, index < size else { return nil }
        var (node, last, root) = (index, size - 1, leaf)
        for hash in path {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                root = .node(hash, root)
                // A right edge without a sibling moves up until it has one.
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                root = .node(root, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 ? root : nil
    }

    /// Whether `path` proves that the tree with the old root is a prefix of that with the new
    /// (RFC 9162, section 2.1.4.2; an empty tree is a prefix of every other).
    public static func isConsistent(
        oldSize: Int64, oldRoot: TreeHash, newSize: Int64, newRoot: TreeHash, path: [TreeHash]
    ) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return path.isEmpty && oldRoot == .emptyRoot }
        // The old root is the proof's first hash where the old tree is a complete subtree.
        let isComplete = oldSize & (oldSize - 1) == 0
        var rest = (isComplete ? [oldRoot] : []) + path
        guard !rest.isEmpty else { return false }
        var (node, last) = (oldSize - 1, newSize - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        let first = rest.removeFirst()
        var (old, new) = (first, first)
        for hash in rest {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                (old, new) = (.node(hash, old), .node(hash, new))
                while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                new = .node(new, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
