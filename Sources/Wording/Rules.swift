public import Assessment
public import Domain

/// The rules of a plan, in words.
extension Phrase {
    /// Whom a target is for, and how it earns points; nil where there is neither.
    public static func rule(_ target: Target) -> Phrase? {
        let rule = target.scoring.map(scoring)
        switch target.subject {
        case .body: return rule
        case .member:
            let whom = target.who.map(who) ?? Phrase(zh: "每名委员", en: "each member")
            return whom + (rule.map { Phrase(zh: "：", en: ": ") + $0 } ?? plain(""))
        case .each(let kind):
            return Phrase(zh: "每个", en: "each ") + affiliation(kind) + (rule.map { Phrase(zh: "：", en: ": ") + $0 } ?? plain(""))
        case .unit(let unit): return plain(unit.name) + (rule.map { Phrase(zh: "：", en: ": ") + $0 } ?? plain(""))
        case .officeHolder(let role): return plain(role) + (rule.map { Phrase(zh: "：", en: ": ") + $0 } ?? plain(""))
        }
    }

    /// Which members, in words: `每名担任常委的委员`.
    public static func who(_ who: Who) -> Phrase {
        func names(_ names: [String]) -> Phrase { joined(names.map { plain($0) }, zh: "或", en: " or ") }
        let kinds = Affiliation.Kind.allCases
        let all = kinds.compactMap { kind in who.all[kind].map { belongs(to: kind, names($0), isNot: false) } }
        let none = kinds.compactMap { kind in who.none[kind].map { belongs(to: kind, names($0), isNot: true) } }
        let parts = joined(all + none, zh: "、", en: " and ")
        return Phrase(zh: "每名\(parts.zh)的委员", en: "each member \(parts.en)")
    }

    private static func belongs(to kind: Affiliation.Kind, _ names: Phrase, isNot: Bool) -> Phrase {
        switch kind {
        case .role: Phrase(zh: isNot ? "不担任\(names.zh)" : "担任\(names.zh)", en: isNot ? "who is not \(names.en)" : "who is \(names.en)")
        case .sector: Phrase(zh: isNot ? "不在\(names.zh)界别" : "\(names.zh)界别", en: isNot ? "outside sector \(names.en)" : "of sector \(names.en)")
        case .group: Phrase(zh: isNot ? "不在\(names.zh)" : "\(names.zh)", en: isNot ? "outside group \(names.en)" : "of group \(names.en)")
        case .place: Phrase(zh: isNot ? "不联系\(names.zh)" : "联系\(names.zh)", en: isNot ? "not linked to \(names.en)" : "linked to \(names.en)")
        }
    }

    /// What a score starts from.
    public static func start(_ start: ScoreStart) -> Phrase {
        switch start {
        case .full(let full): Phrase(zh: "从满分 \(points(full)) 分扣起，扣完为止。", en: "Starts at full marks, \(points(full)) points.")
        case .norm(let norm, let count): Phrase(zh: "共 \(count) 件（次）：", en: "\(count) in all: ") + self.norm(norm) + Phrase(zh: "。", en: ".")
        }
    }

    private static func norm(_ norm: Norm) -> Phrase {
        Phrase(
            zh: "\(norm.count) 件（次）\(points(norm.points)) 分，每增减 1 件（次）增减 \(points(norm.each)) 分",
            en: "\(points(norm.points)) points for \(norm.count), \(points(norm.each)) more or less for each above or below")
    }

