internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Views
internal import Wording

extension Bulletin {
    var overview: Document.Section? {
        let count = Int64(ranked.members.count)
        guard count > 0 else { return nil }
        var table = Table("overview", [.init("item", ReportColumn.overviewItem), .init("figure", ReportColumn.figure, .number)], hasEvidence: false)
        func add(_ code: String, _ title: Phrase, _ value: Cell) { table.append([.code(code, title), value]) }
        func mean(_ points: [Int64]) -> Cell { .points(hundredths: Ratio(points.sumClamped, over: count).rounded) }
        add("assessed", BulletinText.assessed, .number(count))
        add("mean", BulletinText.mean, mean(ranked.members.map(\.place.total.points)))
        add("earned", BulletinText.meanEarned, mean(ranked.members.map { earned(by: $0.place.member) }))
        for grade in status.plan.grades {
            add(
                "grade:\(grade.title.zh)", BulletinText.graded(grade),
                .number(ranked.members.count { $0.place.total.grade == grade }))
        }
        return section(table.key, BulletinText.overview, [.table(table)])
    }

    private func earned(by member: MemberID) -> Int64 { earnings.total[member] ?? 0 }

    /// All members, by points.
    var standings: Document.Section? {
        let rows = ranked.members
        let hasGrades = !status.plan.grades.isEmpty
        let (hasSectors, hasGroups) = (rows.contains { !$0.sectors.isEmpty }, rows.contains { !$0.groups.isEmpty })
        let hasSecondYears = rows.contains(where: \.hasGradeTwice)
        var columns: [Table.Column] = [
            .init("rank", ColumnTitle.rank, .number), .init("member", ReportColumn.member, .word), .init("points", BulletinText.soFar, .points),
            .init("earned", BulletinText.earned, .points),
        ]
        if hasGrades { columns.append(.init("grade", ReportColumn.grade, .word)) }
        if hasSectors { columns.append(.init("sectors", ColumnTitle.sector)) }
        if hasGroups { columns.append(.init("groups", ColumnTitle.group)) }
        if sameDayBefore != nil {
            columns += [.init("sameDay", BulletinText.sameDay, .points), .init("sameDayRank", BulletinText.sameDayRank, .number)]
        }
        if ranked.planBefore != nil { columns.append(.init("before", BulletinText.yearBefore, .points)) }
        if hasSecondYears { columns.append(.init("twice", ColumnTitle.secondYear, .word)) }
        var table = Table("standings", columns)
        for row in rows {
            let (member, total) = (row.place.member, row.place.total)
            var cells: [Cell] = [
                rank(row.place), cell(of: member), .points(hundredths: total.points), .points(hundredths: earned(by: member)),
            ]
            if hasGrades { cells.append(.grade(total.grade)) }
            if hasSectors { cells.append(.texts(row.sectors)) }
            if hasGroups { cells.append(.texts(row.groups)) }
            if let sameDayBefore {
                cells += [.points(sameDayBefore[member]?.total.points), sameDayBefore[member].map { .number($0.rank) } ?? .empty]
            }
            if ranked.planBefore != nil { cells.append(.points(row.before?.total.points)) }
            if hasSecondYears { cells.append(row.hasGradeTwice ? .grade(total.grade) : .empty) }
            table.append(cells, evidence: status.targets.flatMap { $0.evidence(of: member) }.sortedUnique)
        }
        return section(BulletinText.standings, table)
    }

    /// Without a rank: their points as of their last day in office.
    var whoLeft: Document.Section? {
        let hasGrades = !status.plan.grades.isEmpty
        var table = Table(
            "left",
            [
                .init("member", ReportColumn.member, .word), .init("until", ReportColumn.leftOn, .date), .init("points", BulletinText.soFar, .points),
            ] + (hasGrades ? [.init("grade", ReportColumn.grade, .word)] : []))
        for gone in left {
            table.append(
                [cell(of: gone.member), .date(gone.until), .points(gone.total?.points)] + (hasGrades ? [.grade(gone.total?.grade)] : []),
                evidence: gone.status.targets.flatMap { $0.evidence(of: gone.member) }.sortedUnique)
        }
        return section(BulletinText.whoLeft, table)
    }

    private func rank(_ place: Ranking.Place) -> Cell {
        .figure(["rank": .integer(Int64(place.rank)), "tied": .bool(place.isTied)], .rank(place))
    }

    /// What each earned in the period of each target by which anybody did; what a target is called stands below.
    var earnedByTarget: Document.Section? {
        let targets = status.targets.filter { earnings.byTarget[$0.target.id]?.values.contains { $0 != 0 } ?? false }
        guard !targets.isEmpty else { return nil }
        let parts = Self.parts(targets)
        let tables = parts.enumerated().map { index, part in
            table(of: part, key: index == 0 ? "earned" : "earned:\(index + 1)", hasTotal: index == parts.count - 1)
        }
        let names = targets.map { Phrase.plain("\($0.target.id) ") + .localized($0.target.title) }
        return section("earned", BulletinText.earnedByTarget, tables.map { .table($0) } + [.paragraph(BulletinText.targets(names))])
    }

    /// As many columns as fit on paper, each by the width of its title.
    private static func parts(_ targets: [TargetStatus]) -> [[TargetStatus]] {
        var (parts, width) = ([[TargetStatus]](), 0)
        for target in targets {
            let own = max(target.target.id.displayWidth, pointsWidth) + columnGap
            if parts.isEmpty || width + own > lineWidth { (parts, width) = (parts + [[]], 0) }
            parts[parts.count - 1].append(target)
            width += own
        }
        return parts
    }

