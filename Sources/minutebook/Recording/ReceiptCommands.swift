internal import ArgumentParser
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Views
internal import Wording

/// What a receipt is asked for: the words are those of whoever asks for one.
protocol ReceiptCommand: ParsableCommand {
    var common: CommonOptions { get }
    var output: String? { get }
    /// The entry that records it; nil if there is none.
    func position(in state: State) -> Position?
    var subject: Subject { get }
}

extension ReceiptCommand {
    func run() throws {
        let book = try common.openBook()
        let state = try book.state(progress: .onTerminal)
        guard let position = position(in: state) else { throw nothingRecorded(state) }
        try Receipt.write(of: position, in: book, to: output, common)
    }

    private func nothingRecorded(_ state: State) -> any Error {
        guard state.has(subject) else { return Rejection.unknown(subject) }
        return Problem(.notFound, code: "nothing-recorded", .nothingToGiveReceiptOf(subject))
    }

    static func describe(_ abstract: String, example: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: "receipt", abstract: abstract,
            discussion: """
                对方凭回执和本簿公钥就能核对，不用看簿，也不用信这个程序。
                With it and the book's public key, whoever holds it can prove it to anybody, without the book or this program.

                EXAMPLE: minutebook \(example)
                """)
    }
}

struct AttendanceReceipt: ReceiptCommand {
    static let configuration = describe(
        "签到回执 A receipt of a check-in", example: "attendance receipt S1 M07 -o M07-S1.tlog-proof")

    @OptionGroup var common: CommonOptions
    @Argument(help: "活动 The activity.") var activity: String
    @Argument(help: "委员 The member.") var member: String
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    var subject: Subject { Subject(kind: "activity", id: activity) }

    func position(in state: State) -> Position? {
        guard let activity = ActivityID(activity), let member = MemberID(member) else { return nil }
        return state.activities[activity]?.attendance.marks[member]?.position
    }
}

struct ProposalReceipt: ReceiptCommand {
    static let configuration = describe(
        "提案回执 A receipt of a proposal", example: "proposal receipt P3 -o P3.tlog-proof")

    @OptionGroup var common: CommonOptions
    @Argument(help: "提案 The proposal.") var proposal: String
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    var subject: Subject { Subject(kind: "proposal", id: proposal) }

    func position(in state: State) -> Position? { ProposalID(proposal).flatMap { state.proposals[$0]?.filed?.position } }
}

struct DonationReceipt: ReceiptCommand {
    static let configuration = describe(
        "捐助回执 A receipt of a donation", example: "donation receipt D3 -o D3.tlog-proof")

    @OptionGroup var common: CommonOptions
    @Argument(help: "捐助 The donation.") var donation: String
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    var subject: Subject { Subject(kind: "donation", id: donation) }

    func position(in state: State) -> Position? { DonationID(donation).flatMap { state.donations[$0]?.received?.position } }
}
