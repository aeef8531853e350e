public import Domain

/// Letters and visits, as people read them.
extension Phrase {
    public static func petitionKind(_ kind: PetitionReceived.Kind) -> Phrase {
        switch kind {
        case .letter: Phrase(zh: "来信", en: "letter")
        case .visit: Phrase(zh: "来访", en: "visit")
        case .call: Phrase(zh: "来电", en: "call")
        case .online: Phrase(zh: "网上", en: "online")
        }
    }

    public static func petitionStage(_ stage: Petition.Stage) -> Phrase {
        switch stage {
        case .received: Phrase(zh: "已登记", en: "received")
        case .handedOver: Phrase(zh: "办理中", en: "handed over")
        case .answered: Phrase(zh: "已答复", en: "answered")
        }
    }

    public static func petitionWay(_ way: PetitionHandedOver.Way) -> Phrase {
        switch way {
        case .handle: Phrase(zh: "交办", en: "to be handled")
        case .transfer: Phrase(zh: "转办", en: "passed on")
        }
    }

    public static func supervised(_ count: Int) -> Phrase { Phrase(zh: "督办 \(count) 次", en: count == 1 ? "pressed for once" : "pressed for \(count) times") }
}

extension ColumnTitle {
    public static let receivedBy = Phrase(zh: "接待人", en: "received by")
    public static let place = Phrase(zh: "地点", en: "place")
    public static let onDuty = Phrase(zh: "值班", en: "on duty")
    public static let petitionCount = Phrase(zh: "接待件数", en: "petitions")
}
