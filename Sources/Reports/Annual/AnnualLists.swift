internal import Assessment
internal import Domain
internal import EventLog
internal import Rendering
internal import TransparencyTree
internal import Wording

/// The report's lists: what was done, by whom, and what was corrected.
extension AnnualReport {
    var activities: Document.Section? {
        var table = Table([
            .init("日期", "Date", .word), .init("活动", "Activity"), .init("类别", "Kind", .word), .init("参加", "Attended", .number),
            .init("合办", "Partners"), .init("成果", "Outcome"),
        ])
        for activity in state.heldActivities(in: period, asOf: asOf) {
            guard let schedule = activity.schedule, let date = activity.date else { continue }
            let count = AttendanceCount(activity, in: state)
            let attended: Phrase =
                !count.evidence.isEmpty
                ? .plain("\(count.present.count)/\(count.countable)")
                : activity.closing?.participants.map { Phrase(zh: "\($0) 人", en: "\($0)") } ?? .plain("")
            table.rows.append(
                .init(
                    [
                        .when(date), .plain("\(activity.id) \(schedule.title)"), .activityKind(schedule.kind), attended,
                        .joined(activity.partners.map { .plain($0) }),
                        .joined((activity.closing?.outcomes ?? []).map(Phrase.outcomeKind), zh: "；", en: "; "),
                    ], evidence: (activity.evidence + count.evidence).sortedUnique))
        }
        return section("开展的活动", "Activities held", table)
    }

    var attendance: Document.Section? {
        let register = AttendanceRegister(state, period: period, asOf: asOf)
        var table = Table([
            .init("委员", "Member"), .init("应到", "Countable", .number), .init("实到", "Present", .number),
            .init("迟到", "Late", .number), .init("请假", "Leave", .number), .init("缺席", "Absent", .number),
            .init("公务免计", "Excused", .number), .init("出勤率", "Share", .number),
        ])
        for (member, tally) in register.tallies.sorted(by: { $0.key < $1.key }) {
            let evidence = register.rows.flatMap { row in
                state.activities[row.activity]?.attendance.marks[member].map { [$0.position] + $0.corrections } ?? []
            }
            table.rows.append(
                .init(
                    [
                        label(member), .plain(tally.countable), .plain(tally.present), .plain(tally.late),
                        .plain(tally.onLeave), .plain(tally.absent), .plain(tally.excused),
                        .plain(Phrase.percent(Int64(tally.present), of: Int64(tally.countable))),
                    ], evidence: evidence.sortedUnique))
        }
        guard !table.rows.isEmpty else { return nil }
        let asked = status?.plan.attendancePercent
        let bars = register.rows.map { row in
            BarChart.Bar(
                label: title(of: row.activity.subject), value: Int64(row.count.present.count),
                full: Int64(max(1, row.count.countable)),
                caption: .plain(Phrase.percent(Int64(row.count.present.count), of: Int64(row.count.countable))),
                isGood: asked.map { row.count.reaches(percent: $0) } ?? true)
        }
        let mark = asked.map { Phrase(zh: "（竖线为 \($0) %）", en: " (the line is \($0) %)") } ?? .plain("")
        let chart = BarChart(
            title: Phrase(zh: "各次活动出勤率", en: "Attendance by activity") + mark, bars: bars, markPercent: asked)
        return Document.Section(
            title: Phrase(zh: "考勤", en: "Attendance"), blocks: [.chart(chart), .table(table)])
    }

    var proposals: Document.Section? {
        var table = Table([
            .init("提案", "Proposal"), .init("案号", "Number"), .init("类别", "Kind", .word), .init("提案人", "By"), .init("提交", "Filed", .word),
            .init("承办单位", "Handled by"), .init("状态", "State", .word), .init("评价", "Rated"),
        ])
        for proposal in state.proposals.values {
            guard let filed = proposal.filed, happened(filed.occurred) else { continue }
            let authors: Phrase =
                filed.fact.body.map { .plain($0) } ?? .joined(proposal.signers.map(label))
            let units = proposal.rounds.last?.units.map(\.name) ?? []
            table.rows.append(
                .init(
                    [
                        .plain("\(proposal.id) \(filed.fact.title)"), .plain(proposal.number ?? ""),
                        .proposalKind(filed.fact.kind), authors, .when(filed.occurred), .joined(units.map { .plain($0) }),
                        .proposalStage(proposal.stage),
                        .joined(proposal.ratings.map { .rating($0.fact.handling) + .plain("/") + .rating($0.fact.result) }),
                    ], evidence: proposal.evidence))
        }
        guard !table.rows.isEmpty else { return nil }
        return section("提案办理", "Proposals", [.table(table)] + (satisfaction.map { [.paragraph($0)] } ?? []))
    }

