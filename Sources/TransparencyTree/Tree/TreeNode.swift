/// The root of a complete subtree: leaves `index << level` up to, not including, `(index + 1) << level`.
public struct TreeNode: Hashable, Sendable {
    /// 0 for a leaf.
    public let level: Int
    public let index: Int64

    public init(level: Int, index: Int64) {
        self.level = level
        self.index = index
    }

    /// The index of its last leaf. With that leaf the subtree is complete, and its hash never changes.
    public var lastLeaf: Int64 { (index + 1) << Int64(level) - 1 }

    /// The complete subtrees that leaves `range` fall into, from left to right, the fewest possible.
    ///
    /// `range` is one that RFC 9162 splits a tree into: its start is a multiple of a power of two not below its length.
    static func covering(_ range: Range<Int64>) -> [TreeNode] {
        var nodes: [TreeNode] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let level = (range.upperBound - start).floorLog2
            nodes.append(TreeNode(level: level, index: start >> Int64(level)))
            start += 1 << Int64(level)
        }
        return nodes
    }
}

extension Int64 {
    /// The exponent of the largest power of two not above this number, which is 1 or more.
    var floorLog2: Int { Int64.bitWidth - 1 - leadingZeroBitCount }

    /// The largest power of two below this number, which is 2 or more: where RFC 9162 splits a tree of so many leaves.
    var splitPoint: Int64 { 1 << Int64((self - 1).floorLog2) }
}
