/// Gives each key a number, in the order in which they came: a hash table whose copies share what they have in common.
///
/// The first key after a copy costs a chunk of the table and the list of chunks, and not the whole table, as it would in a
/// `Dictionary`. Keys never go.
struct OrdinalIndex<Key: Hashable & Sendable>: Sendable {
    private var keys = ChunkedArray<Key>()
    /// Open addressing with linear probing: a key's number and one more, or 0 where nothing is. At least half are free.
    private(set) var slots: ContiguousArray<ContiguousArray<Int32>> = []

    private static var chunkShift: Int { 10 }
    private static var chunkMask: Int { (1 << chunkShift) - 1 }

    private var slotCount: Int { slots.count << Self.chunkShift }

    /// The number of a key, from 0.
    subscript(key: Key) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = firstSlot(of: key)
        while true {
            let number = Int(slots[slot >> Self.chunkShift][slot & Self.chunkMask]) - 1
            guard number >= 0 else { return nil }
            if keys[number] == key { return number }
            slot = (slot + 1) & (slotCount - 1)
        }
    }

    /// Takes in a key that is not there yet.
    ///
    /// - Returns: its number.
    mutating func append(_ key: Key) -> Int {
        if (keys.count + 1) * 2 > slotCount { grow() }
        keys.append(key)
        enter(key, keys.count - 1)
        return keys.count - 1
    }

    private func firstSlot(of key: Key) -> Int { key.hashValue & (slotCount - 1) }

    private mutating func enter(_ key: Key, _ number: Int) {
        var slot = firstSlot(of: key)
        while slots[slot >> Self.chunkShift][slot & Self.chunkMask] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot >> Self.chunkShift][slot & Self.chunkMask] = Int32(number + 1)
    }

    private mutating func grow() {
        let chunkCount = max(1, slots.count * 2)
        slots = ContiguousArray(repeating: ContiguousArray(repeating: 0, count: 1 << Self.chunkShift), count: chunkCount)
        for (number, key) in keys.enumerated() { enter(key, number) }
    }
}
