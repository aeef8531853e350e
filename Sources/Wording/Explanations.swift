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
        Phrase(zh: "要求：", en: "required: ") + counted(requirement) + plain(" ") + required(requirement)
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

    /// Of an act, what it earned under all targets.
    public static func earnedTogether(_ hundredths: Int64) -> Phrase {
        Phrase(zh: "共得 \(points(hundredths)) 分（封顶、保底之前）", en: "earned \(points(hundredths)) points before caps and floors")
    }

    /// What was found of an act, and of whom where its words do not say.
    public static func outcome(of use: ActUse) -> Phrase {
        guard case .member(let member) = use.of, !use.line.outcome.names(member) else { return outcome(use.line) }
        return plain("\(member) ") + outcome(use.line)
    }

    /// `P6 一  Conduct  cap 20, floor 0`
    public static func headline(_ heading: Heading, of plan: Plan) -> Phrase {
        let limits = [
            heading.startsFull ? Phrase(zh: "从封顶分扣起", en: "starts at its cap") : nil,
            heading.cap.map { Phrase(zh: "封顶 \(points($0)) 分", en: "cap \(points($0))") },
            heading.floorInForce.map { Phrase(zh: "保底 \(points($0)) 分", en: "floor \(points($0))") },
        ].compactMap(\.self)
        return plain("\(plan.id) \(heading.id)  ") + localized(heading.title) + plain(limits.isEmpty ? "" : "  ") + joined(limits, zh: "，")
    }

    /// From how many points on a grade is given, and what it asks for besides.
    public static func headline(_ grade: Grade, of plan: Plan) -> Phrase {
        let places = [
            grade.first.map { Phrase(zh: "前\(self.places($0).zh)", en: "among the first \(self.places($0).en)") },
            grade.atMost.map { Phrase(zh: "不超过\(self.places($0).zh)", en: "at most \(self.places($0).en)") },
        ].compactMap(\.self)
        let from = Phrase(zh: "满 \(points(grade.from)) 分", en: "from \(points(grade.from)) points")
        let besides = grade.conditions.isEmpty ? [] : [Phrase(zh: "另有 \(grade.conditions.count) 项条件", en: "\(grade.conditions.count) more conditions")]
        return plain("\(plan.id)  ") + localized(grade.title) + plain("  ") + joined([from] + places + besides, zh: "，")
    }

    private static func places(_ places: GradePlaces) -> Phrase {
        switch places {
        case .count(let count): Phrase(zh: " \(count) 名", en: "\(count)")
        case .percent(let percent): Phrase(zh: " \(percent)%", en: "\(percent) %")
        }
    }

    public static let gradeGiven = Phrase(zh: "评上", en: "given")
    public static func gradeHigher(_ grade: Grade) -> Phrase { Phrase(zh: "评为更高的", en: "has the higher ") + localized(grade.title) }
    public static func gradeMissing(_ hundredths: Int64) -> Phrase {
        Phrase(zh: "还差 \(points(hundredths)) 分", en: "\(points(hundredths)) points are missing")
    }

    /// The body, where nobody is named.
    public static let theBody = Phrase(zh: "本单位", en: "the body")
    public static let beforeLimits = Phrase(zh: "封顶、保底之前", en: "before limits")
    public static let afterLimits = Phrase(zh: "计", en: "counts")
}

extension ScoreLine.Outcome {
    /// Whether its words begin with the member.
    fileprivate func names(_ member: MemberID) -> Bool {
        switch self {
        case .present(member), .late(member), .attended(member, _, _, _, _), .halfDaysUnknown(member), .absentWithoutCause(member), .onLeave(member),
            .firstOf(member), .madeGood(member, _):
            true
        default: false
        }
    }
}
