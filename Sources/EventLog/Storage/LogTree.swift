internal import Foundation
internal import GRDB
public import TransparencyTree

/// The Merkle tree over a log's entries, as it stands in one read or write transaction. Entry n is leaf n−1.
///
/// The hashes of an entry's leaf and of each subtree that it completes stand in the entry's own row: an append writes
/// one row, and the root of any size, past ones included, takes a number of reads logarithmic in it.
public struct LogTree {
    /// How many leaves the tree has now.
    public let size: Int64
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        size = try LogTransaction.last(db).value
    }

    /// Makes roots and proofs for any size up to this one.
    public var prover: TreeProver { TreeProver { try hash(of: $0) } }

    /// The root of the tree as it is now.
    public func root() throws -> TreeHash { try prover.root(size: size) }

    /// All that an append needs to know.
    func edge() throws -> TreeEdge { try TreeEdge(size: size, hash: hash) }

    /// The stored hash of a complete subtree.
    public func hash(of node: TreeNode) throws -> TreeHash {
        let position = Position(node.lastLeaf + 1)
        let bytes = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT substr(hashes, ?, ?) FROM entries WHERE position = ?"),
            arguments: [node.level * TreeHash.byteCount + 1, TreeHash.byteCount, position.value])
        guard let hash = bytes.flatMap({ TreeHash(bytes: $0) }) else {
            throw LogError.damaged(position: position, .treeHashMissing(level: node.level))
        }
        return hash
    }
}
