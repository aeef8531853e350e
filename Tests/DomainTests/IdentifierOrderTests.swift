import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing

@Suite("Ids and their order")
struct IdentifierOrderTests {
    /// In order, by hand: texts by their bytes, numbers behind them as numbers; of one number, the longest spelling first.
    private static let ordered: [MemberID] = [
        "2", "10", "A", "A1", "M", "M00", "M0", "M01", "M1", "M2", "M10", "M99", "M0100", "M100", "M9223372036854775807",
        "M9223372036854775808",
        "M99999999999999999999", "M100000000000000000000", "M-1", "M-10", "M.1", "M1-1", "M1-2", "M1-10", "M10-1", "M2-1", "Ma", "Mb1", "a",
        "m1",
    ].map { id($0) }

    @Test func isTotal() {
        for (index, one) in Self.ordered.enumerated() {
            #expect(!(one < one))
            for other in Self.ordered[(index + 1)...] { #expect(one < other && !(other < one), "\(one) before \(other)") }
        }
    }

    @Test(arguments: 0..<20) func sortingPutsThemInOrder(seed: UInt64) {
        var random = Generator(seed: seed)
        #expect(Self.ordered.shuffled(using: &random).sorted() == Self.ordered)
    }

    /// An id taken apart another way: the text, whether there is a number, the number with zeros up to 64 digits, its length.
    private struct Key: Equatable {
        let stem: [UInt8]
        let number: String?
        let digitCount: Int

        init(_ id: MemberID) {
            let text = Array(id.description)
            let end = text.lastIndex { !("0"..."9").contains($0) }.map { $0 + 1 } ?? 0
            let digits = String(text[end...])
            stem = Array(String(text[..<end]).utf8)
            number = digits.isEmpty ? nil : String(repeating: "0", count: 64 - digits.count) + digits
            digitCount = digits.count
        }

        func precedes(_ other: Key) -> Bool {
            if stem != other.stem { return stem.lexicographicallyPrecedes(other.stem) }
            guard let number, let others = other.number else { return number == nil && other.number != nil }
            return number != others ? number < others : digitCount > other.digitCount
        }
    }

    private static func random(_ random: inout Generator) -> MemberID {
        let (first, all) = (Array("Mm019"), Array("Mm0019.-_"))
        let length = Int(random.next() % 8)
        let text = String(first[Int(random.next() % 5)]) + String((0..<length).map { _ in all[Int(random.next() % UInt64(all.count))] })
        return id(text)
    }

    @Test(arguments: 0..<10) func agreesWithAnotherWayOfComparing(seed: UInt64) {
        var random = Generator(seed: seed)
        for _ in 0..<2_000 {
            let (one, other) = (Self.random(&random), Self.random(&random))
            #expect((one < other) == Key(one).precedes(Key(other)), "seed \(seed): \(one), \(other)")
            #expect([one < other, other < one, one == other].count { $0 } == 1, "seed \(seed): \(one), \(other)")
        }
    }

    @Test(arguments: 0..<10) func isTransitive(seed: UInt64) {
        var random = Generator(seed: seed)
        for _ in 0..<2_000 {
            let three = [Self.random(&random), Self.random(&random), Self.random(&random)]
            if three[0] < three[1], three[1] < three[2] { #expect(three[0] < three[2], "seed \(seed): \(three)") }
        }
    }

    @Test(arguments: ["0", "a", "Z9", "2019-01.b_c", "7-x", String(repeating: "a", count: 64)]) func isAnID(text: String) {
        #expect(MemberID(text)?.description == text)
        #expect(MemberID(Subject(kind: "member", id: text))?.description == text)
        #expect(MemberID(Subject(kind: "activity", id: text)) == nil)
    }

    @Test(arguments: ["", "-1", ".a", "_a", "a b", "a:b", "a/b", "é", "甲", "M１", "a\u{301}", "a\n", String(repeating: "a", count: 65)])
    func isNoID(text: String) {
        #expect(MemberID(text) == nil)
    }
}
