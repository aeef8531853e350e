internal import Assessment
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
        var table = Table([
            .init("版本", "Version"), .init("施行", "In force from", .word), .init("修订说明", "Why it was amended"),
        ])
        for (index, version) in planVersions.enumerated() {
            let name = index == 0 ? Phrase(zh: "原计划", en: "as adopted") : Phrase(zh: "第 \(index) 次修订", en: "amendment \(index)")
            let current = version.isInForce ? Phrase(zh: "（本报告所用）", en: " (used here)") : .plain("")
            table.rows.append(
                .init(
                    [name + current, .plain((version.from ?? period.first).description), .plain(version.reason ?? "")],
                    evidence: [version.position]))
        }
        return section("计划的版本", "Versions of the plan", table)
    }

    private func assessment(_ status: PlanStatus) -> Document.Section {
        let hasPoints = status.plan.targets.contains { $0.scoring != nil }
        var table = Table(
            [
                .init("序号", "Item"), .init("考核项目", "Target"), .init("要求", "Required", .number),
                .init("实际", "Actual", .number), .init("状态", "State", .word),
            ] + (hasPoints ? [.init("得分", "Points", .number), .init("满分", "Of", .number)] : []))
        func add(_ cells: [Phrase], _ points: Int64?, of full: Int64?, evidence: [Position] = [], isTotal: Bool = false) {
            let figures: [Phrase] = [points, full].map { .plain($0.map(Phrase.points) ?? "–") }
            table.rows.append(.init(cells + (hasPoints ? figures : []), evidence: evidence, isTotal: isTotal))
        }
        for target in status.targets {
            add(
                [
                    .plain(target.target.id), .localized(target.target.title), .required(target.target), .actual(target),
                    .state(target.state),
                ], target.points, of: target.target.points, evidence: target.evidence)
        }
        if status.plan.scoresBody {
            let empty = Phrase.plain("")
            if status.total.base != 0 {
                add([empty, Phrase(zh: "基础分", en: "Base"), empty, empty, empty], status.total.base, of: nil)
            }
            for heading in status.total.headings where heading.sum != heading.points {
                let sum = Phrase(zh: "各项合计 \(Phrase.points(heading.sum))", en: "its targets come to \(Phrase.points(heading.sum))")
                let title = status.plan.headings.first { $0.id == heading.id }.map { Phrase.localized($0.title) } ?? .plain(heading.id)
                let cap = status.plan.headings.first { $0.id == heading.id }?.cap
                add([.plain(heading.id), title, empty, sum, empty], heading.points, of: cap)
            }
            let grade = status.total.grade.map { Phrase.localized($0.title) } ?? empty
            add([empty, Phrase(zh: "合计", en: "Total"), empty, empty, grade], status.points, of: status.of, isTotal: true)
        }
        let chart = chart(status)
        let notes = status.targets.compactMap { target in
            target.target.interpretation.map { text in
                Document.Block.paragraph(
                    Phrase(zh: "“\(target.target.id)”的理解：", en: "How '\(target.target.id)' is read: ") + .localized(text))
            }
        }
        return section(
            "计划完成情况", "Where the plan stands", [.table(table)] + (chart.bars.isEmpty ? [] : [.chart(chart)]) + notes)
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
            [.init("委员", "Member", .word)] + targets.map { Table.Column($0.target.id, $0.target.id, .number) }
                + (hasTotals ? [.init("合计", "Total", .number), .init("等次", "Grade", .word)] : []))
        for member in status.inOffice {
            let total = status.members.first { $0.member == member }?.total
            let totals: [Phrase] = [
                .plain(total.map { Phrase.points($0.points) } ?? ""), total?.grade.map { .localized($0.title) } ?? .plain(""),
            ]
            let evidence = targets.flatMap { $0.evidence(of: member) }
            table.rows.append(
                .init(
                    [label(member)] + targets.map { .ofMember(member, in: $0) } + (hasTotals ? totals : []),
                    evidence: evidence.sortedUnique))
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
                [.init("日期", "Date", .word), .init("事项", "Act")]
                    + (hasAttendance ? [.init("出勤", "Attendance", .number)] : []) + [.init("认定", "Finding")]
                    + (isScored ? [.init("分", "Points", .number)] : []))
            for line in lines {
                let attendance = line.attendance.map { count in
                    Phrase.plain("\(count.present.count)/\(count.countable) = \(Phrase.percent(Int64(count.present.count), of: Int64(count.countable)))")
                }
                let points = Phrase.plain(line.points == Ratio(0) ? "" : Phrase.points(line.points.rounded))
                table.rows.append(
                    .init(
                        [.when(line.date), title(of: line.subject)] + (hasAttendance ? [attendance ?? .plain("")] : [])
                            + [.outcome(line)] + (isScored ? [points] : []), evidence: line.evidence))
            }
            let limits = Phrase.limits(of: target, status).map { .plain("　") + $0 }
            blocks.append(.paragraph(.joined([.plain("\(target.target.id)　") + .localized(target.target.title)] + limits, zh: "", en: "")))
            blocks.append(.table(table))
        }
        return blocks.isEmpty ? nil : section("认定依据", "What was counted, and what was not", blocks)
    }

    private func calendar(_ status: PlanStatus) -> Document.Section? {
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
        return blocks.isEmpty ? nil : section("计划日程", "The plan's calendar", blocks)
    }
}
