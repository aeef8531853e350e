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

/// From the lowest to the highest. A place has some of them: where a prefecture 地、州 stands over cities, a city is below it;
/// elsewhere a city 地级市 has districts and counties below it, and the province above.
extension SuggestionAdopted.Level: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.height < right.height }

    private var height: Int {
        switch self {
        case .township: 1
        case .district: 2
        case .city: 3
        case .prefecture: 4
        case .province: 5
        case .nation: 6
        }
    }
}
