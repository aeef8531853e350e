internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Views
internal import Wording

/// What the report says of the plan: which version applied, where each target stands and why, and each member's part.
extension AnnualReport {
    func sections(of status: PlanStatus, _ left: [LeftMember]) -> [Document.Section] {
        [assessment(status), units(status), members(status, left), details(status), calendar(status)].compactMap(\.self)
    }

    /// The plan's versions, where it was amended; the figures are those of the version in force on the report's day.
    var versions: Document.Section? {
        guard planVersions.count > 1 else { return nil }
        var table = Table(
            "plan-versions",
            [
                .init("version", ReportColumn.version), .init("from", ReportColumn.inForceFrom, .date),
                .init("reason", ReportColumn.amendmentReason),
            ])
        for (index, version) in planVersions.enumerated() {
            let name = Phrase.planVersion(index)
            let current = version.isInForce ? Phrase.usedInReport : .plain("")
            table.append(
                [
                    .figure(["number": .integer(Int64(index)), "inForce": .bool(version.isInForce)], name + current),
                    .date(version.from ?? period.first), .text(version.reason),
                ], evidence: [version.position])
        }
        let readings = status?.bothReadings
        let both: [Document.Block] = readings.map { [.paragraph($0.0)] + ($0.1.rows.isEmpty ? [] : [.table($0.1)]) } ?? []
        return section(table.key, ReportSection.planVersions, [.table(table)] + both)
    }

    private func assessment(_ status: PlanStatus) -> Document.Section {
        let hasPoints = status.plan.targets.contains { $0.scoring != nil }
        var table = Table(
            "targets",
            [
                .init("id", ReportColumn.targetID), .init("target", ReportColumn.target), .init("required", ReportColumn.required, .number),
                .init("actual", ReportColumn.actual, .number), .init("state", ReportColumn.state, .word),
            ] + (hasPoints ? [.init("points", ReportColumn.points, .points), .init("of", ReportColumn.fullMarks, .points)] : []))
        func add(_ cells: [Cell], _ points: Int64?, of full: Int64?, evidence: [Position] = [], isTotal: Bool = false) {
            let figures: [Cell] = [points, full].map { $0.map { .points(hundredths: $0) } ?? .none }
            table.append(cells + (hasPoints ? figures : []), evidence: evidence, isTotal: isTotal)
        }
        for target in status.targets {
            add(
                [
                    .plain(target.target.id), .text(target.isDropped ? .dropped(target.target.title) : .localized(target.target.title)),
                    .figure(.array(target.target.requirements.map(\.json)), .required(target.target)),
                    .figure(.array(target.requirements.map(\.actual.json)), .actual(target)),
                    .code(target.state.rawValue, .state(target.state)),
                ], target.points, of: target.target.points, evidence: target.evidence)
        }
        if status.plan.scoresBody {
            if status.total.base != 0 {
                add(
                    [.empty, .code("base", ReportRow.base), .empty, .empty, .empty], status.total.base, of: nil)
            }
            for heading in status.total.headings where heading.sum != heading.points {
                let sum = Phrase.sumOfTargets(hundredths: heading.sum)
                let title = status.plan.headings.first { $0.id == heading.id }.map { Phrase.localized($0.title) } ?? .plain(heading.id)
                let cap = status.plan.headings.first { $0.id == heading.id }?.cap
                let figure = Cell.figure(["points": .integer(heading.sum)], sum)
                add([.plain(heading.id), .text(title), .empty, figure, .empty], heading.points, of: cap)
            }
            let grade: Cell = status.total.grade.map { .text(.localized($0.title)) } ?? .empty
            let title = Cell.code("total", ReportRow.total)
            add([.empty, title, .empty, .empty, grade], status.points, of: status.of, isTotal: true)
        }
        let chart = chart(status)
        let notes = status.targets.compactMap { target in
            target.target.interpretation.map { text in
                Document.Block.paragraph(.interpretation(of: target.target.id) + .localized(text))
            }
        }
        return section(
            table.key, ReportSection.targets,
            [.table(table)] + status.total.withheld.map { .paragraph(.withheld($0)) } + (chart.bars.isEmpty ? [] : [.chart(chart)]) + notes)
    }

    private func chart(_ status: PlanStatus) -> BarChart {
        let bars = status.targets.filter { $0.points != nil && ($0.target.points ?? 0) > 0 }.map { target in
            BarChart.Bar(
                label: .localized(target.target.title), value: max(0, target.points ?? 0), full: target.target.points ?? 0,
                caption: .plain("\(Phrase.points(target.points ?? 0)) / \(Phrase.points(target.target.points ?? 0))"),
                isGood: target.state == .met || target.state == .onTrack)
        }
        return BarChart(title: ReportSection.pointsByTarget, bars: bars, markPercent: nil)
    }

    /// What each group or sector has of the targets that assess each of them.
    private func units(_ status: PlanStatus) -> Document.Section? {
        let tables = status.unitTables(evidence: true)
        guard !tables.isEmpty else { return nil }
        return section("units", ReportSection.units, tables.map { .table($0) } + status.withheldOfUnits.map { .paragraph($0) })
    }

