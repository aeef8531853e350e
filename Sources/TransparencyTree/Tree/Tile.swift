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

    private init(unchecked level: Int, _ index: Int64, _ hashCount: Int) {
        self.level = level
        self.index = index
        self.hashCount = hashCount
    }

    /// Nil where no tree has such a tile.
    public init?(level: Int, index: Int64, hashCount: Int = Tile.width) {
        // Level 7 has one tile: the leaves under it are as many as an Int64 can count.
        guard (0...7).contains(level), (1...Self.width).contains(hashCount),
            (0...Int64.max >> Int64((level + 1) * Self.height)).contains(index)
        else { return nil }
        self.init(unchecked: level, index, hashCount)
    }

    /// Reads such as `tile/0/x001/234.p/17`; nil where it is no tile's path as `path` gives it.
    public init?(path: String) {
        var parts = path.parts(at: UInt8(ascii: "/"))
        guard parts.count >= 3, let level = Int(parts[1]) else { return nil }
        var hashCount = Self.width
        if parts[parts.count - 2].hasSuffix(".p") {
            guard let count = Int(parts.removeLast()) else { return nil }
            hashCount = count
            parts[parts.count - 1].removeLast(2)
        }
        guard let index = Int64(parts[2...].map { $0.drop { $0 == "x" } }.joined()) else { return nil }
        self.init(level: level, index: index, hashCount: hashCount)
        guard self.path.hasSameBytes(as: path) else { return nil }
    }

    /// Every tile of a tree of `size` leaves, level by level.
    public static func all(size: Int64) -> [Tile] { added(from: 0, to: size) }

    /// The tiles that a tree of `size` leaves has, and did not have when it had `oldSize`.
    public static func added(from oldSize: Int64, to size: Int64) -> [Tile] {
        var tiles: [Tile] = []
        var (level, known, hashes) = (0, oldSize, size)
        while hashes > 0 {
            if hashes > known { tiles += row(level: level, from: known, to: hashes) }
            (level, known, hashes) = (level + 1, known / Int64(width), hashes / Int64(width))
        }
        return tiles
    }

    /// The bundles of entries of a log of `size`: like the tiles of level 0.
    public static func bundles(size: Int64) -> [Tile] { size > 0 ? row(level: 0, from: 0, to: size) : [] }

    /// - Precondition: `hashCount > known >= 0`.
    private static func row(level: Int, from known: Int64, to hashCount: Int64) -> [Tile] {
        (known / Int64(width)..<((hashCount - 1) / Int64(width) + 1)).map { index in
            Tile(unchecked: level, index, Int(min(Int64(width), hashCount - index * Int64(width))))
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
