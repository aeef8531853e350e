public import Domain

/// Appeals, as people read them.
extension Phrase {
    public static func appealOutcome(_ outcome: AppealAnswered.Outcome) -> Phrase {
        switch outcome {
        case .upheld: Phrase(zh: "成立", en: "upheld")
        case .partlyUpheld: Phrase(zh: "部分成立", en: "partly upheld")
        case .dismissed: Phrase(zh: "不成立", en: "dismissed")
        }
    }

    public static func appealStage(_ stage: Appeal.Stage) -> Phrase {
        switch stage {
        case .open: Phrase(zh: "待答复", en: "open")
        case .answered: Phrase(zh: "已答复", en: "answered")
        case .withdrawn: Phrase(zh: "已撤回", en: "withdrawn")
        }
    }

    /// `会议 +5 分`; of a group or sector, `一组：会议 +5 分`.
    public static func settlement(_ settlement: PointsEvent) -> Phrase {
        let sign = settlement.signedPoints > 0 ? "+" : ""
        let figure = "\(settlement.target) \(sign)\(points(settlement.signedPoints))"
        let unit = settlement.unit?.name
        return Phrase(zh: (unit.map { "\($0)：" } ?? "") + "\(figure) 分", en: (unit.map { "\($0): " } ?? "") + "\(figure) points")
    }
}

extension ColumnTitle {
    public static let appeal = Phrase(zh: "申诉", en: "appeal")
    public static let why = Phrase(zh: "理由", en: "why")
    public static let answer = Phrase(zh: "答复", en: "answer")
    public static let settlement = Phrase(zh: "调整", en: "settled by")
}
