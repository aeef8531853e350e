internal import ArgumentParser

struct ProposalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposal", abstract: "提案 Proposals, from the draft to the kept promise",
        groupedSubcommands: [
            CommandGroup(name: "提出 Filing", subcommands: [Draft.self, File.self, CoSign.self, RefuseCoSign.self, Withdraw.self]),
            CommandGroup(name: "审查 Examination", subcommands: [Accept.self, Decline.self, Merge.self, Split.self]),
            CommandGroup(
                name: "办理 Handling",
                subcommands: [
                    HandOver.self, SignFor.self, Return.self, Reassign.self, Extend.self, Pause.self, Resume.self, DraftAnswer.self,
                    CheckAnswer.self, Answer.self,
                ]),
            CommandGroup(
                name: "结果 Outcome",
                subcommands: [Rate.self, SendBack.self, Commit.self, SettleCommitment.self, Close.self, Mark.self]),
            CommandGroup(name: "查看 Views", subcommands: [ProposalList.self, ProposalShow.self, ProposalReceipt.self]),
        ])
}
