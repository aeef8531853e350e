#if Web
internal import Domain
internal import EventLog

/// A proposal's draft is gone on with, and filed, from what was written of it.
enum WrittenDraft {
    private static let commands: Set<String> = ["proposal.draft", "proposal.file"]

    /// What a form begins with: of a proposal that it is for and that is not filed yet, the draft.
    ///
    /// - Parameter typed: what the address says; it goes before the draft.
    static func fields(of kind: CommandKind, _ typed: Form, by account: Account, in state: State) -> Form {
        guard commands.contains(kind.name), let proposal = typed["proposal"].flatMap({ ProposalID($0) }).flatMap({ state.proposals[$0] }),
            proposal.filed == nil, let draft = proposal.draft?.fact, mayWrite(draft, account, state)
        else { return typed }
        var form = typed
        let written: [(String, String?)] = [
            ("title", draft.title), ("kind", draft.kind?.rawValue), ("text", draft.text), ("body", draft.body), ("category", draft.category),
            ("signers", draft.signers.map(\.description).joined(separator: "\n")),
        ]
        for (name, text) in written where form[name] == nil { form[name] = text }
        return form
    }

    /// The office, and the member who signs first.
    static func mayWrite(_ draft: ProposalDrafted, _ account: Account, _ state: State) -> Bool {
        guard account.role == .member else { return true }
        guard let member = account.member, let first = draft.signers.first else { return false }
        return state.identities(of: state.canonical(member)).contains(first)
    }
}
#endif
