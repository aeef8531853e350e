internal import ArgumentParser
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Views
internal import Wording

/// What a receipt is asked for: the words are those of whoever asks for one.
protocol ReceiptCommand: RunnableCommand {
    var common: CommonOptions { get }
    var output: String? { get }
    /// The entry that records it; nil if there is none.
    func position(in state: State, _ members: MemberLookup) throws -> Position?
    var subject: Subject { get }
}

extension ReceiptCommand {
    func run(in run: Run) throws {
        let book = try run.openBook()
        let state = try book.state(progress: .onTerminal)
        let members = try MemberLookup(book, state, on: state.today(at: Clock.now()), for: run.purpose("receipt"))
        guard let position = try position(in: state, members) else { throw nothingRecorded(state) }
        try Receipt.write(of: position, in: book, to: output, run)
    }

    private func nothingRecorded(_ state: State) -> any Error {
        guard state.has(subject) else { return Rejection.unknown(subject) }
        return Problem(.notFound, code: "nothing-recorded", .nothingToGiveReceiptOf(subject))
    }
}

struct AttendanceReceipt: ReceiptCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(AttendanceHelp.receipt, commandName: "receipt") }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(AttendanceHelp.activity)) var activity: String
    @Argument(help: ArgumentHelp(AttendanceHelp.member)) var member: String
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    var subject: Subject { Subject(kind: "activity", id: activity) }

    func position(in state: State, _ members: MemberLookup) throws -> Position? {
        guard let activity = ActivityID(activity).flatMap({ state.activities[$0] }), let member = try members.member(member) else { return nil }
        return activity.attendance.marks[member]?.position
    }
}

struct ProposalReceipt: ReceiptCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(ProposalHelp.receipt, commandName: "receipt") }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(ProposalHelp.proposal)) var proposal: String
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    var subject: Subject { Subject(kind: "proposal", id: proposal) }

    func position(in state: State, _ members: MemberLookup) -> Position? { ProposalID(proposal).flatMap { state.proposals[$0]?.filed?.position } }
}

struct DonationReceipt: ReceiptCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(DonationHelp.receipt, commandName: "receipt") }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(DonationHelp.donation)) var donation: String
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    var subject: Subject { Subject(kind: "donation", id: donation) }

    func position(in state: State, _ members: MemberLookup) -> Position? { DonationID(donation).flatMap { state.donations[$0]?.received?.position } }
}
