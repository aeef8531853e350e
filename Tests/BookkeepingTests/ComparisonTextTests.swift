import Bookkeeping
import EventLog
import Foundation
import Testing
import TransparencyTree
import Wording

@Suite("Comparisons in words")
struct ComparisonTextTests {
    private let bench = Bench()

    private func says(_ comparison: Comparison, zh: String, en: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Phrase.comparison(comparison, "a", "b") == Phrase(zh: zh, en: en), sourceLocation: sourceLocation)
    }

    private func root(_ byte: UInt8) -> TreeHash { [byte].withUnsafeBytes { TreeHash.leaf(of: $0) } }

    /// A note as anybody could write it: what it says is compared, and its signatures are not.
    private func note(_ origin: String, _ size: Int64, _ root: TreeHash) throws -> SignedCheckpoint {
        let bytes = Data([1, 2, 3, 4] + [UInt8](repeating: 0, count: 64))
        return try SignedCheckpoint("\(origin)\n\(size)\n\(root.base64)\n\n— office \(bytes.base64EncodedString())\n")
    }

    @Test func ofOneHistory() throws {
        let book = try bench.makeBook()
        bench.record(4, in: book)
        let (one, three) = (try book.takeCheckpoint(at: Position(1)), try book.takeCheckpoint(at: Position(3)))
        says(
            try Comparison(.checkpoint(three), .checkpoint(three)), zh: "一致：a 和 b 都是 3 条，根哈希相同。",
            en: "Equal: a and b both have 3 entries and the same root hash.")
        says(
            try Comparison(.checkpoint(one), .checkpoint(one)), zh: "一致：a 和 b 都是 1 条，根哈希相同。",
            en: "Equal: a and b both have 1 entry and the same root hash.")
        says(
            try Comparison(.checkpoint(three), .book(book)), zh: "b（5 条）是 a（3 条）的延续：前 3 条完全相同。",
            en: "b continues a: it has 5 entries, of which the first 3 are the same.")
        says(
            try Comparison(.book(book), .checkpoint(three)), zh: "a（5 条）是 b（3 条）的延续：前 3 条完全相同。",
            en: "a continues b: it has 5 entries, of which the first 3 are the same.")
        says(
            try Comparison(.checkpoint(one), .checkpoint(three)), zh: "a 有 1 条，b 有 3 条：单凭这两份，无法判断哪一份是另一份的延续。请用 --book 给出条数不少于两者的簿。",
            en:
                "a has 1 entry, b 3: these two alone do not show whether one continues the other. Give a book that has at least as many entries with --book."
        )
    }

    @Test func ofTwoHistories() throws {
        let book = try bench.makeBook()
        bench.record(2, in: book)
        try book.close()
        for suffix in ["", ".keys", ".signing-key"] where FileManager.default.fileExists(atPath: bench.path + suffix) {
            try FileManager.default.copyItem(atPath: bench.path + suffix, toPath: bench.path("other.db") + suffix)
        }
        let (left, right) = (try bench.openBook(), try bench.openBook(bench.path("other.db")))
        #expect(bench.isRecorded(#"{"command":"visit.record","area":"东街"}"#, in: left))
        #expect(bench.isRecorded(#"{"command":"visit.record","area":"西街"}"#, in: right))
        bench.record(1, in: right)
        says(
            try Comparison(.book(left), .book(right)), zh: "两份历史：a（4 条）和 b（5 条）互相矛盾，不可能是同一本簿。前 3 条相同，从第 4 条起不同。",
            en:
                "Two histories: a (4 entries) and b (5 entries) cannot belong to the same book. The first 3 entries are the same; they differ from entry 4 on."
        )
        says(
            try Comparison(.checkpoint(note("x", 1, root(1))), .checkpoint(note("x", 1, root(2)))),
            zh: "两份历史：a（1 条）和 b（1 条）互相矛盾，不可能是同一本簿。", en: "Two histories: a (1 entry) and b (1 entry) cannot belong to the same book.")
    }

    @Test func ofTwoBooks() throws {
        says(
            try Comparison(.checkpoint(note("街道", 2, root(0))), .checkpoint(note("乡", 2, root(0)))),
            zh: "不是同一本簿：a 属于 街道，b 属于 乡。", en: "Different books: a belongs to 街道, b to 乡.")
    }

    @Test func whoSigned() throws {
        let note = try note("x", 1, root(0))
        #expect(
            Phrase.noteOfSide("a", note, nil)
                == Phrase(
                    zh: "a：1 条的校验点自称由 office+01020304 签名，没有核对；请用 --key 给出公钥。",
                    en:
                        "a: its checkpoint of 1 entry claims to be signed by office+01020304. This was not checked; give the public key with --key."
                ))
        let book = try bench.makeBook()
        let signed = try book.takeCheckpoint()
        let signers = try signed.verified(by: book.trustedKeys().all)
        let label = try #require(signers.first).key.label
        #expect(
            Phrase.noteOfSide("a", signed, signers)
                == Phrase(zh: "a：1 条的校验点，签名无误：\(label)", en: "a: a checkpoint of 1 entry, valid signature by \(label)"))
        #expect(Phrase.signedBoth(signers[0].key).en.hasPrefix("The same key signed both (\(label)): "))
    }

    @Test func evidenceIsKept() {
        #expect(
            Phrase.keepEvidence("e.txt", isMissing: false)
                == Phrase(zh: "证据已存到 e.txt，请与两份文件一起保存好。", en: "The evidence is in e.txt; keep it with both files."))
        #expect(
            Phrase.keepEvidence(nil, isMissing: true)
                == Phrase(
                    zh: "有一方的校验点没有覆盖到分歧处，那一段没有签名。请把两份文件和下面的证据保存好（可用 -o 存到文件）：",
                    en:
                        "One of them has no checkpoint from there on: nobody signed that part of it. Keep both files and this evidence (-o writes it to a file):"
                ))
    }
}
