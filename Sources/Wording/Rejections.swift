public import Domain
public import EventLog

extension Phrase {
    /// Why a rule refused a command: what, where, and what to do. A table: one row for each rejection.
    public static func rejection(_ rejection: Rejection) -> Phrase {
        switch rejection {
        case .unknown(let subject):
            Phrase(
                zh: "簿中没有\(noun(subject).zh) \(subject.id)。请先登记，或核对编号。",
                en: "There is no \(noun(subject).en) \(subject.id) in this book. Record it first, or check the id.")
        case .idTaken(let subject):
            Phrase(
                zh: "\(noun(subject).zh)编号 \(subject.id) 已经用过。请换一个，或不填，由本簿编号。",
                en: "The \(noun(subject).en) id \(subject.id) is taken. Choose another, or leave it out to be given one.")
        case .reasonMissing:
            Phrase(zh: "这一项要写明理由。请填 reason。", en: "This needs a reason. Say why in 'reason'.")
        case .namedTwice(let subject):
            Phrase(
                zh: "名单里 \(subject.id) 写了两次。请去掉一个。", en: "\(subject.id) names somebody twice. Remove one of the two.")
        case .liesAhead(let day):
            Phrase(
                zh: "所写日期 \(day) 比电脑时钟晚一天以上。请核对日期和时钟；确实要先记下，请加 --ahead（按行记录时写 \"ahead\": true）。",
                en: "It is dated \(day), more than a day later than this computer's clock. Check the date and the clock; to record it all the same, add --ahead (in a JSON command \"ahead\": true).")
        case .bookNotOpened:
            Phrase(
                zh: "这本簿还没有启用。请先用 minutebook book open 建簿。",
                en: "This book has not been opened. Start it with 'minutebook book open'.")
        case .commandIDReused(let id, let first):
            Phrase(
                zh: "命令编号 \(id) 已用于第 \(first) 条，内容不同。请换一个编号。",
                en: "The command id \(id) stands at entry \(first) with other content. Use a new id.")
        case .commandNoLongerComparable(let id, let first):
            Phrase(
                zh: "命令编号 \(id) 已用于第 \(first) 条，其中的个人信息已无法读取，不能核对内容是否相同。",
                en: "The command id \(id) stands at entry \(first), whose personal data can no longer be read to compare.")

        case .notInOffice(let members, let day):
            Phrase(
                zh: "\(day) 不在任期内：\(list(members))。请核对日期和任期。",
                en: "Not in office on \(day): \(list(members)). Check the date and the terms.")
        case .termOverlaps(let member, let from):
            Phrase(
                zh: "\(member) 从 \(from) 起的任期与已有任期重叠。请先登记离任。",
                en: "A term of \(member) from \(from) overlaps another. Record the end of that one first.")
        case .memberMerged(let id, let other):
            Phrase(zh: "\(id) 已并入 \(other)。请用 \(other) 登记。", en: "\(id) is a duplicate and was merged into \(other). Use \(other).")
        case .endsBeforeItBegins(let from, let until):
            Phrase(
                zh: "起止日期颠倒：\(from) 至 \(until)。请核对。", en: "It ends (\(until)) before it begins (\(from)). Check the dates.")
        case .alreadyAssigned(let member, let name):
            Phrase(zh: "\(member) 当时已是“\(name)”。", en: "\(member) has '\(name)' already on that day.")
        case .notAssigned(let member, let name):
            Phrase(
                zh: "\(member) 当时并不是“\(name)”。请核对名称和日期。",
                en: "\(member) does not have '\(name)' on that day. Check the name and the date.")

        case .activityCancelled(let id):
            Phrase(zh: "活动 \(id) 已取消。", en: "Activity \(id) was cancelled.")
        case .activityClosed(let id):
            Phrase(
                zh: "活动 \(id) 已办结。如有错记，请用更正。", en: "Activity \(id) is closed. Correct what is wrong instead.")
        case .activityHeld(let id):
            Phrase(
                zh: "活动 \(id) 已经举行，不能取消。", en: "Activity \(id) has taken place and cannot be cancelled.")
        case .notInvited(let member, let activity):
            Phrase(
                zh: "\(member) 不在活动 \(activity) 的邀请名单里。请先更正名单。",
                en: "\(member) is not invited to \(activity). Correct the list of those invited first.")
        case .alreadyCheckedIn(let member, let activity, let position):
            Phrase(
                zh: "\(member) 已在活动 \(activity) 签到（第 \(position) 条）。",
                en: "\(member) is checked in at \(activity) already (entry \(position)).")
        case .attendanceStands(let member, let activity, let position):
            Phrase(
                zh: "\(member) 在活动 \(activity) 的考勤已记在第 \(position) 条，与此不符。请更正那一条，或写明理由补签。",
                en: "Entry \(position) already says otherwise of \(member) at \(activity). "
                    + "Correct that entry, or check in late with a reason.")

        case .notPresent(let member, let activity):
            Phrase(zh: "\(member) 没有在活动 \(activity) 签到，谈不上早退。", en: "\(member) is not checked in at \(activity) and cannot have left it.")
        case .notOnLeave(let member, let activity):
            Phrase(zh: "\(member) 在活动 \(activity) 没有请准的假，无从销假。", en: "\(member) has no leave at \(activity) to end.")
        case .halfDaysDoNotFit(let activity, let all):
            Phrase(
                zh: "活动 \(activity) 共 \(all ?? 0) 个半天，签到的半天数不能更多。请核对。",
                en: "Activity \(activity) has \(all ?? 0) half-days; nobody can be there for more. Check the number.")

        case .wrongStage(let id, let stage, let needed):
            Phrase(
                zh: "提案 \(id) 现为“\(proposalStage(stage).zh)”，这一步要在“"
                    + needed.map { proposalStage($0).zh }.joined(separator: "、") + "”之后。",
                en: "Proposal \(id) is \(proposalStage(stage).en); this step follows "
                    + needed.map { proposalStage($0).en }.joined(separator: " or ") + ".")
        case .signersDoNotFit(let id, let kind):
            Phrase(
                zh: "提案 \(id) 的署名与类别不符：个人提案一人，联名提案两人以上，集体提案写明提出单位（\(kind.rawValue)）。",
                en: "The signers of \(id) do not fit its kind (\(kind.rawValue)): an individual proposal has one, "
                    + "a joint one two or more, a collective one names its body.")
        case .notHandedTo(let id, let unit):
            Phrase(
                zh: "提案 \(id) 没有交办给“\(unit)”。请核对承办单位。",
                en: "Proposal \(id) was not handed to '\(unit)'. Check the handling unit.")
        case .notASigner(let member, let id):
            Phrase(zh: "\(member) 没有署名提案 \(id)，不能评价。", en: "\(member) did not sign \(id) and cannot rate it.")
        case .alreadyRated(let member, let id):
            Phrase(
                zh: "\(member) 已评价过提案 \(id)。如要改，请用更正。",
                en: "\(member) has rated \(id). Correct that rating instead.")
        case .alreadyMarked(let id, let mark):
            Phrase(zh: "提案 \(id) 已经列为\(proposalMark(mark).zh)。", en: "Proposal \(id) is marked \(proposalMark(mark).en) already.")
        case .alreadySaid(let member, let id):
            Phrase(zh: "\(member) 对提案 \(id) 已表示过附议或不附议。", en: "\(member) has agreed or refused to sign \(id) already.")
        case .refusedToSign(let member, let id):
            Phrase(
                zh: "\(member) 不同意在提案 \(id) 上署名。请去掉这个名字再提交。",
                en: "\(member) refused to sign \(id). File it without that name.")
        case .tooFewSigners(let id, let least):
            Phrase(zh: "议案 \(id) 须有 \(least) 名以上代表联名。", en: "The motion \(id) needs \(least) signers at least.")
        case .numberTaken(let number, let other):
            Phrase(zh: "案号 \(number) 已给了提案 \(other)。请换一个，或不填。", en: "Proposal \(other) has the number \(number). Choose another, or leave it out.")
        case .splitIntoOne(let id):
            Phrase(zh: "提案 \(id) 分案至少要分成两件。", en: "Proposal \(id) has to be split into two at least.")
        case .unitHasActed(let id, let unit):
            Phrase(
                zh: "“\(unit)”对提案 \(id) 已签收、退回或答复，这一步不能再做。",
                en: "'\(unit)' has signed for, returned or answered \(id) already; this step cannot follow.")
        case .alreadyPaused(let id): Phrase(zh: "提案 \(id) 已在中止计时。", en: "The clock of \(id) stands still already.")
        case .notPaused(let id): Phrase(zh: "提案 \(id) 没有中止计时。", en: "The clock of \(id) does not stand still.")
        case .noDraftToCheck(let id, let unit):
            Phrase(zh: "“\(unit)”没有待审的提案 \(id) 答复稿。", en: "There is no unchecked draft by '\(unit)' of an answer to \(id).")
        case .draftNotPassed(let id, let unit):
            Phrase(
                zh: "“\(unit)”对提案 \(id) 的答复稿还没有审核通过。", en: "The draft by '\(unit)' of the answer to \(id) was not passed. Check it first.")
        case .noSuchCommitment(let id, let position):
            Phrase(zh: "第 \(position) 条不是提案 \(id) 的承诺事项。", en: "Entry \(position) records no commitment on \(id).")
        case .commitmentOpen(let id, let position):
            Phrase(
                zh: "提案 \(id) 的承诺（第 \(position) 条）还没有办结，不能评价。",
                en: "The commitment on \(id) (entry \(position)) is not settled yet and cannot be rated.")
        case .commitmentSettled(let id, let position):
            Phrase(zh: "提案 \(id) 的承诺（第 \(position) 条）已经办结。", en: "The commitment on \(id) (entry \(position)) is settled already.")
        case .alreadySent(let id):
            Phrase(zh: "\(id) 已经上报或转办，不能再编辑。", en: "\(id) has left the office and cannot be edited any more.")
        case .notAnswered(let id): Phrase(zh: "\(id) 还没有答复，不能评价。", en: "\(id) has not been answered and cannot be rated yet.")
        case .notItsMember(let member, let id):
            Phrase(zh: "\(id) 不是 \(member) 提出的。请核对。", en: "\(member) did not make \(id). Check the id.")
        case .suggestionRated(let member, let id):
            Phrase(zh: "\(member) 已评价过 \(id)。如要改，请用更正。", en: "\(member) has rated \(id). Correct that rating instead.")
        case .alreadyAdopted(let id, let level):
            Phrase(
                zh: "\(id) 已记过\(adoptionLevel(level).zh)采用。", en: "\(id) is recorded as adopted by the \(adoptionLevel(level).en) already.")
        case .alreadyHandedOver(let subject):
            Phrase(zh: "\(subject.id) 已经转办。", en: "\(subject.id) has been handed over already.")
        case .alreadyAnswered(let subject):
            Phrase(zh: "\(subject.id) 已经答复。", en: "\(subject.id) has been answered already.")
        case .suggestionNotHandedTo(let id, let unit):
            Phrase(
                zh: "建议 \(id) 没有转给“\(unit)”。请先登记转办。",
                en: "Suggestion \(id) was not handed to '\(unit)'. Record the hand-over first.")
        case .donationIncomplete(let id, let field):
            Phrase(zh: "捐助 \(id) 缺少 \(field)。", en: "Donation \(id) lacks '\(field)'.")
        case .overspent(let purpose, let left, let id):
            Phrase(
                zh: "支出 \(id) 超过“\(purpose)”的余额 \(yuan(left)) 元。请核对用途和金额；确实超支的，写明 overdraws。",
                en: "Expense \(id) is more than what is left for '\(purpose)': \(yuan(left)) yuan. Check purpose and amount; "
                    + "if it is so, say 'overdraws'.")
        case .twoDonors(let id):
            Phrase(
                zh: "捐助 \(id) 既写了委员又写了其他捐助人。请只留一个。",
                en: "Donation \(id) names both a member and another donor. Keep one.")

        case .attachmentNotHeld(let id):
            Phrase(
                zh: "簿中没有附件 \(id)。请先用 minutebook attachment add 存入。",
                en: "This book holds no attachment \(id). Hand it in with 'minutebook attachment add'.")
        case .alreadyAttached(let id, let subject, let position):
            Phrase(
                zh: "附件 \(id) 已在第 \(position) 条附于\(noun(subject).zh) \(subject.id)。",
                en: "Entry \(position) attaches \(id) to \(noun(subject).en) \(subject.id) already.")
        case .ownerCannotBeErased(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 没有可删除的个人信息，附件不能封在它名下。请写委员、捐助、支出或走访，如 member:M07。",
                en: "\(noun(subject).en) \(subject.id) has no personal data that could be erased, so no attachment is sealed for it. "
                    + "Name a member, a donation, an expense or a visit, such as member:M07.")
        case .personalDataErased(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息已经删除，不能再记，也不能恢复。",
                en: "The personal data of \(noun(subject).en) \(subject.id) were erased: "
                    + "none can be added, and they cannot be brought back.")
        case .alreadyRestricted(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息已经封存。",
                en: "The personal data of \(noun(subject).en) \(subject.id) are sealed already.")
        case .notRestricted(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息没有封存。",
                en: "The personal data of \(noun(subject).en) \(subject.id) are not sealed.")

        case .noSuchEntry(let position):
            Phrase(zh: "没有第 \(position) 条记录。", en: "There is no entry \(position).")
        case .cannotBeCorrected(let position):
            Phrase(
                zh: "第 \(position) 条不能这样更正。更正本身如有误，请撤销那条更正。",
                en: "Entry \(position) cannot be corrected like this. A wrong correction is voided instead.")
        case .alreadyVoided(let position):
            Phrase(zh: "第 \(position) 条已经作废。", en: "Entry \(position) is void already.")
        case .nothingChanges(let position):
            Phrase(zh: "更正与第 \(position) 条现有内容相同。", en: "Entry \(position) says that already.")
        case .wouldChangeSubject(let position):
            Phrase(
                zh: "更正不能把第 \(position) 条改到别的对象上。请作废后重记。",
                en: "A correction cannot move entry \(position) to another subject. Void it and record anew.")
        case .correctionDoesNotFit(let position, let error):
            Phrase(
                zh: "更正后的第 \(position) 条不成立：\(jsonError(error).zh)",
                en: "Entry \(position) would not be valid: \(jsonError(error).en)")
        case .wouldBreak(let positions, let code):
            Phrase(
                zh: "这样更正，第 \(positions.map(\.description).joined(separator: "、")) 条就不成立了（\(code)）。请先处理那些记录。",
                en: "Entries that rest on it would no longer stand: "
                    + positions.map(\.description).joined(separator: ", ") + " (\(code)). Deal with those first.")
        }
    }

