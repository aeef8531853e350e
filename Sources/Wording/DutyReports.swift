public import Domain

/// Reports on duties, as people read them.
extension Phrase {
    public static func dutyReportStage(_ stage: DutyReport.Stage) -> Phrase {
        switch stage {
        case .given: Phrase(zh: "已述职", en: "given")
        case .told: Phrase(zh: "已反馈", en: "told the result")
        }
    }
}

extension ColumnTitle {
    public static let reporter = Phrase(zh: "述职人", en: "reported by")
    public static let questions = Phrase(zh: "提问", en: "questions")
}
