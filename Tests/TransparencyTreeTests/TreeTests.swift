import TestSupport
import Testing
import TransparencyTree

@Suite("Merkle tree")
struct TreeTests {
    // MARK: - Published values

    /// The leaves of Certificate Transparency's reference tests, which other implementations are held to as well.
    private static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57), Array(0x60...0x6F),
    ]

    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static let published = Grown(Self.leaves.map { $0.withUnsafeBytes { TreeHash.leaf(of: $0) } })

    @Test(arguments: 0...8)
    func publishedRoots(size: Int) throws {
        #expect(try Self.published.prover.root(size: Int64(size)).hexadecimal == Self.roots[size])
    }

    @Test(arguments: [
        (0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]),
        (5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
    ])
    func publishedInclusionProofs(leaf: Int64, size: Int64, path: [String]) throws {
        #expect(try Self.published.prover.inclusionProof(of: leaf, size: size).map(\.hexadecimal) == path)
    }

    @Test(arguments: [
        (1, 1, []),
        (1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]),
        (6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]),
        (2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
    ] as [(Int64, Int64, [String])])
    func publishedConsistencyProofs(old: Int64, new: Int64, path: [String]) throws {
        #expect(try Self.published.prover.consistencyProof(from: old, to: new).map(\.hexadecimal) == path)
    }

    // MARK: - Against the definition

    /// Every size up to 300, every leaf, every earlier size.
    @Test func smallTreesAgreeWithTheDefinition() throws {
        let size: Int64 = 300
        let tree = Grown(count: size)
        var naive = Definition(leaves: tree.leaves)
        for size in 0...size {
            let root = try tree.prover.root(size: size)
            #expect(root == naive.root(0..<size))
            #expect(root == tree.edgeRoots[Int(size)])
        }
        for size in 1...size {
            let root = naive.root(0..<size)
            for leaf in 0..<size {
                let path = try tree.prover.inclusionProof(of: leaf, size: size)
                try #require(path == naive.path(of: leaf, 0..<size))
                try #require(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: leaf, size: size, path: path) == root)
            }
            for old in 0...size {
                let path = try tree.prover.consistencyProof(from: old, to: size)
                try #require(path == (old == 0 ? [] : naive.proof(old, 0..<size, true)))
                try #require(
                    TreeVerifier.isConsistent(
                        oldSize: old, oldRoot: naive.root(0..<old), newSize: size, newRoot: root, path: path))
            }
        }
    }

    /// Random sizes up to a million, and proofs that were tampered with.
    @Test func bigTrees() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = Generator(seed: seed)
        print("bigTrees: seed \(seed)")
        let tree = Grown(count: 1_000_000, keepingEdges: false)
        var naive = Definition(leaves: tree.leaves)
        for _ in 0..<60 {
            let new = Int64.random(in: 1...tree.size, using: &random)
            let old = Int64.random(in: 1...new, using: &random)
            let leaf = Int64.random(in: 0..<new, using: &random)
            let (oldRoot, newRoot) = (naive.root(0..<old), naive.root(0..<new))
            #expect(try tree.prover.root(size: new) == newRoot)
            let path = try tree.prover.inclusionProof(of: leaf, size: new)
            #expect(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: leaf, size: new, path: path) == newRoot)
            let proof = try tree.prover.consistencyProof(from: old, to: new)
            func isConsistent(_ proof: [TreeHash], _ old: Int64 = old, _ new: Int64 = new) -> Bool {
                TreeVerifier.isConsistent(oldSize: old, oldRoot: oldRoot, newSize: new, newRoot: newRoot, path: proof)
            }
            #expect(isConsistent(proof))
            guard old < new else { continue }
            #expect(!isConsistent(proof.dropLast()))
            #expect(!isConsistent(proof + [newRoot]))
            #expect(!isConsistent(proof, old - 1) || old == 1)
            if !proof.isEmpty { #expect(!isConsistent(proof.reversed()) || proof == proof.reversed()) }
        }
    }

    /// A proof holds for one leaf, at one index, in one size, and for no other.
    @Test func inclusionProofsHoldForNothingElse() throws {
        let tree = Grown(count: 70)
        for size: Int64 in [1, 2, 3, 7, 8, 9, 33, 64, 65, 70] {
            let root = try tree.prover.root(size: size)
            for leaf in 0..<size {
                let path = try tree.prover.inclusionProof(of: leaf, size: size)
                for other in 0..<size where other != leaf {
                    #expect(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: other, size: size, path: path) != root)
                    #expect(TreeVerifier.root(of: tree.leaves[Int(other)], at: leaf, size: size, path: path) != root)
                }
                #expect(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: leaf, size: size, path: path + [root]) != root)
                if !path.isEmpty {
                    #expect(
                        TreeVerifier.root(of: tree.leaves[Int(leaf)], at: leaf, size: size, path: path.dropLast()) != root)
                }
                #expect(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: size, size: size, path: path) == nil)
                #expect(TreeVerifier.root(of: tree.leaves[Int(leaf)], at: -1, size: size, path: path) == nil)
            }
        }
    }

    /// What a proof reads grows with the logarithm of the size.
    @Test func proofsReadFewHashes() throws {
        let tree = Grown(count: 100_000, keepingEdges: false)
        for size: Int64 in [99_999, 65_535, 65_537, 100_000] {
            for leaf: Int64 in [0, 1, size / 2, size - 1] {
                var reads = 0
                let prover = TreeProver { node in
                    reads += 1
                    return tree.hash(node)
                }
                _ = try prover.inclusionProof(of: leaf, size: size)
                #expect(reads <= 2 * 17)
                reads = 0
                _ = try prover.root(size: size)
                #expect(reads <= 17)
                reads = 0
                _ = try prover.consistencyProof(from: leaf + 1, to: size)
                #expect(reads <= 4 * 17)
            }
        }
    }

    // MARK: - Tiles

    /// The specification's own example, and the path of its other one.
    @Test func tilesAsTheSpecificationHasThem() {
        let tiles = Tile.all(size: 70_000)
        #expect(tiles.filter { $0.level == 0 }.count == 274)
        #expect(tiles.filter { $0.level == 0 }.last?.hashCount == 112)
        #expect(tiles.filter { $0.level == 1 }.map(\.hashCount) == [256, 17])
        #expect(tiles.filter { $0.level == 2 }.map(\.hashCount) == [1])
        #expect(tiles.count == 277)
        #expect(tiles.filter { $0.level == 0 }.last?.path == "tile/0/273.p/112")
        #expect(Tile.all(size: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Tile.bundles(size: 256 * 1_234_068).last?.bundlePath == "tile/entries/x001/x234/067")
        #expect(Tile.all(size: 0).isEmpty && Tile.bundles(size: 0).isEmpty)
    }

    /// What a log publishes as it grows is, all in all, what it has; nothing complete is published twice.
    @Test func newTilesAreWhatTheOldTreeHadNot() {
        for (old, size): (Int64, Int64) in [(0, 1), (1, 1), (1, 2), (255, 256), (256, 257), (256, 512), (65_535, 65_537), (69_000, 70_000)] {
            let (before, after, added) = (Set(Tile.all(size: old)), Set(Tile.all(size: size)), Tile.added(from: old, to: size))
            #expect(Set(added) == after.subtracting(before) && added.count == Set(added).count, "\(old) to \(size)")
        }
    }

    @Test func aTileIsReadFromItsPath() throws {
        for tile in Tile.all(size: 70_000) { #expect(Tile(path: tile.path) == tile) }
        let tile = try #require(Tile(path: "tile/3/x001/x234/067.p/17"))
        #expect((tile.level, tile.index, tile.hashCount) == (3, 1_234_067, 17))
        #expect(Tile(level: 3, index: 1_234_067, hashCount: 17) == tile && tile.nodes.count == 17)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/1000", "tile/0/x000/001", "tile/0/001/x002", "tile/0/000.p", "tile/0/000.p/0",
        "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/-1", "tile/00/000", "tile/-1/000", "tile/8/000", "tile/7/002",
        "tile/entries/000", "tile/0/000/", "/tile/0/000", "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/\u{FF10}00",
    ])
    func noTilesPath(path: String) { #expect(Tile(path: path) == nil) }
}