    /// What it starts from, and where a cap or a floor bit.
    public static func limits(of status: TargetStatus, _ plan: PlanStatus) -> [Phrase] {
        var limits = status.start.map { [start($0)] } ?? []
        if let uncapped = status.uncapped, let points = status.points, uncapped != points {
            limits.append(
                uncapped > points
                    ? Phrase(
                        zh: "合计 \(self.points(uncapped)) 分，以满分 \(self.points(points)) 分封顶。",
                        en: "\(self.points(uncapped)) points, capped at \(self.points(points)).")
                    : Phrase(
                        zh: "合计 \(self.points(uncapped)) 分，保底 \(self.points(points)) 分。",
                        en: "\(self.points(uncapped)) points, raised to the floor of \(self.points(points))."))
        }
        guard let heading = plan.total.headings.first(where: { $0.id == status.target.heading }), heading.sum != heading.points
        else { return limits }
        limits.append(
            Phrase(
                zh: "大项“\(heading.id)”合计 \(self.points(heading.sum)) 分，按封顶或保底算 \(self.points(heading.points)) 分。",
                en: "Heading '\(heading.id)' comes to \(self.points(heading.sum)) points and counts \(self.points(heading.points)) under its limits."))
        return limits
    }

    /// Who or what has not reached what is asked of each.
    public static func parts(_ parts: [RequirementStatus.Part]) -> Phrase {
        let shown = parts.prefix(partsMax).map { part in
            let name: Phrase =
                switch part.of {
                case .member(let member): plain(member)
                case .place(let place): plain(place)
                case .days(let period): plain("\(period.first)/\(period.last)")
                }
            guard part.count != 0 else { return name }
            let count = figure(part)
            return name + Phrase(zh: "（已 \(count.zh)）", en: " (\(count.en) so far)")
        }
        let rest = parts.count - shown.count
        return joined(shown) + (rest > 0 ? Phrase(zh: " 等 \(parts.count) 个", en: " and \(rest) more") : plain(""))
    }

    private static func figure(_ part: RequirementStatus.Part) -> Phrase {
        part.unit.map { quantity(part.count, of: $0) } ?? plain(part.count)
    }

    private static let partsMax = 12

    /// How much is missing: acts, or yuan.
    public static func remaining(_ status: RequirementStatus) -> Phrase {
        if status.isOfMoney {
            return Phrase(zh: "\(yuan(status.remaining)) 元", en: "\(yuan(status.remaining)) yuan")
        }
        if case .sum(_, let unit, _, _) = status.requirement.measure { return quantity(status.remaining, of: unit) }
        return plain(status.remaining)
    }

    public static func pace(_ pace: NeededPace) -> Phrase {
        switch pace {
        case .oneEvery(1): Phrase(zh: "每天 1 次", en: "1 a day")
        case .oneEvery(let days): Phrase(zh: "每 \(days) 天 1 次", en: "1 every \(days) days")
        case .eachDay(let count): Phrase(zh: "每天 \(count) 次", en: "\(count) a day")
        }
    }

    /// What a target requires; each part by its name where there are several.
    public static func required(_ target: Target) -> Phrase {
        parts(target.requirements.map { (requirement($0), required($0)) })
    }

    /// What was reached of a target, in the order of what it requires.
    public static func actual(_ status: TargetStatus) -> Phrase {
        if status.target.subject == .member { return status.target.requirements.isEmpty ? plain("") : members(status.members) }
        if case .each = status.target.subject { return status.target.requirements.isEmpty ? plain("") : units(status.units) }
        return parts(status.requirements.map { (requirement($0.requirement), actual($0)) })
    }

    private static func parts(_ parts: [(name: Phrase, figure: Phrase)]) -> Phrase {
        joined(parts.map { parts.count > 1 ? $0.name + plain(" ") + $0.figure : $0.figure }, zh: "；", en: "; ")
    }

    /// How many keep to what each member is asked for.
    private static func members(_ members: [MemberTarget]) -> Phrase {
        let asked = members.filter(\.isAsked)
        let kept = asked.count { $0.state != .missed && $0.state != .behind }
        return Phrase(zh: "\(kept)/\(asked.count) 人符合", en: "\(kept) of \(asked.count) members")
    }

    /// How many groups or sectors keep to what each is asked for.
    private static func units(_ units: [UnitTarget]) -> Phrase {
        let kept = units.count { $0.status.state != .missed && $0.status.state != .behind }
        return Phrase(zh: "\(kept)/\(units.count) 个符合", en: "\(kept) of \(units.count)")
    }

