internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import TransparencyTree
internal import Views
internal import Wording

struct Backup: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(SafekeepingHelp.backup) }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(SafekeepingHelp.copy)) var file: String
    @Flag(help: ArgumentHelp(SafekeepingHelp.onlyKeys)) var keys = false

    func run(in run: Run) throws {
        let book = try run.openBook()
        guard !file.isEmpty else { throw OutputFile.failure(file, ENOENT) }
        // A folder or a device: key files would be made beside it, where nobody expects them.
        try InputFile.requireFile(file)
        if keys { return try show(book.backUpKeys(to: file), run) }
        try ProtectedFiles.requireOutside(file, of: run.bookPath)
        book.completeErasuresIfReadable(progress: .onTerminal)
        if !book.isReadOnly { try sign(book, run.console) }
        let copy = try book.backUp(to: file, progress: Progress.show)
        if run.isJSON {
            return run.console.json([
                "added": .integer(copy.added), "attachmentsAdded": .integer(copy.attachmentsAdded), "file": .string(file),
                "kept": .integer(copy.kept),
            ])
        }
        run.console.line(.backedUp(file, copy))
    }

    /// A copy carries the latest checkpoint with it, where there is a key to sign one. What was changed is not copied over
    /// what may be the last good copy.
    private func sign(_ book: Book, _ console: Console) throws {
        do {
            _ = try book.takeCheckpoint()
        } catch let error as LogError {
            // On a full disk a copy on another one is wanted most.
            guard case .diskFull = error else { throw error }
            return console.note(.backupHasNoCheckpoint(.logError(error)))
        } catch let error as KeyFileError {
            switch error {
            case .historyChanged, .bookIsShorter:
                throw Problem(.refused, code: error.code, .backupRefused(error))
            case .signingKeyMissing, .personalKeysMissing, .otherBook, .malformed, .exposed, .readingsChanged,
                .keyNotDestroyed:
                return console.note(.backupHasNoCheckpoint(.keyFileError(error)))
            }
        }
        try ReadingsNote.sign(book, console)
    }

    private func show(_ files: [String], _ run: Run) {
        run.say(files.map { .plain($0) } + [.keysBackedUp], json: ["files": .array(files.map { .string($0) })])
    }
}

struct Restore: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(SafekeepingHelp.restore) }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(SafekeepingHelp.backupFile)) var backup: String
    @Argument(help: ArgumentHelp(CommonHelp.newFile)) var file: String
    @Option(help: ArgumentHelp(SafekeepingHelp.keysBackup)) var keys: String?
    @Option(help: ArgumentHelp(SafekeepingHelp.newestCheckpoint)) var checkpoint: String?
    @OptionGroup var trust: TrustOptions

    func run(in run: Run) throws {
        try InputFile.requireBook(backup)
        try ProtectedFiles.requireOutside(file, of: backup)
        let newest = try checkpoint.map { try SignedCheckpoint(InputFile.text($0)) }
        let restoration = try Book.restore(
            from: backup, to: file, keys: keys, newest: newest, trusting: trust.keys(), clock: Clock.now, progress: .onTerminal)
        let report = restoration.report
        guard report.isBookSound else {
            VerificationText.show(report, run)
            throw Problem(.badData, code: "backup-damaged", .backupDamaged)
        }
        let hasKeys = FileManager.default.fileExists(atPath: BookFiles.keys(ofBookAt: file))
        if run.isJSON {
            return run.console.json([
                "book": .string(file), "entries": .integer(report.entryCount), "keys": .bool(hasKeys),
                "newKey": restoration.newKey.map { .string($0.description) } ?? .null,
            ])
        }
        run.console.line(.restored(file, entryCount: report.entryCount))
        if let key = restoration.newKey { run.console.lines(.signsFromNowOn(key, after: report.entryCount)) }
        if !hasKeys { run.console.line(.restoredWithoutKeys) }
    }
}
