public import Assessment
public import Domain
public import EventLog

/// From a figure to what is behind it, in words.
extension Phrase {
    /// `P6 9  Attendance register  missed  −3 / –`
    public static func headline(_ target: TargetStatus, of plan: Plan) -> Phrase {
        let points = target.points.map { "  \(self.points($0)) / \(target.target.points.map(self.points) ?? "–")" } ?? ""
        return plain("\(plan.id) \(target.target.id)  ") + localized(target.target.title) + plain("  ") + state(target.state) + plain(points)
    }

    public static func ruleIs(_ rule: Phrase) -> Phrase { Phrase(zh: "规则：", en: "rule: ") + rule }

    /// Where the plan has it from.
    public static func cites(_ sources: [String]) -> Phrase {
        Phrase(zh: "出处：\(sources.joined(separator: "、"))", en: "from: \(sources.joined(separator: ", "))")
    }

    public static func readAs(_ text: LocalizedText) -> Phrase { Phrase(zh: "理解：", en: "read as: ") + localized(text) }

    /// Which version of an amended plan a figure is made by.
    public static func planVersion(_ version: AdoptedPlan.Version) -> Phrase {
        guard let from = version.from else {
            return Phrase(
                zh: "计划：原本（第 \(version.position) 条），后有修订", en: "plan: as adopted (entry \(version.position)), amended later")
        }
        return Phrase(
            zh: "计划：\(from) 起的修订本（第 \(version.position) 条）", en: "plan: as amended from \(from) (entry \(version.position))")
    }

    public static func requires(_ requirement: Requirement) -> Phrase {
        Phrase(zh: "要求：", en: "required: ") + self.requirement(requirement) + plain(" ") + required(requirement)
    }

    /// What is required, what was reached, and whether that is enough.
    public static func requires(_ status: RequirementStatus) -> Phrase {
        let verdict = status.isMet ? Phrase(zh: "，达到", en: ": reached") : Phrase(zh: "，未达到", en: ": not reached")
        return requires(status.requirement) + Phrase(zh: "，实际 ", en: ", actual ") + actual(status) + verdict
    }

    public static func missing(_ parts: [RequirementStatus.Part]) -> Phrase {
        Phrase(zh: "还差：", en: "missing: ") + self.parts(parts)
    }

    /// Who could not be counted at an act, and why.
    public static func leftOut(at act: Subject, excused: [MemberID], notInOffice: [MemberID]) -> Phrase {
        let groups = [(excused, Phrase(zh: " 公务免计", en: " excused by a higher duty")), (notInOffice, Phrase(zh: " 不在任", en: " not in office"))]
        let reasons = groups.filter { !$0.0.isEmpty }.map { members, why in joined(members.map { plain($0) }) + why }
        return Phrase(zh: "不在应到之内：\(act.id)：", en: "not counted at \(act.id): ") + joined(reasons, zh: "；", en: "; ")
    }

    /// - Parameter ranges: positions, neighbours drawn together.
    public static func basedOn(_ ranges: String) -> Phrase { Phrase(zh: "依据：第 \(ranges) 条", en: "entries: \(ranges)") }

    public static let countsForNothing = Phrase(zh: "计划中没有项目算到它。", en: "No plan target counts it.")

    public static func total(_ total: Total) -> Phrase {
        let grade = total.grade.map { plain("  ") + localized($0.title) } ?? plain("")
        return Phrase(zh: "合计 ", en: "total ") + plain(points(total.points)) + grade
    }
}
