#if Web
internal import Domain
internal import EventLog
internal import Views
internal import Wording

/// The body of the live list.
struct LiveMarkup {
    private let view: LiveMeetingView
    private let taps: [WaitingTap]
    private let canMark: Bool
    private let done: Phrase?
    private let problem: Phrase?

    init(_ view: LiveMeetingView, _ taps: [WaitingTap], canMark: Bool, done: Phrase?, problem: Phrase?) {
        self.view = view
        self.taps = taps
        self.canMark = canMark
        self.done = done
        self.problem = problem
    }

    func render(for asked: Asked) -> String {
        let language = asked.language
        let own = asked.address("/meetings/\(view.activity.description.addressEncoded)")
        let id = CommandID.random().description
        return PageTemplate.live.render([
            "activity": view.activity.description, "position": "\(view.position)", "present": "\(view.present)",
            "countable": "\(view.countable)", "counts": view.counts[language],
            "percent": view.countable > 0 ? "\(view.present * 100 / view.countable / 5 * 5)" : "0",
            "done": PageTemplate.optional(done?[language]), "problem": PageTemplate.optional(problem?[language]), "isOpen": canMark, "action": own + "/marks",
            "opening": opening(own, asked), "csrf": asked.caller.formToken ?? "", "id": id, "draft": "marks/\(view.activity)",
            "namesLabel": MeetingText.names[language], "namesHelp": MeetingText.namesHelp[language], "markLabel": MeetingText.asWhat[language],
            "whyLabel": MeetingText.why[language], "submit": MeetingText.mark[language],
            "marks": [Mark.present, .late, .leave, .leaveEarly, .excused, .absent, .undo].map { ["value": $0.rawValue, "text": $0.text[language]] },
            "rows": view.rows.map { values(of: $0, id, own, asked) }, "waiting": waiting(own, asked),
        ])
    }

    private func values(of row: LiveMeetingView.Row, _ id: String, _ own: String, _ asked: Asked) -> [String: any Sendable] {
        let language = asked.language
        let acts = Mark.offered(to: row, on: view.dayOfSeveral).enumerated().map { index, mark -> [String: any Sendable] in
            ["value": mark.rawValue, "text": mark.text[language], "isMain": index == 0 && mark == .present]
        }
        let days = row.days.isEmpty ? "" : " · " + Phrase.attended(row.days)[language]
        let remark = days + (row.hasLeftEarly ? " · " + Phrase.leftEarly[language] : row.isRegistered && row.standing == .expected ? " · " + Phrase.registered[language] : "")
        return [
            "member": row.member.description, "name": row.name.map { Phrase.name($0)[language] } ?? row.member.description, "group": row.group ?? "",
            "standing": row.standing.rawValue, "standingText": Phrase.standing(row.standing.rawValue)[language] + remark, "acts": acts,
            "isOpen": canMark, "action": own + "/marks", "csrf": asked.caller.formToken ?? "", "id": id,
            "find": row.member.description.lowercased(),
        ]
    }

    /// Until it is open, phones that scan the code are noted, and not yet checked in.
    private func opening(_ own: String, _ asked: Asked) -> [[String: any Sendable]] {
        guard canMark, view.state == .planned else { return [] }
        return [[
            "action": own + "/open", "csrf": asked.caller.formToken ?? "", "id": CommandID.random().description, "text": MeetingText.open[asked.language],
            "help": MeetingText.openHelp[asked.language],
        ]]
    }

    private func waiting(_ own: String, _ asked: Asked) -> [[String: any Sendable]] {
        let language = asked.language
        let open = taps.filter { $0.state == .waiting }
        guard canMark, !open.isEmpty else { return [] }
        let names = Dictionary(view.rows.map { ($0.member, $0.name) }, uniquingKeysWith: { first, _ in first })
        return [[
            "title": MeetingText.waitingTaps(open.count)[language],
            "taps": open.map { tap -> [String: any Sendable] in
                let name = (names[tap.member] ?? nil).map { Phrase.name($0)[language] } ?? tap.member.description
                return [
                    "id": tap.command.description, "action": own + "/taps", "csrf": asked.caller.formToken ?? "",
                    "text": "\(tap.member) \(name)  \(tap.reason.phrase[language])",
                    "accept": MeetingText.accept[language], "refuse": MeetingText.refuse[language],
                ]
            },
        ]]
    }
}
#endif
