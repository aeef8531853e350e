public import Assessment
public import Bookkeeping
public import Domain
public import EventLog

/// Figures, dates and terms as reports and lists show them.
extension Phrase {
    /// The same in every language: ids, names, numbers.
    public static func plain(_ text: some CustomStringConvertible) -> Phrase {
        Phrase(zh: text.description, en: text.description)
    }

    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(zh: left.zh + right.zh, en: left.en + right.en)
    }

    public static func joined(_ phrases: [Phrase], zh: String = "、", en: String = ", ") -> Phrase {
        Phrase(zh: phrases.map(\.zh).joined(separator: zh), en: phrases.map(\.en).joined(separator: en))
    }

    public static func localized(_ text: LocalizedText) -> Phrase { Phrase(zh: text.zh, en: text.en ?? text.zh) }

    /// `M07 张三`, or why there is no name.
    public static func member(_ id: MemberID, _ name: PersonalReading) -> Phrase {
        switch name {
        case .text(let name): plain("\(id) \(name)")
        case .erased: plain(id) + Phrase(zh: "（已删除）", en: " (erased)")
        case .restricted: plain(id) + Phrase(zh: "（已封存）", en: " (sealed)")
        case .unreadable: plain(id)
        }
    }

    /// A name alone, or what is shown in its place.
    public static func name(_ name: PersonalReading) -> Phrase {
        switch name {
        case .text(let name): plain(name)
        case .erased: Phrase(zh: "（已删除）", en: "(erased)")
        case .restricted: Phrase(zh: "（已封存）", en: "(sealed)")
        case .unreadable: plain("–")
        }
    }

    /// As it was said, or the exact day.
    public static func when(_ occurred: Occurrence) -> Phrase {
        if let words = occurred.words { return plain(words) }
        guard occurred.first != occurred.last else { return plain(occurred.first) }
        return plain("\(occurred.first)/\(occurred.last)")
    }

    /// Fen as yuan, exactly: `11,000` or `1,500.50`.
    public static func yuan(_ fen: Int64) -> String {
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        var digits = String(whole)
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (fen < 0 ? "−" : "") + digits + grouped + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
    }

    /// Per cent with one decimal, rounded half up: `82.6 %`.
    public static func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }

    public static func state(_ state: TargetState) -> Phrase {
        switch state {
        case .notDue: Phrase(zh: "未到期", en: "not due")
        case .onTrack: Phrase(zh: "进度正常", en: "on track")
        case .behind: Phrase(zh: "进度落后", en: "behind")
        case .met: Phrase(zh: "已完成", en: "met")
        case .missed: Phrase(zh: "未完成", en: "missed")
        }
    }

    /// What was reached.
    public static func actual(_ quantity: Quantity) -> Phrase {
        switch quantity {
        case .count(let count): plain(count)
        case .share(let part, let whole): plain("\(part)/\(whole) = \(percent(part, of: whole))")
        case .fenPerMember(let total, let members):
            members == 0
                ? plain("–")
                : Phrase(
                    zh: "人均 \(yuan((total * 2 + members) / (members * 2))) 元（\(yuan(total)) 元 ÷ \(members) 人）",
                    en: "\(yuan((total * 2 + members) / (members * 2))) yuan each (\(yuan(total)) ÷ \(members))")
        }
    }

    /// What had to be reached.
    public static func required(_ measure: Requirement.Measure) -> Phrase {
        switch measure {
        case .acts(_, let least), .records(_, let least): plain(least)
        case .ratio(_, let percent): plain("\(percent) %")
        case .averageDonation(let fen): Phrase(zh: "人均 \(yuan(fen)) 元", en: "\(yuan(fen)) yuan each")
        }
    }

    /// What a requirement counts, where the plan gives it no title.
    public static func requirement(_ requirement: Requirement) -> Phrase {
        if let title = requirement.title { return localized(title) }
        switch requirement.measure {
        case .acts(let selector, _):
            return joined((selector.kinds ?? []).map(activityKind))
        case .records(let kinds, _), .ratio(let kinds, _): return joined(kinds.map(recordKind))
        case .averageDonation: return Phrase(zh: "捐助", en: "donations")
        }
    }

    public static func recordKind(_ kind: RecordKind) -> Phrase {
        switch kind {
        case .proposals: Phrase(zh: "提案", en: "proposals")
        case .suggestions: Phrase(zh: "意见建议", en: "suggestions")
        case .visits: Phrase(zh: "走访", en: "visits")
        }
    }

    /// Kinds of activity are an open list: what is not in the table is shown as it was written.
    public static func activityKind(_ kind: OpenWord) -> Phrase {
        activityKinds[kind.description] ?? plain(kind)
    }

    private static let activityKinds: [String: Phrase] = [
        "study": Phrase(zh: "学习", en: "study"), "training": Phrase(zh: "培训", en: "training"),
        "meeting": Phrase(zh: "会议", en: "meeting"), "plenary": Phrase(zh: "全会", en: "plenary"),
        "inspection": Phrase(zh: "视察", en: "inspection"), "research": Phrase(zh: "调研", en: "research"),
        "oversight": Phrase(zh: "民主监督", en: "oversight"), "consultation": Phrase(zh: "协商", en: "consultation"),
        "briefing": Phrase(zh: "通报会", en: "briefing"), "reception": Phrase(zh: "联谊", en: "reception"),
        "visit": Phrase(zh: "走访", en: "visit"), "reading": Phrase(zh: "读书", en: "reading"),
        "charity": Phrase(zh: "公益", en: "charity"), "performance": Phrase(zh: "演出", en: "performance"),
        "forum": Phrase(zh: "座谈会", en: "forum"), "survey": Phrase(zh: "调查", en: "survey"),
        "observation": Phrase(zh: "列席", en: "observation"), "contest": Phrase(zh: "比赛", en: "contest"),
    ]

    /// Why a line counts, or does not.
    public static func outcome(_ line: ScoreLine) -> Phrase {
        switch line.outcome {
        case .counts: Phrase(zh: "计入", en: "counts")
        case .attendanceBelow(let percent): Phrase(zh: "出勤不到 \(percent) %，不计", en: "attendance under \(percent) %: does not count")
        case .nobodyCountable: Phrase(zh: "无应到人员，不计", en: "nobody could be counted: does not count")
        case .documentMissing(let kind):
            Phrase(zh: "没有\(workKind(kind).zh)，不计", en: "no \(workKind(kind).en) on file: does not count")
        case .absentWithoutCause(let member): Phrase(zh: "\(member) 无故缺席", en: "\(member) absent without cause")
        case .onLeave(let member): Phrase(zh: "\(member) 请假", en: "\(member) on leave")
        }
    }

    public static func workKind(_ kind: WorkFiled.Kind) -> Phrase {
        switch kind {
        case .report: Phrase(zh: "报告", en: "report")
        case .minutes: Phrase(zh: "会议记录", en: "minutes")
        case .notice: Phrase(zh: "通知", en: "notice")
        case .materials: Phrase(zh: "材料", en: "materials")
        case .plan: Phrase(zh: "计划", en: "plan")
        case .summary: Phrase(zh: "总结", en: "summary")
        case .reflection: Phrase(zh: "心得体会", en: "reflection")
        case .article: Phrase(zh: "文章", en: "article")
        case .publicity: Phrase(zh: "宣传报道", en: "publicity")
        case .other: Phrase(zh: "其他", en: "other")
        }
    }

    public static func outcomeKind(_ outcome: Outcome) -> Phrase {
        let count = outcome.count
        let kind: Phrase =
            switch outcome.kind {
            case .suggestion: Phrase(zh: "建议" + (count.map { " \($0) 条" } ?? ""), en: (count.map { "\($0) " } ?? "") + "suggestions")
            case .report: Phrase(zh: "报告" + (count.map { " \($0) 份" } ?? ""), en: (count.map { "\($0) " } ?? "") + "reports")
            case .opinion: Phrase(zh: "意见", en: "opinions")
            case .finding: Phrase(zh: "发现问题", en: "findings")
            case .decision: Phrase(zh: "决定", en: "decisions")
            case .other: Phrase(zh: "其他", en: "other")
            }
        let text = outcome.text.map { Phrase(zh: "：\($0)", en: ": \($0)") } ?? plain("")
        let to = outcome.to.map { Phrase(zh: "（送\($0)）", en: " (to \($0))") } ?? plain("")
        return kind + text + to
    }

    public static func suggestionStage(_ stage: Suggestion.Stage) -> Phrase {
        switch stage {
        case .submitted: Phrase(zh: "已提出", en: "submitted")
        case .handedOver: Phrase(zh: "已转办", en: "handed over")
        case .answered: Phrase(zh: "已答复", en: "answered")
        }
    }

    public static func proposalKind(_ kind: ProposalFiled.Kind) -> Phrase {
        switch kind {
        case .individual: Phrase(zh: "个人", en: "individual")
        case .joint: Phrase(zh: "联名", en: "joint")
        case .collective: Phrase(zh: "集体", en: "collective")
        }
    }

    public static func donationKind(_ kind: DonationReceived.Kind) -> Phrase {
        switch kind {
        case .money: Phrase(zh: "捐款", en: "money")
        case .goods: Phrase(zh: "捐物", en: "goods")
        case .broughtIn: Phrase(zh: "引进资金", en: "brought in")
        }
    }

    public static func calendarLink(_ link: CalendarStatus.Link) -> Phrase {
        switch link {
        case .given: Phrase(zh: "登记时写明", en: "named when scheduled")
        case .found: Phrase(zh: "按类别和时间对上", en: "found by kind and time")
        }
    }
}

