public import Domain
internal import EventLog

/// What whoever recorded something should know, and what to do.
extension Phrase {
    public static func warning(_ warning: Warning) -> Phrase {
        switch warning {
        case .noDeadline(let proposal, let step):
            Phrase(
                zh: "提案 \(proposal) 没有写明是大会提案还是平时提案，按现行办理规则算不出期限（\(self.step(step).zh)）。请更正提案，写明“session”。",
                en: "Proposal \(proposal) does not say in which session it was filed, so the rules give it no deadline "
                    + "(\(self.step(step).en)). Correct it and give 'session'.")
        case .looksLikeDuplicate(let subject, let other) where MemberID(subject) != nil:
            Phrase(
                zh: "委员 \(subject.id) 与 \(other.id) 同名。如是同一人，请并入一个编号。",
                en: "The members \(subject.id) and \(other.id) have the same name. If they are one person, merge one into the other.")
        case .looksLikeDuplicate(let subject, let other):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 与已有的 \(other.id) 相同，可能重复登记。如确是重复，请作废。",
                en: "The \(noun(subject).en) \(subject.id) looks like \(other.id), which is on record already. If it is the same, void it.")
        case .unknownKind(let word, let near):
            Phrase(zh: "活动类型“\(word)”以前没有用过，计划里也没有。", en: "The kind '\(word)' is new: no plan and no activity has it. ")
                + didYouMean(near)
        case .unknownLevel(let word, let near):
            Phrase(zh: "层级“\(word)”以前没有用过，计划里也没有。", en: "The level '\(word)' is new: no plan and no activity has it. ")
                + didYouMean(near)
        case .itemNotInPlan(let item, let day):
            Phrase(
                zh: "\(day) 的计划里没有编号为“\(item)”的安排，这一项不起作用。请核对编号。",
                en: "No plan for \(day) has the calendar item '\(item)', so it is without effect. Check the id.")
        case .outsidePlan(let plan, let day):
            Phrase(
                zh: "\(day) 不在计划 \(plan) 的考核期内，不计入。请核对日期。",
                en: "\(day) is outside the days of plan \(plan), so it does not count. Check the date.")
        case .targetNotMeant(let target, let plan, let member, let day):
            Phrase(
                zh: "截至 \(day)，计划 \(plan) 的“\(target)”不考核委员 \(member)，手工给的分不计。请核对委员和项目。",
                en: "Up to \(day), target '\(target)' of plan \(plan) is not meant for \(member), so points by hand do not count. Check member and target.")
        case .nobodyOf(let unit, let day):
            Phrase(
                zh: "\(day) 没有在任委员编在“\(unit.name)”，那天不考核它，给的分不计。请核对名称和日期。",
                en: "Nobody in office is of '\(unit.name)' on \(day), so it is not assessed that day and the points do not count. Check the name and the date.")
        case .notInOffice(let members, let day):
            Phrase(
                zh: "\(list(members).zh) 在 \(day) 不在任，不计入其履职。请核对日期和任期。",
                en: "Not in office on \(day), so it does not count for them: \(list(members).en). Check the date and the terms.")
        case .longAfter(let activity, let last, let day):
            Phrase(
                zh: "记在 \(day)，而活动 \(activity) 在 \(last) 已结束。补录的请更正，用“occurred”写明活动当天的日期。",
                en: "Dated \(day), long after activity \(activity) ended on \(last). If it was typed in late, correct it, and give the "
                    + "day of the activity in 'occurred'.")
        case .nothingChanged(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 本来就是这样，没有变化。",
                en: "The \(noun(subject).en) \(subject.id) was so already. Nothing changed.")
        case .voidingChangesNothing(let position):
            Phrase(
                zh: "作废第 \(position) 条不改变任何结果：别的记录已取代它，或说明同样的事。",
                en: "Voiding entry \(position) changes nothing: other entries have taken its place, or say the same.")
        case .differsFromRoster(let ballot, let said, let roster):
            Phrase(
                zh: "投票 \(ballot) 写明应到 \(said) 人，而名册上当天在任且受邀的是 \(roster) 人。请核对。",
                en: "Ballot \(ballot) says that \(said) may vote, and by the roster \(roster) were in office and invited that day. Check both.")
        case .differsFromRegister(let ballot, let said, let register):
            Phrase(
                zh: "投票 \(ballot) 写明实到 \(said) 人，而签到表上是 \(register) 人。请核对。",
                en: "Ballot \(ballot) says that \(said) were present, and the meeting's register has \(register). Check both.")
        case .spokeThoughAbsent(let members, let activity):
            Phrase(
                zh: "\(list(members).zh) 在活动 \(activity) 记为缺席，又有口头发言。请核对签到和发言。",
                en: "Marked absent from activity \(activity), and on record as having spoken there: \(list(members).en). Check the register and the speech.")
        }
    }

    private static func didYouMean(_ words: [OpenWord]) -> Phrase {
        guard !words.isEmpty else { return Phrase(zh: "如有笔误请更正。", en: "Correct it if it is a slip.") }
        return Phrase(zh: "是不是“\(words.map(\.description).joined(separator: "”或“"))”？如有笔误请更正。",
            en: "Did you mean \(words.map { "'\($0)'" }.joined(separator: " or "))? Correct it if it is a slip.")
    }
}
