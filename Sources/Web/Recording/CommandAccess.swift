#if Web
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views

/// Who may send which command, and for whom.
package enum CommandAccess {
    /// What members do for themselves. Checking in is not among them: the code of the meeting lets them.
    private static let ofMembers: Set<String> = [
        "attendance.register", "attendance.ask-leave", "proposal.draft", "proposal.file", "proposal.co-sign", "proposal.refuse-co-sign",
        "proposal.withdraw", "proposal.rate", "suggestion.submit", "suggestion.rate", "work.file", "ballot.vote", "appeal.file",
        "appeal.withdraw",
    ]
    /// What handling units do about what was handed to them.
    private static let ofUnits: Set<String> = [
        "proposal.sign-for", "proposal.return", "proposal.draft-answer", "proposal.check-answer", "proposal.answer", "proposal.commit",
        "proposal.settle-commitment", "suggestion.answer", "decision.answer", "petition.answer",
    ]
    /// What the director decides.
    private static let ofDirectors: Set<String> = [
        "attendance.grant-leave", "attendance.refuse-leave", "attendance.excuse", "minutes.approve", "appeal.answer", "points.award",
        "points.deduct", "target.mark", "proposal.instruct", "suggestion.instruct",
    ]
    /// What only the administrator does: it cannot be taken back, or decides who can be read.
    private static let ofAdministrators: Set<String> = ["personal-data.erase", "personal-data.restrict", "personal-data.release"]
    /// What starts a book is no command for a page.
    private static let ofNobody: Set<String> = ["book.open"]

    /// Whether an account's role may send a command at all.
    package static func allows(_ role: Role?, _ command: String) -> Bool {
        guard !ofNobody.contains(command) else { return false }
        return switch role {
        case .administrator: true
        case .secretary: !ofAdministrators.contains(command)
        case .director: ofDirectors.contains(command)
        case .member: ofMembers.contains(command)
        case .unit: ofUnits.contains(command)
        case .auditor, .screen, nil: false
        }
    }

    static func allows(_ account: Account?, _ command: String) -> Bool { allows(account?.role, command) }

    /// Whether an account may send just this: a member for themselves, a handling unit in its own name about what was handed to it.
    ///
    /// - Parameter object: with ids in place of names.
    static func check(_ object: JSONObject, of kind: CommandKind, by account: Account, in state: State) throws(Refusal) {
        guard allows(account, kind.name) else { throw .notAllowed }
        switch account.role {
        case .member: guard let member = account.member, isOwn(object, kind, member, state) else { throw .notAllowed }
        case .unit: guard let unit = account.unit, isOfUnit(object, kind, unit, state) else { throw .notAllowed }
        case .administrator, .secretary, .director, .auditor, .screen: break
        }
    }

    private static func isOwn(_ object: JSONObject, _ kind: CommandKind, _ member: MemberID, _ state: State) -> Bool {
        let own = Set(state.identities(of: state.canonical(member)).map(\.description))
        func names(_ field: String) -> [String] {
            object[field].map { ($0.arrayValue ?? [$0]).compactMap(\.stringValue) } ?? []
        }
        switch kind.name {
        // Whoever writes it signs first; the others are asked.
        case "proposal.draft", "proposal.file": return names("signers").first.map(own.contains) ?? false
        case "suggestion.submit": return names("members").first.map(own.contains) ?? false
        case "work.file": return names("authors").first.map(own.contains) ?? false
        case "proposal.withdraw":
            let proposal = names("proposal").first.flatMap { ProposalID($0) }.flatMap { state.proposals[$0] }
            return proposal?.signers.first.map { own.contains($0.description) } ?? false
        case "appeal.withdraw":
            let appeal = names("appeal").first.flatMap { AppealID($0) }.flatMap { state.appeals[$0] }
            return appeal?.filed.map { own.contains($0.fact.member.description) } ?? false
        default:
            let given = kind.memberFields.flatMap(names)
            return !given.isEmpty && given.allSatisfy(own.contains)
        }
    }

    private static func isOfUnit(_ object: JSONObject, _ kind: CommandKind, _ unit: String, _ state: State) -> Bool {
        if kind.fields.contains(where: { $0.name == "unit" }) { return object["unit"]?.stringValue == unit }
        // A commitment is settled by whoever made it.
        let proposal = object["proposal"]?.stringValue.flatMap { ProposalID($0) }.flatMap { state.proposals[$0] }
        return proposal?.rounds.last?.units.contains { $0.name == unit } ?? false
    }
}
#endif
