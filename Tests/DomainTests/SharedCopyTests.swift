import Testing

@testable import Domain

/// What is changed after a copy was made costs a part of it, and not the whole: a server hands a state to every reader.
@Suite("Copies share what they have in common")
struct SharedCopyTests {
    /// How many chunks are not the same memory.
    private func differing<Element>(
        _ left: ContiguousArray<ContiguousArray<Element>>, _ right: ContiguousArray<ContiguousArray<Element>>
    ) -> Int {
        func address(_ chunk: ContiguousArray<Element>) -> UnsafePointer<Element>? { chunk.withUnsafeBufferPointer(\.baseAddress) }
        return (0..<max(left.count, right.count)).count { index in
            guard index < left.count, index < right.count else { return true }
            return address(left[index]) != address(right[index])
        }
    }

    @Test func anArrayCopiesOneChunk() {
        var array = ChunkedArray<Int>()
        for number in 0..<100_000 { array.append(number) }
        let copy = array
        array[70_000] = -1
        #expect(differing(array.chunks, copy.chunks) == 1)
        array.append(100_000)
        #expect(differing(array.chunks, copy.chunks) == 2)
        #expect(copy.count == 100_000 && copy.elementsEqual(0..<100_000))
        #expect(array.count == 100_001 && array[70_000] == -1 && array[100_000] == 100_000)
    }

    @Test func anIndexCopiesOneChunk() {
        var index = OrdinalIndex<String>()
        for number in 0..<50_000 { #expect(index.append("k\(number)") == number) }
        let copy = index
        #expect(index.append("new") == 50_000)
        #expect(differing(index.slots.chunks, copy.slots.chunks) == 1)
        #expect(index["new"] == 50_000 && copy["new"] == nil)
    }

    /// Against a dictionary, with keys that were never put in between.
    @Test func anIndexFindsWhatADictionaryFinds() {
        var generator = SystemRandomNumberGenerator()
        var (index, expected) = (OrdinalIndex<Int>(), [Int: Int]())
        #expect(index[7] == nil)
        for _ in 0..<20_000 {
            let key = Int.random(in: 0..<15_000, using: &generator)
            #expect(index[key] == expected[key])
            guard expected[key] == nil else { continue }
            expected[key] = expected.count
            #expect(index.append(key) == expected[key])
        }
        for key in 0..<15_000 { #expect(index[key] == expected[key]) }
    }
}
