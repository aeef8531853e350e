internal import ArgumentParser
internal import CanonicalJSON

struct DonationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donation", abstract: "爱心捐助 Donations",
        subcommands: [Receive.self, DonationReceipt.self])

    struct Receive: RecordingCommand {
        static let command = "donation.receive"
        static let configuration = describe(
            "登记捐助 Record a donation",
            example: "donation receive --kind money --amount 1500 --member M03")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "money、goods、brought-in") var kind: String
        @Option(help: "金额，元 Amount in yuan.") var amount: String?
        @Option(help: "物品，不封存 Goods; never sealed.") var goods: String?
        @Option(help: "物品价值，元 Their value in yuan.") var value: String?
        @Option(help: "捐助委员 The member who gave.") var member: String?
        @Option(help: "其他捐助人，封存 Another donor; sealed.") var donor: String?
        @Option(help: "用途，不封存，勿写姓名 Purpose; never sealed: name nobody.") var purpose: String?
        @Option(help: "受助人，封存 Beneficiary; sealed.") var beneficiary: String?
        @Option(help: "收据号 Receipt number.") var receipt: String?
        @Option(help: "经手人，封存 Who took it in; sealed.") var handler: String?
        @Flag(help: "同意公开姓名 The donor agreed to be named.") var consent = false
        @Option(help: "编号 Id.") var donation: String?

        var fields: JSONObject {
            get throws {
                JSONObject([
                    "kind": .text(kind), "amount": try .yuan(amount), "goods": .text(goods),
                    "value": try .yuan(value), "member": .text(member), "donor": .text(donor),
                    "purpose": .text(purpose), "beneficiary": .text(beneficiary), "receipt": .text(receipt),
                    "handler": .text(handler), "consent": .flag(consent), "donation": .text(donation),
                ])
            }
        }
    }
}
