internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import TransparencyTree
internal import Wording

/// The report's lists: what was done, by whom, and what was corrected.
extension AnnualReport {
    var activities: Document.Section? {
        var table = Table(
            "activities",
            [
                .init("date", "日期", "Date", .date), .init("activity", "活动", "Activity"),
                .init("kind", "类别", "Kind", .word), .init("attended", "参加", "Attended", .share),
                .init("partners", "合办", "Partners"), .init("outcome", "成果", "Outcome"),
            ])
        for activity in state.heldActivities(in: period, asOf: asOf) {
            guard let schedule = activity.schedule, let date = activity.date else { continue }
            let count = AttendanceCount(activity, in: state)
            let attended: Cell =
                !count.evidence.isEmpty
                ? .share(Int64(count.present.count), of: Int64(count.countable))
                : activity.closing?.participants.map { .figure(.integer($0), Phrase(zh: "\($0) 人", en: "\($0)")) } ?? .empty
            let outcomes = activity.closing?.outcomes ?? []
            table.append(
                [
                    .when(date), .plain("\(activity.id) \(schedule.title)"),
                    .code(schedule.kind.description, .activityKind(schedule.kind)), attended,
                    .list(activity.partners.map { .plain($0) }),
                    .figure(.array(outcomes.map(\.json)), .joined(outcomes.map(Phrase.outcomeKind), zh: "；", en: "; ")),
                ], evidence: (activity.evidence + count.evidence).sortedUnique)
        }
        return section("开展的活动", "Activities held", table)
    }