/// A tree that grew leaf by leaf, with every hash it completed on the way.
struct Grown {
    let leaves: [TreeHash]
    private(set) var edgeRoots: [TreeHash] = []
    private var nodes: [TreeNode: TreeHash] = [:]

    var size: Int64 { Int64(leaves.count) }
    var prover: TreeProver { TreeProver { hash($0) } }

    func hash(_ node: TreeNode) -> TreeHash { nodes[node]! }

    init(_ leaves: [TreeHash], keepingEdges: Bool = true) {
        self.leaves = leaves
        var edge = TreeEdge()
        if keepingEdges { edgeRoots.append(edge.root) }
        for (index, leaf) in leaves.enumerated() {
            var level = 0
            edge.append(leaf) { hash in
                nodes[TreeNode(level: level, index: Int64(index) >> Int64(level))] = hash
                level += 1
            }
            if keepingEdges { edgeRoots.append(edge.root) }
        }
    }

    init(count: Int64, keepingEdges: Bool = true) {
        self.init(
            (0..<count).map { number in withUnsafeBytes(of: number.bigEndian) { TreeHash.leaf(of: $0) } },
            keepingEdges: keepingEdges)
    }
}

/// RFC 6962, section 2.1, word for word: recursive, from the leaves alone.
struct Definition {
    let leaves: [TreeHash]
    private var known: [Range<Int64>: TreeHash] = [:]

    init(leaves: [TreeHash]) { self.leaves = leaves }

    private func split(_ range: Range<Int64>) -> Int64 {
        var power: Int64 = 1
        while power * 2 < range.upperBound - range.lowerBound { power *= 2 }
        return range.lowerBound + power
    }

    mutating func root(_ range: Range<Int64>) -> TreeHash {
        if range.isEmpty { return .emptyRoot }
        if range.count == 1 { return leaves[Int(range.lowerBound)] }
        if let hash = known[range] { return hash }
        let k = split(range)
        let hash = TreeHash.node(root(range.lowerBound..<k), root(k..<range.upperBound))
        known[range] = hash
        return hash
    }

    mutating func path(of leaf: Int64, _ range: Range<Int64>) -> [TreeHash] {
        guard range.count > 1 else { return [] }
        let k = split(range)
        return leaf < k
            ? path(of: leaf, range.lowerBound..<k) + [root(k..<range.upperBound)]
            : path(of: leaf, k..<range.upperBound) + [root(range.lowerBound..<k)]
    }

    mutating func proof(_ old: Int64, _ range: Range<Int64>, _ isWhole: Bool) -> [TreeHash] {
        if range.upperBound == old { return isWhole ? [] : [root(range)] }
        let k = split(range)
        return old <= k
            ? proof(old, range.lowerBound..<k, isWhole) + [root(k..<range.upperBound)]
            : proof(old, k..<range.upperBound, false) + [root(range.lowerBound..<k)]
    }
}
