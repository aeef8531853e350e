public import Assessment
public import Bookkeeping
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// A member's performance file 履职档案: terms and offices, what a plan asks of them, and everything they did.
public struct MemberFile: Sendable {
    private let state: State
    private let member: Member
    /// Under every id by which the member was recorded.
    private let identities: Set<MemberID>
    private let asOf: CalendarDate
    private let status: PlanStatus?
    private let name: PersonalReading
    /// Where the member was visited, by visit.
    private let places: [VisitID: PersonalReading]

    /// - Parameters:
    ///   - status: where the plan stands whose demands on the member are shown; nil for none.
    ///   - reader: opens the member's name, and where the member was visited.
    public init(
        _ member: Member, _ state: State, asOf: CalendarDate, status: PlanStatus?, reader: PersonalReader
    ) throws {
        self.state = state
        self.member = member
        let identities = Set(state.identities(of: member.id))
        self.identities = identities
        self.asOf = asOf
        self.status = status
        name = try reader.name(of: member.id)
        places = try state.visits.values.reduce(into: [:]) { places, visit in
            guard let made = visit.made, made.occurred.last <= asOf, made.fact.members.contains(where: identities.contains)
            else { return }
            places[visit.id] = try reader.place(of: made.fact)
        }
    }

    public var document: Document {
        Document(
            title: Phrase(zh: "履职档案：", en: "Performance file: ") + .member(member.id, name),
            subtitle: Phrase(
                zh: "\(state.book.opened?.name ?? "") · 截至 \(asOf)，依据第 1–\(state.position) 条记录",
                en: "\(state.book.opened?.name ?? "") · as of \(asOf), from entries 1–\(state.position)"),
            sections: [offices, demands, attendance, proposals, suggestions, works, donations, visits].compactMap(\.self))
    }

    private func section(_ zh: String, _ en: String, _ table: Table) -> Document.Section? {
        table.rows.isEmpty ? nil : Document.Section(title: Phrase(zh: zh, en: en), blocks: [.table(table)])
    }

    private func happened(_ occurred: Occurrence) -> Bool { occurred.last <= asOf }

    private func isOwn(_ members: [MemberID]) -> Bool { members.contains(where: identities.contains) }

    private var offices: Document.Section? {
        var table = Table([.init("任职", "Office"), .init("名称", "Name"), .init("起", "From", .word), .init("止", "Until", .word)])
        func add(_ what: Phrase, _ name: String, _ term: Term, _ evidence: [Position]) {
            table.rows.append(
                .init([what, .plain(name), .plain(term.from.description), .plain(term.until?.description ?? "")], evidence: evidence))
        }
        for id in state.identities(of: member.id) {
            guard let record = state.members[id] else { continue }
            for term in record.terms { add(Phrase(zh: "任期", en: "term"), id == member.id ? "" : id.description, term, record.evidence) }
            for held in record.affiliations { add(.affiliation(held.affiliation.kind), held.affiliation.name, held.term, record.evidence) }
        }
        return section("任期和职务", "Terms and offices", table)
    }

    private var demands: Document.Section? {
        guard let status else { return nil }
        var table = Table([.init("项", "Item"), .init("考核项目", "Target"), .init("本人", "The member's", .number)])
        for target in status.targetsOfMembers {
            table.rows.append(
                .init(
                    [.plain(target.target.id), .localized(target.target.title), .ofMember(member.id, in: target)],
                    evidence: target.evidence(of: member.id)))
        }
        if let total = status.members.first(where: { $0.member == member.id })?.total {
            table.rows.append(
                .init(
                    [.plain(""), total.grade.map { .localized($0.title) } ?? Phrase(zh: "合计", en: "Total"), .plain(Phrase.points(total.points))],
                    isTotal: true))
        }
        return section("计划 \(status.plan.id) 的要求", "What plan \(status.plan.id) asks", table)
    }

