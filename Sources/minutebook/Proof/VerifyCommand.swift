internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "给簿体检，什么也不改 Check the whole book: file, entries, tree, checkpoints, index, attachments, seals",
            discussion: """
                查出哪里不对、从第几条起、哪些仍可证明、该怎么办。
                谁拿着签名钥匙，谁就能重写全部历史再签一遍；拦得住的是别人手里的校验点，用 --checkpoint 给出。
                It says what is wrong, since which entry, what is still proved and by whom, and what to do; and it changes nothing.
                Whoever has the signing key can rewrite everything and sign it again. What stops them is a checkpoint in other \
                hands: give it with --checkpoint. With --key, only the keys that you name are believed.

                EXAMPLE: minutebook log verify --checkpoint 2019.checkpoint --key office.key
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Option(help: "外面保存的校验点 A checkpoint that was kept elsewhere; may be repeated.") var checkpoint: [String] = []

        func run() throws {
            let book = try common.openBook()
            let checkpoints = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
            let report = try book.verify(against: checkpoints, trusting: trust.keys(), progress: .onTerminal)
            common.json ? Output.json(VerificationText.json(report)) : VerificationText.print(report)
            if !report.isSound { throw ExitCode(ExitStatus.badData.rawValue) }
        }
    }

    struct Reindex: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "重做索引 Make the index of subjects and commands anew from the entries",
            discussion: "EXAMPLE: minutebook log reindex")

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
