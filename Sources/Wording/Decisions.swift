public import Domain

/// Decisions, as people read them.
extension Phrase {
    public static func decisionKind(_ kind: DecisionMade.Kind) -> Phrase {
        switch kind {
        case .resolution: Phrase(zh: "决议", en: "resolution")
        case .decision: Phrase(zh: "决定", en: "decision")
        case .opinion: Phrase(zh: "审议意见", en: "opinion on a report")
        }
    }

    public static func decisionStage(_ stage: Decision.Stage) -> Phrase {
        switch stage {
        case .made: Phrase(zh: "已通过", en: "made")
        case .handedOver: Phrase(zh: "已交办", en: "handed over")
        case .answered: Phrase(zh: "已答复", en: "answered")
        case .handled: Phrase(zh: "已办结", en: "handled")
        case .appraised: Phrase(zh: "已测评", en: "appraised")
        }
    }

    /// After the stage: that it is handled for the second time, or more.
    public static func handledAgain(_ count: Int) -> Phrase { Phrase(zh: "第 \(count) 次办理", en: "round \(count)") }
}

extension ColumnTitle {
    public static let number = Phrase(zh: "文号", en: "number")
    public static let meeting = Phrase(zh: "会议", en: "meeting")
    public static let passedBy = Phrase(zh: "表决", en: "vote")
    public static let appraisedBy = Phrase(zh: "测评", en: "appraisal")
}
