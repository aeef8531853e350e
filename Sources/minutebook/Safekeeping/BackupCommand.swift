internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import TransparencyTree
internal import Wording

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "备份，记录照常进行 Copy the book while recording goes on; a copy that is there is brought up to date",
        discussion: """
            每条都重新算过哈希。钥匙不在其中：另用 --keys 备份，并与簿分开存放。
            Every entry is hashed anew on its way. Keys are not in it: copy them with --keys, and keep them apart.

            EXAMPLE: minutebook backup /mnt/usb/2026.db
            EXAMPLE: minutebook backup --keys /mnt/safe/2026.db
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "备份文件 The copy; with --keys, the name that .keys and .signing-key are added to.") var file: String
    @Flag(help: "只备份钥匙 Copy the key files instead.") var keys = false

    func run() throws {
        let book = try common.openBook()
        guard !file.isEmpty else { throw OutputFile.failure(file, ENOENT) }
        // A folder or a device: key files would be made beside it, where nobody expects them.
        try InputFile.requireFile(file)
        if keys { return try show(book.backUpKeys(to: file)) }
        try ProtectedFiles.requireOutside(file, of: common.bookPath)
        if !book.isReadOnly { try sign(book) }
        let copy = try book.backUp(to: file, progress: Progress.show)
        if common.json {
            return Output.json([
                "added": .integer(copy.added), "attachmentsAdded": .integer(copy.attachmentsAdded), "file": .string(file),
                "kept": .integer(copy.kept),
            ])
        }
        Output.line(
            Phrase(
                zh: "\(file)：共 \(copy.kept + copy.added) 条，新增 \(copy.added) 条、附件 \(copy.attachmentsAdded) 件，已核对。",
                en: "\(file): \(copy.kept + copy.added) entries, \(copy.added) of them new, \(copy.attachmentsAdded) attachments new; checked."))
    }

    /// A copy carries the latest checkpoint with it, where there is a key to sign one. What was changed is not copied over
    /// what may be the last good copy.
    private func sign(_ book: Book) throws {
        let lacks = Phrase(zh: "备份里没有新的校验点：", en: "The backup has no new checkpoint: ")
        do {
            _ = try book.takeCheckpoint()
        } catch let error as LogError {
            // On a full disk a copy on another one is wanted most.
            guard case .diskFull = error else { throw error }
            return Output.note(lacks + .logError(error))
        } catch let error as KeyFileError {
            switch error {
            case .historyChanged, .bookIsShorter:
                throw Failure(
                    .refused, code: error.code,
                    .keyFileError(error)
                        + Phrase(
                            zh: "没有备份，以免盖过完好的旧备份。要留作证据，请把簿的文件原样另存。",
                            en: " No backup was made, so that no good copy is brought up to it. To keep it as evidence, copy the "
                                + "file itself."))
            case .signingKeyMissing, .personalKeysMissing, .otherBook, .malformed, .exposed, .readingsChanged,
                .keyNotDestroyed:
                return Output.note(lacks + .keyFileError(error))
            }
        }
        try ReadingsNote.sign(book)
    }

    private func show(_ files: [String]) throws {
        guard !common.json else { return Output.json(["files": .array(files.map { .string($0) })]) }
        for file in files { Output.line(file) }
        Output.line(
            Phrase(
                zh: "请与簿的备份分开存放，只让本人读得到；有人被删除后，旧的钥匙备份应一并销毁。",
                en: "Keep them apart from the book's backups, for their owner's eyes only. "
                    + "When a person is erased, destroy the older copies of the keys."))
    }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "从备份恢复，从不覆盖 Make a book from a backup, which is checked first; nothing is overwritten",
        discussion: """
            新簿旁已有的钥匙文件保留不动：其后删除过的人，不会因为恢复而回来。
            备份的签名钥匙不知道备份以后签过什么，恢复后即换新钥匙签名，旧钥匙只作核验；请公布新的公钥。若有最新的校验点（上级、\
            见证方或报告上的），用 --checkpoint 给出：备份不比它旧，旧钥匙就接着用；比它旧，就不恢复。
            Key files beside the new book are kept: whoever was erased since the backup does not come back.
            A signing key from a backup does not know what it signed since, so a new key signs from then on and the old one \
            only verifies: make the new public key known. With --checkpoint, the newest checkpoint that anybody has, the old \
            key goes on if the backup has all of it; if the backup is older, nothing is restored.

            EXAMPLE: minutebook restore /mnt/usb/2026.db 2026.db --keys /mnt/safe/2026.db
            EXAMPLE: minutebook restore /mnt/usb/2026.db 2026.db --keys /mnt/safe/2026.db --checkpoint newest.checkpoint
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "备份文件 The backup.") var backup: String
    @Argument(help: "新文件 The new file; nothing may stand there.") var file: String
    @Option(help: "钥匙备份 What 'backup --keys' was given.") var keys: String?
    @Option(help: "各方手中最新的校验点 The newest checkpoint that anybody has; the backup must have all of it.")
    var checkpoint: String?
    @OptionGroup var trust: TrustOptions

    func run() throws {
        try InputFile.requireFile(backup)
        try ProtectedFiles.requireOutside(file, of: backup)
        let newest = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
        let restoration = try Book.restore(
            from: backup, to: file, keys: keys, newest: newest, trusting: trust.keys(), clock: Clock.now, progress: .onTerminal)
        let report = restoration.report
        guard report.isBookSound else {
            common.json ? Output.json(VerificationText.json(report)) : VerificationText.print(report)
            throw Failure(
                .badData, code: "backup-damaged",
                Phrase(
                    zh: "备份本身有问题，没有恢复。请换一份更早或另存的备份。",
                    en: "The backup itself is damaged; nothing was restored. Use another one."))
        }
        let hasKeys = FileManager.default.fileExists(atPath: BookFiles.keys(ofBookAt: file))
        if common.json {
            return Output.json([
                "book": .string(file), "entries": .integer(report.entryCount), "keys": .bool(hasKeys),
                "newKey": restoration.newKey.map { .string($0.description) } ?? .null,
            ])
        }
        Output.line(Phrase(zh: "已恢复 \(file)：\(report.entryCount) 条。", en: "Restored \(file): \(report.entryCount) entries."))
        if let key = restoration.newKey { Output.lines(.signsFromNowOn(key, after: report.entryCount)) }
        if !hasKeys {
            Output.line(
                Phrase(
                    zh: "旁边没有钥匙文件：姓名等仍封着。用 --keys 指明钥匙备份，或把钥匙文件放到旁边。",
                    en: "There are no key files beside it: names stay sealed. Name the keys' backup with --keys, or put them there."))
        }
    }
}

/// Progress of long work on standard error, where a person sits before it.
enum Progress {
    static func show(_ done: Int64, of total: Int64) {
        guard ErrorOutput.isTerminal else { return }
        ErrorOutput.write(done < total ? "\r\(done) / \(total)" : "\r\u{1B}[K")
    }
}
