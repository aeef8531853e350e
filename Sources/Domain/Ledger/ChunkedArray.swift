/// An array in chunks that copies share: the first change after a copy costs a chunk and the list of chunks, and not
/// the whole array. A state is copied to be handed to readers, and to try out what a command would break.
public struct ChunkedArray<Element: Sendable>: RandomAccessCollection, Sendable {
    /// Small elements are many to a chunk: a chunk takes a few thousand bytes.
    @usableFromInline static var shift: Int { MemoryLayout<Element>.stride <= 16 ? 9 : 6 }
    @usableFromInline static var mask: Int { (1 << shift) - 1 }

    @usableFromInline var chunks: ContiguousArray<ContiguousArray<Element>> = []
    public private(set) var count = 0

    public init() {}

    init(repeating element: Element, count: Int) {
        let full = ContiguousArray(repeating: element, count: 1 << Self.shift)
        chunks = ContiguousArray(repeating: full, count: count >> Self.shift)
        let rest = count & Self.mask
        if rest > 0 { chunks.append(ContiguousArray(full.prefix(rest))) }
        self.count = count
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable public subscript(index: Int) -> Element {
        get { chunks[index >> Self.shift][index & Self.mask] }
        _modify { yield &chunks[index >> Self.shift][index & Self.mask] }
    }

    mutating func append(_ element: Element) {
        if count & Self.mask == 0 {
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << Self.shift)
            chunks.append(chunk)
        }
        chunks[count >> Self.shift].append(element)
        count += 1
    }
}
