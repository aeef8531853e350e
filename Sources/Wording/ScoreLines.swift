public import Assessment
public import Domain
internal import EventLog

/// Why each act that a plan looks at counts, or does not.
extension Phrase {
    /// Why a line counts, or does not.
    public static func outcome(_ line: ScoreLine) -> Phrase {
        switch line.outcome {
        case .counts: Phrase(zh: "计入", en: "counts")
        case .countsAs(let number): Phrase(zh: "第 \(number) 件（次）", en: "number \(number)")
        case .beforeCount(let number, let from):
            Phrase(zh: "第 \(number) 件（次），从第 \(from) 件（次）起才计分", en: "number \(number); points begin with number \(from)")
        case .partEarnsNothing: Phrase(zh: "附议不得分，不计", en: "no points for this part: does not count")
        case .attendanceBelow(let least):
            least.isExceeded
                ? Phrase(zh: "出勤没有\(threshold(least).zh)，不计", en: "attendance not \(threshold(least).en): does not count")
                : Phrase(zh: "出勤不到\(spaced(least).zh)，不计", en: "attendance under \(threshold(least).en): does not count")
        case .nobodyCountable: Phrase(zh: "无应到人员，不计", en: "nobody could be counted: does not count")
        case .nobodyCame: Phrase(zh: "没有人到会的记录，不计", en: "nobody is on record as present: does not count")
        case .documentsMissing(let kinds):
            Phrase(zh: "没有", en: "no ") + joined(kinds.map { workKind($0) }) + Phrase(zh: "，不计", en: " on file: does not count")
        case .particularsMissing(let particulars):
            Phrase(zh: "没有写明", en: "not fixed: ") + joined(particulars.map(particular)) + Phrase(zh: "，不计", en: "; does not count")
        case .participantsBelow(let least):
            Phrase(zh: "参加人数不到 \(least) 人，不计", en: "fewer than \(least) took part: does not count")
        case .notYet(let reached): Phrase(zh: "尚未\(self.reached(reached).zh)，不计", en: "not \(self.reached(reached).en) yet: does not count")
        case .withoutResult(let result): without(result)
        case .notMarked(let mark): Phrase(zh: "不是\(proposalMark(mark).zh)，不计", en: "not marked \(proposalMark(mark).en): does not count")
        case .withoutHonour(let honour, let least): without(honour, least)
        case .withdrawn: Phrase(zh: "已撤回，不计", en: "withdrawn: does not count")
        case .merged(let into): Phrase(zh: "已并入 \(into)，随其计算", en: "merged into \(into): counts as that one")
        case .split(let parts):
            Phrase(zh: "已分为 \(list(parts).zh)，按分出的各件计算", en: "split into \(list(parts).en): counts as those")
        case .settles(let appeal): Phrase(zh: "申诉 \(appeal) 成立，人工调整", en: "adjusted by hand, as appeal \(appeal) was upheld")
        case .beforeAmendment(let day): Phrase(zh: "修订自 \(day) 起施行，此前不计", en: "before the amendment of \(day): does not count")
        case .madeGood(let member, let activity):
            Phrase(zh: "\(member) 缺席，已由 \(activity.id) 补上", en: "\(member) absent, made good by \(activity.id)")
        case .hasHonour(let honour): has(honour)
        case .beyondTimes(let times): Phrase(zh: "只算最高的 \(times) 件，不计", en: "only the best \(times) count: does not count")
        case .countedUnder(let target): Phrase(zh: "已计入“\(target)”，不重复计", en: "counted under '\(target)', and so not again")
        case .firstOf(let member): Phrase(zh: "\(member) 首次，计入", en: "counts: the first of \(member)")
        case .nobodyNew: Phrase(zh: "参加的人都已计入，不重复计", en: "everybody in it is counted already: does not count")
        case .present(let member): Phrase(zh: "\(member) 到会", en: "\(member) present")
        case .late(let member): Phrase(zh: "\(member) 迟到", en: "\(member) late")
        case .attended(let member, let late, let leftEarly, let halfDays, let all): attended(member, late, leftEarly, halfDays, all)
        case .halfDaysUnknown(let member):
            Phrase(zh: "\(member) 到会；活动没有写明半天数，不计半天", en: "\(member) present; the activity's half-days are not on record and do not count")
        case .absentWithoutCause(let member): Phrase(zh: "\(member) 无故缺席", en: "\(member) absent without cause")
        case .onLeave(let member): Phrase(zh: "\(member) 请假", en: "\(member) on leave")
        }
    }

