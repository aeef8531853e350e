internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "这个数从哪来 From a number to the rule, the facts and the entries behind it",
        discussion: """
            给出计划的项目编号，说明得分；给出委员编号，说明各项要求和出勤；给出活动、提案等的编号，说明算在哪些项目里。
            A target of the plan: its score. A member: what is asked of them, and their attendance. An activity, a proposal or \
            another act: what it counts for.

            EXAMPLE: minutebook explain 1 --as-of 2019-06-30
            EXAMPLE: minutebook explain M10, minutebook explain S2
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Argument(help: "项目、委员或事项 A target, a member or an act.") var subject: String

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        let status = try options.statusIfPlanned(of: state)
        if let status, let target = status.targets.first(where: { $0.target.id == subject }) {
            return explain(target, status, state)
        }
        // `S2`, or `activity:S2` where several sorts of things have that id.
        let id = subject.split(separator: ":").last.map(String.init) ?? subject
        let known = state.subjects(withID: id).first { $0.description == subject || id == subject }
        guard let known else {
            let plan = try options.plan(in: state).id
            throw Problem(.notFound, code: "no-such-target", .noSuchTarget(subject, in: plan))
        }
        if let member = MemberID(id), known == member.subject { return try explain(member, status, book, state) }
        explain(known, try options.status(of: state), state)
    }

    // MARK: - A target

    private func explain(_ target: TargetStatus, _ status: PlanStatus, _ state: State) {
        if common.json {
            let json = status.json(book: state.book.opened?.name ?? "")
            let targets = json.objectValue?["targets"]?.arrayValue ?? []
            return Output.json(targets.first { $0.objectValue?["id"]?.stringValue == subject } ?? .null)
        }
        let language = Language.current
        Output.line(
            "\(status.plan.id) \(target.target.id)  \(Phrase.localized(target.target.title)[language])  "
                + Phrase.state(target.state)[language]
                + (target.points.map { "  \(Phrase.points($0)) / \(target.target.points.map(Phrase.points) ?? "–")" } ?? ""))
        if let rule = Phrase.rule(target.target) { Output.line(Phrase(zh: "规则：", en: "rule: ") + rule) }
        if !target.target.cites.isEmpty {
            Output.line(Phrase(zh: "出处：", en: "from: ") + .plain(target.target.cites.joined(separator: ", ")))
        }
        if let text = target.target.interpretation {
            Output.line(Phrase(zh: "理解：", en: "read as: ") + .localized(text))
        }
        explainVersion(of: status, state)
        for requirement in target.requirements { explain(requirement) }
        if target.target.subject == .member {
            for requirement in target.target.requirements {
                Output.line(Phrase(zh: "要求：", en: "required: ") + .requirement(requirement) + .plain(" ") + .required(requirement))
            }
        }
        for limit in Phrase.limits(of: target, status) { Output.line(limit) }
        Output.line()
        explain(target.lines, status, state)
        explain(target.members)
        Output.line(Phrase(zh: "依据：第 \(target.evidence.ranges) 条", en: "entries: \(target.evidence.ranges)"))
    }

    /// Which version of an amended plan the figure is made by.
    private func explainVersion(of status: PlanStatus, _ state: State) {
        guard let plan = PlanID(status.plan.id).flatMap({ state.plans[$0] }), plan.versions.count > 1,
            let version = plan.version(on: status.asOf)
        else { return }
        let amended = version.from.map {
            Phrase(zh: "计划：\($0) 起的修订本（第 \(version.position) 条）", en: "plan: as amended from \($0) (entry \(version.position))")
        }
        Output.line(
            amended
                ?? Phrase(zh: "计划：原本（第 \(version.position) 条），后有修订", en: "plan: as adopted (entry \(version.position)), amended later"))
    }

    private func explain(_ status: RequirementStatus) {
        let verdict = status.isMet ? Phrase(zh: "达到", en: "reached") : Phrase(zh: "未达到", en: "not reached")
        Output.line(
            Phrase(zh: "要求：", en: "required: ") + .requirement(status.requirement) + .plain(" ")
                + .required(status.requirement) + Phrase(zh: "，实际 ", en: ", actual ") + .actual(status)
                + Phrase(zh: "，", en: ": ") + verdict)
        if !status.behind.isEmpty { Output.line(Phrase(zh: "还差：", en: "missing: ") + .parts(status.behind)) }
    }

    /// Every act that earned points or counted, or might have; and who was left out of each share.
    private func explain(_ lines: [ScoreLine], _ status: PlanStatus, _ state: State) {
        guard !lines.isEmpty else { return }
        let hasAttendance = lines.contains { $0.attendance != nil }
        let hasPoints = lines.contains { $0.points != Ratio(0) }
        var table = TextTable(
            ([Phrase(zh: "日期", en: "date"), Phrase(zh: "事项", en: "act")]
                + (hasAttendance ? [Phrase(zh: "出勤", en: "attendance")] : []) + (hasPoints ? [Phrase(zh: "分", en: "points")] : [])
                + [Phrase(zh: "认定", en: "finding"), Phrase(zh: "依据", en: "entries")]).map { $0[.current] },
            alignments: [.left, .left] + (hasAttendance ? [.right] : []) + (hasPoints ? [.right] : []) + [.left, .left])
        for line in lines {
            let attendance = line.attendance.map { count in
                "\(count.present.count)/\(count.countable) "
                    + Phrase.percent(Int64(count.present.count), of: Int64(count.countable))
            }
            table.add(
                [Phrase.when(line.date)[.current], Phrase.act(line.subject, in: state)[.current]]
                    + (hasAttendance ? [attendance ?? ""] : [])
                    + (hasPoints ? [line.points == Ratio(0) ? "" : Phrase.points(line.points.rounded)] : [])
                    + [Phrase.outcome(line)[.current], line.evidence.ranges])
        }
        table.lines.forEach { Output.line($0) }
        for line in lines {
            guard let leftOut = leftOut(line, status, state) else { continue }
            Output.line(Phrase(zh: "不在应到之内：", en: "not counted at ") + leftOut)
        }
        Output.line()
    }

    /// Who could not be counted at an act, and why; nil where that is nobody.
    private func leftOut(_ line: ScoreLine, _ status: PlanStatus, _ state: State) -> Phrase? {
        let id = ActivityID(String(line.subject.id))
        guard let count = line.attendance, let activity = id.flatMap({ state.activities[$0] }) else { return nil }
        let gone = AttendanceCount.outOfOffice(at: activity, within: status.plan.period, in: state)
        let reasons = [
            (count.excused, Phrase(zh: "公务免计", en: "excused by a higher duty")), (gone, Phrase(zh: "不在任", en: "not in office")),
        ].filter { !$0.0.isEmpty }
        guard !reasons.isEmpty else { return nil }
        return .plain(String(line.subject.id)) + Phrase(zh: "：", en: ": ")
            + .joined(
                reasons.map { members, why in .joined(members.map { .plain($0) }, zh: "、", en: ", ") + .plain(" ") + why },
                zh: "；", en: "; ")
    }

    /// Each member's own.
    private func explain(_ members: [MemberTarget]) {
        guard !members.isEmpty else { return }
        let hasPoints = members.contains { $0.points != nil }
        var table = TextTable(
            ([Phrase(zh: "委员", en: "member")] + (hasPoints ? [Phrase(zh: "分", en: "points")] : [])
                + [Phrase(zh: "状态", en: "state"), Phrase(zh: "实际 / 要求", en: "actual / required"), Phrase(zh: "依据", en: "entries")])
                .map { $0[.current] }, alignments: [.left] + (hasPoints ? [.right] : []) + [.left, .left, .left])
        for member in members {
            table.add(
                [member.member.description] + (hasPoints ? [member.points.map(Phrase.points) ?? ""] : [])
                    + [Phrase.state(member.state)[.current], measured(member)[.current], member.evidence.ranges])
        }
        table.lines.forEach { Output.line($0) }
        Output.line()
    }

    private func measured(_ member: MemberTarget) -> Phrase {
        .joined(member.requirements.map { .actual($0) + .plain(" / ") + .required($0.requirement) }, zh: "；", en: "; ")
    }

    // MARK: - An act

    /// What an act counted for, and which item of the calendar it fulfils.
    private func explain(_ subject: Subject, _ status: PlanStatus, _ state: State) {
        let uses = status.uses(of: subject)
        if common.json {
            return Output.json([
                "subject": .string(subject.description),
                "targets": .array(
                    uses.targets.map { ["id": .string($0.target.id), "note": .string(Phrase.outcome($0.line)[.current])] }),
                "calendar": .array(uses.items.map { ["id": .string($0.item.id), "link": .string($0.link?.rawValue ?? "")] }),
            ])
        }
        Output.line(Phrase.act(subject, in: state))
        var table = TextTable(alignments: [.left, .left, .left])
        for (target, line) in uses.targets {
            table.add(["  " + target.id, Phrase.localized(target.title)[.current], Phrase.outcome(line)[.current]])
        }
        for item in uses.items {
            table.add([
                "  " + item.item.id, Phrase.localized(item.item.title)[.current], (item.link.map(Phrase.calendarLink) ?? .plain(""))[.current],
            ])
        }
        table.lines.forEach { Output.line($0) }
        if uses.targets.isEmpty, uses.items.isEmpty {
            Output.line(Phrase(zh: "  计划中没有项目算到它。", en: "  No target of the plan speaks of it."))
        }
    }

    // MARK: - A member

    /// What the plan asks of a member, every activity of its year, or of all years where there is no plan, and what the
    /// member did there.
    private func explain(_ member: MemberID, _ status: PlanStatus?, _ book: Book, _ state: State) throws {
        let name = try book.reading(for: common.purpose("explain"), in: state) { try $0.name(of: member) }
        let targets = (status?.targetsOfMembers ?? []).filter { $0.concerns(member) }
        let rows = try activities(of: member, within: status?.plan.period ?? .ever, asOf: status?.asOf ?? options.day(for: .ever, in: state), state)
        if common.json {
            return Output.json([
                "member": .string(member.description),
                "targets": .array(
                    targets.map { target in
                        [
                            "id": .string(target.target.id), "figure": .string(Phrase.ofMember(member, in: target)[.current]),
                            "evidence": .array(target.evidence(of: member).map { .integer($0.value) }),
                        ]
                    }),
                "activities": .array(rows.map { ["date": .string($0[0]), "activity": .string($0[1]), "standing": .string($0[3])] }),
            ])
        }
        Output.line(Phrase.member(member, name))
        if !targets.isEmpty {
            var table = TextTable(
                [
                    Phrase(zh: "项", en: "id"), Phrase(zh: "考核项目", en: "target"), Phrase(zh: "本人", en: "member's"),
                    Phrase(zh: "依据", en: "entries"),
                ].map { $0[.current] }, alignments: [.left, .left, .right, .left])
            for target in targets {
                table.add([
                    target.target.id, Phrase.localized(target.target.title)[.current], Phrase.ofMember(member, in: target)[.current],
                    target.evidence(of: member).ranges,
                ])
            }
            table.lines.forEach { Output.line($0) }
        }
        if let total = status?.members.first(where: { $0.member == member })?.total {
            let grade = total.grade.map { .plain("  ") + Phrase.localized($0.title) } ?? .plain("")
            Output.line(Phrase(zh: "合计 ", en: "total ") + .plain(Phrase.points(total.points)) + grade)
        }
        guard !rows.isEmpty else { return }
        Output.line()
        var table = TextTable(
            [
                Phrase(zh: "日期", en: "date"), Phrase(zh: "编号", en: "id"), Phrase(zh: "活动", en: "activity"),
                Phrase(zh: "考勤", en: "standing"), Phrase(zh: "依据", en: "entries"),
            ].map { $0[.current] }, alignments: [.left, .left, .left, .left, .left])
        rows.forEach { table.add($0) }
        table.lines.forEach { Output.line($0) }
    }

    private func activities(of member: MemberID, within period: Period, asOf: CalendarDate, _ state: State) -> [[String]] {
        AttendanceRegister(state, period: period, asOf: asOf).rows.compactMap { row in
            guard let standing = Phrase.standing(of: member, in: row.count), let activity = state.activities[row.activity],
                let date = activity.date
            else { return nil }
            let mark = activity.attendance.marks[member].map { [$0.position] + $0.corrections } ?? []
            return [
                Phrase.when(date)[.current], "\(row.activity)", activity.schedule?.title ?? "", standing[.current], mark.ranges,
            ]
        }
    }
}

extension TargetStatus {
    /// Whether it asks something of a member who is in office.
    fileprivate func concerns(_ member: MemberID) -> Bool {
        members.contains { $0.member == member } || requirements.flatMap(\.parts).contains { $0.of == .member(member) }
    }
}
