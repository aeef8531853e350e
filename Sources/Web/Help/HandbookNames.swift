#if Web
internal import Domain
internal import Wording

/// What the handbook calls by the name that it has on the pages: the catalogue is asked, so that the names cannot differ.
enum HandbookNames {
    /// - Parameter name: of the table below; `act:` and a command for its button, `confirm:` and a command for the button that
    ///   confirms it, `field:` with a command and a field of its form. Nil for nothing of that kind.
    static func phrase(_ name: String) -> Phrase? {
        guard let colon = name.firstIndex(of: ":") else { return table[name] }
        let rest = name[name.index(after: colon)...]
        switch name[..<colon] {
        case "act": return act(rest)
        case "confirm": return act(rest).map(RecordText.confirm)
        case "field":
            let parts = rest.split(separator: "/")
            return parts.count == 2 ? CommandFieldText.of(String(parts[1]), in: String(parts[0]))?.title : nil
        default: return nil
        }
    }

    private static func act(_ command: Substring) -> Phrase? {
        CommandCatalogue[String(command)].map { .eventType($0.eventType) }
    }

    static let table: [String: Phrase] = [
        // Menu and entrance.
        "today": PageText.today, "meetings": PageText.meetings, "plan": PageText.plan, "proposals": PageText.proposals,
        "members": PageText.members, "due": PageText.due, "reports": PageText.reports, "audit": PageText.audit, "more": PageText.more,
        "administration": PageText.administration, "signIn": PageText.signIn, "firstSignIn": PageText.firstSignIn,
        "newPassword": PageText.newPassword, "setPassword": PageText.setPassword,
        // The first page.
        "firstSteps": TodayText.firstSteps, "addMembers": TodayText.addMembers, "adoptPlan": TodayText.adoptPlan,
        "waiting": TodayText.waiting, "dueSection": TodayText.due, "leftOpen": TodayText.leftOpen, "myProposals": TodayText.myProposals,
        "feed": TodayText.feed, "withdrawFeed": TodayText.withdrawFeed,
        // Meetings and check-in.
        "takeAttendance": MeetingText.takeAttendance, "attendance": MeetingText.attendance, "openMeeting": MeetingText.open,
        "screen": MeetingText.screen, "sheet": MeetingText.sheet, "writeMinutes": MeetingText.writeMinutes,
        "namesField": MeetingText.names, "asWhat": MeetingText.asWhat, "mark": MeetingText.mark, "markPresent": MeetingText.markPresent,
        "markLate": MeetingText.markLate, "markLeave": MeetingText.markLeave, "markExcused": MeetingText.markExcused,
        "markAbsent": MeetingText.markAbsent, "markUndo": MeetingText.markUndo, "accept": MeetingText.accept, "refuse": MeetingText.refuse,
        "notice": PageTitle.notice, "noticeAnswers": PageTitle.noticeAnswers, "minutes": PageTitle.minutes, "attach": AttachmentText.add,
        "nameField": MeetingText.name, "codeField": MeetingText.code, "checkInButton": MeetingText.checkIn,
        "checkedIn": MeetingText.checkedIn, "alreadyCheckedIn": MeetingText.alreadyCheckedIn, "waitsForOpening": MeetingText.waitsForOpening,
        "waitsForOffice": MeetingText.waitsForOffice, "kept": MeetingText.kept, "staleCode": MeetingText.staleCode,
        "somebodyElse": MeetingText.somebodyElse,
        // Recording, looking and reports.
        "record": RecordText.record, "another": RecordText.another, "whatWouldChange": RecordText.whatWouldChange,
        "changeIt": RecordText.changeIt, "search": PageText.search, "why": PageText.why, "asOfTitle": PageText.asOfTitle,
        "knownAt": PageText.knownAt, "rules": PageTitle.rules, "appeals": PageTitle.appeals, "risk": PageTitle.risk,
        "diff": PageTitle.diff, "memberFile": PageTitle.memberFile, "readings": PageTitle.readings, "makeReport": ReportPageText.make,
        "onScreen": ReportPageText.onScreen, "withoutNames": ReportPageText.withoutNames, "bulletin": ReportPageText.bulletin,
        "check": ReportPageText.check, "notAllowed": RefusalText.title(ofStatus: 403),
        // Administration.
        "accounts": AdminText.accounts, "newAccount": AdminText.newAccount, "makeAccount": AdminText.makeAccount,
        "newLink": AdminText.newLink, "endAccount": AdminText.end, "codes": AdminText.codes, "issueCodes": AdminText.issueCodes,
    ]
}
#endif
