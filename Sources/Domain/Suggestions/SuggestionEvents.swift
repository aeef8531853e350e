internal import CanonicalJSON
internal import EventLog

public enum SuggestionKind: IdentifierKind {
    public static let name: StaticString = "suggestion"
    public static let prefix: StaticString = "S"
}

public typealias SuggestionID = Identifier<SuggestionKind>

extension SuggestionEvent: ConceptEvent {
    typealias Owner = Suggestion
}

extension SuggestionSubmitted: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { suggestion = state.suggestions.nextID() }
}

extension SuggestionAdopted.Level: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.height < right.height }

    private var height: Int {
        switch self {
        case .district: 1
        case .city: 2
        case .province: 3
        case .nation: 4
        }
    }
}
