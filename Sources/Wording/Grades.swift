public import Assessment

/// Grades that ask for something besides points, and why one was not given.
extension Phrase {
    /// A grade that the points reach, and what stands in its way.
    public static func withheld(_ status: GradeStatus) -> Phrase {
        let why = status.failed.map(condition) + (status.place.map { $0.holds ? [] : [place($0)] } ?? [])
        return Phrase(zh: "分数够“", en: "points for '") + localized(status.grade.title)
            + Phrase(zh: "”，没有评上：", en: "', not given: ") + joined(why, zh: "；", en: "; ")
    }

    /// What a condition asks for, and what there is of it: `无故缺席 1 / 至多缺席 0 次`.
    public static func condition(_ status: GradeConditionStatus) -> Phrase {
        let actual = status.actual ?? 0
        switch status.condition {
        case .requirement(let requirement):
            return self.requirement(requirement) + plain(" ") + (status.measured.map { self.actual($0) } ?? plain("–")) + plain(" / ")
                + required(requirement)
        case .met(let ids, let least):
            return Phrase(zh: "完成 \(actual) 项 / 至少 \(least) 项", en: "\(actual) met / at least \(least)") + among(ids)
        case .earned(let ids, let least):
            return Phrase(zh: "有得分的 \(actual) 项 / 至少 \(least) 项", en: "\(actual) with points / at least \(least)") + among(ids)
        case .points(let ids, let least):
            return joined(ids.map { plain($0) })
                + Phrase(zh: " 得分 \(points(actual)) / 至少 \(points(least))", en: " \(points(actual)) points / at least \(points(least))")
        case .oneOf: return joined(status.parts.map(condition), zh: "，或", en: ", or ")
        }
    }

    private static func among(_ ids: [String]?) -> Phrase {
        ids.map { Phrase(zh: "（", en: " (") + joined($0.map { plain($0) }) + Phrase(zh: "）", en: ")") } ?? plain("")
    }

    /// `第 5 名，并列 2 人 / 名额到第 4 名`.
    public static func place(_ place: GradePlace) -> Phrase {
        let shared = place.shared > 1 ? Phrase(zh: "，并列 \(place.shared) 人", en: ", shared by \(place.shared)") : plain("")
        return Phrase(zh: "第 \(place.place) 名", en: "place \(place.place)") + shared
            + Phrase(zh: " / 名额 \(place.last) 个，参评 \(place.of) 人", en: " / \(place.last) places, \(place.of) assessed")
    }
}
