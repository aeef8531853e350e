internal import EventLog
public import TransparencyTree

/// One of two things that are compared: a book, or what was signed of one.
public enum ComparedLog: Sendable {
    case checkpoint(SignedCheckpoint)
    case book(Book)
}

/// Whether two books or checkpoints are of one history.
public struct Comparison: Sendable {
    public enum Relation: String, Sendable {
        case equal
        case secondContinues = "second-continues-first"
        case firstContinues = "first-continues-second"
        case twoHistories = "two-histories"
        case differentBooks = "different-books"
        /// Checkpoints of different sizes say nothing about each other without the book.
        case undecided
    }

    /// What one of the two is.
    public struct Side: Sendable {
        public let origin: String
        public let size: Int64
        public let root: TreeHash
        public let isBook: Bool
        /// What was handed in; of a book that differs from the other, its checkpoint of the first entry that differs, or of more
        /// entries. Nil where there is none.
        public internal(set) var note: SignedCheckpoint?
    }

    public let relation: Relation
    public internal(set) var first: Side
    public internal(set) var second: Side
    /// How many of the first entries both have; nil where only the books could say.
    public internal(set) var commonUpTo: Int64?
    /// What to keep of two histories: notes, and the proofs that belong to them, as files have them.
    public internal(set) var evidence: [String] = []

    /// Compares two books or checkpoints. Books are read and hashed from their entries, whatever hashes they store.
    ///
    /// - Parameter arbiter: a book that two checkpoints are compared with.
    /// - Throws: `LogError`, `NoteError`.
    public init(_ first: ComparedLog, _ second: ComparedLog, in arbiter: Book? = nil) throws {
        let (left, right) = (try LogAtHand(first), try LogAtHand(second))
        self.first = try left.side
        self.second = try right.side
        guard self.first.origin.utf8.elementsEqual(self.second.origin.utf8) else {
            relation = .differentBooks
            return
        }
        switch (left, right) {
        case (.book(let book, let leaves), .book(let other, let otherLeaves)):
            (relation, commonUpTo) = Self.relation(leaves, otherLeaves)
            if relation == .twoHistories { try keepEvidence(book, other) }
        case (.book(let book, let leaves), .checkpoint(let note)):
            relation = Self.relation(of: leaves, to: note.checkpoint, ifContinued: .firstContinues)
            if relation == .twoHistories { try keepEvidence(note, book) { $0.first.note = $1 } }
        case (.checkpoint(let note), .book(let book, let leaves)):
            relation = Self.relation(of: leaves, to: note.checkpoint, ifContinued: .secondContinues)
            if relation == .twoHistories { try keepEvidence(note, book) { $0.second.note = $1 } }
        case (.checkpoint(let note), .checkpoint(let other)):
            if note.checkpoint.size == other.checkpoint.size {
                relation = note.checkpoint.root == other.checkpoint.root ? .equal : .twoHistories
                if relation == .twoHistories { evidence = [note.description, other.description] }
            } else if let arbiter {
                let (found, kept) = try Self.relation(note, other, in: arbiter)
                relation = found
                evidence = kept
            } else {
                relation = .undecided
            }
        }
        if relation != .twoHistories, relation != .undecided { commonUpTo = min(self.first.size, self.second.size) }
    }

    private static func relation(_ left: [TreeHash], _ right: [TreeHash]) -> (Relation, Int64) {
        let common = zip(left, right).prefix { $0 == $1 }.count
        guard common == min(left.count, right.count) else { return (.twoHistories, Int64(common)) }
        let relation: Relation = left.count == right.count ? .equal : left.count < right.count ? .secondContinues : .firstContinues
        return (relation, Int64(common))
    }

    private static func relation(of leaves: [TreeHash], to note: Checkpoint, ifContinued relation: Relation) -> Relation {
        guard note.size <= leaves.count else { return .undecided }
        guard leaves.root(size: note.size) == note.root else { return .twoHistories }
        return note.size == leaves.count ? .equal : relation
    }

