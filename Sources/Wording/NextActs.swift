public import Assessment

/// What could be done next, and what it would gain.
extension Phrase {
    public static func nextAct(_ act: NextAct) -> Phrase {
        let id = act.target.id
        return Phrase(zh: id.allSatisfy(\.isNumber) ? "第 \(id) 项：" : "“\(id)”：", en: "\(id): ") + what(act.what)
            + Phrase(zh: "，可得 \(points(act.gain)) 分，\(act.due) 前", en: " gains \(points(act.gain)) points, by \(act.due)")
    }

    private static func what(_ what: NextAct.What) -> Phrase {
        switch what {
        case .acts(let selector, let count):
            Phrase(zh: "再有 \(count) 次（件）", en: "\(count) more: ") + counted(selector)
        case .amount(let selector, let amount, let unit):
            Phrase(zh: "再有 ", en: "") + quantity(amount, of: unit) + Phrase(zh: "：", en: " more: ") + counted(selector)
        case .fen(let fen): Phrase(zh: "再筹 \(yuan(fen)) 元捐助", en: "\(yuan(fen)) yuan more in donations")
        case .members(let count):
            Phrase(zh: "再增加 \(count) 名在任委员", en: count == 1 ? "1 more member in office" : "\(count) more members in office")
        case .makingGood(let selector, let count):
            Phrase(zh: "补上 \(count) 次缺席，参加", en: "making good \(count == 1 ? "1 absence" : "\(count) absences") at: ") + counted(selector)
        case .staying(let requirement, let left):
            Phrase(zh: "到期末", en: "staying within ") + self.requirement(requirement) + plain(" ") + required(requirement)
                + Phrase(zh: "（现在还可以有 ", en: " (now ") + figure(left, of: requirement) + Phrase(zh: "）", en: " left)")
        case .all(let parts): joined(parts.map { self.what($0) }, zh: "，并且", en: ", and ")
        }
    }

    private static func figure(_ count: Int64, of requirement: Requirement) -> Phrase {
        if case .sum(_, let unit, _, _) = requirement.measure { return quantity(count, of: unit) }
        return Phrase(zh: "\(count) 次（件）", en: "\(count)")
    }
}
