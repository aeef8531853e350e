import DomainTestSupport
import TestSupport
import Testing

@testable import Domain

/// What a state keeps its subjects in: they stay where they are when a copy of the state changes.
@Suite("Registries")
struct RegistryTests {
    /// The same changes to an array give the same elements, in every copy that was taken on the way.
    @Test(arguments: 0..<10) func anArrayInChunksIsAnArray(seed: UInt64) {
        var random = Generator(seed: seed)
        var (chunked, plain) = (ChunkedArray<Int>(), [Int]())
        var copies: [(ChunkedArray<Int>, [Int])] = []
        for step in 0..<700 {
            switch random.next() % 4 {
            case 0 where !plain.isEmpty:
                let index = Int(random.next() % UInt64(plain.count))
                chunked[index] += step
                plain[index] += step
            case 1 where step % 50 == 0: copies.append((chunked, plain))
            default:
                chunked.append(step)
                plain.append(step)
            }
        }
        for (chunked, plain) in copies + [(chunked, plain)] {
            #expect(chunked.count == plain.count && chunked.elementsEqual(plain), "seed \(seed)")
        }
        #expect(Array(chunked.reversed()) == plain.reversed() && chunked.last == plain.last)
        #expect(Array(chunked[60..<70]) == Array(plain[60..<70]))
    }

    /// Around the ends of its chunks of 64.
    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129]) func chunksBeginWhereOthersEnd(count: Int) {
        var array = ChunkedArray<Int>()
        for index in 0..<count { array.append(index) }
        let copy = array
        for index in array.indices { array[index] = -index }
        array.append(7)
        #expect(Array(copy) == Array(0..<count))
        #expect(Array(array) == (0..<count).map { -$0 } + [7])
        #expect(copy.isEmpty == (count == 0) && array.endIndex == count + 1)
    }

    private func registry(_ ids: String...) -> Registry<MemberID, Member> {
        var registry = Registry<MemberID, Member>()
        for text in ids {
            let member = Member(id: id(text))
            _ = registry.indexForRecording(member.id, adding: member)
        }
        return registry
    }

    /// In the order in which they came up, each once.
    @Test func valuesStayWhereTheyAre() {
        let registry = registry("M9", "M1", "M9", "M5", "M1")
        #expect(registry.values.map(\.id.description) == ["M9", "M1", "M5"])
        #expect(registry.index(of: id("M5")) == 2 && registry[id("M5")]?.id == id("M5"))
        #expect(registry.index(of: id("M2")) == nil && registry[id("M2")] == nil)
    }

    /// A copy goes on by itself, also where both had just looked at the same subject.
    @Test func copiesGoOnByThemselves() {
        var one = registry("M1")
        var other = one
        #expect(one.indexForRecording(id("M2"), adding: Member(id: id("M2"))) == 1)
        #expect(other.indexForRecording(id("M3"), adding: Member(id: id("M3"))) == 1)
        #expect(one.indexForRecording(id("M3")) == nil && other.indexForRecording(id("M2")) == nil)
        #expect(one.indexForRecording(id("M1")) == 0 && other.indexForRecording(id("M1")) == 0)
    }

    /// Numbers go on after as many as there are; what is taken is passed over.
    @Test func theNextNumber() {
        #expect(registry().nextID() == id("M1"))
        #expect(registry("M1").nextID() == id("M2"))
        #expect(registry("M2").nextID() == id("M3"))
        #expect(registry("X", "Y").nextID() == id("M3"))
        #expect(registry("M3", "M4").nextID() == id("M5"))
        #expect(registry("M1", "M7").nextID() == id("M3"))
        // Another spelling is another id.
        #expect(registry("M02").nextID() == id("M2"))
    }
}