    private var attendance: Document.Section? {
        var table = Table([
            .init("日期", "Date", .word), .init("活动", "Activity"), .init("类别", "Kind", .word), .init("考勤", "Attendance", .word),
        ])
        for row in state.attendances(of: member.id, in: .ever, asOf: asOf) {
            guard let schedule = row.activity.schedule else { continue }
            table.rows.append(
                .init(
                    [
                        .when(row.date), .plain("\(row.activity.id) \(schedule.title)"), .activityKind(schedule.kind),
                        .attendance(row.attendance),
                    ], evidence: (row.activity.evidence + row.marks).sortedUnique))
        }
        return section("参加活动", "Activities", table)
    }

    private var proposals: Document.Section? {
        var table = Table([
            .init("提案", "Proposal"), .init("角色", "Part", .word), .init("提交", "Filed", .word), .init("状态", "State", .word),
            .init("本人评价", "Rated"),
        ])
        for proposal in state.proposals.values {
            guard let filed = proposal.filed, happened(filed.occurred), isOwn(proposal.signers) else { continue }
            let isFirst = proposal.signers.first.map(identities.contains) ?? false
            let ratings = proposal.ratings.filter { identities.contains($0.fact.member) }
            table.rows.append(
                .init(
                    [
                        .plain("\(proposal.id) \(filed.fact.title)"), isFirst ? Phrase(zh: "领衔", en: "first signer") : Phrase(zh: "联名", en: "co-signer"),
                        .when(filed.occurred), .proposalStage(proposal.stage),
                        .joined(ratings.map { .rating($0.fact.handling) + .plain("/") + .rating($0.fact.result) }),
                    ], evidence: proposal.evidence))
        }
        return section("提案", "Proposals", table)
    }

    private var suggestions: Document.Section? {
        var table = Table([
            .init("意见建议", "Suggestion"), .init("日期", "Date", .word), .init("状态", "State", .word), .init("采用", "Adopted", .word),
        ])
        for suggestion in state.suggestions.values {
            guard let submitted = suggestion.submitted, happened(submitted.occurred), isOwn(submitted.fact.members) else { continue }
            table.rows.append(
                .init(
                    [
                        .plain("\(suggestion.id) \(suggestion.title ?? "")"), .when(submitted.occurred), .suggestionStage(suggestion.stage),
                        suggestion.adoptions.map(\.fact.level).max().map { .adoptionLevel($0) } ?? .plain(""),
                    ], evidence: suggestion.evidence))
        }
        return section("意见建议和社情民意", "Suggestions and social opinion", table)
    }

    private var works: Document.Section? {
        var table = Table([.init("文稿", "Work"), .init("种类", "Kind", .word), .init("日期", "Date", .word)])
        for work in state.works.values {
            guard let filed = work.filed, happened(filed.occurred), isOwn(filed.fact.authors) else { continue }
            table.rows.append(
                .init(
                    [.plain("\(work.id) \(filed.fact.title)"), .workKind(filed.fact.kind), .when(filed.occurred)], evidence: work.evidence))
        }
        return section("文稿", "Works", table)
    }

    private var donations: Document.Section? {
        var table = Table([
            .init("捐助", "Donation"), .init("日期", "Date", .word), .init("方式", "Kind", .word), .init("金额（元）", "Yuan", .number),
            .init("用途", "Purpose"),
        ])
        for donation in state.donations.values {
            guard let received = donation.received, happened(received.occurred), let donor = received.fact.member, identities.contains(donor)
            else { continue }
            table.rows.append(
                .init(
                    [
                        .plain(donation.id), .when(received.occurred), .donationKind(received.fact.kind),
                        .plain(Phrase.yuan(received.fact.amount ?? received.fact.value ?? 0)),
                        .plain(received.fact.purpose ?? received.fact.goods ?? ""),
                    ], evidence: donation.evidence))
        }
        return section("捐助和引进", "Donations and money brought in", table)
    }

    private var visits: Document.Section? {
        var table = Table([.init("走访", "Visit"), .init("日期", "Date", .word), .init("地点", "Place")])
        for visit in state.visits.values {
            guard let made = visit.made, happened(made.occurred), isOwn(made.fact.members) else { continue }
            let place = [made.fact.area.map { .plain($0) }, places[visit.id].map { Phrase.name($0) }].compactMap(\.self)
            table.rows.append(.init([.plain(visit.id), .when(made.occurred), .joined(place)], evidence: visit.evidence))
        }
        return section("接受走访", "Visited", table)
    }
}
