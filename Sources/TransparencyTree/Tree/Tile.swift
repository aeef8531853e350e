/// A tile of C2SP tlog-tiles: up to 256 neighbouring hashes of one level of every eighth.
public struct Tile: Hashable, Sendable {
    /// Hashes in a full tile, and tree levels from one tile to the tile above it.
    public static let width = 256
    public static let height = 8

    /// 0 for leaves; a hash of level `level` covers `256^level` leaves.
    public let level: Int
    public let index: Int64
    /// 1…256; fewer than 256 only in the last tile of a level.
    public let hashCount: Int

    /// Every tile of a tree of `size` leaves, level by level.
    public static func all(size: Int64) -> [Tile] {
        var tiles: [Tile] = []
        var (level, hashes) = (0, size)
        while hashes > 0 {
            tiles += row(level: level, hashCount: hashes)
            hashes /= Int64(width)
            level += 1
        }
        return tiles
    }

    /// The bundles of entries of a log of `size`: like the tiles of level 0.
    public static func bundles(size: Int64) -> [Tile] { row(level: 0, hashCount: size) }

    private static func row(level: Int, hashCount: Int64) -> [Tile] {
        stride(from: 0, to: hashCount, by: width).map { start in
            Tile(level: level, index: start / Int64(width), hashCount: Int(min(Int64(width), hashCount - start)))
        }
    }

    /// The nodes whose hashes stand in it, in order.
    public var nodes: [TreeNode] {
        (0..<Int64(hashCount)).map { TreeNode(level: level * Self.height, index: index * Int64(Self.width) + $0) }
    }

    /// Such as `tile/0/x001/234.p/17`.
    public var path: String { "tile/\(level)/" + indexPath }

    /// Where the entries under a tile of level 0 stand, such as `tile/entries/x001/234.p/17`.
    public var bundlePath: String { "tile/entries/" + indexPath }

    private var indexPath: String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            groups.append((groups.isEmpty ? "" : "x") + String(repeating: "0", count: 3 - digits.count) + digits)
            rest /= 1000
        } while rest > 0
        return groups.reversed().joined(separator: "/") + (hashCount < Self.width ? ".p/\(hashCount)" : "")
    }
}
