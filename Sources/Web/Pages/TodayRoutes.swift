#if Web
internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The first page: what is to be done today, by whoever asks.
enum TodayRoutes {
    static let all: [Route] = [
        Route(.get, "/", for: .roles(Set(Role.allCases))) { try await first($0) },
        Route(.get, "/plan", for: .roles([.administrator, .secretary, .director, .auditor, .member])) { try await PlanPage.response(to: $0) },
        Route(.get, "/proposals", for: .office) { try await ProposalBoard.response(to: $0) },
    ]

    private static func first(_ asked: Asked) async throws -> Response {
        switch try asked.account().role {
        case .member: return try await MemberRoutes.mine(asked)
        case .unit: return try await HandedPage.response(to: asked)
        case .director where asked.query["today"] == nil: return try await PlanPage.response(to: asked)
        case .screen: return try await screens(asked)
        case .administrator, .secretary, .director, .auditor: return try await today(asked)
        }
    }

    /// A row of a list: what it is, and what can be done about it.
    struct Row: Sendable {
        let address: String
        let text: Phrase
        let detail: Phrase
        var acts: [(address: String, text: Phrase, isMain: Bool)] = []

        func values(_ asked: Asked) -> [String: any Sendable] {
            let language = asked.language
            return [
                "address": asked.address(address), "text": text[language], "detail": detail[language],
                "acts": acts.map { act -> [String: any Sendable] in ["address": asked.address(act.address), "text": act.text[language], "isMain": act.isMain] },
            ]
        }
    }

    static func section(_ title: Phrase, _ rows: [Row], empty: Phrase, _ asked: Asked) -> [String: any Sendable] {
        ["title": title[asked.language], "rows": rows.map { $0.values(asked) }, "empty": empty[asked.language]]
    }

    private static func meeting(_ activity: Activity, canRecord: Bool) -> Row? {
        guard let title = activity.title, let date = activity.date else { return nil }
        let path = "/meetings/\(activity.id.description.addressEncoded)"
        let place = Phrase.plain(activity.place.map { "  \($0)" } ?? "")
        return Row(
            address: path, text: .plain(title), detail: .when(date) + place + .plain("  ") + .activityState(ActivityState(activity)),
            acts: canRecord ? [(path + "/live", MeetingText.takeAttendance, true)] : [])
    }

    /// Days from today within which a meeting is near.
    private static let nearDays = 14

    private static func today(_ asked: Asked) async throws -> Response {
        let canRecord = Route.Access.recorders.allows(try asked.account().role)
        let role = try asked.account().role
        let (now, near, open, due, waiting, hasMembers, hasPlan) = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            let state = context.state
            let today = context.today
            let activities = state.activities.values.filter { !$0.isCancelled && $0.closing == nil }.sorted { ($0.date?.first ?? .distantFuture, $0.id) < ($1.date?.first ?? .distantFuture, $1.id) }
            let now = activities.filter { $0.date.map { $0.first <= today && today <= $0.last } ?? false }
            let near = activities.filter { $0.date.map { $0.first > today && $0.first <= today.adding(days: nearDays) } ?? false }
            let open = state.activitiesLeftOpen(on: today)
            let due = try DueView(context, [:])
            let waiting = try Approvals.rows(context, by: role)
            return (
                now.compactMap { meeting($0, canRecord: canRecord) }, near.compactMap { meeting($0, canRecord: false) }, open.suffix(10).compactMap { meeting($0, canRecord: canRecord) },
                due.rows.prefix(12).map { Row(address: Addresses.path(of: $0.deadline.subject) ?? "/due", text: $0.name, detail: $0.line(on: due.day)) },
                waiting, state.members.values.contains { !$0.terms.isEmpty }, state.plans.values.contains { $0.adopted != nil }
            )
        }
        var sections = firstSteps(hasMembers: hasMembers, hasPlan: hasPlan, asked).map { [$0] } ?? []
        sections.append(section(TodayText.now, now, empty: TodayText.nothingNow, asked))
        if !waiting.isEmpty { sections.append(section(TodayText.waiting, waiting, empty: .plain(""), asked)) }
        if !open.isEmpty { sections.append(section(TodayText.leftOpen, open, empty: .plain(""), asked)) }
        sections.append(section(TodayText.due, due, empty: TodayText.nothingDue, asked))
        sections.append(section(TodayText.near, near, empty: TodayText.nothingNear, asked))
        return Page(
            title: PageText.today, act: RecordForm.link(to: "activity.schedule", asked, role: role),
            links: ["proposal.file", "donation.receive", "visit.record"].compactMap { RecordForm.link(to: $0, asked, role: role) },
            body: PageTemplate.today.render(["sections": sections]), place: "/"
        ).response(to: asked)
    }

    /// What a new book needs, until it has it: somebody who has never seen the product finds the way.
    private static func firstSteps(hasMembers: Bool, hasPlan: Bool, _ asked: Asked) -> [String: any Sendable]? {
        guard Route.Access.recorders.allows(asked.caller.account?.role), !hasMembers || !hasPlan else { return nil }
        let steps = [
            (hasMembers, Row(address: "/record/member.join", text: TodayText.addMembers, detail: TodayText.addMembersDetail)),
            (hasPlan, Row(address: "/record/plan.adopt", text: TodayText.adoptPlan, detail: TodayText.adoptPlanDetail)),
        ]
        return section(TodayText.firstSteps, steps.filter { !$0.0 }.map(\.1), empty: .plain(""), asked)
    }

    private static func screens(_ asked: Asked) async throws -> Response {
        let rows = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            context.state.activities.values.filter { $0.date.map { $0.first <= context.today && context.today <= $0.last } ?? false }.compactMap { activity in
                activity.title.map { Row(address: "/screen/\(activity.id.description.addressEncoded)", text: .plain($0), detail: .plain("")) }
            }
        }
        return Page(
            title: MeetingText.screen, body: PageTemplate.today.render(["sections": [section(TodayText.now, rows, empty: TodayText.nothingNow, asked)]])
        ).response(to: asked)
    }
}

