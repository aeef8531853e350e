public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// The notice of an activity 会议通知, in official wording from what is known of it: what a first notice says, what has changed
/// since the last one, or that the activity is cancelled.
public struct NoticeView: View {
    public static let name = "notice"
    public static let parameters = ["activity"]

    /// What is to be told; the raw values are what scripts see.
    public enum Kind: String, CaseIterable, Sendable {
        /// What it is, when, where and for whom. Once more the same, where nothing has changed.
        case invitation
        /// Another time, place or title than the last notice said.
        case change
        case cancellation
    }

    public let activity: ActivityID
    public let schedule: ActivityScheduled
    public let date: Occurrence?
    public let place: String?
    public let kind: Kind
    /// Since the last notice.
    public let changes: [NoticeChange]
    /// Those who are invited by name; nil for everybody in office.
    public let invited: [(member: MemberID, name: PersonalReading)]?
    /// What is still to be dealt with.
    public let agenda: [AgendaView.Row]
    public let notices: [NoticeRow]
    /// The body as its book has it.
    let book: BookOpened?
    /// The day under it: that of the last notice, where it has told all this; else the day of the question, as it is a draft.
    public let day: CalendarDate
    /// As the last notice told it; as it is, where there was none.
    private let told: Activity

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        let state = context.state
        self.activity = activity.id
        self.schedule = schedule
        date = activity.date
        place = activity.place
        notices = state.noticeRows(of: activity.id)
        told = notices.last.map { activity.planned(before: $0.position) } ?? activity
        changes = NoticeChange.changes(from: told, to: activity)
        kind = activity.isCancelled ? .cancellation : changes.isEmpty ? .invitation : .change
        agenda = state.agendaRows(of: activity.id).filter { $0.ended == nil }
        book = context.known.book.opened
        let isTold = kind == .invitation || told.isCancelled
        day = notices.last.flatMap { isTold ? $0.date.last : nil } ?? context.day
        if let members = schedule.invited.map(state.canonical) {
            let names = try context.names(of: members)
            invited = members.map { ($0, names[$0] ?? .unreadable) }
        } else {
            invited = nil
        }
    }

    public var json: JSONValue {
        var object = JSONObject([
            "activity": .text(activity), "title": .string(schedule.title), "kind": .code(kind), "date": .when(date), "place": .text(place),
            "responsible": .text(schedule.responsible), "changes": .array(changes.map(\.json)),
            "agenda": .array(agenda.map { ["item": .text($0.item), "title": .string($0.added.title)] }),
            "notices": .array(notices.map(\.json)),
            "text": ["zh": .string(lines.map(\.zh).joined(separator: "\n")), "en": .string(lines.map(\.en).joined(separator: "\n"))],
        ])
        object["invited"] = invited.map { members in
            .array(
                members.map { row in
                    var object = JSONObject(["member": .text(row.member)])
                    object.setName(row.name)
                    return .object(object)
                })
        }
        return .object(object)
    }

    public var document: Document { Document(lines.map { .paragraph($0) }) }

    /// Title, salutation, text, points and signature, a line each.
    var lines: [Phrase] {
        let text = NoticeText(schedule, body: book?.name ?? "", kind: book?.kind)
        let salutation = text.salutation(toAll: invited == nil)
        let signature = [text.signature, NoticeText.day(day)]
        switch kind {
        case .cancellation:
            return [text.cancellationTitle, salutation, text.cancelled(was: told.date, at: told.place)] + signature
        case .change:
            return [text.changeTitle(changes), salutation, text.changed(changes)] + points(text) + signature
        case .invitation:
            return [text.invitationTitle, salutation, text.invitation] + points(text) + signature
        }
    }

    private func points(_ text: NoticeText) -> [Phrase] {
        let items = agenda.map { row in
            NoticeText.AgendaLine(title: row.added.title, presenter: row.added.presenter, on: row.added.on, sitting: row.added.sitting)
        }
        return text.points(
            date: date, place: place, invited: invited?.map { NoticeText.name($0.member, $0.name) }, agenda: items)
    }
}

/// A notice that went out.
public struct NoticeRow: Sendable {
    public let notice: NoticeID
    public let date: Occurrence
    public let means: [NoticeIssued.Means]
    let position: Position
    public let evidence: [Position]

    var json: JSONValue {
        ["notice": .text(notice), "date": .when(date), "means": .array(means.map { .code($0) }), "evidence": .positions(evidence)]
    }
}

extension State {
    /// The notices of an activity, in the order of recording.
    func noticeRows(of activity: ActivityID) -> [NoticeRow] {
        notices(of: activity).compactMap { notice in
            notice.issued.map {
                NoticeRow(
                    notice: notice.id, date: $0.occurred, means: $0.fact.means, position: $0.position, evidence: notice.evidence.sorted())
            }
        }
    }
}

extension NoticeChange {
    /// What is told otherwise than it was.
    static func changes(from before: Activity, to now: Activity) -> [NoticeChange] {
        let title: NoticeChange? = before.title == now.title ? nil : .title(from: before.title, to: now.title)
        let time: NoticeChange? = before.date == now.date ? nil : .time(from: before.date, to: now.date)
        let place: NoticeChange? = before.place == now.place ? nil : .place(from: before.place, to: now.place)
        return [title, time, place].compactMap(\.self)
    }

    /// `what` is a code; from and to are as they are recorded.
    var json: JSONValue {
        switch self {
        case .title(let from, let to): ["what": "title", "from": .text(from), "to": .text(to)]
        case .time(let from, let to): ["what": "time", "from": .when(from), "to": .when(to)]
        case .place(let from, let to): ["what": "place", "from": .text(from), "to": .text(to)]
        }
    }
}
