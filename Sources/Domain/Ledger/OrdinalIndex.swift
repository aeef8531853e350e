/// Gives each key a number, in the order in which they came: a hash table whose copies share what they have in common.
///
/// The first key after a copy costs a chunk of the table and the list of chunks, and not the whole table, as it would in a
/// `Dictionary`. Keys never go.
struct OrdinalIndex<Key: Hashable & Sendable>: Sendable {
    private var keys = ChunkedArray<Key>()
    /// Open addressing with linear probing: a key's number and one more, or 0 where nothing is. At least half are free; their
    /// count is a power of two.
    private(set) var slots = ChunkedArray<Int32>()

    private static var slotCountMin: Int { 1_024 }

    /// The number of a key, from 0.
    subscript(key: Key) -> Int? {
        guard !slots.isEmpty else { return nil }
        let number = Int(slots[slot(of: key)]) - 1
        return number < 0 ? nil : number
    }

    /// Takes in a key that is not there yet.
    ///
    /// - Returns: its number.
    mutating func append(_ key: Key) -> Int {
        if (keys.count + 1) * 2 > slots.count { grow() }
        let slot = slot(of: key)
        keys.append(key)
        slots[slot] = Int32(keys.count)
        return keys.count - 1
    }

    /// Where a key's number is, or would be.
    private func slot(of key: Key) -> Int {
        let mask = slots.count - 1
        var slot = key.hashValue & mask
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = ChunkedArray(repeating: 0, count: max(Self.slotCountMin, slots.count * 2))
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number + 1) }
    }
}
