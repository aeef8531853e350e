internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct Verify: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.verify) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Option(help: ArgumentHelp(LogHelp.outsideCheckpoint)) var checkpoint: [String] = []

        func run(in run: Run) throws {
            let book = try run.openBook()
            let checkpoints = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
            let report = try book.verify(against: checkpoints, trusting: trust.keys(), progress: .onTerminal)
            VerificationText.show(report, run)
            if !report.isSound { throw ExitCode(ExitStatus.badData.rawValue) }
        }
    }

    struct Reindex: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.reindex) }

        @OptionGroup var common: CommonOptions

        func run(in run: Run) throws {
            try run.openBook().rebuildIndex()
            run.say(.reindexed, json: ["ok": true])
        }
    }
}

/// The result of a check of the whole book.
enum VerificationText {
    static func show(_ report: VerificationReport, _ run: Run) {
        run.isJSON ? run.console.json(json(report, run.language)) : print(report, run.console)
    }

    private static func print(_ report: VerificationReport, _ console: Console) {
        for finding in report.findings { console.lines(.finding(finding)) }
        console.line(.verified(report))
        if let ahead = report.ahead { console.line(.recordedAhead(ahead)) }
        if report.isSealedWithoutKeys { console.line(.sealedWithoutKeys) }
        Phrase.proved(report).forEach { console.line($0) }
        if let readings = Phrase.readings(report) { console.line(readings) }
        for advice in Phrase.advice(report) { console.line(advice) }
    }

    private static func json(_ report: VerificationReport, _ language: Language) -> JSONValue {
        [
            "advice": .array(Phrase.advice(report).map { .string($0[language]) }),
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
                        "message": .string(Phrase.finding(finding)[language]),
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
