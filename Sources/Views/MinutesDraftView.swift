public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// A draft of an activity's minutes, made of its schedule, register, agenda, speeches, ballots and decisions, for somebody to edit.
public struct MinutesDraftView: View {
    public static let name = "minutes-draft"
    public static let parameters = ["activity"]

    /// What the book calls its body.
    public let book: String
    public let activity: ActivityID
    public let title: String
    public let date: Occurrence?
    public let place: String?
    /// Everybody who could be counted, as in the activity's own list; none where nobody's attendance is on record.
    public let rows: [ActivityView.Row]
    public let agenda: [AgendaView.Row]
    public let speeches: [SpeechesView.Row]
    public let ballots: [BallotView]
    public let decisions: [Recorded<DecisionMade>]
    public let outcomes: [Outcome]
    private let names: [MemberID: PersonalReading]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let view = try ActivityView(context, arguments)
        let state = context.state
        book = context.bookName
        activity = view.activity
        title = view.schedule.title
        date = view.date
        place = view.place
        rows = view.rows
        agenda = view.agenda
        speeches = view.speeches
        outcomes = view.outcomes
        let called = state.ballots.values.filter { $0.called?.fact.activity == view.activity }
        ballots = try called.map { try BallotView(context, ["ballot": $0.id.description]) }
        decisions = state.decisions.values.compactMap(\.made).filter { $0.fact.activity == view.activity }
        names = try context.names(of: Set(view.speeches.flatMap(\.given.members) + view.agenda.flatMap(\.added.members)).sorted())
    }

    public var json: JSONValue {
        [
            "activity": .text(activity), "title": .string(title), "date": .when(date), "place": .text(place),
            "text": ["zh": .string(MarkdownRenderer(.chinese).render(document)), "en": .string(MarkdownRenderer(.english).render(document))],
        ]
    }

    public var document: Document {
        let numbered = Set(agenda.map(\.item))
        let others = speeches.filter { $0.given.item.map { !numbered.contains($0) } ?? true }
        let sections: [(String, Phrase, [Phrase])] = [
            ("meeting", MinutesText.meeting, meeting), ("attendance", MinutesText.attendance, attendance),
            ("agenda", MinutesText.agenda, agenda.flatMap(lines)), ("speeches", MinutesText.speeches, others.map(line)),
            ("votes", MinutesText.votes, ballots.flatMap(lines)), ("decisions", MinutesText.decisions, decisions.flatMap(lines)),
            ("outcomes", MinutesText.outcomes, outcomes.map { .outcomeKind($0) }),
        ]
        return Document(
            title: MinutesText.title(title), subtitle: .plain(book),
            sections: sections.filter { !$0.2.isEmpty }.map { key, title, lines in
                Document.Section(key: key, title: title, blocks: lines.map { .paragraph($0) })
            })
    }

    private var meeting: [Phrase] {
        [date.map { MinutesText.time($0) }, place.map { MinutesText.place($0) }, MinutesText.chair, MinutesText.keeper].compactMap(\.self)
    }

    private var attendance: [Phrase] {
        Attendance.allCases.compactMap { attendance in
            let names = rows.filter { $0.attendance == attendance }.map { NoticeText.name($0.member, $0.name) }
            return names.isEmpty ? nil : MinutesText.names(.attendance(attendance), names)
        }
    }

    private func name(_ member: MemberID) -> Phrase { NoticeText.name(member, names[member] ?? .unreadable) }

    private func lines(_ row: AgendaView.Row) -> [Phrase] {
        let members = row.added.members.map { name($0)[.chinese] }
        let presenters = [row.added.presenter].compactMap(\.self) + members
        let item = MinutesText.item(
            row.number, row.added.title, presenter: presenters.isEmpty ? nil : presenters.joined(separator: "、"),
            outcome: row.ended == nil ? nil : row.outcome)
        return [item] + speeches.filter { $0.given.item == row.item }.map(line)
    }

    private func line(_ row: SpeechesView.Row) -> Phrase {
        MinutesText.speech(row.given.members.map(name), row.given.form, title: row.given.title, text: row.given.text)
    }

    /// What was voted on and what came of it, how many were there and what papers there were, then the votes of each name.
    private func lines(_ ballot: BallotView) -> [Phrase] {
        guard let called = ballot.called?.fact else { return [] }
        let head: [Phrase] = [.ballotKind(called.kind), .ballotMethod(called.method), .outcome(ballot.outcome, of: called)]
        let answers = ballot.answers.map { Phrase.votes($0.votes, .ballotAnswer($0.answer)) }
        let options = ballot.options.compactMap { option -> Phrase? in
            let votes = option.votes.map { Phrase.votes($0.votes, .ballotAnswer($0.answer)) }
            guard !votes.isEmpty, let name = Self.name(of: option) else { return nil }
            return MinutesText.line(name, votes + (option.standing == .elected ? [.elected] : []))
        }
        let count = ballot.counted.map { [Phrase.ballotFigures($0, valid: $0.valid(called.method))] } ?? []
        return [MinutesText.line(.plain(called.title), head + answers)] + count + options
    }

    private static func name(of option: BallotView.Option) -> Phrase? {
        if let member = option.member { return NoticeText.name(member, option.reading ?? .unreadable) }
        return (option.name ?? option.title ?? option.what?.description).map { .plain($0) }
    }

    private func lines(_ decision: Recorded<DecisionMade>) -> [Phrase] {
        let fact = decision.fact
        return [MinutesText.line(.decisionKind(fact.kind), [.plain([fact.title, fact.number].compactMap(\.self).joined(separator: "  "))])]
            + (fact.text.map { [.plain($0)] } ?? [])
    }
}
