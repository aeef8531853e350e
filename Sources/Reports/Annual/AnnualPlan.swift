internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// What the report says of the plan: which version applied, where each target stands and why, and each member's part.
extension AnnualReport {
    func sections(of status: PlanStatus) -> [Document.Section] {
        [versions, assessment(status), members(status), details(status), calendar(status)].compactMap(\.self)
    }

    /// The plan's versions, where it was amended; the figures are those of the version in force on the report's day.
    private var versions: Document.Section? {
        guard planVersions.count > 1 else { return nil }
        var table = Table(
            "plan-versions",
            [
                .init("version", "版本", "Version"), .init("from", "施行", "In force from", .date),
                .init("reason", "修订说明", "Why it was amended"),
            ])
        for (index, version) in planVersions.enumerated() {
            let name = index == 0 ? Phrase(zh: "原计划", en: "as adopted") : Phrase(zh: "第 \(index) 次修订", en: "amendment \(index)")
            let current = version.isInForce ? Phrase(zh: "（本报告所用）", en: " (used here)") : .plain("")
            table.append(
                [
                    .figure(["number": .integer(Int64(index)), "inForce": .bool(version.isInForce)], name + current),
                    .date(version.from ?? period.first), .text(version.reason),
                ], evidence: [version.position])
        }
        return section("计划的版本", "Versions of the plan", table)
    }

    private func assessment(_ status: PlanStatus) -> Document.Section {
        let hasPoints = status.plan.targets.contains { $0.scoring != nil }
        var table = Table(
            "targets",
            [
                .init("id", "序号", "Item"), .init("target", "考核项目", "Target"), .init("required", "要求", "Required", .number),
                .init("actual", "实际", "Actual", .number), .init("state", "状态", "State", .word),
            ] + (hasPoints ? [.init("points", "得分", "Points", .points), .init("of", "满分", "Of", .points)] : []))
        func add(_ cells: [Cell], _ points: Int64?, of full: Int64?, evidence: [Position] = [], isTotal: Bool = false) {
            let figures: [Cell] = [points, full].map { $0.map { .points(hundredths: $0) } ?? .none }
            table.append(cells + (hasPoints ? figures : []), evidence: evidence, isTotal: isTotal)
        }
        for target in status.targets {
            add(
                [
                    .plain(target.target.id), .text(.localized(target.target.title)),
                    .figure(.array(target.target.requirements.map(\.json)), .required(target.target)),
                    .figure(.array(target.requirements.map(\.actual.json)), .actual(target)),
                    .code(target.state.rawValue, .state(target.state)),
                ], target.points, of: target.target.points, evidence: target.evidence)
        }
        if status.plan.scoresBody {
            if status.total.base != 0 {
                add(
                    [.empty, .code("base", Phrase(zh: "基础分", en: "Base")), .empty, .empty, .empty], status.total.base, of: nil)
            }
            for heading in status.total.headings where heading.sum != heading.points {
                let sum = Phrase(zh: "各项合计 \(Phrase.points(heading.sum))", en: "its targets come to \(Phrase.points(heading.sum))")
                let title = status.plan.headings.first { $0.id == heading.id }.map { Phrase.localized($0.title) } ?? .plain(heading.id)
                let cap = status.plan.headings.first { $0.id == heading.id }?.cap
                let figure = Cell.figure(["points": .integer(heading.sum)], sum)
                add([.plain(heading.id), .text(title), .empty, figure, .empty], heading.points, of: cap)
            }
            let grade: Cell = status.total.grade.map { .text(.localized($0.title)) } ?? .empty
            let title = Cell.code("total", Phrase(zh: "合计", en: "Total"))
            add([.empty, title, .empty, .empty, grade], status.points, of: status.of, isTotal: true)
        }
        let chart = chart(status)
        let notes = status.targets.compactMap { target in
            target.target.interpretation.map { text in
                Document.Block.paragraph(
                    Phrase(zh: "“\(target.target.id)”的理解：", en: "How '\(target.target.id)' is read: ") + .localized(text))
            }
        }
        return section(
            table.key, "计划完成情况", "Where the plan stands", [.table(table)] + (chart.bars.isEmpty ? [] : [.chart(chart)]) + notes)
    }

    private func chart(_ status: PlanStatus) -> BarChart {
        let bars = status.targets.filter { $0.points != nil && ($0.target.points ?? 0) > 0 }.map { target in
            BarChart.Bar(
                label: .localized(target.target.title), value: max(0, target.points ?? 0), full: target.target.points ?? 0,
                caption: .plain("\(Phrase.points(target.points ?? 0)) / \(Phrase.points(target.target.points ?? 0))"),
                isGood: target.state == .met || target.state == .onTrack)
        }
        return BarChart(title: Phrase(zh: "各项得分", en: "Points by target"), bars: bars, markPercent: nil)
    }

