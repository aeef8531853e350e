/// Why a command cannot be recorded: all of it is found before the command is refused, so that nobody has to mend one thing
/// after the other.
struct Obstacles {
    private var found: [Rejection] = []

    mutating func add(_ rejection: Rejection) {
        if !found.contains(rejection) { found.append(rejection) }
    }

    /// Nothing is added where the body throws nothing.
    mutating func attempt(_ body: () throws(Rejection) -> Void) {
        do { try body() } catch { add(error) }
    }

    /// - Throws: what was found.
    func end() throws(Rejection) {
        var merged: [Rejection] = []
        for obstacle in found {
            let both = merged.indices.lazy.compactMap { index in merged[index].merging(obstacle).map { (index, $0) } }.first
            if let (index, rejection) = both { merged[index] = rejection } else { merged.append(obstacle) }
        }
        guard let first = merged.first else { return }
        throw merged.count == 1 ? first : .several(merged)
    }
}

extension Rejection {
    /// One rejection for two of one kind that lists what each is about; nil where they are of different kinds.
    fileprivate func merging(_ other: Rejection) -> Rejection? {
        switch (self, other) {
        case (.unknown(let these), .unknown(let those)): .unknown(these.adding(those))
        case (.member(.notInOffice(let these, let day)), .member(.notInOffice(let those, let other))) where day == other:
            .member(.notInOffice(these.adding(those), on: day))
        case (.attendance(.notInvited(let these, let activity)), .attendance(.notInvited(let those, let other)))
        where activity == other:
            .attendance(.notInvited(these.adding(those), activity))
        case (.correction(.wouldBreak(let these)), .correction(.wouldBreak(let those))):
            .correction(.wouldBreak(these.adding(those)))
        default: nil
        }
    }
}

extension Array where Element: Equatable {
    /// With those of others that it does not have.
    fileprivate func adding(_ others: [Element]) -> [Element] { self + others.filter { !contains($0) } }
}

extension Sequence where Element: Hashable {
    /// The elements that are in it more than once, each once.
    var repeated: [Element] {
        var seen: Set<Element> = []
        var repeated: [Element] = []
        for element in self where !seen.insert(element).inserted && !repeated.contains(element) { repeated.append(element) }
        return repeated
    }
}
