public import Assessment
public import Bookkeeping
public import Domain
public import EventLog
public import TransparencyTree
internal import Wording

/// Everything a year-end report is made of, gathered once from a book.
public struct AnnualReport: Sendable {
    public let state: State
    public let year: Int
    public let asOf: CalendarDate
    /// Nil for a book without a plan for the year: then the report says what was done.
    public let status: PlanStatus?
    /// The checkpoint of the entries it is made from; nil where none could be signed.
    public let checkpoint: SignedCheckpoint?
    /// Names, and why some cannot be shown; none in a report without names.
    let names: [MemberID: PersonalReading]
    let corrections: [Correction]

    /// A correction of the year, with why.
    struct Correction: Sendable {
        let position: Position
        let corrects: Position
        let occurred: Occurrence
        let about: [Subject]
        let reason: String
        let isVoid: Bool
    }

    /// - Parameter reader: reads the members' names; nil for a report without them.
    public init(
        _ book: Book, state: State, year: Int, asOf: CalendarDate, plan: Plan?, checkpoint: SignedCheckpoint?,
        reader: PersonalReader?
    ) throws {
        self.state = state
        self.year = year
        self.asOf = asOf
        self.checkpoint = checkpoint
        status = plan.map { assess($0, state, asOf: asOf) }
        var names: [MemberID: PersonalReading] = [:]
        if let reader {
            for member in state.members.values { names[member.id] = try reader.name(of: member.id) }
        }
        self.names = names
        corrections = try Self.corrections(in: book, upTo: state.position)
    }

    private static func corrections(in book: Book, upTo last: Position) throws -> [Correction] {
        var corrections: [Correction] = []
        try book.forEachEntry { view in
            guard view.position <= last else { return false }
            guard view.type.starts(with: Array("fact.".utf8)) else { return true }
            let entry = try view.recordedEvent()
            if case .correction(let event) = try EventCatalogue.decode(entry) {
                corrections.append(Correction(entry, event))
            }
            return true
        }
        return corrections
    }

    var period: Period {
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else { preconditionFailure("the year was checked") }
        return Period(first: first, last: last)
    }

    func happened(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    /// `M07 张三`; the id alone where the name cannot be read.
    func label(_ member: MemberID) -> Phrase { .member(member, names[member] ?? .unreadable) }

    /// Members whose names may not be shown any more, and what stands in their place.
    var withheld: [MemberID: Phrase] {
        names.filter { $0.value == .erased || $0.value == .restricted }.reduce(into: [:]) { $0[$1.key] = label($1.key) }
    }
}

extension AnnualReport.Correction {
    init(_ entry: RecordedEvent, _ event: CorrectionEvent) {
        position = entry.position
        occurred = entry.event.occurred
        about = entry.event.about
        reason = entry.event.reason ?? ""
        switch event {
        case .corrected(let event):
            corrects = event.corrects
            isVoid = false
        case .voided(let event):
            corrects = event.corrects
            isVoid = true
        }
    }
}

extension AnnualReport {
    /// The report, ready to be rendered.
    public var document: Document {
        let name = state.book.opened?.name ?? ""
        var document = Document(
            title: Phrase(zh: "\(name) \(year) 年度履职报告", en: "\(name): report for \(year)"),
            subtitle: Phrase(
                zh: "截至 \(asOf)，依据第 1–\(state.position) 条记录", en: "As of \(asOf), from entries 1–\(state.position)"))
        document.sections = [overview]
        if let status { document.sections += [assessment(status), details(status)] + calendar(status) }
        document.sections += [
            activities, attendance, proposals, suggestions, donations, visits, works, correctionsOfTheYear, basis, proof,
        ].compactMap(\.self)
        return document
    }

    private func section(_ zh: String, _ en: String, _ blocks: [Document.Block]) -> Document.Section {
        Document.Section(title: Phrase(zh: zh, en: en), blocks: blocks)
    }

    /// A section of one table; nil where there is nothing to show.
    func section(_ zh: String, _ en: String, _ table: Table) -> Document.Section? {
        table.rows.isEmpty ? nil : section(zh, en, [.table(table)])
    }

