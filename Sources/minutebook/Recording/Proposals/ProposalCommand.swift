internal import ArgumentParser
internal import Wording

struct ProposalCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            ProposalHelp.noun, commandName: "proposal",
            groups: [
                (ProposalHelp.filing, [Draft.self, File.self, CoSign.self, RefuseCoSign.self, Withdraw.self]),
                (ProposalHelp.examination, [Accept.self, Decline.self, Merge.self, Split.self]),
                (
                    ProposalHelp.handling,
                    [
                        HandOver.self, SignFor.self, Return.self, Reassign.self, Extend.self, Pause.self, Resume.self, DraftAnswer.self,
                        CheckAnswer.self, Answer.self,
                    ]
                ),
                (ProposalHelp.outcome, [Rate.self, SendBack.self, Commit.self, SettleCommitment.self, Close.self, Mark.self, Instruct.self, SendUp.self, Adopt.self]),
                (ProposalHelp.views, [ProposalList.self, ProposalShow.self, ProposalReceipt.self]),
            ])
    }
}
