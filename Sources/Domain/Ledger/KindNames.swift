internal import CanonicalJSON

/// What people call the kinds that the program knows: each is understood wherever a kind is typed.
public enum KindNames: String, CaseIterable, Sendable {
    case activity, work, proposal, suggestion, donation, speech, ballot, decision, petition, commendation, quantity

    /// The code that a name stands for; any other text as it is.
    public func code(_ text: String) -> String { names[text] ?? text }

    /// Codes by name.
    public var names: [String: String] {
        switch self {
        case .activity: Self.activities
        case .work: Self.works
        case .proposal: Self.proposals
        case .suggestion: Self.suggestions
        case .donation: Self.donations
        case .speech: Self.speeches
        case .ballot: Self.ballots
        case .decision: Self.decisions
        case .petition: Self.petitions
        case .commendation: Self.commendations
        case .quantity: Self.quantities
        }
    }

    private static let activities = [
        "学习": "study", "培训": "training", "会议": "meeting", "全会": "plenary", "全体会议": "plenary", "视察": "inspection",
        "调研": "research", "民主监督": "oversight", "协商": "consultation", "通报会": "briefing", "联谊": "reception", "走访": "visit",
        "读书": "reading", "公益": "charity", "演出": "performance", "座谈会": "forum", "调查": "survey", "列席": "observation",
        "比赛": "contest", "交流": "exchange", "文化活动": "culture", "值班接访": "duty", "经济交流": "economic-exchange",
        "主席团会议": "presidium", "人代会": "congress", "评议": "appraisal", "选举": "election",
    ]
    private static let works = [
        "报告": "report", "会议记录": "minutes", "通知": "notice", "材料": "materials", "计划": "plan", "总结": "summary",
        "心得体会": "reflection", "心得": "reflection", "文章": "article", "宣传报道": "publicity", "其他": "other",
    ]
    private static let proposals = ["个人": "individual", "联名": "joint", "集体": "collective"]
    private static let suggestions = ["意见建议": "suggestion", "社情民意": "social-opinion", "代表建议": "deputy-suggestion"]
    private static let donations = ["捐款": "money", "捐物": "goods", "引进资金": "brought-in"]
    private static let speeches = ["口头": "oral", "书面": "written"]
    private static let ballots = ["选举": "election", "表决": "decision", "测评": "appraisal"]
    private static let decisions = ["决议": "resolution", "决定": "decision", "审议意见": "opinion"]
    private static let petitions = ["来信": "letter", "来访": "visit", "来电": "call", "网上": "online"]
    private static let commendations = ["表彰": "honour", "典型": "model"]
    private static let quantities = [
        "小时": "hour", "天": "day", "学分": "credit", "户": "household", "人": "person", "份": "copy", "册": "copy",
    ]

    /// Whose kinds an event's `kind` is one of; a speech's form is in a field of its own.
    private static let ofEvents: [String: KindNames] = [
        "activity.scheduled": .activity, "work.filed": .work, "proposal.drafted": .proposal, "proposal.filed": .proposal,
        "suggestion.submitted": .suggestion, "donation.received": .donation, "speech.given": .speech, "ballot.called": .ballot,
        "decision.made": .decision, "petition.received": .petition, "commendation.given": .commendation,
    ]

    /// The names of the kinds that an event may have, with their codes; none for an event whose kind is no such list.
    public static func words(ofEvent type: String) -> [String: String] { ofEvents[type]?.names ?? [:] }

    private var field: String { self == .speech ? "form" : "kind" }

    /// Fields as they were typed for an event of this type, with codes in place of names.
    static func understood(_ fields: JSONObject, of event: String) -> JSONObject {
        var understood = fields
        if let names = ofEvents[event], let kind = fields[names.field]?.stringValue { understood[names.field] = .string(names.code(kind)) }
        guard let quantities = fields["quantities"]?.arrayValue else { return understood }
        understood["quantities"] = .array(
            quantities.map { quantity in
                guard case .object(var object) = quantity, let unit = object["of"]?.stringValue else { return quantity }
                object["of"] = .string(KindNames.quantity.code(unit))
                return .object(object)
            })
        return understood
    }
}