    private var overview: Document.Section {
        let held = state.heldActivities(in: period, asOf: asOf)
        let proposals = state.proposals.values.filter { $0.filed.map { happened($0.occurred) } ?? false }
        let suggestions = state.suggestions.values.filter { $0.submitted.map { happened($0.occurred) } ?? false }
        let visits = state.visits.values.filter { $0.made.map { happened($0.occurred) } ?? false }
        let donations = state.donations.values.filter { $0.received.map { happened($0.occurred) } ?? false }
        let fen = donations.reduce(Int64(0)) { $0 + ($1.received?.fact.worth ?? 0) }
        let inOffice = state.members.values.filter { $0.isInOffice(on: asOf) }
        var table = Table([.init("项目", "Item"), .init("数量", "Figure", .number)])
        func add(_ zh: String, _ en: String, _ value: Phrase, _ evidence: [Position]) {
            table.rows.append(.init([Phrase(zh: zh, en: en), value], evidence: evidence.sortedUnique))
        }
        if let status {
            add("考核得分", "Points", .plain("\(Phrase.points(status.points)) / \(Phrase.points(status.of))"), status.targets.flatMap(\.evidence))
        }
        if !inOffice.isEmpty { add("在任委员", "Members in office", .plain(inOffice.count), inOffice.flatMap(\.evidence)) }
        add("开展活动", "Activities held", .plain(held.count), held.flatMap(\.evidence))
        add("提案", "Proposals", .plain(proposals.count), proposals.flatMap(\.evidence))
        add("意见建议", "Suggestions", .plain(suggestions.count), suggestions.flatMap(\.evidence))
        let counted = outcomeCounts(held, .suggestion)
        if counted.count > 0 {
            add("活动中提出的建议", "Suggestions made at activities", .plain(counted.count), counted.evidence)
        }
        let reports = outcomeCounts(held, .report)
        if reports.count > 0 { add("活动形成的报告", "Reports made of activities", .plain(reports.count), reports.evidence) }
        add("联系走访", "Contact visits", .plain(visits.count), visits.flatMap(\.evidence))
        if !donations.isEmpty {
            add("爱心捐助（元）", "Donations (yuan)", .plain(Phrase.yuan(fen)), donations.flatMap(\.evidence))
        }
        return section("一年概况", "The year at a glance", [.table(table)])
    }

    private func outcomeCounts(_ held: [Activity], _ kind: Outcome.Kind) -> (count: Int64, evidence: [Position]) {
        var count: Int64 = 0
        var evidence: [Position] = []
        for activity in held {
            let outcomes = (activity.closing?.outcomes ?? []).filter { $0.kind == kind }
            guard !outcomes.isEmpty else { continue }
            count += outcomes.reduce(0) { $0 + ($1.count ?? 1) }
            evidence += activity.evidence
        }
        return (count, evidence)
    }

    private func assessment(_ status: PlanStatus) -> Document.Section {
        var table = Table([
            .init("序号", "Item"), .init("考核项目", "Target"), .init("要求", "Required", .number),
            .init("实际", "Actual", .number), .init("状态", "State", .word), .init("得分", "Points", .number),
            .init("满分", "Of", .number),
        ])
        for target in status.targets {
            table.rows.append(
                .init(
                    [
                        .plain(target.target.id), .localized(target.target.title),
                        .joined(target.requirements.map { .required($0.requirement) }, zh: " + ", en: " + "),
                        .joined(target.requirements.map { .actual($0) }, zh: " + ", en: " + "),
                        .state(target.state), .plain(target.points.map(Phrase.points) ?? "–"),
                        .plain(target.target.points.map(Phrase.points) ?? "–"),
                    ], evidence: target.evidence))
        }
        table.rows.append(
            .init(
                [
                    .plain(""), Phrase(zh: "合计", en: "Total"), .plain(""), .plain(""), .plain(""),
                    .plain(Phrase.points(status.points)), .plain(Phrase.points(status.of)),
                ], isTotal: true))
        let bars = status.targets.filter { ($0.target.points ?? 0) > 0 }.map { target in
            BarChart.Bar(
                label: .localized(target.target.title), value: max(0, target.points ?? 0), full: target.target.points ?? 0,
                caption: .plain("\(Phrase.points(target.points ?? 0)) / \(Phrase.points(target.target.points ?? 0))"),
                isGood: target.state == .met || target.state == .onTrack)
        }
        let chart = BarChart(title: Phrase(zh: "各项得分", en: "Points by target"), bars: bars, markPercent: nil)
        let notes = status.targets.compactMap { target in
            target.target.interpretation.map { text in
                Document.Block.paragraph(
                    Phrase(zh: "第 \(target.target.id) 项的理解：", en: "How target \(target.target.id) is read: ") + .localized(text))
            }
        }
        return section(
            "计划完成情况", "Where the plan stands", [.table(table)] + (bars.isEmpty ? [] : [.chart(chart)]) + notes)
    }

