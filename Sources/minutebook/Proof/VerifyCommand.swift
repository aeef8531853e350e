internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Wording

extension LogCommand {
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "给簿体检，什么也不改 Check the whole book: file, entries, tree, checkpoints, index, attachments, seals",
            discussion: """
                查出哪里不对、从第几条起、哪些仍可证明、该怎么办。
                It says what is wrong, since which entry, what is still proved, and what to do; and it changes nothing.

                EXAMPLE: minutebook log verify --checkpoint 2019.checkpoint
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
            common.say(Phrase(zh: "索引已重做。", en: "The index was made anew."), json: ["ok": true])
        }
    }
}

/// The result of a check of the whole book.
enum VerificationText {
    static func print(_ report: VerificationReport) {
        for finding in report.findings { Output.line(.finding(finding)) }
        let (count, faults) = (report.entryCount, report.findings.count)
        Output.line(
            report.isSound
                ? Phrase(zh: "\(count) 条全部核验无误。", en: "All \(count) entries are sound.")
                : Phrase(
                    zh: "核验了 \(count) 条，发现 \(faults) 处问题。",
                    en: "\(faults == 1 ? "1 fault" : "\(faults) faults") in \(count) entries."))
        printProved(report)
        for advice in Phrase.advice(report) { Output.line(advice) }
    }

    private static func printProved(_ report: VerificationReport) {
        guard let last = report.checkpoints.last else {
            guard !report.hasFalseCheckpoint else {
                return Output.line(
                    Phrase(zh: "没有一个校验点对得上，哪些没改过已无从证明。", en: "No checkpoint holds: nothing is proved to be what was signed."))
            }
            Output.line(
                Phrase(
                    zh: "没有可核对的校验点：有没有人重写过历史，无从证明。请用 minutebook log checkpoint 签一个，交给别人保存。",
                    en: "There is no checkpoint to check against, so nothing shows whether history was rewritten. "
                        + "Sign one with 'minutebook log checkpoint', and give it away."))
            return
        }
        let names = last.signatures.map(\.key.name).joined(separator: ", ")
        Output.line(
            Phrase(
                zh: "第 1–\(report.provedUpTo) 条可以证明与签名时一致（\(names)）。",
                en: "Entries 1–\(report.provedUpTo) are proved to be those that were signed (\(names))."))
    }

    static func json(_ report: VerificationReport) -> JSONValue {
        [
            "advice": .array(Phrase.advice(report).map { .string($0[.current]) }),
            "attachments": .integer(Int64(report.attachmentCount)), "entries": .integer(report.entryCount),
            "findings": .array(
                report.findings.map { finding in
                    [
                        "message": .string(Phrase.finding(finding)[.current]),
                        "position": finding.position.map { .integer($0.value) } ?? .null,
                    ]
                }),
            "firstFault": report.firstFault.map { .integer($0.value) } ?? .null, "ok": .bool(report.isSound),
            "provedUpTo": .integer(report.provedUpTo), "root": .string(report.root.base64),
        ]
    }
}
