public import Assessment
internal import Domain

/// What plans count, in words.
extension Phrase {
    /// Of one sort of fact: every kind of it, and one kind.
    struct SourceWords: Sendable {
        let any: Phrase
        var kind: @Sendable (OpenWord) -> Phrase = { Phrase.plain($0) }
    }

    /// By the key of the source; `SourceTests` asks that each has its words.
    static let sources: [String: SourceWords] = [
        "activities": SourceWords(any: Phrase(zh: "活动", en: "activities"), kind: activityKind),
        "proposals": SourceWords(any: Phrase(zh: "提案", en: "proposals")) { code($0, proposalKind) + Phrase(zh: "提案", en: " proposals") },
        "suggestions": SourceWords(any: Phrase(zh: "意见建议", en: "suggestions")) { code($0, suggestionKind) },
        "works": SourceWords(any: Phrase(zh: "文稿", en: "written works"), kind: workKind),
        "donations": SourceWords(any: Phrase(zh: "捐助", en: "donations")) { code($0, donationKind) },
        "visits": SourceWords(any: Phrase(zh: "走访", en: "visits")),
        "commendations": SourceWords(any: Phrase(zh: "表彰", en: "commendations")) { code($0, commended) + Phrase(zh: "受表彰", en: " commended") },
        "speeches": SourceWords(any: Phrase(zh: "发言", en: "speeches")) { code($0, speechForm) + Phrase(zh: "发言", en: " speeches") },
        "ballots": SourceWords(any: Phrase(zh: "选举、表决和测评", en: "ballots")) { code($0, ballotKind) },
        "decisions": SourceWords(any: Phrase(zh: "决议、决定和审议意见", en: "decisions")) { code($0, decisionKind) },
        "petitions": SourceWords(any: Phrase(zh: "来信来访", en: "letters and visits")) { code($0, petitionKind) + Phrase(zh: "反映", en: " petitions") },
        "members": SourceWords(any: Phrase(zh: "委员", en: "members")) { code($0, movement) },
    ]

    /// The phrase of a closed list's code.
    private static func code<Kind: RawRepresentable>(_ code: OpenWord, _ phrase: (Kind) -> Phrase) -> Phrase where Kind.RawValue == String {
        Kind(rawValue: code.description).map(phrase) ?? plain(code)
    }

    /// What a branch counts.
    static func acts(_ branch: Selector.Branch) -> Phrase {
        let source = branch.source
        guard let words = sources[source.of.key] else { return plain(source.of.key) }
        if branch.filters.commendation == .model { return models(source.kinds) }
        return source.kinds.map { joined($0.map(words.kind)) } ?? words.any
    }

    /// Choices as a model: those of some kinds, or all.
    private static func models(_ kinds: [OpenWord]?) -> Phrase {
        guard let kinds else { return Phrase(zh: "被评为典型", en: "choices as a model") }
        return joined(kinds.map { code($0, commended) + Phrase(zh: "被评为典型", en: " chosen as a model") })
    }

    /// Whether every sort of fact that plans count has its words, for the test that asks.
    public static var sourcesWithoutWords: [String] { ActSource.all.map(\.key).filter { sources[$0] == nil } }

    /// What is asked for of a ballot's outcome.
    static func result(_ result: Selector.Result) -> Phrase {
        switch result {
        case .valid: Phrase(zh: "有效", en: "not void")
        case .elected: Phrase(zh: "有人当选", en: "with somebody elected")
        case .carried: carried
        }
    }

    static func without(_ result: Selector.Result) -> Phrase {
        switch result {
        case .valid: Phrase(zh: "投票无效，不计", en: "void: does not count")
        case .elected: Phrase(zh: "无人当选，不计", en: "nobody elected: does not count")
        case .carried: notCarried + Phrase(zh: "，不计", en: ": does not count")
        }
    }

    static func appraised(_ what: Selector.Appraised) -> Phrase {
        switch what {
        case .member: Phrase(zh: "测评委员", en: "of members")
        case .office: Phrase(zh: "测评部门", en: "of offices")
        case .record: Phrase(zh: "测评报告、办理等事项", en: "of what is on record")
        }
    }

    private static func movement(_ movement: Selector.Movement) -> Phrase {
        switch movement {
        case .joined: Phrase(zh: "新任委员", en: "members who joined")
        case .left: Phrase(zh: "离任委员", en: "members who left")
        }
    }
}
