import Bookkeeping
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyTree
import Wording

/// Checkpoints that cannot be of one book: what is said of them, and how little is proved beside them.
@Suite("Two histories")
struct ContradictionTests {
    private let bench = Bench()

    /// Two books that are the same up to a size, each with its own entries behind it, signed by one key where asked.
    private func makeFork(
        common: Int, ours: Int, theirs: Int, signedAt sizes: (ours: [Int], theirs: [Int])
    ) throws -> (ours: Book, theirs: Book, theirNotes: [SignedCheckpoint]) {
        let book = try bench.makeBook()
        bench.record(common - 1, in: book)
        try book.close()
        let copy = bench.path("theirs.db")
        for suffix in ["", ".keys", ".signing-key"] {
            try FileManager.default.copyItem(atPath: bench.path + suffix, toPath: copy + suffix)
        }
        func grow(_ path: String, by count: Int, signedAt sizes: [Int]) throws -> (Book, [SignedCheckpoint]) {
            let book = try bench.openBook(path)
            bench.record(count, in: book)
            return (book, try sizes.sorted().map { try book.takeCheckpoint(at: Position(Int64($0))) })
        }
        let (mine, _) = try grow(bench.path, by: ours, signedAt: sizes.ours)
        let (other, notes) = try grow(copy, by: theirs, signedAt: sizes.theirs)
        return (mine, other, notes)
    }

    private func contradictions(in report: VerificationReport) -> [Contradiction] {
        report.findings.compactMap { finding in
            if case .twoHistories(let found) = finding.fault { found } else { nil }
        }
    }

    private func advice(_ report: VerificationReport) -> String { Phrase.advice(report).map(\.en).joined(separator: "\n") }

