public import Domain
public import EventLog

/// Where a proposal stands, in words.
extension Phrase {
    public static func noSuchProposal(_ id: String) -> Phrase {
        Phrase(zh: "簿中没有提案“\(id)”。", en: "There is no proposal '\(id)' in this book.")
    }

    public static func signedBy(_ members: [MemberID]) -> Phrase { Phrase(zh: "署名：", en: "signed by ") + list(members) }

    /// The units of a round, with what each has done.
    public static func handledBy(_ round: HandlingRound, isAgain: Bool) -> Phrase {
        let units = round.units.map { $0.name + ($0.answer != nil ? "✓" : $0.returned != nil ? "✗" : "") }
        return Phrase(zh: "承办：", en: "handled by ") + list(units) + (isAgain ? Phrase(zh: "（二次办理）", en: " (again)") : plain(""))
    }

    /// - Parameter meaning: what the rules say it means.
    public static func answerClass(_ answerClass: ProposalAnswered.Class, meaning: String?) -> Phrase {
        Phrase(zh: "答复类别：", en: "class of the answer: ") + plain(answerClass.rawValue + (meaning.map { "，\($0)" } ?? ""))
    }

    public static func notAnswered(_ signers: [MemberID]) -> Phrase {
        Phrase(zh: "未答复的提案人：", en: "not answered yet: ") + list(signers)
    }

    public static func mergedInto(_ proposal: ProposalID) -> Phrase { Phrase(zh: "并入 \(proposal)", en: "merged into \(proposal)") }

    public static func splitInto(_ proposals: [ProposalID]) -> Phrase { Phrase(zh: "分为 ", en: "split into ") + list(proposals) }

    public static func commitment(_ commitment: Commitment) -> Phrase {
        let made = commitment.made.fact
        let end: Phrase =
            switch commitment.settled?.fact.kept {
            case true?: Phrase(zh: "已兑现", en: "kept")
            case false?: Phrase(zh: "没有兑现", en: "not kept")
            case nil: Phrase(zh: "\(made.due) 前兑现", en: "to be kept by \(made.due)")
            }
        let position = commitment.made.position
        return Phrase(zh: "承诺（第 \(position) 条）：", en: "commitment (entry \(position)): ") + plain("\(made.unit) \(made.what)")
            + Phrase(zh: "，", en: ", ") + end
    }

    /// A time limit in one line.
    ///
    /// - Parameter dayCount: within how many days it counts as due soon.
    public static func line(_ deadline: Deadline, on day: CalendarDate, within dayCount: Int) -> Phrase {
        standing(deadline, on: day, within: dayCount) + Phrase(zh: "：", en: ": ") + step(deadline.step)
            + plain(" \(deadline.unit ?? "") \(deadline.due?.description ?? "–")  ") + origin(deadline)
    }
}
