public import Domain

/// A sort of fact that plans count: how plans name it, what narrows it, and how it is found. Each is declared in a file of its
/// own in `Facts/Acts` and stands in `all`; its words are in the catalogue by its key.
public struct ActSource: Sendable {
    /// How plans name what they count of it.
    enum Kinds: Sendable {
        /// By nothing: `any` alone.
        case none
        /// By words that the body may add to.
        case named(KindNames)
        /// By these codes, and what people call them.
        case codes([String], KindNames?)

        static func codes<Kind: CaseIterable & RawRepresentable>(of kind: Kind.Type, _ names: KindNames? = nil) -> Kinds
        where Kind.RawValue == String {
            .codes(kind.allCases.map(\.rawValue), names)
        }
    }

    /// As plans write it.
    public let key: String
    let kinds: Kinds
    /// Whether `any` stands for every kind.
    let takesAny: Bool
    /// Whether it may stand in `count` and `ratio`.
    let isRecord: Bool
    /// Keys that may narrow it.
    let filters: [String]
    /// Steps that it can have come to.
    let reached: [Selector.Reached]
    /// Whether members can have a part in what such filters leave.
    let hasDoers: @Sendable (Selector.Filters) -> Bool
    /// Everything of these kinds, nil for any, that the filters mean, whether it counts or not.
    let find: @Sendable (YearFacts, [OpenWord]?, Selector.Filters) -> [Act]

    init(
        _ key: String, _ kinds: Kinds, takesAny: Bool = true, isRecord: Bool = false, filters: [String] = [], reached: [Selector.Reached] = [],
        hasDoers: @escaping @Sendable (Selector.Filters) -> Bool = { _ in true }, find: @escaping @Sendable (YearFacts, [OpenWord]?, Selector.Filters) -> [Act]
    ) {
        (self.key, self.kinds, self.takesAny, self.isRecord) = (key, kinds, takesAny, isRecord)
        (self.filters, self.reached, self.hasDoers, self.find) = (filters, reached, hasDoers, find)
    }

    /// In the order in which messages name them.
    public static let all: [ActSource] = [
        activities, proposals, suggestions, works, donations, visits, commendations, members, speeches, ballots,
        decisions, petitions,
    ]
}

extension [OpenWord]? {
    /// Whether a kind is one of these.
    func allow<Kind: RawRepresentable>(_ kind: Kind) -> Bool where Kind.RawValue == String {
        self?.contains { $0.description == kind.rawValue } ?? true
    }
}

extension Selector.Source {
    /// Activities of these kinds.
    static func activities(_ kinds: [OpenWord]?) -> Selector.Source { Selector.Source(.activities, kinds) }
    static func donations(_ kinds: [DonationReceived.Kind]?) -> Selector.Source {
        Selector.Source(.donations, kinds?.compactMap { OpenWord($0.rawValue) })
    }
    static func members(_ kinds: [Selector.Movement]) -> Selector.Source { Selector.Source(.members, kinds.compactMap { OpenWord($0.rawValue) }) }
}