    @Test func oneKeySignedTwoTreesOfOneSize() throws {
        let fork = try makeFork(common: 5, ours: 4, theirs: 4, signedAt: ([5, 9], [9]))
        let outside = try #require(fork.theirNotes.last)
        let report = try fork.ours.verify(against: [outside])
        let found = try #require(contradictions(in: report).first)
        #expect(contradictions(in: report).count == 1)
        #expect(found.first == outside && found.proof == nil)
        #expect(try found.second == fork.ours.checkpoints().last)
        #expect(try found.key == fork.ours.trustedKeys().log[0].key && found.undisputedUpTo == 5)
        for note in [found.first, found.second] { #expect(found.evidence.contains(note.description)) }
        // What the keeper's key remembers of that size proves nothing against it.
        #expect(report.provedUpTo == 5 && report.checkpoints.map(\.checkpoint.size) == [5])
        #expect(report.firstFault == Position(6))
        #expect(!advice(report).contains("restore") && advice(report).contains("log compare"))
    }

    /// The book went on, and was signed again: both notes and the proof show by themselves that they are two histories.
    @Test func oneKeySignedTwoTreesOfTwoSizes() throws {
        let fork = try makeFork(common: 5, ours: 9, theirs: 4, signedAt: ([5, 14], [9]))
        let outside = try #require(fork.theirNotes.last)
        let report = try fork.ours.verify(against: [outside])
        let found = try #require(contradictions(in: report).first)
        let proof = try #require(found.proof)
        #expect(found.second.checkpoint.size == 14 && proof.checkpoint == found.second && proof.oldSize == 9)
        let root = try fork.ours.root(size: 9)
        #expect(proof.proves(Checkpoint(origin: outside.checkpoint.origin, size: 9, root: root)))
        #expect(!proof.proves(outside.checkpoint))
        #expect(report.provedUpTo == 5 && !advice(report).contains("restore"))
    }

    /// A rewriter who left an old checkpoint in the list is shown by the book alone.
    @Test func theListItselfMayShowIt() throws {
        let fork = try makeFork(common: 5, ours: 9, theirs: 4, signedAt: ([14], [9]))
        let log = try EventLog(path: bench.path)
        let left = try #require(fork.theirNotes.last)
        try log.write { try $0.store(StoredCheckpoint(left)) }
        try log.close()
        let report = try bench.openBook().verify()
        #expect(contradictions(in: report).map(\.first) == [left])
        #expect(report.provedUpTo == 0)
    }

    /// The key file is another copy's: it remembers what no note says. Nobody can tell which is true from the two alone.
    @Test(arguments: [(9, 9), (9, 7), (14, 9), (6, 9)]) func onlyTheKeyFileContradicts(ours: Int, theirs: Int) throws {
        let fork = try makeFork(common: 5, ours: ours - 5, theirs: theirs - 5, signedAt: ([5, ours], [theirs]))
        let outside = try #require(fork.theirNotes.last)
        try fork.ours.close()
        try fork.theirs.close()
        let key = BookFiles.signingKey(ofBookAt: bench.path)
        try FileManager.default.removeItem(atPath: key)
        try FileManager.default.copyItem(atPath: BookFiles.signingKey(ofBookAt: bench.path("theirs.db")), toPath: key)
        let book = try bench.openBook()
        let report = try book.verify()
        guard case .contradictsKeyFile(let memory)? = report.findings.first?.fault, report.findings.count == 1 else {
            Issue.record("\(report.findings)")
            return
        }
        #expect(memory.checkpoint == outside.checkpoint && memory.held == Int64(ours))
        #expect(try memory.note == (ours >= theirs ? book.checkpoints().last : nil))
        #expect(memory.evidence.first == outside.checkpoint.noteText && memory.evidence.count == (ours >= theirs ? 2 : 1))
        let text = Phrase.finding(report.findings[0]).en
        for note in memory.evidence { #expect(text.contains(note.dropLast())) }
        #expect(!advice(report).contains("restore") && advice(report).contains("log compare"))
        // A checkpoint in other hands decides, and then it is more than a memory.
        #expect(!(try book.verify(against: [outside])).findings.contains { $0.fault == .contradictsKeyFile(memory) })
    }

    @Test func aBookThatNobodySignedAnewIsContradictedToo() throws {
        let fork = try makeFork(common: 5, ours: 9, theirs: 4, signedAt: ([5], [7]))
        let outside = try #require(fork.theirNotes.last)
        let report = try fork.ours.verify(against: [outside])
        #expect(report.findings.map(\.fault) == [.notWhatWasKeptOutside(outside, soundUpTo: 5)])
        #expect(report.provedUpTo == 5 && report.firstFault == Position(6))
        #expect(!advice(report).contains("restore"))
    }

    /// Two notes from outside that contradict each other, beyond what this book has.
    @Test func twoNotesFromOutside() throws {
        let fork = try makeFork(common: 5, ours: 4, theirs: 4, signedAt: ([5, 9], [9]))
        let notes = try [#require(fork.ours.checkpoints().last), #require(fork.theirNotes.last)]
        let short = bench.path("short.db")
        let other = Bench()
        _ = try other.makeBook()
        try FileManager.default.copyItem(atPath: other.path, toPath: short)
        try FileManager.default.copyItem(atPath: bench.path + ".signing-key", toPath: short + ".signing-key")
        let report = try bench.openBook(short).verify(against: notes)
        #expect(contradictions(in: report).count == 2)
        #expect(report.findings.contains { $0.fault == .entriesMissing(signed: 9, held: 1) })
        #expect(report.provedUpTo == 0)
    }

    /// Whatever was signed of either, nothing is proved from the smallest tree on that is contradicted.
    @Test func nothingIsProvedBeyondADispute() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("forks: seed \(seed)")
        var random = Generator(seed: seed)
        for run in 0..<12 {
            let bench = ContradictionTests()
            let common = Int.random(in: 1...8, using: &random)
            let (ours, theirs) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random))
            func sizes(_ last: Int) -> [Int] { (0..<3).map { _ in Int.random(in: 1...last, using: &random) } }
            let signed = (ours: sizes(common + ours), theirs: sizes(common + theirs))
            let fork = try bench.makeFork(common: common, ours: ours, theirs: theirs, signedAt: signed)
            let report = try fork.ours.verify(against: fork.theirNotes)
            let held = common + ours
            let disputed = signed.theirs.filter { $0 > common && $0 <= held }.min() ?? .max
            let sound = (signed.ours + signed.theirs.filter { $0 <= common }).filter { $0 < disputed }.max() ?? 0
            #expect(report.provedUpTo == Int64(sound), "run \(run) of seed \(seed)")
            #expect(report.vouchers.allSatisfy { $0.upTo < Int64(disputed) }, "run \(run) of seed \(seed)")
            // Once the key signed ours as well, both notes are kept.
            if disputed < .max, (signed.ours.max() ?? 0) >= disputed {
                #expect(!contradictions(in: report).isEmpty, "run \(run) of seed \(seed)")
            }
            #expect(report.isSound == (disputed == .max && signed.theirs.allSatisfy { $0 <= held }), "run \(run) of seed \(seed)")
        }
    }
}