    /// What the signers of the year's proposals thought of the answers they were last given; nil where nobody said.
    private var satisfaction: Phrase? {
        let rounds = state.proposals.values.filter { $0.filed.map { happened($0.occurred) } ?? false }
            .compactMap { $0.rounds.last { !$0.ratings.isEmpty } }
        let ratings = rounds.flatMap(\.ratings).filter { $0.occurred.last <= asOf }
        guard !ratings.isEmpty else { return nil }
        func counts(_ axis: KeyPath<ProposalRated, ProposalRated.Rating>) -> Phrase {
            .joined(
                ProposalRated.Rating.allCases.map { rating in
                    .rating(rating) + .plain(" \(ratings.count { $0.fact[keyPath: axis] == rating })")
                }, zh: "、", en: ", ")
        }
        return Phrase(zh: "评价 \(ratings.count) 份。办理：", en: "\(ratings.count) ratings. Of the handling: ") + counts(\.handling)
            + Phrase(zh: "；结果：", en: "; of the result: ") + counts(\.result) + Phrase(zh: "。", en: ".")
    }

    /// What was due of the proposals and suggestions of the year by the rules that stand, and how much of it in time.
    var timeLimits: Document.Section? {
        let limits = state.deadlines(asOf: asOf).filter { period.contains($0.from) }
        guard !limits.isEmpty else { return nil }
        var table = Table([
            .init("事项", "What"), .init("谁", "Who"), .init("哪件", "Of"), .init("起算", "From", .word), .init("到期", "Due", .word),
            .init("办毕", "Done", .word), .init("状态", "State", .word),
        ])
        for limit in limits {
            let who = limit.unit.map { unit in MemberID(unit).flatMap { state.members[$0] == nil ? nil : label($0) } ?? .plain(unit) }
            table.rows.append(
                .init(
                    [
                        .step(limit.step), who ?? .plain(""), title(of: limit.subject), .plain(limit.from.description),
                        .plain(limit.due?.description ?? "–"), .plain(limit.done?.description ?? ""),
                        .standing(limit, on: asOf, within: 0),
                    ], evidence: limit.evidence))
        }
        let rules = state.rules.map { Phrase(zh: "按《\($0.fact.title)》计算。", en: "By '\($0.fact.title)'. ") } ?? .plain("")
        return section(
            "办理时限", "Time limits", [.paragraph(rules + .rates(DeadlineRate.all(limits, on: asOf))), .table(table)])
    }

    var funds: Document.Section? {
        var table = Table([
            .init("用途", "Purpose"), .init("收入（元）", "Received", .number), .init("支出（元）", "Spent", .number),
            .init("结余（元）", "Left", .number),
        ])
        for fund in state.funds(asOf: asOf) where fund.spent > 0 {
            table.rows.append(
                .init(
                    [.plain(fund.purpose)] + [fund.received, fund.spent, fund.balance].map { .plain(Phrase.yuan($0)) },
                    evidence: fund.evidence.sortedUnique))
        }
        return section("经费收支", "Funds", table)
    }

    var suggestions: Document.Section? {
        var table = Table([
            .init("意见建议", "Suggestion"), .init("提出人", "By"), .init("日期", "Date", .word), .init("转办", "Handed to"),
            .init("状态", "State", .word),
        ])
        for suggestion in state.suggestions.values {
            guard let submitted = suggestion.submitted, happened(submitted.occurred) else { continue }
            table.rows.append(
                .init(
                    [
                        .plain("\(suggestion.id) \(suggestion.title ?? submitted.fact.title)"), .joined(submitted.fact.members.map(label)),
                        .when(submitted.occurred), .plain(suggestion.handedOver?.fact.to ?? ""),
                        .suggestionStage(suggestion.stage),
                    ], evidence: suggestion.evidence))
        }
        return section("意见建议和社情民意", "Suggestions and social opinion", table)
    }

    var donations: Document.Section? {
        var table = Table([
            .init("捐助", "Donation"), .init("日期", "Date", .word), .init("方式", "Kind", .word), .init("金额（元）", "Yuan", .number),
            .init("捐助人", "Donor"), .init("用途", "Purpose"),
        ])
        var (given, broughtIn) = (Int64(0), Int64(0))
        for donation in state.donations.values {
            guard let received = donation.received, happened(received.occurred) else { continue }
            if received.fact.kind == .broughtIn { broughtIn = broughtIn.addingClamped(received.fact.amount ?? 0) } else { given = given.addingClamped(received.fact.worth) }
            // A donor is named in a report that is posted only if they agreed to it.
            let named = received.fact.consent ?? false
            let donor: Phrase =
                named ? received.fact.member.map(label) ?? Phrase(zh: "其他捐助人", en: "other donor")
                : Phrase(zh: "（未公开）", en: "(not public)")
            table.rows.append(
                .init(
                    [
                        .plain(donation.id), .when(received.occurred), .donationKind(received.fact.kind),
                        .plain(Phrase.yuan(received.fact.amount ?? received.fact.value ?? 0)), donor,
                        .plain(received.fact.purpose ?? received.fact.goods ?? ""),
                    ], evidence: donation.evidence))
        }
        func addTotal(_ zh: String, _ en: String, _ fen: Int64) {
            guard fen > 0 else { return }
            let empty = Phrase.plain("")
            table.rows.append(.init([Phrase(zh: zh, en: en), empty, empty, .plain(Phrase.yuan(fen)), empty, empty], isTotal: true))
        }
        addTotal("合计（捐款捐物）", "Total given", given)
        addTotal("合计（引进资金）", "Total brought in", broughtIn)
        return section("爱心捐助", "Donations", table)
    }