    /// What one group or sector has of a target: points, or how many of how many.
    public static func ofUnit(_ status: TargetStatus) -> Phrase {
        status.points.map { plain(points($0)) } ?? joined(status.requirements.map { actual($0) }, zh: "；", en: "; ")
    }

    /// What one member has of a target: points, or how many of how many.
    public static func ofMember(_ member: MemberID, in status: TargetStatus) -> Phrase {
        if let own = status.members.first(where: { $0.member == member }) {
            guard own.isAsked else { return notAsked }
            return own.points.map { plain(points($0)) } ?? joined(own.requirements.map { actual($0) }, zh: "；", en: "; ")
        }
        let parts = status.requirements.flatMap(\.parts).filter { $0.of == .member(member) }
        // Who is in office for too short a time is not asked.
        return parts.isEmpty ? plain("–") : joined(parts.map { plain($0.isBehind ? "✗ " : "✓ ") + figure($0) }, zh: "；", en: "; ")
    }

    /// Of a member for whom the target is not meant.
    public static let notAsked = Phrase(zh: "不作要求", en: "not asked")

    /// How points are earned.
    public static func scoring(_ scoring: Scoring) -> Phrase {
        switch scoring {
        case .perAct(let selector, let points): perAct(points) + limit(points.times) + conditions(selector)
        case .perQuantity(let selector, let lead, let other, let rate): perQuantity(lead, other, rate) + conditions(selector)
        case .around(let selector, let norm): self.norm(norm) + conditions(selector)
        case .shared(let selector, let points, let lead):
            Phrase(
                zh: "每件 \(self.points(points)) 分，第一提案人得\(spaced(lead).zh)，其余的人平分",
                en: "\(self.points(points)) points each: \(threshold(lead).en) to the first signer, the rest shared equally") + conditions(selector)
        case .byLevel(let selector, let honours, let levels): byLevel(honours, levels) + conditions(selector)
        case .attendance(let selector, let points): attendance(points) + conditions(selector)
        case .proRata: Phrase(zh: "按完成比例得分，最多满分", en: "full marks times what was reached, at most full marks")
        case .whenMet: Phrase(zh: "全部做到得满分，否则不得分", en: "full marks when everything required is met, else nothing")
        case .bands(let bands):
            joined(
                bands.map {
                    Phrase(
                        zh: "完成\(spaced($0.from).zh)\(spaced($0.from).zh.hasSuffix("%") ? " " : "")得 \(points($0.points)) 分",
                        en: "\(points($0.points)) points \($0.from.isExceeded ? "for" : "from")\(spaced($0.from).en)")
                }, zh: "，")
        case .byHand: Phrase(zh: "手工给分，须写明理由", en: "given by hand, with a reason")
        }
    }

    /// Among which targets an act of this one counts once; nil where that is not asked.
    public static func countedOnce(_ target: Target, in plan: Plan) -> Phrase? {
        guard let group = plan.once.first(where: { $0.targets.contains(target.id) }) else { return nil }
        let others = group.targets.filter { $0 != target.id }
        let names = Phrase(zh: others.map { "“\($0)”" }.joined(separator: "、"), en: others.map { "'\($0)'" }.joined(separator: ", "))
        let zh = group.rule == .better ? "取得分高的" : "按“\(group.targets.joined(separator: "、"))”的先后"
        let en = group.rule == .better ? "where it earns most" : "the first of \(group.targets.joined(separator: ", "))"
        return Phrase(zh: "同一件事与", en: "an act counts once among this and ") + names
            + Phrase(zh: "只算一次，\(zh)", en: ": \(en)")
    }

