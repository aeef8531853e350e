import Bookkeeping
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyTree

@Suite("Comparing books and checkpoints")
struct ComparisonTests {
    private let bench = Bench()

    private func makeBook(_ count: Int = 8) throws -> Book {
        let book = try bench.makeBook()
        bench.record(count - 1, in: book)
        return book
    }

    private func copy(_ name: String) throws -> Book {
        for suffix in ["", ".keys", ".signing-key"] {
            try FileManager.default.copyItem(atPath: bench.path + suffix, toPath: bench.path(name) + suffix)
        }
        return try bench.openBook(bench.path(name))
    }

    @Test func aBookContinuesWhatWasSignedOfIt() throws {
        let book = try makeBook()
        let early = try book.takeCheckpoint(at: Position(3))
        let now = try book.takeCheckpoint()
        func relation(_ first: ComparedLog, _ second: ComparedLog, in arbiter: Book? = nil) throws -> Comparison.Relation {
            try Comparison(first, second, in: arbiter).relation
        }
        #expect(try relation(.checkpoint(early), .book(book)) == .secondContinues)
        #expect(try relation(.book(book), .checkpoint(early)) == .firstContinues)
        #expect(try relation(.checkpoint(now), .book(book)) == .equal)
        #expect(try relation(.checkpoint(now), .checkpoint(now)) == .equal)
        // Two notes of different sizes say nothing without the book.
        #expect(try relation(.checkpoint(early), .checkpoint(now)) == .undecided)
        #expect(try relation(.checkpoint(early), .checkpoint(now), in: book) == .secondContinues)
        #expect(try relation(.checkpoint(now), .checkpoint(early), in: book) == .firstContinues)
    }

    @Test func aTruncatedBookIsABeginning() throws {
        let book = try makeBook(5)
        try book.close()
        let short = try copy("short.db")
        let long = try bench.openBook()
        bench.record(4, in: long)
        let comparison = try Comparison(.book(short), .book(long))
        #expect(comparison.relation == .secondContinues && comparison.commonUpTo == 5)
        #expect(try Comparison(.book(long), .book(short)).relation == .firstContinues)
        #expect(try Comparison(.book(long), .book(long)).relation == .equal)
        // What was signed of more than it has cannot be decided by it.
        #expect(try Comparison(.checkpoint(long.takeCheckpoint()), .book(short)).relation == .undecided)
    }

    @Test func anotherBookIsNamed() throws {
        let book = try makeBook()
        let other = Bench()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        #expect(try Comparison(.book(book), .book(stranger)).relation == .differentBooks)
        #expect(try Comparison(.checkpoint(stranger.takeCheckpoint()), .book(book)).relation == .differentBooks)
    }

    /// Wherever two books part, the place is found; and the evidence shows it without either.
    @Test func aForkIsFoundWhereItIs() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("compared forks: seed \(seed)")
        var random = Generator(seed: seed)
        for run in 0..<8 {
            let tests = ComparisonTests()
            let common = Int.random(in: 1...12, using: &random)
            try tests.makeBook(common).close()
            let (left, right) = (try tests.copy("left.db"), try tests.copy("right.db"))
            tests.bench.record(Int.random(in: 1...6, using: &random), in: left)
            tests.bench.record(Int.random(in: 1...6, using: &random), in: right)
            _ = try (left.takeCheckpoint(), right.takeCheckpoint())
            let comparison = try Comparison(.book(left), .book(right))
            #expect(comparison.relation == .twoHistories && comparison.commonUpTo == Int64(common), "run \(run) of seed \(seed)")
            // The entry where they part, proved in each by a note that one key signed.
            let receipts = try comparison.evidence.map { try InclusionProofFile($0) }
            try #require(receipts.count == 2 && receipts.allSatisfy { $0.index == Int64(common) })
            #expect(receipts[0].extra != receipts[1].extra)
            for receipt in receipts {
                let entry = try #require(receipt.extra)
                #expect(entry.withUnsafeBytes { receipt.proves($0) })
                #expect(try receipt.checkpoint.isRightlySigned(by: left.trustedKeys()))
            }
        }
    }

    @Test func aForkIsShownByACheckpoint() throws {
        try makeBook(5).close()
        let (ours, theirs) = (try copy("ours.db"), try copy("theirs.db"))
        bench.record(4, in: ours)
        bench.record(2, in: theirs)
        let note = try theirs.takeCheckpoint()
        let unsigned = try Comparison(.checkpoint(note), .book(ours))
        #expect(unsigned.relation == .twoHistories && unsigned.second.note == nil && unsigned.evidence == [note.description])
        let own = try ours.takeCheckpoint()
        let comparison = try Comparison(.book(ours), .checkpoint(note))
        #expect(comparison.relation == .twoHistories && comparison.first.note == own)
        #expect(comparison.evidence.prefix(2) == [note.description, own.description])
        let proof = try ConsistencyProofFile(comparison.evidence[2])
        #expect(proof.proves(try ours.takeCheckpoint(at: Position(7)).checkpoint) && !proof.proves(note.checkpoint))
        // Of two notes: of one size by themselves, else with a book that has the larger.
        #expect(try Comparison(.checkpoint(note), .checkpoint(ours.takeCheckpoint(at: Position(7)))).relation == .twoHistories)
        let decided = try Comparison(.checkpoint(note), .checkpoint(own), in: ours)
        #expect(decided.relation == .twoHistories && decided.evidence.count == 3)
        #expect(try Comparison(.checkpoint(note), .checkpoint(own), in: theirs).relation == .undecided)
    }

    /// Stored hashes are not believed: an entry that was changed under its old hash is another entry.
    @Test func entriesAreHashedAnew() throws {
        try makeBook(6).close()
        let (sound, changed) = (try copy("sound.db"), bench.path("changed.db"))
        try copy("changed.db").close()
        let log = try EventLog(path: changed)
        try log.executeUnchecked(
            "DROP TRIGGER entries_are_never_updated; UPDATE entries SET bytes = CAST(replace(bytes, 'tester', 'nobody') AS BLOB) WHERE position = 4")
        try log.close()
        let comparison = try Comparison(.book(sound), .book(bench.openBook(changed)))
        #expect(comparison.relation == .twoHistories && comparison.commonUpTo == 3)
    }
}

extension SignedCheckpoint {
    fileprivate func isRightlySigned(by keys: TrustedKeys) throws -> Bool { try !keys.verified(self).isEmpty }
}