/// What was handed to a handling unit, by the time that is left.
enum HandedPage {
    static func response(to asked: Asked) async throws -> Response {
        guard let unit = try asked.account().unit else { throw Refusal.notAllowed }
        let rows = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            let view = try DueView(context, ["all": "true", "unit": unit])
            let limited = view.rows.filter { $0.deadline.done == nil && !$0.deadline.isLapsed }
            // What has no time limit is handed over all the same.
            let unlimited = context.state.proposals.values.filter { proposal in
                proposal.stage == .handedOver && !limited.contains { $0.deadline.subject == proposal.id.subject }
                    && proposal.rounds.last?.units.contains { $0.name == unit && $0.answer == nil && $0.returned == nil } ?? false
            }
            return limited.map { row($0.deadline.subject, $0.name, $0.line(on: view.day)) }
                + unlimited.map { row($0.id.subject, .plain($0.title ?? $0.id.description), .proposalStage($0.stage)) }
        }
        return Page(
            title: TodayText.handedTo(unit), body: PageTemplate.today.render(["sections": [TodayRoutes.section(TodayText.handed, rows, empty: TodayText.nothingHanded, asked)]]),
            place: "/"
        ).response(to: asked)
    }

    private static func row(_ subject: Subject, _ name: Phrase, _ detail: Phrase) -> TodayRoutes.Row {
        TodayRoutes.Row(address: "/handed/\(subject.description.addressEncoded)", text: name, detail: detail)
    }

    static let routes: [Route] = [Route(.get, "/handed/{subject}", for: .roles([.unit])) { try await one($0) }]

    /// A matter that was handed to the unit: its course, and what the unit can do about it.
    private static func one(_ asked: Asked) async throws -> Response {
        guard let unit = try asked.account().unit, let subject = Subject(try asked.parameter("subject")) else { throw Refusal.notFound }
        let (document, title) = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            let isTheirs = context.state.deadlines(asOf: context.day).contains { $0.subject == subject && $0.unit == unit }
                || ProposalID(subject).flatMap { context.state.proposals[$0] }?.rounds.contains { $0.units.contains { $0.name == unit } } ?? false
            guard isTheirs else { throw Refusal.notAllowed }
            if let proposal = ProposalID(subject) {
                let view = try ProposalView(context, ["proposal": proposal.description])
                return (view.document, view.proposal?.title ?? proposal.description)
            }
            return (try AuditView(context, ["subject": subject.description]).document, String(subject.id))
        }
        let kind = String(subject.kind)
        let commands = ["proposal.sign-for", "proposal.draft-answer", "proposal.check-answer", "proposal.answer", "proposal.commit", "proposal.return", "suggestion.answer", "decision.answer", "petition.answer"]
        let links = commands.filter { $0.hasPrefix(kind + ".") }.compactMap { name -> Page.Link? in
            guard let command = CommandCatalogue[name] else { return nil }
            return Page.Link(
                address: asked.address("/record/\(name)?\(kind)=\(String(subject.id).addressEncoded)&unit=\(unit.addressEncoded)"), text: .eventType(command.eventType))
        }
        return Page(
            title: .plain(title), act: links.first, links: Array(links.dropFirst()),
            body: "<div class=\"trail\">\(HTMLRenderer(asked.language, links: asked.links).fragment(document))</div>", place: "/"
        ).response(to: asked)
    }
}
#endif
