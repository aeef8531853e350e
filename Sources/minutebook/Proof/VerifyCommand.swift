internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct Verify: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.verify) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Option(help: ArgumentHelp(LogHelp.outsideCheckpoint)) var checkpoint: [String] = []

        func run() throws {
            let book = try common.openBook()
            let checkpoints = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
            let report = try book.verify(against: checkpoints, trusting: trust.keys(), progress: .onTerminal)
            common.json ? Output.json(VerificationText.json(report)) : VerificationText.print(report)
            if !report.isSound { throw ExitCode(ExitStatus.badData.rawValue) }
        }
    }

    struct Reindex: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.reindex) }

        @OptionGroup var common: CommonOptions

        func run() throws {
            try common.openBook().rebuildIndex()
            common.say(.reindexed, json: ["ok": true])
        }
    }
}

/// The result of a check of the whole book.
enum VerificationText {
    static func print(_ report: VerificationReport) {
        for finding in report.findings { Output.lines(.finding(finding)) }
        Output.line(.verified(report))
        if let ahead = report.ahead { Output.line(.recordedAhead(ahead)) }
        if report.isSealedWithoutKeys { Output.line(.sealedWithoutKeys) }
        Phrase.proved(report).forEach { Output.line($0) }
        if let readings = Phrase.readings(report) { Output.line(readings) }
        for advice in Phrase.advice(report) { Output.line(advice) }
    }

    static func json(_ report: VerificationReport) -> JSONValue {
        [
            "advice": .array(Phrase.advice(report).map { .string($0[.current]) }),
            "ahead": report.ahead.map { ahead in
                [
                    "count": .integer(ahead.count), "first": .integer(ahead.first.value), "last": .integer(ahead.last.value),
                    "until": .string(ahead.until.description),
                ]
            } ?? .null,
            "attachments": .integer(Int64(report.attachmentCount)), "entries": .integer(report.entryCount),
            "findings": .array(
                report.findings.map { finding in
                    [
                        "code": .string(finding.fault.code), "evidence": .array(evidence(finding.fault)),
                        "message": .string(Phrase.finding(finding)[.current]),
                        "position": finding.position.map { .integer($0.value) } ?? .null,
                    ]
                }),
            "firstFault": report.firstFault.map { .integer($0.value) } ?? .null, "ok": .bool(report.isSound),
            "provedUpTo": .integer(report.provedUpTo),
            "readings": [
                "entries": .integer(report.readings.entryCount), "signedUpTo": .integer(report.readings.signedUpTo),
            ],
            "root": .string(report.root.base64),
            "unvouched": .array(
                report.unvouched.map { ["signers": .array($0.signers.map { .string($0) }), "size": .integer($0.size)] }),
            "vouchers": .array(
                report.vouchers.map { voucher in
                    [
                        "by": .string(voucher.kind.rawValue), "key": .string(voucher.key.label), "upTo": .integer(voucher.upTo),
                    ]
                }),
        ]
    }

    /// Notes, and the proof that belongs to them.
    private static func evidence(_ fault: VerificationReport.Fault) -> [JSONValue] {
        switch fault {
        case .twoHistories(let found): found.evidence.map { .string($0) }
        case .notWhatWasKeptOutside(let note, _): [.string(note.description)]
        case .contradictsKeyFile(let memory): memory.evidence.map { .string($0) }
        default: []
        }
    }
}

extension VerificationReport.Fault {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .positionOutOfOrder: "position-out-of-order"
        case .notCanonical: "not-canonical"
        case .unreadable: "unreadable"
        case .wrongLeafHash: "wrong-leaf-hash"
        case .wrongNodeHash: "wrong-node-hash"
        case .notLaterThanTheOneBefore: "not-later"
        case .aboutNotSorted: "about-not-sorted"
        case .notApplicable: "not-applicable"
        case .doesNotOpen: "does-not-open"
        case .attachmentMissing: "attachment-missing"
        case .checkpointUnreadable: "checkpoint-not-believed"
        case .notWhatWasSigned: "not-what-was-signed"
        case .notWhatWasKeptOutside: "contradicts-outside-checkpoint"
        case .contradictsKeyFile: "contradicts-key-file"
        case .twoHistories: "two-histories"
        case .signedByRetiredKey: "signed-by-retired-key"
        case .nothingSignedByNamedKeys: "nothing-signed-by-named-keys"
        case .entriesMissing: "entries-missing"
        case .checkpointOfAnotherBook: "checkpoint-of-another-book"
        case .structure: "structure"
        case .fileUnreadable(let error): error.code
        case .index: "index"
        case .attachmentDamaged: "attachment-damaged"
        case .keyFile(let error): error.code
        case .keysOfErased: "keys-of-erased"
        case .keysMissing: "keys-missing"
        case .inReadings(let finding): "readings-" + finding.fault.code
        }
    }
}
