public import EventLog

/// Finds what looks like something on record. It takes in what is new before it looks, so that nothing is gone through
/// twice; what is found is compared as it is now, so that what was corrected or voided is not found any more.
public struct Lookalikes: Sendable {
    private struct Index {
        /// As many of the registry are in it.
        var count = 0
        /// By the hash of what should tell them apart.
        var places: [Int: [Int32]] = [:]
    }

    private var indexes: [ObjectIdentifier: Index] = [:]

    public init() {}

    /// The earlier subject that is like the one that an entry began; nil where the entry began none.
    ///
    /// - Parameter open: reads a member's name; nil where nobody reads it.
    public mutating func earlier(
        than position: Position, in state: State, open: (PersonalText, MemberID) throws -> String?
    ) rethrows -> Warning? {
        guard let place = state.place(of: position), place.slot == 0, place.concept.isCompared else { return nil }
        return try earlier(place.concept, place.index, state, open)
    }

    private mutating func earlier<Value: Concept>(
        _ concept: Value.Type, _ place: Int, _ state: State, _ open: (PersonalText, MemberID) throws -> String?
    ) rethrows -> Warning? {
        // Taken out, so that it is not copied.
        var index = indexes.removeValue(forKey: ObjectIdentifier(concept)) ?? Index()
        defer { indexes[ObjectIdentifier(concept)] = index }
        while index.count <= place {
            if let mark = try Value.at(index.count, in: state).likeness(open) { index.places[mark.hashValue, default: []].append(Int32(index.count)) }
            index.count += 1
        }
        let value = Value.at(place, in: state)
        guard let mark = try value.likeness(open), let subject = value.subject else { return nil }
        for candidate in index.places[mark.hashValue] ?? [] where candidate < place {
            let other = Value.at(Int(candidate), in: state)
            if try other.likeness(open) == mark, let former = other.subject { return .looksLikeDuplicate(subject, of: former) }
        }
        return nil
    }
}