extension Phrase {
    /// A rule of a plan in words.
    public static func scoring(_ scoring: Scoring) -> Phrase {
        switch scoring {
        case .perAct(let each, let selector):
            Phrase(zh: "每次 \(points(each)) 分", en: "\(points(each)) points each") + conditions(selector)
        case .proRata: Phrase(zh: "按完成比例得分，最多满分", en: "full marks times what was reached, at most full marks")
        case .deduction(let role, let absent, let leave, let selector):
            Phrase(
                zh: "\(role)：无故缺席每次扣 \(points(absent)) 分，请假每次扣 \(points(leave)) 分",
                en: "\(role): −\(points(absent)) for each absence without cause, −\(points(leave)) for each leave")
                + conditions(selector)
        case .byHand: Phrase(zh: "手工给分，须写明理由", en: "given by hand, with a reason")
        }
    }

    private static func conditions(_ selector: ActSelector) -> Phrase {
        var conditions: [Phrase] = []
        if let kinds = selector.kinds { conditions.append(joined(kinds.map(activityKind))) }
        if let percent = selector.attendancePercentMin {
            conditions.append(Phrase(zh: "出勤率不低于 \(percent) %", en: "attendance at least \(percent) %"))
        }
        if let document = selector.document {
            conditions.append(Phrase(zh: "须有\(workKind(document).zh)", en: "with a \(workKind(document).en) on file"))
        }
        return conditions.isEmpty
            ? plain("") : Phrase(zh: "（", en: " (") + joined(conditions, zh: "，") + Phrase(zh: "）", en: ")")
    }
}
