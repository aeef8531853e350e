public import Domain
public import EventLog

/// What things are called.
extension Phrase {
    /// What a kind of subject is called. A test holds the table against the concepts.
    public static func noun(_ subject: Subject) -> Phrase {
        nouns[String(subject.kind)] ?? Phrase(zh: String(subject.kind), en: String(subject.kind))
    }

    /// `提案 P3`
    static func subject(_ subject: Subject) -> Phrase { noun(subject) + plain(" \(subject.id)") }

    public static let nouns: [String: Phrase] = [
        "book": Phrase(zh: "履职簿", en: "book"),
        "member": Phrase(zh: "委员", en: "member"),
        "activity": Phrase(zh: "活动", en: "activity"),
        "agenda-item": Phrase(zh: "议程", en: "agenda item"),
        "speech": Phrase(zh: "发言", en: "speech"),
        "notice": Phrase(zh: "通知", en: "notice"),
        "minutes": Phrase(zh: "会议记录", en: "minutes"),
        "visit": Phrase(zh: "走访", en: "visit"),
        "proposal": Phrase(zh: "提案", en: "proposal"),
        "suggestion": Phrase(zh: "意见建议", en: "suggestion"),
        "donation": Phrase(zh: "捐助", en: "donation"),
        "work": Phrase(zh: "文稿", en: "work"),
        "commendation": Phrase(zh: "表彰", en: "commendation"),
        "plan": Phrase(zh: "计划", en: "plan"),
        "award": Phrase(zh: "加减分", en: "award"),
        "appeal": Phrase(zh: "申诉", en: "appeal"),
        "attachment": Phrase(zh: "附件", en: "attachment"),
        "expense": Phrase(zh: "支出", en: "expense"),
        "ballot": Phrase(zh: "投票", en: "ballot"),
        "duty-report": Phrase(zh: "述职", en: "report on duties"),
        "petition": Phrase(zh: "来信来访", en: "petition"),
        "decision": Phrase(zh: "决定", en: "decision"),
        "ballot-rules": Phrase(zh: "投票规则", en: "rules on ballots"),
        "rules": Phrase(zh: "办理规则", en: "rule set"),
        "work-calendar": Phrase(zh: "工作日历", en: "work calendar"),
    ]

    /// `S1 学习政协章程`; what kind of thing it is, where it has no title.
    public static func act(_ subject: Subject, in state: State) -> Phrase {
        state.title(of: subject).map { plain("\(subject.id) \($0)") } ?? self.subject(subject)
    }

    public static func adoptedBy(_ level: SuggestionAdopted.Level) -> Phrase {
        adoptionLevel(level) + Phrase(zh: "采用", en: ": adopted")
    }

    /// - Parameter level: the leader's; nil where it is not recorded.
    public static func instructedBy(_ leader: String, _ level: SuggestionAdopted.Level?) -> Phrase {
        Phrase(zh: "\(leader)批示", en: "instructed by \(leader)") + inBrackets(level)
    }

    public static func sentUp(_ to: String, _ level: SuggestionAdopted.Level?) -> Phrase {
        Phrase(zh: "报送\(to)", en: "sent to \(to)") + inBrackets(level)
    }

    private static func inBrackets(_ level: SuggestionAdopted.Level?) -> Phrase {
        level.map { Phrase(zh: "（\(adoptionLevel($0).zh)）", en: " (\(adoptionLevel($0).en))") } ?? plain("")
    }

    public static func proposalStage(_ stage: Proposal.Stage) -> Phrase {
        switch stage {
        case .draft: Phrase(zh: "草稿", en: "a draft")
        case .filed: Phrase(zh: "已提交", en: "filed")
        case .merged: Phrase(zh: "已并案", en: "merged into another")
        case .split: Phrase(zh: "已分案", en: "split")
        case .withdrawn: Phrase(zh: "已撤案", en: "withdrawn")
        case .accepted: Phrase(zh: "已立案", en: "accepted")
        case .declined: Phrase(zh: "不予立案", en: "not accepted")
        case .handedOver: Phrase(zh: "已交办", en: "handed over")
        case .answered: Phrase(zh: "已答复", en: "answered")
        case .closed: Phrase(zh: "已办结", en: "closed")
        }
    }
}
