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

    /// In English: `1 entry`, `2 entries`.
    static func entries(_ count: Int64) -> String { count == 1 ? "1 entry" : "\(count) entries" }

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
        case .restricted: sealed
        case .unreadable: plain("–")
        }
    }

    /// As it was said, or the exact day.
    public static func when(_ occurred: Occurrence) -> Phrase {
        if let words = occurred.words { return plain(words) }
        guard occurred.first != occurred.last else { return plain(occurred.first) }
        return plain("\(occurred.first)/\(occurred.last)")
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

    /// What was reached, with the year's parts, places or members it is asked of.
    public static func actual(_ status: RequirementStatus) -> Phrase {
        guard case .parts(let reached, let asked) = status.actual, let per = status.requirement.per else { return actual(status.actual, beside: status.limits) }
        return plain("\(reached)/\(asked) ") + self.per(per)
    }

    public static func per(_ per: Requirement.Per) -> Phrase {
        switch per {
        case .member: Phrase(zh: "人", en: "members")
        case .place: Phrase(zh: "处", en: "places")
        case .month: Phrase(zh: "个月", en: "months")
        case .quarter: Phrase(zh: "个季度", en: "quarters")
        case .halfYear: Phrase(zh: "个半年", en: "half-years")
        }
    }

    /// What had to be reached.
    public static func required(_ requirement: Requirement) -> Phrase {
        switch requirement.measure {
        case .count(_, let least?, let most):
            asked(most.map { "\(least)–\($0)" } ?? "\(least)", of: requirement.per)
        case .count(_, nil, let most): Phrase(zh: "至多 \(most ?? 0)", en: "at most \(most ?? 0)")
        case .sum(_, let unit, let least?, let most):
            asked(most.map { "\(points(least))–\(points($0))" } ?? points(least), of: requirement.per) + plain(" ") + self.unit(unit)
        case .sum(_, let unit, nil, let most): Phrase(zh: "至多 ", en: "at most ") + quantity(most ?? 0, of: unit)
        case .cadence(_, let months): Phrase(zh: "每 \(months) 个月至少 1 次", en: "1 every \(months) months")
        case .ratio(_, let least), .turnout(_, let least): threshold(least)
        case .absences(_, let most):
            window(requirement) + Phrase(zh: "至多缺席 \(most) 次", en: "at most \(most) absences")
        case .years(_, let least?, _): Phrase(zh: "至少 \(least) 年", en: "at least \(least) years")
        case .years(_, nil, let most): Phrase(zh: "至多 \(most ?? 0) 年", en: "at most \(most ?? 0) years")
        case .spent(let least): threshold(least)
        case .averageDonation(let fen): Phrase(zh: "人均 \(yuan(fen)) 元", en: "\(yuan(fen)) yuan each")
        case .membership(_, let least): plain(least)
        }
    }

    private static func window(_ requirement: Requirement) -> Phrase {
        switch requirement.inAny {
        case nil: plain("")
        case .row?: Phrase(zh: "连续", en: "in a row ")
        case .months(let months)?: Phrase(zh: "任何 \(months) 个月内", en: "in any \(months) months ")
        }
    }

    private static func over(_ requirement: Requirement) -> Phrase {
        switch requirement.over {
        case nil: plain("")
        case .term?: Phrase(zh: "本届内", en: " in the term")
        case .years(let years)?: Phrase(zh: "\(years) 年内", en: " in \(years) years")
        }
    }

    private static func asked(_ count: String, of per: Requirement.Per?) -> Phrase {
        switch per {
        case nil: plain(count)
        case .member: Phrase(zh: "每人 \(count)", en: "\(count) each")
        case .place: Phrase(zh: "每处 \(count)", en: "\(count) in each place")
        case .month: Phrase(zh: "每月 \(count)", en: "\(count) a month")
        case .quarter: Phrase(zh: "每季度 \(count)", en: "\(count) a quarter")
        case .halfYear: Phrase(zh: "每半年 \(count)", en: "\(count) a half-year")
        }
    }

    /// What a requirement counts, where the plan gives it no title.
    public static func requirement(_ requirement: Requirement) -> Phrase {
        if let title = requirement.title { return localized(title) }
        switch requirement.measure {
        case .count(let selector, _, _), .sum(let selector, _, _, _), .cadence(let selector, _), .ratio(let selector, _):
            return self.selector(selector)
        case .turnout: return Phrase(zh: "到会率", en: "turnout")
        case .absences:
            let over = over(requirement)
            return Phrase(zh: over.zh + "无故缺席", en: "absences without cause" + over.en)
        case .years(let result, _, _):
            let over = over(requirement)
            switch result {
            case .grade(let titles): return Phrase(zh: "\(over.zh)评为\(titles.joined(separator: "、"))", en: "graded \(titles.joined(separator: ", "))\(over.en)")
            case .missed(let target): return Phrase(zh: "\(over.zh)未完成 \(target)", en: "missed \(target)\(over.en)")
            }
        case .averageDonation: return Phrase(zh: "捐助", en: "donations")
        case .membership(let isGrowth, _): return isGrowth ? Phrase(zh: "净增委员", en: "more members than at the start") : Phrase(zh: "期末在任委员", en: "members at the end")
        case .spent: return Phrase(zh: "支出", en: "spending")
        }
    }

    /// What a selector counts, in a few words.
    public static func selector(_ selector: Selector) -> Phrase {
        ofMembers(selector, joined(selector.branches.map { acts($0) }, zh: "或", en: " or "))
    }

    /// Says so where members are counted and not what they did.
    static func ofMembers(_ selector: Selector, _ acts: Phrase) -> Phrase {
        selector.countsMembers ? acts + Phrase(zh: "的人数", en: ": members who had a part") : acts
    }

    public static func suggestionKind(_ kind: SuggestionSubmitted.Kind) -> Phrase {
        switch kind {
        case .suggestion: Phrase(zh: "意见建议", en: "suggestions")
        case .socialOpinion: Phrase(zh: "社情民意", en: "social opinion")
        case .deputySuggestion: Phrase(zh: "代表建议", en: "deputies' suggestions")
        }
    }

    public static func proposalMark(_ mark: ProposalMarked.Mark) -> Phrase {
        switch mark {
        case .key: Phrase(zh: "重点提案", en: "key")
        case .excellent: Phrase(zh: "优秀提案", en: "excellent")
        case .public: Phrase(zh: "公开提案", en: "public")
        case .confidential: Phrase(zh: "不公开提案", en: "confidential")
        }
    }

    public static func adoptionLevel(_ level: SuggestionAdopted.Level) -> Phrase {
        switch level {
        case .township: Phrase(zh: "乡镇级", en: "township")
        case .district: Phrase(zh: "区县级", en: "district")
        case .city: Phrase(zh: "市级", en: "city")
        case .prefecture: Phrase(zh: "地州级", en: "prefecture")
        case .province: Phrase(zh: "省级", en: "province")
        case .nation: Phrase(zh: "国家级", en: "nation")
        }
    }

    /// Kinds of activity are an open list: what is not in the table is shown as it was written.
    public static func activityKind(_ kind: OpenWord) -> Phrase {
        activityKinds[kind.description] ?? plain(kind)
    }

    public static let activityKinds: [String: Phrase] = [
        "study": Phrase(zh: "学习", en: "study"), "training": Phrase(zh: "培训", en: "training"),
        "meeting": Phrase(zh: "会议", en: "meeting"), "plenary": Phrase(zh: "全会", en: "plenary"),
        "inspection": Phrase(zh: "视察", en: "inspection"), "research": Phrase(zh: "调研", en: "research"),
        "oversight": Phrase(zh: "民主监督", en: "oversight"), "consultation": Phrase(zh: "协商", en: "consultation"),
        "briefing": Phrase(zh: "通报会", en: "briefing"), "reception": Phrase(zh: "联谊", en: "reception"),
        "visit": Phrase(zh: "走访", en: "visit"), "reading": Phrase(zh: "读书", en: "reading"),
        "charity": Phrase(zh: "公益", en: "charity"), "performance": Phrase(zh: "演出", en: "performance"),
        "forum": Phrase(zh: "座谈会", en: "forum"), "survey": Phrase(zh: "调查", en: "survey"),
        "observation": Phrase(zh: "列席", en: "observation"), "contest": Phrase(zh: "比赛", en: "contest"),
        "exchange": Phrase(zh: "交流", en: "exchange"), "culture": Phrase(zh: "文化活动", en: "culture"),
        "duty": Phrase(zh: "值班接访", en: "duty"), "economic-exchange": Phrase(zh: "经济交流", en: "economic exchange"),
        "presidium": Phrase(zh: "主席团会议", en: "presidium meeting"), "congress": Phrase(zh: "人代会", en: "congress"),
        "appraisal": Phrase(zh: "评议", en: "appraisal"), "election": Phrase(zh: "选举", en: "election"),
    ]

    /// Whose activity it is, of the levels that are common; any other word as it is.
    static func activityLevel(_ level: OpenWord) -> Phrase {
        let known = [
            "nation": "全国", "province": "省", "city": "市", "district": "区县", "county": "县", "street": "街道", "township": "乡镇",
        ]
        return Phrase(zh: known[level.description] ?? level.description, en: level.description)
    }

    /// Kinds of works are an open list: what is not in the table is shown as it was written.
    public static func workKind(_ kind: OpenWord) -> Phrase { workKinds[kind.description] ?? plain(kind) }

    public static let workKinds: [String: Phrase] = [
        "report": Phrase(zh: "报告", en: "report"), "minutes": Phrase(zh: "会议记录", en: "minutes"),
        "notice": Phrase(zh: "通知", en: "notice"), "materials": Phrase(zh: "材料", en: "materials"),
        "plan": Phrase(zh: "计划", en: "plan"), "summary": Phrase(zh: "总结", en: "summary"),
        "reflection": Phrase(zh: "心得体会", en: "reflection"), "article": Phrase(zh: "文章", en: "article"),
        "publicity": Phrase(zh: "宣传报道", en: "publicity"), "other": Phrase(zh: "其他", en: "other"),
    ]

    /// What is counted of an act; a word of the body's own as it is.
    public static func unit(_ unit: OpenWord) -> Phrase { units[unit.description] ?? plain(unit) }

    public static let units: [String: Phrase] = [
        "hour": Phrase(zh: "小时", en: "hours"), "day": Phrase(zh: "天", en: "days"), "credit": Phrase(zh: "学分", en: "credits"),
        "household": Phrase(zh: "户", en: "households"), "person": Phrase(zh: "人", en: "people"), "copy": Phrase(zh: "份", en: "copies"),
    ]

    /// `2.50 小时`. The amount is in hundredths.
    public static func quantity(_ amount: Int64, of unit: OpenWord) -> Phrase { plain(points(amount) + " ") + self.unit(unit) }

    public static func quantities(_ quantities: [ActQuantity]) -> Phrase {
        joined(quantities.map { quantity($0.amount, of: $0.of) })
    }

    public static func outcomeKind(_ outcome: Outcome) -> Phrase {
        let kind = activityOutcome(outcome.kind)
        let classifier: String? =
            switch outcome.kind {
            case .suggestion: "条"
            case .report: "份"
            case .opinion, .finding, .decision, .other: nil
            }
        let counted = classifier.flatMap { classifier in
            outcome.count.map { Phrase(zh: "\(kind.zh) \($0) \(classifier)", en: "\($0) \(kind.en)") }
        }
        let text = outcome.text.map { Phrase(zh: "：\($0)", en: ": \($0)") } ?? plain("")
        let to = outcome.to.map { Phrase(zh: "（送\($0)）", en: " (to \($0))") } ?? plain("")
        return (counted ?? kind) + text + to
    }

    static func activityOutcome(_ kind: Outcome.Kind) -> Phrase {
        switch kind {
        case .suggestion: Phrase(zh: "建议", en: "suggestions")
        case .report: Phrase(zh: "报告", en: "reports")
        case .opinion: Phrase(zh: "意见", en: "opinions")
        case .finding: Phrase(zh: "发现问题", en: "findings")
        case .decision: Phrase(zh: "决定", en: "decisions")
        case .other: Phrase(zh: "其他", en: "other")
        }
    }

    public static func affiliation(_ kind: Affiliation.Kind) -> Phrase {
        switch kind {
        case .sector: Phrase(zh: "界别", en: "sector")
        case .group: Phrase(zh: "活动组", en: "group")
        case .role: Phrase(zh: "职务", en: "role")
        case .place: Phrase(zh: "联系点", en: "place")
        }
    }

    public static func suggestionStage(_ stage: Suggestion.Stage) -> Phrase {
        switch stage {
        case .submitted: Phrase(zh: "已提出", en: "submitted")
        case .issued: Phrase(zh: "已上报", en: "issued")
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
        case .found: Phrase(zh: "按类别、时间和标题对上", en: "found by kind, time and title")
        }
    }
}

extension Phrase {
    public static func activityState(_ state: ActivityState) -> Phrase {
        switch state {
        case .planned: Phrase(zh: "待举行", en: "planned")
        case .held: Phrase(zh: "已举行", en: "held")
        case .closed: Phrase(zh: "已办结", en: "closed")
        case .cancelled: Phrase(zh: "已取消", en: "cancelled")
        }
    }
}
