internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import TransparencyTree
internal import Views
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
        book.completeErasuresIfReadable(progress: .onTerminal)
        if !book.isReadOnly { try sign(book) }
        let copy = try book.backUp(to: file, progress: Progress.show)
        if common.json {
            return Output.json([
                "added": .integer(copy.added), "attachmentsAdded": .integer(copy.attachmentsAdded), "file": .string(file),
                "kept": .integer(copy.kept),
            ])
        }
        Output.line(.backedUp(file, copy))
    }

    /// A copy carries the latest checkpoint with it, where there is a key to sign one. What was changed is not copied over
    /// what may be the last good copy.
    private func sign(_ book: Book) throws {
        do {
            _ = try book.takeCheckpoint()
        } catch let error as LogError {
            // On a full disk a copy on another one is wanted most.
            guard case .diskFull = error else { throw error }
            return Output.note(.backupHasNoCheckpoint(.logError(error)))
        } catch let error as KeyFileError {
            switch error {
            case .historyChanged, .bookIsShorter:
                throw Problem(.refused, code: error.code, .backupRefused(error))
            case .signingKeyMissing, .personalKeysMissing, .otherBook, .malformed, .exposed, .readingsChanged,
                .keyNotDestroyed:
                return Output.note(.backupHasNoCheckpoint(.keyFileError(error)))
            }
        }
        try ReadingsNote.sign(book)
    }

    private func show(_ files: [String]) throws {
        guard !common.json else { return Output.json(["files": .array(files.map { .string($0) })]) }
        for file in files { Output.line(file) }
        Output.line(.keysBackedUp)
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
    @Argument(help: "新文件 The new file; it must not exist.") var file: String
    @Option(help: "钥匙备份 What 'backup --keys' was given.") var keys: String?
    @Option(help: "各方手中最新的校验点 The newest checkpoint that anybody has; the backup must have all of it.")
    var checkpoint: String?
    @OptionGroup var trust: TrustOptions

    func run() throws {
        try InputFile.requireBook(backup)
        try ProtectedFiles.requireOutside(file, of: backup)
        let newest = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
        let restoration = try Book.restore(
            from: backup, to: file, keys: keys, newest: newest, trusting: trust.keys(), clock: Clock.now, progress: .onTerminal)
        let report = restoration.report
        guard report.isBookSound else {
            common.json ? Output.json(VerificationText.json(report)) : VerificationText.print(report)
            throw Problem(.badData, code: "backup-damaged", .backupDamaged)
        }
        let hasKeys = FileManager.default.fileExists(atPath: BookFiles.keys(ofBookAt: file))
        if common.json {
            return Output.json([
                "book": .string(file), "entries": .integer(report.entryCount), "keys": .bool(hasKeys),
                "newKey": restoration.newKey.map { .string($0.description) } ?? .null,
            ])
        }
        Output.line(.restored(file, entryCount: report.entryCount))
        if let key = restoration.newKey { Output.lines(.signsFromNowOn(key, after: report.entryCount)) }
        if !hasKeys { Output.line(.restoredWithoutKeys) }
    }
}