    /// Why each figure is what it is: every act, whether it counts, and what a cap took.
    private func details(_ status: PlanStatus) -> Document.Section {
        var blocks: [Document.Block] = []
        for target in status.targets where target.points != nil && !target.lines.isEmpty {
            var table = Table([
                .init("日期", "Date", .word), .init("事项", "Act"), .init("出勤", "Attendance", .number), .init("认定", "Finding"),
                .init("分", "Points", .number),
            ])
            for line in target.lines {
                let attendance = line.attendance.map { count in
                    Phrase.plain("\(count.present.count)/\(count.countable) = \(Phrase.percent(Int64(count.present.count), of: Int64(count.countable)))")
                }
                table.rows.append(
                    .init(
                        [
                            .when(line.date), title(of: line.subject), attendance ?? .plain(""), .outcome(line),
                            .plain(line.points == Ratio(0) ? "" : Phrase.points(line.points.rounded)),
                        ], evidence: line.evidence))
            }
            blocks.append(.paragraph(.plain("\(target.target.id)　") + .localized(target.target.title) + capNote(target)))
            blocks.append(.table(table))
        }
        return section("各项得分依据", "What each score rests on", blocks)
    }

    private func capNote(_ target: TargetStatus) -> Phrase {
        guard let uncapped = target.uncapped, let points = target.points, uncapped != points else { return .plain("") }
        return Phrase(
            zh: "：\(Phrase.points(uncapped)) 分，以满分 \(Phrase.points(points)) 分封顶",
            en: ": \(Phrase.points(uncapped)), capped at \(Phrase.points(points))")
    }

    func title(of subject: Subject) -> Phrase {
        let id = String(subject.id)
        switch subject.kind {
        case "activity":
            return ActivityID(id).flatMap { state.activities[$0]?.schedule?.title }.map { .plain("\(id) \($0)") } ?? .plain(id)
        case "proposal":
            return ProposalID(id).flatMap { state.proposals[$0]?.filed?.fact.title }.map { .plain("\(id) \($0)") } ?? .plain(id)
        case "suggestion":
            return SuggestionID(id).flatMap { state.suggestions[$0]?.submitted?.fact.title }.map { .plain("\(id) \($0)") } ?? .plain(id)
        default: return Phrase.noun(subject) + .plain(" \(id)")
        }
    }

    private func calendar(_ status: PlanStatus) -> [Document.Section] {
        var table = Table([
            .init("条目", "Item"), .init("计划事项", "Planned"), .init("时间", "When", .word), .init("状态", "State", .word),
            .init("完成情况", "Fulfilled by"), .init("对应方式", "Link"),
        ])
        for item in status.calendar {
            table.rows.append(
                .init(
                    [
                        .plain(item.item.id), .localized(item.item.title), .when(item.item.when), .state(item.state),
                        item.fulfilledBy.map(title) ?? .plain(""), item.link.map(Phrase.calendarLink) ?? .plain(""),
                    ], evidence: item.evidence))
        }
        var blocks: [Document.Block] = table.rows.isEmpty ? [] : [.table(table)]
        if !status.unplanned.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(zh: "日程之外的活动：", en: "Held beyond the calendar: ")
                        + .joined(status.unplanned.map { title(of: $0.subject) })))
        }
        return blocks.isEmpty ? [] : [section("计划日程", "The plan's calendar", blocks)]
    }
}