    var visits: Document.Section? {
        var table = Table([.init("走访", "Visit"), .init("日期", "Date", .word), .init("对象", "Whom"), .init("地点", "Place")])
        for visit in state.visits.values {
            guard let made = visit.made, happened(made.occurred) else { continue }
            // A report is posted: whoever was visited at home and is no member stays unnamed, whether or not the key is
            // at hand. Of an older visit it says what was in the open.
            let others = made.fact.to.map { [$0.plain.map { .plain($0) } ?? Phrase(zh: "（未公开）", en: "(not public)")] } ?? []
            table.rows.append(
                .init(
                    [
                        .plain(visit.id), .when(made.occurred), .joined(made.fact.members.map(label) + others),
                        .plain(made.fact.countedPlace ?? ""),
                    ],
                    evidence: visit.evidence))
        }
        return section("联系走访", "Contact visits", table)
    }

    var works: Document.Section? {
        var table = Table([.init("文稿", "Work"), .init("种类", "Kind", .word), .init("日期", "Date", .word), .init("所属活动", "Activity")])
        for work in state.works.values {
            guard let filed = work.filed, happened(filed.occurred) else { continue }
            table.rows.append(
                .init(
                    [
                        .plain("\(work.id) \(filed.fact.title)"), .workKind(filed.fact.kind), .when(filed.occurred),
                        filed.fact.activity.map { title(of: $0.subject) } ?? .plain(""),
                    ], evidence: work.evidence))
        }
        return section("报告和文稿", "Reports and other works", table)
    }

    var correctionsOfTheYear: Document.Section? {
        var table = Table([
            .init("更正", "Correction"), .init("日期", "Date", .word), .init("原记录", "Corrects"), .init("涉及", "About"), .init("理由", "Why"),
        ])
        for correction in corrections {
            table.rows.append(
                .init(
                    [
                        correction.isVoid ? Phrase(zh: "作废", en: "voided") : Phrase(zh: "更正", en: "corrected"),
                        .when(correction.occurred), .plain("#\(correction.corrects)"),
                        .joined(correction.about.map(title)), .plain(correction.reason),
                    ], evidence: [correction.corrects, correction.position]))
        }
        return section("更正记录", "Corrections", table)
    }

    /// How whoever trusts neither the office nor this program can check it.
    var proof: Document.Section? {
        guard let checkpoint else { return nil }
        // The log's own signature: what witnesses add is in the list of checkpoints, and would make the code too fine.
        let note = checkpoint.bare.description
        let explanation = Phrase(
            zh: "下面是前 \(checkpoint.checkpoint.size) 条记录的校验点：记录条数、由全部内容算出的根哈希，以及本簿的签名。"
                + "此后若有人增删改动其中任何一条，根哈希就对不上。可用 minutebook report verify 或 Tools/verify_log.py 核对。",
            en: "Below is the checkpoint of the first \(checkpoint.checkpoint.size) entries: how many there are, the root hash "
                + "made of all their bytes, and the book's signature. Whoever adds, removes or alters one of them later "
                + "cannot arrive at that root again. Check it with 'minutebook report verify' or Tools/verify_log.py.")
        let caption = Phrase(zh: "校验点（扫码可得全文）", en: "The checkpoint, to be scanned")
        return Document.Section(
            title: Phrase(zh: "核验", en: "Proof"),
            blocks: [.paragraph(explanation), .code(note)] + (code.map { [.qr($0, caption)] } ?? []))
    }

    /// What the report was made from, so that it can be made again.
    var basis: Document.Section? {
        Document.Section(
            title: Phrase(zh: "本报告的依据", en: "What this report was made from"),
            blocks: [
                .paragraph(
                    Phrase(
                        zh: "本报告由履职簿第 1–\(state.position) 条记录重放得出，最后一条记于 \(state.recorded)。表中“依据”一栏是记录的序号，"
                            + "可用 minutebook log show 序号 查看原文。",
                        en: "Replayed from entries 1–\(state.position) of the book, the last recorded at \(state.recorded). "
                            + "The column 'Entries' gives positions; 'minutebook log show POSITION' shows each."))
            ])
    }
}

extension Phrase {
    static func rating(_ rating: ProposalRated.Rating) -> Phrase {
        switch rating {
        case .satisfied: Phrase(zh: "满意", en: "satisfied")
        case .basicallySatisfied: Phrase(zh: "基本满意", en: "basically satisfied")
        case .notSatisfied: Phrase(zh: "不满意", en: "not satisfied")
        }
    }
}