    private static func list(_ members: [MemberID]) -> String {
        members.map(\.description).joined(separator: ", ")
    }

    /// What a kind of subject is called.
    public static func noun(_ subject: Subject) -> Phrase {
        switch subject.kind {
        case "book": Phrase(zh: "履职簿", en: "book")
        case "member": Phrase(zh: "委员", en: "member")
        case "activity": Phrase(zh: "活动", en: "activity")
        case "visit": Phrase(zh: "走访", en: "visit")
        case "proposal": Phrase(zh: "提案", en: "proposal")
        case "suggestion": Phrase(zh: "意见建议", en: "suggestion")
        case "donation": Phrase(zh: "捐助", en: "donation")
        case "work": Phrase(zh: "文稿", en: "work")
        case "plan": Phrase(zh: "计划", en: "plan")
        case "award": Phrase(zh: "加减分", en: "award")
        case "attachment": Phrase(zh: "附件", en: "attachment")
        case "expense": Phrase(zh: "支出", en: "expense")
        case "rules": Phrase(zh: "办理规则", en: "rule set")
        case "work-calendar": Phrase(zh: "工作日历", en: "work calendar")
        default: Phrase(zh: String(subject.kind), en: String(subject.kind))
        }
    }

    /// `S1 学习政协章程`; what kind of thing it is, where it has no title.
    public static func act(_ subject: Subject, in state: State) -> Phrase {
        let id = String(subject.id)
        let title: String? =
            switch subject.kind {
            case "activity": ActivityID(id).flatMap { state.activities[$0]?.schedule?.title }
            case "proposal": ProposalID(id).flatMap { state.proposals[$0] }.flatMap { $0.filed?.fact.title ?? $0.draft?.fact.title }
            case "suggestion": SuggestionID(id).flatMap { state.suggestions[$0]?.title }
            case "work": WorkID(id).flatMap { state.works[$0]?.filed?.fact.title }
            default: nil
            }
        return title.map { plain("\(id) \($0)") } ?? noun(subject) + plain(" \(id)")
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