    /// What each member has of the targets that ask something of each.
    private func members(_ status: PlanStatus) -> Document.Section? {
        let targets = status.targetsOfMembers
        guard !targets.isEmpty else { return nil }
        let hasTotals = !status.members.isEmpty
        var table = Table(
            "members",
            [.init("member", "委员", "Member", .word)]
                + targets.map { Table.Column("target:\($0.target.id)", .plain($0.target.id), .number) }
                + (hasTotals ? [.init("total", "合计", "Total", .points), .init("grade", "等次", "Grade", .word)] : []))
        for member in status.inOffice {
            let total = status.members.first { $0.member == member }?.total
            let totals: [Cell] = [.points(total?.points), total?.grade.map { .text(.localized($0.title)) } ?? .empty]
            let evidence = targets.flatMap { $0.evidence(of: member) }
            let figures = targets.map { Cell.figure($0.json(of: member), .ofMember(member, in: $0)) }
            table.append([cell(of: member)] + figures + (hasTotals ? totals : []), evidence: evidence.sortedUnique)
        }
        return section("每名委员", "Member by member", table)
    }

    /// Why each figure is what it is: every act that earned points or might have; of what earns none, what was left out.
    private func details(_ status: PlanStatus) -> Document.Section? {
        var blocks: [Document.Block] = []
        for target in status.targets {
            let isScored = target.points != nil
            let lines = isScored ? target.lines : target.lines.filter { $0.outcome != .counts }
            guard !lines.isEmpty else { continue }
            let hasAttendance = lines.contains { $0.attendance != nil }
            var table = Table(
                "counted:\(target.target.id)",
                [.init("date", "日期", "Date", .date), .init("act", "事项", "Act")]
                    + (hasAttendance ? [.init("attendance", "出勤", "Attendance", .number)] : []) + [.init("finding", "认定", "Finding")]
                    + (isScored ? [.init("points", "分", "Points", .points)] : []))
            for line in lines {
                let points: Cell = line.points == Ratio(0) ? .empty : .points(hundredths: line.points.rounded)
                table.append(
                    [.when(line.date), cell(of: line.subject)] + (hasAttendance ? [attendance(of: line)] : [])
                        + [.figure(line.outcome.json, .outcome(line))] + (isScored ? [points] : []), evidence: line.evidence)
            }
            let limits = Phrase.limits(of: target, status).map { .plain("　") + $0 }
            blocks.append(.paragraph(.joined([.plain("\(target.target.id)　") + .localized(target.target.title)] + limits, zh: "", en: "")))
            blocks.append(.table(table))
        }
        return blocks.isEmpty ? nil : section("counted", "认定依据", "What was counted, and what was not", blocks)
    }

    private func attendance(of line: ScoreLine) -> Cell {
        guard let count = line.attendance else { return .empty }
        let (present, countable) = (Int64(count.present.count), Int64(count.countable))
        return .figure(
            ["value": .integer(present), "of": .integer(countable)],
            .plain("\(present)/\(countable) = \(Phrase.percent(present, of: countable))"))
    }

    private func calendar(_ status: PlanStatus) -> Document.Section? {
        var table = Table(
            "calendar",
            [
                .init("item", "条目", "Item"), .init("planned", "计划事项", "Planned"), .init("when", "时间", "When", .date),
                .init("state", "状态", "State", .word), .init("by", "完成情况", "Fulfilled by"), .init("link", "对应方式", "Link"),
            ])
        for item in status.calendar {
            table.append(
                [
                    .plain(item.item.id), .text(.localized(item.item.title)), .when(item.item.when),
                    .code(item.state.rawValue, .state(item.state)), item.fulfilledBy.map(cell) ?? .empty,
                    item.link.map { .code($0.rawValue, .calendarLink($0)) } ?? .empty,
                ], evidence: item.evidence)
        }
        var blocks: [Document.Block] = table.rows.isEmpty ? [] : [.table(table)]
        if !status.unplanned.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(zh: "日程之外的活动：", en: "Held beyond the calendar: ")
                        + .joined(status.unplanned.map { title(of: $0.subject) })))
        }
        return blocks.isEmpty ? nil : section("calendar", "计划日程", "The plan's calendar", blocks)
    }
}