    // In half-widths of a character of the tables on A4, without the members' column and the total.
    private static let (lineWidth, pointsWidth, columnGap) = (62, 6, 3)

    private func table(of targets: [TargetStatus], key: String, hasTotal: Bool) -> Table {
        var table = Table(
            key,
            [.init("member", ReportColumn.member, .word)]
                + targets.map { Table.Column("target:\($0.target.id)", .plain($0.target.id), .points) }
                + (hasTotal ? [.init("earned", ReportColumn.total, .points)] : []), hasEvidence: false)
        for member in ranked.members.map(\.place.member) {
            let figures = targets.map { Cell.points(earnings.byTarget[$0.target.id]?[member]) }
            table.append([cell(of: member)] + figures + (hasTotal ? [.points(hundredths: earned(by: member))] : []))
        }
        return table
    }

    var sectors: Document.Section? { ranked.table(of: .sector).flatMap { section(BulletinText.sectors, $0) } }
    var groups: Document.Section? { ranked.table(of: .group).flatMap { section(BulletinText.groups, $0) } }

    /// What groups and sectors have of targets of their own.
    var units: Document.Section? {
        let tables = status.unitTables(evidence: true)
        return tables.isEmpty ? nil : section("units", ReportSection.units, tables.map { .table($0) } + status.withheldOfUnits.map { .paragraph($0) })
    }

    /// What earned or lost points in the period: each act with who and how much, and the entries behind it.
    var acts: Document.Section? {
        var blocks: [Document.Block] = []
        for target in status.targets where target.target.subject == .member && target.target.scoring != nil {
            let table = acts(of: target)
            guard !table.rows.isEmpty else { continue }
            blocks += [.paragraph(.plain("\(target.target.id)　") + .localized(target.target.title)), .table(table)]
        }
        return blocks.isEmpty ? nil : section("acts", BulletinText.acts, [.paragraph(BulletinText.beforeCaps)] + blocks)
    }

    private func acts(of target: TargetStatus) -> Table {
        struct Act {
            let date: Occurrence
            var members: [Ratio: [MemberID]] = [:]
            var evidence: [Position] = []
        }
        var acts: [Subject: Act] = [:]
        for own in target.members {
            for line in own.lines where line.points != Ratio(0) && period.contains(line.date.last) {
                var act = acts[line.subject] ?? Act(date: line.date)
                act.members[line.points, default: []].append(own.member)
                act.evidence += line.evidence
                acts[line.subject] = act
            }
        }
        var table = Table(
            "acts:\(target.target.id)",
            [.init("date", ReportColumn.date, .date), .init("act", ReportColumn.act), .init("members", BulletinText.whoAndPoints)])
        let ordered = acts.sorted { ($0.value.date.first, $0.key.description) < ($1.value.date.first, $1.key.description) }
        for (subject, act) in ordered {
            let parts = act.members.sorted { $1.key < $0.key }.map { points, members in
                Cell.figure(
                    ["points": .integer(points.rounded), "members": .array(members.map { .string($0.description) })],
                    BulletinText.members(members.map(label), points: points.rounded))
            }
            table.append([.when(act.date), cell(of: subject), .list(parts)], evidence: act.evidence.sortedUnique)
        }
        return table
    }

    /// What members did in the period at meetings and in receiving people, whether or not the plan counts it; none in rendering 3.
    var done: Document.Section? {
        guard rendering > 3 else { return nil }
        let speeches = state.speechRows { _ in true }.filter { period.contains(date(of: $0.given.activity, or: $0.date).last) }
        let petitions = state.petitions.values.filter { $0.received != nil }
        let received = petitions.filter { $0.received.map { period.contains($0.occurred.last) } ?? false }
        let answered = petitions.filter { $0.answered.map { period.contains($0.occurred.last) } ?? false }
        let rows: [(code: String, title: Phrase, evidence: [[Position]])] = [
            ("speeches", ReportSection.speeches, speeches.map(\.evidence)),
            ("petitions", BulletinText.petitionsReceived, received.map { $0.evidence.sorted() }),
            ("petitions-answered", BulletinText.petitionsAnswered, answered.map { $0.evidence.sorted() }),
        ]
        var table = Table("done", [.init("item", ReportColumn.overviewItem), .init("figure", ReportColumn.figure, .number)])
        for row in rows where !row.evidence.isEmpty {
            table.append([.code(row.code, row.title), .number(row.evidence.count)], evidence: row.evidence.flatMap(\.self).sortedUnique)
        }
        return section(BulletinText.done, table)
    }

    var atRisk: Document.Section? {
        guard !status.isOver, let passing = status.plan.passingGrade else { return nil }
        guard let table = ranked.atRiskTable(cell) else { return section("atRisk", BulletinText.atRisk, [.paragraph(.nobodyAtRisk)]) }
        let count = Phrase.atRiskBelow(passing, count: table.rows.count, of: ranked.members.count)
        return section(table.key, BulletinText.atRisk, [.paragraph(count), .table(table)])
    }

    /// Those about the plan that were filed or answered in the period, or wait for an answer.
    var appeals: Document.Section? {
        let table = appealTable { appeal in
            guard let filed = appeal.filed, filed.fact.plan.description == status.plan.id else { return false }
            let days = [filed.occurred, appeal.answered?.occurred].compactMap { $0?.last }
            return appeal.stage == .open || days.contains(where: period.contains)
        }
        return section("appeals", ReportSection.appeals, table.rows.isEmpty ? [.paragraph(BulletinText.noAppeals)] : [.table(table)])
    }

    var objection: Document.Section? {
        section("objection", MemberAccountText.objection, [.paragraph(MemberAccountText.howToObject(to: state.book.opened?.name ?? ""))])
    }
}
