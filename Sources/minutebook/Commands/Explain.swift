internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Reports
internal import Wording

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "这个数从哪来 From a number to the rule, the facts and the entries behind it",
        discussion: """
            给出计划的项目编号，说明得分；给出委员编号，说明出勤；给出活动、提案等的编号，说明算在哪些项目里。
            A target of the plan: its score. A member: their attendance. An activity, a proposal or another act: what it counts \
            for.

            EXAMPLE: minutebook explain 1 --as-of 2019-06-30
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Argument(help: "项目或委员 A target or a member.") var subject: String

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        if let member = MemberID(subject), state.members[member] != nil {
            return try explain(member, book, state)
        }
        let status = try options.status(of: state)
        guard let target = status.targets.first(where: { $0.target.id == subject }) else {
            if let act = state.subjects(withID: subject).first { return explain(act, status) }
            throw Failure(
                .noInput, code: "no-such-target",
                Phrase(
                    zh: "计划 \(status.plan.id) 没有“\(subject)”这一项，簿中也没有这个编号。",
                    en: "Plan \(status.plan.id) has no target '\(subject)', nor has this book anything of that id."))
        }
        if common.json {
            let json = status.json(book: state.book.opened?.name ?? "", language: .current)
            let targets = json.objectValue?["targets"]?.arrayValue ?? []
            return Output.json(targets.first { $0.objectValue?["id"]?.stringValue == subject } ?? .null)
        }
        explain(target, status, state)
    }

    private func explain(_ target: TargetStatus, _ status: PlanStatus, _ state: State) {
        let language = Language.current
        Output.line(
            "\(status.plan.id) \(target.target.id)  \(Phrase.localized(target.target.title)[language])  "
                + "\(Phrase.state(target.state)[language])  "
                + (target.points.map { "\(Phrase.points($0)) / \(target.target.points.map(Phrase.points) ?? "–")" } ?? ""))
        if let rule = Phrase.rule(target.target) { Output.line(Phrase(zh: "规则：", en: "rule: ") + rule) }
        if !target.target.cites.isEmpty {
            Output.line(Phrase(zh: "出处：", en: "from: ") + .plain(target.target.cites.joined(separator: ", ")))
        }
        if let text = target.target.interpretation {
            Output.line(Phrase(zh: "理解：", en: "read as: ") + .localized(text))
        }
        if let version = PlanID(status.plan.id).flatMap({ state.plans[$0] }), version.versions.count > 1,
            let inForce = version.version(on: status.asOf)
        {
            Output.line(
                inForce.from.map { Phrase(zh: "计划：\($0) 起的修订本（第 \(inForce.position) 条）", en: "plan: as amended from \($0) (entry \(inForce.position))") }
                    ?? Phrase(zh: "计划：原本（第 \(inForce.position) 条），后有修订", en: "plan: as adopted (entry \(inForce.position)), amended later"))
        }
        for requirement in target.requirements { explain(requirement) }
        for limit in Phrase.limits(of: target, status) { Output.line(limit) }
        Output.line()
        lines(target.lines)
        explain(target.members)
        Output.line(Phrase(zh: "依据：第 \(target.evidence.ranges) 条", en: "entries: \(target.evidence.ranges)"))
    }

    private func explain(_ status: RequirementStatus) {
        let verdict = status.isMet ? Phrase(zh: "达到", en: "reached") : Phrase(zh: "未达到", en: "not reached")
        Output.line(
            Phrase(zh: "要求：", en: "required: ") + .requirement(status.requirement) + .plain(" ")
                + .required(status.requirement) + Phrase(zh: "，实际 ", en: ", actual ") + .actual(status)
                + Phrase(zh: "，", en: ": ") + verdict)
        if !status.behind.isEmpty { Output.line(Phrase(zh: "还差：", en: "missing: ") + .parts(status.behind)) }
    }

    /// Each member's own points.
    private func explain(_ members: [MemberTarget]) {
        guard !members.isEmpty else { return }
        var table = TextTable(
            [
                Phrase(zh: "委员", en: "member"), Phrase(zh: "分", en: "points"), Phrase(zh: "状态", en: "state"),
                Phrase(zh: "实际 / 要求", en: "actual / required"), Phrase(zh: "依据", en: "entries"),
            ].map { $0[.current] }, alignments: [.left, .right, .left, .left, .left])
        for member in members {
            table.add([
                member.member.description, member.points.map(Phrase.points) ?? "", Phrase.state(member.state)[.current],
                Phrase.joined(member.requirements.map { .actual($0) + .plain(" / ") + .required($0.requirement) }, zh: "；", en: "; ")[.current],
                member.lines.flatMap(\.evidence).ranges,
            ])
        }
        table.lines.forEach { Output.line($0) }
        Output.line()
    }

    /// What an act counted for, and which item of the calendar it fulfils.
    private func explain(_ subject: Subject, _ status: PlanStatus) {
        let uses = status.uses(of: subject)
        if common.json {
            return Output.json([
                "subject": .string(subject.description),
                "targets": .array(
                    uses.targets.map { ["id": .string($0.target.id), "note": .string(Phrase.outcome($0.line)[.current])] }),
                "calendar": .array(uses.items.map { ["id": .string($0.item.id), "link": .string($0.link?.rawValue ?? "")] }),
            ])
        }
        Output.line("\(subject)")
        for (target, line) in uses.targets {
            Output.line(.plain("  \(target.id) ") + .localized(target.title) + .plain("  ") + .outcome(line))
        }
        for item in uses.items {
            Output.line(
                .plain("  \(item.item.id) ") + .localized(item.item.title) + .plain("  ")
                    + (item.link.map { Phrase.calendarLink($0) } ?? .plain("")))
        }
        if uses.targets.isEmpty, uses.items.isEmpty {
            Output.line(Phrase(zh: "  计划中没有项目算到它。", en: "  No target of the plan speaks of it."))
        }
    }

    private func lines(_ lines: [ScoreLine]) {
        guard !lines.isEmpty else { return }
        let language = Language.current
        var table = TextTable(
            [
                Phrase(zh: "日期", en: "date"), Phrase(zh: "事项", en: "act"), Phrase(zh: "出勤", en: "attendance"),
                Phrase(zh: "分", en: "points"), Phrase(zh: "认定", en: "finding"), Phrase(zh: "依据", en: "entries"),
            ].map { $0[language] }, alignments: [.left, .left, .right, .right, .left, .left])
        for line in lines {
            let attendance = line.attendance.map { count in
                "\(count.present.count)/\(count.countable) "
                    + Phrase.percent(Int64(count.present.count), of: Int64(count.countable))
            }
            table.add([
                Phrase.when(line.date)[language], line.subject.description, attendance ?? "",
                line.points == Ratio(0) ? "" : Phrase.points(line.points.rounded), Phrase.outcome(line)[language], line.evidence.ranges,
            ])
        }
        table.lines.forEach { Output.line($0) }
        Output.line()
    }

    /// Every activity of the plan's year, or of all years where there is no plan, and what the member did there.
    private func explain(_ member: MemberID, _ book: Book, _ state: State) throws {
        let period = (try? options.plan(in: state).period) ?? .ever
        let day = options.day(for: period, in: state)
        let rows = AttendanceRegister(state, period: period, asOf: day).rows.compactMap { row -> [String]? in
            guard let standing = row.count.standing(of: member), let activity = state.activities[row.activity],
                let date = activity.date
            else { return nil }
            let mark = activity.attendance.marks[member].map { [$0.position] + $0.corrections } ?? []
            return [
                Phrase.when(date)[.current], "\(row.activity)", activity.schedule?.title ?? "", standing[.current],
                mark.ranges,
            ]
        }
        let name = try book.reading(for: common.purpose("explain"), in: state) { try $0.name(of: member) }
        if common.json {
            return Output.json([
                "member": .string(member.description),
                "activities": .array(rows.map { ["date": .string($0[0]), "activity": .string($0[1]), "standing": .string($0[3])] }),
            ])
        }
        Output.line(Phrase.member(member, name))
        var table = TextTable(
            [
                Phrase(zh: "日期", en: "date"), Phrase(zh: "编号", en: "id"), Phrase(zh: "活动", en: "activity"),
                Phrase(zh: "考勤", en: "standing"), Phrase(zh: "依据", en: "entries"),
            ].map { $0[.current] }, alignments: [.left, .left, .left, .left, .left])
        rows.forEach { table.add($0) }
        table.lines.forEach { Output.line($0) }
    }
}

extension Period {
    /// Every day a book can hold.
    static let ever = Period(first: CalendarDate(daysSince1970: -719_162), last: CalendarDate(daysSince1970: 2_932_896))
}

extension AttendanceCount {
    /// What one member did; nil for one who could not be counted and was not excused.
    func standing(of member: MemberID) -> Phrase? {
        if late.contains(member) { return Phrase(zh: "迟到", en: "late") }
        if present.contains(member) { return Phrase(zh: "出席", en: "present") }
        if onLeave.contains(member) { return Phrase(zh: "请假", en: "on leave") }
        if excused.contains(member) { return Phrase(zh: "公务免计", en: "excused, not counted") }
        return absent.contains(member) ? Phrase(zh: "缺席", en: "absent") : nil
    }
}
