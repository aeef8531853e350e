public import Assessment

/// The rows of a member's account of points, and what stands around them on the sheet that a member is given.
public enum MemberAccountText {
    public static let title = Phrase(zh: "得分明细", en: "How the points add up")
    public static let remark = Phrase(
        zh: "“分”一栏除各项、各大项和合计之外逐行相加，就是合计；每项只在最后四舍五入一次。",
        en: "Rows other than those of targets, headings and the total add up to the total. Each target is rounded once, at its end.")
    public static let missing = Phrase(zh: "还差什么", en: "What is still missing")
    public static let helps = Phrase(zh: "怎样补上（分数最多、次数最少的在前）", en: "What would help (most points for the fewest acts first)")
    public static let nothingMissing = Phrase(zh: "按目前的记录，没有尚欠的事项。", en: "By what is on record, nothing is missing.")
    public static let appeals = Phrase(zh: "申诉和答复", en: "Appeals and answers")
    public static let objection = Phrase(zh: "对分数有异议怎么办", en: "How to object to a figure")

    public static let base = Phrase(zh: "基础分", en: "Base")
    public static let fullOnes = Phrase(zh: "按满额计算，零头不计", en: "Full ones count; what is left over earns nothing")
    public static let amended = Phrase(zh: "计划修订前已得的分保留", en: "Kept from before the plan was amended")
    public static let rounding = Phrase(zh: "四舍五入", en: "Rounding")
    public static let floor = Phrase(zh: "总分不低于下限", en: "The total's floor")
    public static let total = Phrase(zh: "合计", en: "Total")

    public static func heading(_ heading: Heading) -> Phrase { Phrase(zh: "大项：", en: "Heading: ") + .localized(heading.title) }

    public static func startOfHeading(_ heading: Heading) -> Phrase {
        Phrase(zh: "大项从满分起评：", en: "Heading starts at full marks: ") + .localized(heading.title)
    }

    public static func limit(_ isCap: Bool, _ hundredths: Int64) -> Phrase {
        let points = Phrase.points(hundredths)
        return isCap
            ? Phrase(zh: "以 \(points) 分封顶", en: "Capped at \(points)") : Phrase(zh: "以 \(points) 分保底", en: "Raised to the floor of \(points)")
    }

    /// What was reached of what a target requires.
    public static func reached(_ requirements: [RequirementStatus]) -> Phrase {
        Phrase(zh: "按完成情况：", en: "By what was reached: ")
            + .joined(
                requirements.map { .requirement($0.requirement) + .plain(" ") + .actual($0) + .plain(" / ") + .required($0.requirement) },
                zh: "；", en: "; ")
    }

    /// Points that are no whole number of hundredths, with the fraction of a point that they are.
    public static func exact(_ hundredths: Ratio) -> Phrase {
        let points = hundredths * Ratio(1, over: 100)
        let fraction = "\(points.numerator)/\(points.denominator)".replacing("-", with: "−")
        return Phrase(zh: "\(Phrase.points(hundredths.rounded))（\(fraction)）", en: "\(Phrase.points(hundredths.rounded)) (\(fraction))")
    }

    /// The next higher grade, and what is missing to it.
    public static func gradeAbove(_ grade: Grade, missing hundredths: Int64) -> Phrase {
        Phrase(zh: "“", en: "'") + .localized(grade.title)
            + Phrase(
                zh: "”须满 \(Phrase.points(grade.from)) 分，还差 \(Phrase.points(hundredths)) 分。",
                en: "' takes \(Phrase.points(grade.from)) points; \(Phrase.points(hundredths)) are missing.")
    }

    /// How a member objects, and what becomes of it.
    public static func howToObject(to body: String, _ noun: MemberNoun = .member) -> Phrase {
        Phrase(
            zh: "\(noun.one.zh)对得分、名次或者等次有异议的，可以书面或者口头向\(body)提出申诉，写明哪个项目、哪一次活动或者哪件事、理由是什么，有材料的附上材料。"
                + "收到申诉后逐件登记，核对原始记录，答复成立、部分成立或者不成立，并说明理由。记录有误的，更正记录，分数随之重新计算；"
                + "无从更正而应当调整的，另行加减分，并在得分旁注明。",
            en: "A \(noun.one.en) who objects to points, a rank or a grade may appeal to \(body), in writing or in person: which target, which "
                + "activity or act, and why, with documents where there are any. Each appeal is recorded and checked against the original "
                + "entries, and is answered as upheld, partly upheld or dismissed, with the reason. Where an entry is wrong, it is corrected "
                + "and the points are computed again. Where nothing can be corrected, points are adjusted, which is shown beside the figure.")
    }
}