    /// What each member has of the targets that ask something of each.
    private func members(_ status: PlanStatus, _ left: [LeftMember]) -> Document.Section? {
        let targets = status.targetsOfMembers.isEmpty ? left.first?.status.targetsOfMembers ?? [] : status.targetsOfMembers
        guard !targets.isEmpty else { return nil }
        let hasTotals = !status.members.isEmpty
        var table = Table("members", [.init("member", ReportColumn.member, .word)] + Self.columns(targets, hasTotals: hasTotals))
        for member in status.inOffice {
            let total = status.members.first { $0.member == member }?.total
            let totals: [Cell] = [.points(total?.points), total?.grade.map { .text(.localized($0.title)) } ?? .empty]
            let evidence = targets.flatMap { $0.evidence(of: member) }
            let figures = targets.map { Cell.figure($0.json(of: member), .ofMember(member, in: $0)) }
            table.append([cell(of: member)] + figures + (hasTotals ? totals : []), evidence: evidence.sortedUnique)
        }
        let ofThose = table.rows.isEmpty ? [] : [.table(table)] + withheld(status)
        let blocks = ofThose + self.left(left, targets)
        return blocks.isEmpty ? nil : section(table.key, ReportSection.members, blocks)
    }

    private static func columns(_ targets: [TargetStatus], hasTotals: Bool) -> [Table.Column] {
        targets.map { Table.Column("target:\($0.target.id)", .plain($0.target.id), .number) }
            + (hasTotals ? [.init("total", ReportColumn.total, .points), .init("grade", ReportColumn.grade, .word)] : [])
    }

    /// Who left keeps a line, with the final figures.
    private func left(_ left: [LeftMember], _ targets: [TargetStatus]) -> [Document.Block] {
        guard !left.isEmpty else { return [] }
        let hasTotals = left.contains { $0.total != nil }
        var table = Table(
            "members-left",
            [.init("member", ReportColumn.member, .word), .init("until", ReportColumn.leftOn, .date)] + Self.columns(targets, hasTotals: hasTotals))
        for gone in left {
            // A target that an amendment brought after they had left was none of theirs.
            let own = targets.map { target in gone.status.targets.first { $0.target.id == target.target.id } }
            let figures = own.map { $0.map { Cell.figure($0.json(of: gone.member), .ofMember(gone.member, in: $0)) } ?? .empty }
            let totals: [Cell] = hasTotals ? [.points(gone.total?.points), .grade(gone.total?.grade)] : []
            table.append(
                [cell(of: gone.member), .date(gone.until)] + figures + totals,
                evidence: own.flatMap { $0?.evidence(of: gone.member) ?? [] }.sortedUnique)
        }
        return [.paragraph(ReportSection.membersLeft), .table(table)]
    }

    /// Which grades the points reach and something else stands in the way of; nothing in a plan whose grades ask for points
    /// alone.
    private func withheld(_ status: PlanStatus) -> [Document.Block] {
        var table = Table(
            "grades-withheld",
            [
                .init("member", ReportColumn.member, .word), .init("grade", ReportColumn.grade, .word),
                .init("why", ReportColumn.whyNotGiven),
            ])
        for member in status.members {
            for grade in member.total.withheld {
                table.append(
                    [cell(of: member.member), .text(.localized(grade.grade.title)), .text(.withheld(grade))], evidence: grade.evidence)
            }
        }
        return table.rows.isEmpty ? [] : [.table(table)]
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
                [.init("date", ReportColumn.date, .date), .init("act", ReportColumn.act)]
                    + (hasAttendance ? [.init("attendance", ReportColumn.attendance, .number)] : [])
                    + [.init("finding", ReportColumn.finding)]
                    + (isScored ? [.init("points", ReportColumn.earned, .points)] : []))
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
        return blocks.isEmpty ? nil : section("counted", ReportSection.counted, blocks)
    }

    private func attendance(of line: ScoreLine) -> Cell {
        guard let count = line.attendance else { return .empty }
        let (present, countable) = (Int64(count.present.count), Int64(count.countable))
        return .figure(
            ["value": .integer(present), "of": .integer(countable)],
            .plain("\(present)/\(countable) = \(Phrase.percent(present, of: countable, beside: line.attendanceAsked.map { [Limit($0)] } ?? []))"))
    }

    private func calendar(_ status: PlanStatus) -> Document.Section? {
        var table = Table(
            "calendar",
            [
                .init("item", ReportColumn.calendarItem), .init("planned", ReportColumn.planned), .init("when", ReportColumn.when, .date),
                .init("state", ReportColumn.state, .word), .init("by", ReportColumn.fulfilledBy), .init("link", ReportColumn.link),
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
                    .heldBeyondCalendar + .joined(status.unplanned.map { title(of: $0.subject) })))
        }
        return blocks.isEmpty ? nil : section("calendar", ReportSection.calendar, blocks)
    }
}

extension Document.Section {
    /// Under keys of a plan's own: no key of a report's data is there twice.
    func ofPlan(_ plan: String) -> Document.Section {
        func own(_ key: String) -> String { "plan:\(plan):\(key)" }
        return Document.Section(
            key: own(key), title: title,
            blocks: blocks.map { block in
                guard case .table(let table) = block else { return block }
                return .table(Table(own(table.key), table.columns, rows: table.rows, hasEvidence: table.hasEvidence))
            })
    }
}
