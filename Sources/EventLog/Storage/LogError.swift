/// Why a log cannot be opened, read or written. The texts for people live elsewhere.
public enum LogError: Error, Equatable, Sendable {
    case noSuchFile(path: String)
    /// A file cannot be made, as its folder is not there.
    case noSuchFolder(path: String)
    case alreadyExists(path: String)
    /// The file is not a log: another kind of file, or another program's database.
    case notALog(path: String)
    /// The file has a second name (a hard link): under each name there would be a lock of its own.
    case severalNames(path: String)
    /// The file was made by a later version of the program.
    case laterFormat(path: String, version: Int32)
    case readOnly(path: String)
    case diskFull(path: String)
    /// Another process holds the log for longer than a writer waits.
    case busy(path: String)
    /// The database or the file system failed otherwise.
    case inputOutput(path: String, InputOutputFault)
    /// A stored entry cannot be read, or the file is damaged.
    case damaged(position: Position?, Damage)
    case entryTooLong(byteCount: Int, limit: Int)
    case attachmentTooLong(limit: Int64)
    case attachmentMissing(ContentHash)
    /// The bytes that are held are not those of the hash.
    case attachmentDamaged(ContentHash)
    /// Two logs that should be one agree on no more entries than those up to here.
    case diverged(after: Position)
}

extension LogError {
    /// Whether the file cannot be written where it is: the medium is read-only, or the disk is full.
    public var isOfMedium: Bool {
        switch self {
        case .readOnly, .diskFull: true
        case .noSuchFile, .noSuchFolder, .alreadyExists, .notALog, .severalNames, .laterFormat, .busy, .inputOutput, .damaged, .entryTooLong,
            .attachmentTooLong, .attachmentMissing, .attachmentDamaged, .diverged:
            false
        }
    }

    /// Whether another program has the file for longer than a writer waits.
    public var isBusy: Bool { if case .busy = self { true } else { false } }
}