    private static func byLevel(_ honours: [Selector.Honour], _ levels: [SuggestionAdopted.Level: Int64]) -> Phrase {
        Phrase(zh: "按", en: "by level of ") + joined(honours.map(honour), zh: "或", en: " or ") + Phrase(zh: "级别：", en: ": ")
            + joined(levels.sorted { $0.key < $1.key }.map { adoptionLevel($0.key) + plain(" \(points($0.value))") })
    }

    private static func honour(_ honour: Selector.Honour) -> Phrase {
        switch honour {
        case .adopted: Phrase(zh: "采用", en: "adoption")
        case .instructed: Phrase(zh: "批示", en: "instruction")
        case .sentUp: Phrase(zh: "报送", en: "the body it was sent to")
        case .commended: Phrase(zh: "表彰", en: "commendation")
        }
    }

    private static func perAct(_ points: ActPoints) -> Phrase {
        guard points.isByOrder else { return perAct(points.steps[0].lead, points.steps[0].other) }
        let steps = points.steps.enumerated().map { index, step -> Phrase in
            let worth = perAct(step.lead, step.other)
            let next = index + 1 < points.steps.count ? points.steps[index + 1].from : nil
            return if next == step.from + 1 {
                Phrase(zh: "第 \(step.from) 件（次）：", en: "number \(step.from): ") + worth
            } else {
                Phrase(zh: "从第 \(step.from) 件（次）起：", en: "from number \(step.from) on: ") + worth
            }
        }
        return joined(steps, zh: "；", en: "; ")
    }

    private static func perAct(_ lead: Int64, _ other: Int64) -> Phrase {
        lead == other
            ? Phrase(zh: "每次 \(points(lead)) 分", en: "\(points(lead)) points each")
            : Phrase(
                zh: "领衔每件 \(points(lead)) 分，附议 \(points(other)) 分",
                en: "\(points(lead)) points each as first signer, \(points(other)) as another")
    }

    private static func perQuantity(_ lead: Int64, _ other: Int64, _ rate: Scoring.QuantityRate) -> Phrase {
        let amount = rate.per == 100 ? plain("1 ") + unit(rate.unit) : quantity(rate.per, of: rate.unit)
        let worth =
            lead == other
            ? Phrase(zh: " \(points(lead)) 分", en: ": \(points(lead)) points")
            : Phrase(zh: "领衔 \(points(lead)) 分，其他 \(points(other)) 分", en: ": \(points(lead)) points as first signer, \(points(other)) as another")
        let full = rate.isOfFullOnes
        return Phrase(zh: full ? "每满 " : "每 ", en: full ? "for each full " : "for each ") + amount + worth
            + (full ? Phrase(zh: "，全年合计，零头不计", en: ", of the year's sum; what is left over earns nothing") : plain(""))
    }

    private static func limit(_ times: Int?) -> Phrase {
        times.map { Phrase(zh: "，最多算 \($0) 次", en: ", at most \($0) of them") } ?? plain("")
    }

    private static func attendance(_ points: AttendancePoints) -> Phrase {
        let parts: [(Int64, Phrase)] = [
            (points.present, Phrase(zh: "到会", en: "present")), (points.late, Phrase(zh: "迟到", en: "late")),
            (points.leftEarly, Phrase(zh: "早退", en: "left early")),
            (points.leave, Phrase(zh: "请假", en: "on leave")),
            (points.absent, Phrase(zh: "无故缺席", en: "absent without cause")),
            (points.halfDay, Phrase(zh: "到会半天", en: "half-day there")),
            (points.missedHalfDay, Phrase(zh: "缺半天", en: "half-day missed")),
        ]
        let by = points.isByHalfDays ? Phrase(zh: "，到会按半天数折算", en: ", present in proportion to the half-days") : plain("")
        return joined(
            parts.filter { $0.0 != 0 }.map { points, what in
                what + Phrase(zh: "每次 \(points > 0 ? "+" : "")\(self.points(points)) 分", en: " \(points > 0 ? "+" : "")\(self.points(points)) each")
            }, zh: "，") + by
    }
}