    private static func has(_ honour: Selector.Honour) -> Phrase {
        let (zh, en) =
            switch honour {
            case .adopted: ("已被采用", "adopted")
            case .instructed: ("已有领导批示", "a leader wrote an instruction on it")
            case .sentUp: ("已报送上级", "sent upwards")
            case .commended: ("已受表彰", "commended")
            }
        return Phrase(zh: zh + "，不计", en: en + ": does not count")
    }

    private static func without(_ honour: Selector.Honour, _ least: Selector.AtLeast) -> Phrase {
        let level: Phrase
        switch least {
        case .anywhere, .nowhere: level = plain("")
        case .level(let least): level = Phrase(zh: "\(adoptionLevel(least).zh)以上", en: " by the \(adoptionLevel(least).en) or higher")
        }
        let (zh, en) =
            switch honour {
            case .adopted: ("没有\(level.zh)采用", "not adopted\(level.en)")
            case .instructed: ("没有\(level.zh)领导批示", "no instruction\(level.en)")
            case .sentUp: ("没有报送\(level.zh)", "not sent upwards\(level.en)")
            case .commended: ("没有受到\(level.zh)表彰", "not commended\(level.en)")
            }
        return Phrase(zh: zh + "，不计", en: en + ": does not count")
    }

    /// Who or what was commended.
    public static func commended(_ of: CommendationGiven.Of) -> Phrase {
        switch of {
        case .member: Phrase(zh: "委员", en: "members")
        case .body: Phrase(zh: "本单位", en: "the body")
        case .activity: Phrase(zh: "活动", en: "activities")
        case .proposal: Phrase(zh: "提案", en: "proposals")
        case .suggestion: Phrase(zh: "意见建议", en: "suggestions")
        case .work: Phrase(zh: "文稿", en: "works")
        }
    }

    public static func commendationKind(_ kind: CommendationGiven.Kind) -> Phrase {
        switch kind {
        case .honour: Phrase(zh: "表彰", en: "honour")
        case .model: Phrase(zh: "典型", en: "model")
        }
    }

    private static func attended(
        _ member: MemberID, _ late: Bool, _ leftEarly: Bool, _ halfDays: Int64?, _ all: Int64?
    ) -> Phrase {
        var parts: [Phrase] = []
        if let halfDays, let all { parts.append(Phrase(zh: "到会 \(halfDays)/\(all) 个半天", en: "present \(halfDays) of \(all) half-days")) }
        if late { parts.append(Phrase(zh: "迟到", en: "late")) }
        if leftEarly { parts.append(Phrase(zh: "早退", en: "left early")) }
        return plain("\(member) ") + joined(parts)
    }

    static func particular(_ particular: Selector.Particular) -> Phrase {
        switch particular {
        case .time: Phrase(zh: "到日的时间", en: "day")
        case .place: Phrase(zh: "地点", en: "place")
        case .content: Phrase(zh: "内容", en: "content")
        case .responsible: Phrase(zh: "负责人", en: "person responsible")
        }
    }

    static func reached(_ reached: Selector.Reached) -> Phrase {
        switch reached {
        case .filed: Phrase(zh: "提交", en: "filed")
        case .accepted: Phrase(zh: "立案或受理", en: "accepted")
        case .handedOver: Phrase(zh: "交办", en: "handed over")
        case .answered: Phrase(zh: "答复", en: "answered")
        case .closed: Phrase(zh: "办结", en: "closed")
        case .supervised: Phrase(zh: "督办", en: "pressed for")
        case .handled: Phrase(zh: "办结", en: "handled")
        case .appraised: Phrase(zh: "测评", en: "appraised")
        }
    }
}
