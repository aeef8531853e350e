public import EventLog

/// What was asked for and is not in the book, or is not one thing.
extension Phrase {
    /// - Parameter plan: the one that was named; nil where the book has none at all.
    public static func noPlan(_ plan: String?) -> Phrase {
        guard let plan else {
            return Phrase(
                zh: "这本簿还没有计划。请用 minutebook plan adopt 文件 通过一个。",
                en: "This book has no plan yet. Adopt one with 'minutebook plan adopt FILE'.")
        }
        return Phrase(zh: "簿中没有计划“\(plan)”。", en: "There is no plan '\(plan)' in this book.")
    }

    public static func membersNotScored(_ plan: String) -> Phrase {
        Phrase(
            zh: "计划“\(plan)”不给委员计分，没有排名。请用 --plan 指明给委员计分的计划。",
            en: "Plan '\(plan)' gives no points to members, so there is no ranking. Name a plan that does with --plan.")
    }

    public static let noRules = Phrase(
        zh: "这本簿还没有采用办理规则。请用 minutebook rules adopt 文件。",
        en: "No rules have been adopted. Adopt some with 'minutebook rules adopt FILE'.")

    public static func noSuchTarget(_ id: String, in plan: String) -> Phrase {
        Phrase(
            zh: "计划 \(plan) 没有“\(id)”这一项，簿中也没有这个编号。",
            en: "Plan \(plan) has no target '\(id)', and this book has nothing with that id.")
    }

    public static func noSuchActivity(_ id: String) -> Phrase {
        Phrase(zh: "簿中没有活动“\(id)”。", en: "There is no activity '\(id)' in this book.")
    }

    public static func noSuchMember(_ id: String) -> Phrase {
        Phrase(zh: "簿中没有委员“\(id)”。", en: "There is no member '\(id)' in this book.")
    }

    /// - Parameter members: whom the text fits: ids with names.
    public static func severalMembersFit(_ text: String, _ members: [Phrase]) -> Phrase {
        Phrase(zh: "与“\(text)”相符的不止一人：", en: "'\(text)' matches several members: ") + joined(members, zh: "、", en: ", ")
            + Phrase(zh: "。请写编号。", en: ". Give the id.")
    }

    /// - Parameter subject: as it was asked for.
    public static func nothingRecorded(of subject: String) -> Phrase {
        Phrase(
            zh: "没有关于“\(subject)”的记录。请写明种类，如 member:M07。",
            en: "Nothing is recorded about '\(subject)'. Name its kind, as in member:M07.")
    }

    /// - Parameter candidates: everything that has that id.
    public static func ambiguousSubject(_ id: String, _ candidates: [Subject]) -> Phrase {
        let names = candidates.map(\.description)
        return Phrase(
            zh: "“\(id)”可能是：\(names.joined(separator: "、"))。请写明种类。",
            en: "'\(id)' may be \(names.joined(separator: " or ")). Name its kind.")
    }

    public static let nothingFound = Phrase(zh: "没有找到。", en: "Nothing was found.")

    public static func nothingToGiveReceiptOf(_ subject: Subject) -> Phrase {
        Phrase(
            zh: "没有可出回执的记录：没有记过，或者已经作废。可用 minutebook audit \(subject.id) 查看。",
            en: "There is no record to issue a receipt for: nothing was recorded, or it was voided. "
                + "See 'minutebook audit \(subject.id)'.")
    }
}
