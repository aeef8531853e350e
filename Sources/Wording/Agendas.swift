public import Domain

/// Agendas, as people read them.
extension Phrase {
    public static func agendaOutcome(_ outcome: AgendaItemEnded.Outcome) -> Phrase {
        switch outcome {
        case .dealtWith: Phrase(zh: "已审议", en: "dealt with")
        case .postponed: Phrase(zh: "延期", en: "postponed")
        case .dropped: Phrase(zh: "取消", en: "dropped")
        }
    }

    /// - Parameter activity: where a postponed item goes on.
    public static func postponed(to activity: ActivityID) -> Phrase { Phrase(zh: "改在 \(activity)", en: "to \(activity)") }

    /// - Parameter number: from 1.
    public static func sitting(_ number: Int64) -> Phrase { Phrase(zh: "第 \(number) 次会", en: "sitting \(number)") }
}

extension ColumnTitle {
    public static let agendaNumber = Phrase(zh: "序号", en: "no.")
    public static let agendaItem = Phrase(zh: "议程", en: "agenda")
    public static let presenter = Phrase(zh: "汇报", en: "presented by")
    public static let outcome = Phrase(zh: "结果", en: "outcome")
}