    var attendance: Document.Section? {
        let register = AttendanceRegister(state, period: period, asOf: asOf)
        var table = Table(
            "attendance",
            [
                .init("member", "委员", "Member"), .init("countable", "应到", "Countable", .number),
                .init("present", "实到", "Present", .number),
                .init("late", "迟到", "Late", .number), .init("leave", "请假", "Leave", .number),
                .init("absent", "缺席", "Absent", .number),
                .init("excused", "公务免计", "Excused", .number), .init("share", "出勤率", "Share", .percent),
            ])
        for (member, tally) in register.tallies.sorted(by: { $0.key < $1.key }) {
            let evidence = register.rows.flatMap { row in
                state.activities[row.activity]?.attendance.marks[member].map { [$0.position] + $0.corrections } ?? []
            }
            table.append(
                [
                    cell(of: member), .number(tally.countable), .number(tally.present), .number(tally.late),
                    .number(tally.onLeave), .number(tally.absent), .number(tally.excused),
                    .percent(Int64(tally.present), of: Int64(tally.countable)),
                ], evidence: evidence.sortedUnique)
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
        return section(table.key, "考勤", "Attendance", [.chart(chart), .table(table)])
    }

    var proposals: Document.Section? {
        var table = Table(
            "proposals",
            [
                .init("proposal", "提案", "Proposal"), .init("number", "案号", "Number"),
                .init("kind", "类别", "Kind", .word), .init("by", "提案人", "By"),
                .init("filed", "提交", "Filed", .date),
                .init("units", "承办单位", "Handled by"), .init("stage", "状态", "State", .word),
                .init("rated", "评价", "Rated"),
            ])
        for proposal in state.proposals.values {
            guard let filed = proposal.filed, happened(filed.occurred) else { continue }
            let authors: Cell = filed.fact.body.map { .plain($0) } ?? .list(proposal.signers.map(cell))
            let units = proposal.rounds.last?.units.map(\.name) ?? []
            table.append(
                [
                    .plain("\(proposal.id) \(filed.fact.title)"), .text(proposal.number),
                    .code(filed.fact.kind.rawValue, .proposalKind(filed.fact.kind)), authors, .when(filed.occurred),
                    .list(units.map { .plain($0) }), .code(proposal.stage.rawValue, .proposalStage(proposal.stage)),
                    .list(
                        proposal.ratings.map {
                            .figure(
                                ["handling": .string($0.fact.handling.rawValue), "result": .string($0.fact.result.rawValue)],
                                .rating($0.fact.handling) + .plain("/") + .rating($0.fact.result))
                        }),
                ], evidence: proposal.evidence)
        }
        guard !table.rows.isEmpty else { return nil }
        return section(table.key, "提案办理", "Proposals", [.table(table)] + (satisfaction.map { [.paragraph($0)] } ?? []))
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
        var table = Table(
            "time-limits",
            [
                .init("step", "事项", "What"), .init("who", "谁", "Who"), .init("of", "哪件", "Of"),
                .init("from", "起算", "From", .date), .init("due", "到期", "Due", .date),
                .init("done", "办毕", "Done", .date), .init("standing", "状态", "State", .word),
            ])
        for limit in limits {
            let who: Cell? = limit.unit.map { unit in
                MemberID(unit).flatMap { state.members[$0] == nil ? nil : cell(of: $0) } ?? .plain(unit)
            }
            table.append(
                [
                    .code(limit.step.rawValue, .step(limit.step)), who ?? .empty, cell(of: limit.subject), .date(limit.from),
                    limit.due.map { .date($0) } ?? .none, .date(limit.done),
                    .code(limit.standing(asOf: asOf).code, .standing(limit, on: asOf, within: 0)),
                ], evidence: limit.evidence)
        }
        let rules = state.rules.map { Phrase(zh: "按《\($0.fact.title)》计算。", en: "By '\($0.fact.title)'. ") } ?? .plain("")
        return section(
            table.key, "办理时限", "Time limits", [.paragraph(rules + .rates(DeadlineRate.all(limits, on: asOf))), .table(table)])
    }

    /// Stands for a name that is nobody else's business.
    private static let notPublic = Cell.code("not-public", Phrase(zh: "（未公开）", en: "(not public)"))

    var funds: Document.Section? {
        var table = Table(
            "funds",
            [
                .init("purpose", "用途", "Purpose"), .init("received", "收入（元）", "Received", .money),
                .init("spent", "支出（元）", "Spent", .money),
                .init("left", "结余（元）", "Left", .money),
            ])
        for fund in state.funds(asOf: asOf) where fund.spent > 0 {
            table.append(
                [.plain(fund.purpose)] + [fund.received, fund.spent, fund.balance].map { .money(fen: $0) },
                evidence: fund.evidence.sortedUnique)
        }
        return section("经费收支", "Funds", table)
    }

    var suggestions: Document.Section? {
        var table = Table(
            "suggestions",
            [
                .init("suggestion", "意见建议", "Suggestion"), .init("by", "提出人", "By"),
                .init("date", "日期", "Date", .date), .init("to", "转办", "Handed to"),
                .init("stage", "状态", "State", .word),
            ])
        for suggestion in state.suggestions.values {
            guard let submitted = suggestion.submitted, happened(submitted.occurred) else { continue }
            table.append(
                [
                    .plain("\(suggestion.id) \(suggestion.title ?? submitted.fact.title)"), .list(submitted.fact.members.map(cell)),
                    .when(submitted.occurred), .text(suggestion.handedOver?.fact.to),
                    .code(suggestion.stage.rawValue, .suggestionStage(suggestion.stage)),
                ], evidence: suggestion.evidence)
        }
        return section("意见建议和社情民意", "Suggestions and social opinion", table)
    }

    var donations: Document.Section? {
        var table = Table(
            "donations",
            [
                .init("donation", "捐助", "Donation"), .init("date", "日期", "Date", .date),
                .init("kind", "方式", "Kind", .word), .init("amount", "金额（元）", "Yuan", .money),
                .init("donor", "捐助人", "Donor"), .init("purpose", "用途", "Purpose"),
            ])
        var (given, broughtIn) = (Int64(0), Int64(0))
        for donation in state.donations.values {
            guard let received = donation.received, happened(received.occurred) else { continue }
            if received.fact.kind == .broughtIn { broughtIn = broughtIn.addingClamped(received.fact.amount ?? 0) } else { given = given.addingClamped(received.fact.worth) }
            // A donor is named in a report that is posted only if they agreed to it.
            let named = received.fact.consent ?? false
            let donor: Cell =
                named ? received.fact.member.map(cell) ?? .code("other", Phrase(zh: "其他捐助人", en: "other donor")) : Self.notPublic
            table.append(
                [
                    .plain(donation.id), .when(received.occurred),
                    .code(received.fact.kind.rawValue, .donationKind(received.fact.kind)),
                    .money(fen: received.fact.amount ?? received.fact.value ?? 0), donor,
                    .text(received.fact.purpose ?? received.fact.goods),
                ], evidence: donation.evidence)
        }
        func addTotal(_ code: String, _ zh: String, _ en: String, _ fen: Int64) {
            guard fen > 0 else { return }
            table.append([.code(code, Phrase(zh: zh, en: en)), .empty, .empty, .money(fen: fen), .empty, .empty], isTotal: true)
        }
        addTotal("given", "合计（捐款捐物）", "Total given", given)
        addTotal("brought-in", "合计（引进资金）", "Total brought in", broughtIn)
        return section("爱心捐助", "Donations", table)
    }

    var visits: Document.Section? {
        var table = Table(
            "visits",
            [
                .init("visit", "走访", "Visit"), .init("date", "日期", "Date", .date), .init("whom", "对象", "Whom"),
                .init("place", "地点", "Place"),
            ])
        for visit in state.visits.values {
            guard let made = visit.made, happened(made.occurred) else { continue }
            // A report is posted: whoever was visited at home and is no member stays unnamed, whether or not the key is
            // at hand. Of an older visit it says what was in the open.
            let others: [Cell] = made.fact.to.map { [$0.plain.map { .plain($0) } ?? Self.notPublic] } ?? []
            table.append(
                [
                    .plain(visit.id), .when(made.occurred), .list(made.fact.members.map(cell) + others),
                    .text(made.fact.countedPlace),
                ], evidence: visit.evidence)
        }
        return section("联系走访", "Contact visits", table)
    }

    var works: Document.Section? {
        var table = Table(
            "works",
            [
                .init("work", "文稿", "Work"), .init("kind", "种类", "Kind", .word),
                .init("date", "日期", "Date", .date), .init("activity", "所属活动", "Activity"),
            ])
        for work in state.works.values {
            guard let filed = work.filed, happened(filed.occurred) else { continue }
            table.append(
                [
                    .plain("\(work.id) \(filed.fact.title)"), .code(filed.fact.kind.rawValue, .workKind(filed.fact.kind)),
                    .when(filed.occurred), filed.fact.activity.map { cell(of: $0.subject) } ?? .empty,
                ], evidence: work.evidence)
        }
        return section("报告和文稿", "Reports and other works", table)
    }

    var correctionsOfTheYear: Document.Section? {
        var table = Table(
            "corrections",
            [
                .init("kind", "更正", "Correction"), .init("date", "日期", "Date", .date),
                .init("corrects", "原记录", "Corrects"), .init("about", "涉及", "About"),
                .init("reason", "理由", "Why"),
            ])
        for correction in corrections {
            table.append(
                [
                    correction.isVoid
                        ? .code("voided", Phrase(zh: "作废", en: "voided")) : .code("corrected", Phrase(zh: "更正", en: "corrected")),
                    .when(correction.occurred), .figure(.integer(correction.corrects.value), .plain("#\(correction.corrects)")),
                    .list(correction.about.map(cell)), .plain(correction.reason),
                ], evidence: [correction.corrects, correction.position])
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
        return section(
            "proof", "核验", "Proof",
            [.paragraph(explanation), .code(note)] + (code.map { [.qr($0, caption)] } ?? []))
    }

    /// What the report was made from, so that it can be made again.
    var basis: Document.Section? {
        section(
            "basis", "本报告的依据", "What this report was made from",
            [
                .paragraph(
                    Phrase(
                        zh: "本报告由履职簿第 1–\(state.position) 条记录重放得出，最后一条记于 \(state.recorded)。表中“依据”一栏是记录的序号，"
                            + "可用 minutebook log show 序号 查看原文。",
                        en: "Replayed from entries 1–\(state.position) of the book, the last recorded at \(state.recorded). "
                            + "The column 'Entries' gives positions; 'minutebook log show POSITION' shows each."))
            ])
    }
}