    /// Two checkpoints of different sizes, each compared with the book.
    private static func relation(
        _ first: SignedCheckpoint, _ second: SignedCheckpoint, in book: Book
    ) throws -> (Relation, [String]) {
        let notes = [first, second].sorted { $0.checkpoint.size < $1.checkpoint.size }
        guard try book.origin() == first.checkpoint.origin else { return (.undecided, []) }
        let leaves = try book.leaves()
        let relations = notes.map { relation(of: leaves, to: $0.checkpoint, ifContinued: .secondContinues) }
        guard !relations.contains(.undecided) else { return (.undecided, []) }
        let isTrue = relations.map { $0 != .twoHistories }
        switch (isTrue[0], isTrue[1]) {
        case (true, true): return (first.checkpoint.size < second.checkpoint.size ? .secondContinues : .firstContinues, [])
        case (false, true):
            // The larger is the book's, and the smaller is none of its beginnings.
            let proof = try book.consistencyProof(from: notes[0].checkpoint.size, to: notes[1])
            return (.twoHistories, notes.map(\.description) + (proof.map { [$0.description] } ?? []))
        // The book is not what the larger says; of which the smaller may be a beginning.
        case (_, false): return (.undecided, [])
        }
    }

    /// Each book's checkpoint of the first entry that differs, with a proof of that entry.
    private mutating func keepEvidence(_ left: Book, _ right: Book) throws {
        guard let commonUpTo else { return }
        let firstDifference = Position(commonUpTo + 1)
        first.note = try left.checkpoints().first { $0.checkpoint.size >= firstDifference.value }
        second.note = try right.checkpoints().first { $0.checkpoint.size >= firstDifference.value }
        for (book, note) in [(left, first.note), (right, second.note)] {
            guard let note, let receipt = try book.receipt(for: firstDifference, in: note) else { continue }
            evidence.append(receipt.description)
        }
    }

    /// The checkpoint that was handed in, and the book's own of as many entries or more, with a proof of its first entries.
    private mutating func keepEvidence(
        _ note: SignedCheckpoint, _ book: Book, _ keep: (inout Comparison, SignedCheckpoint) -> Void
    ) throws {
        evidence = [note.description]
        guard let own = try book.checkpoints().first(where: { $0.checkpoint.size >= note.checkpoint.size }) else { return }
        keep(&self, own)
        evidence.append(own.description)
        if own.checkpoint.size > note.checkpoint.size,
            let proof = try book.consistencyProof(from: note.checkpoint.size, to: own)
        {
            evidence.append(proof.description)
        }
    }
}

/// One of the two, read.
private enum LogAtHand {
    case checkpoint(SignedCheckpoint)
    case book(Book, leaves: [TreeHash])

    init(_ compared: ComparedLog) throws {
        switch compared {
        case .checkpoint(let note): self = .checkpoint(note)
        case .book(let book): self = .book(book, leaves: try book.leaves())
        }
    }

    var side: Comparison.Side {
        get throws {
            switch self {
            case .checkpoint(let note):
                Comparison.Side(
                    origin: note.checkpoint.origin, size: note.checkpoint.size, root: note.checkpoint.root, isBook: false,
                    note: note)
            case .book(let book, let leaves):
                Comparison.Side(
                    origin: try book.origin(), size: Int64(leaves.count), root: leaves.root(size: Int64(leaves.count)),
                    isBook: true, note: nil)
            }
        }
    }
}

extension Book {
    /// The hash of every entry, from its bytes.
    fileprivate func leaves() throws -> [TreeHash] {
        var leaves: [TreeHash] = []
        try forEachStored { _, bytes, _ in
            leaves.append(.leaf(of: bytes))
            return true
        }
        return leaves
    }
}

extension [TreeHash] {
    /// The root over the first so many of these leaves.
    fileprivate func root(size: Int64) -> TreeHash {
        var edge = TreeEdge()
        for leaf in prefix(Int(size)) { edge.append(leaf) }
        return edge.root
    }
}
