internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Reports
internal import TransparencyTree
internal import Wording

/// The exit statuses that scripts rely on.
enum ExitStatus: Int32 {
    case refused = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalError = 70
    case inputOutput = 74
}

/// Why a command did not do what it was asked: a text for people and a status for scripts.
struct Failure: Error {
    let status: ExitStatus
    let code: String
    let phrase: Phrase

    init(_ status: ExitStatus, code: String, _ phrase: Phrase) {
        self.status = status
        self.code = code
        self.phrase = phrase
    }

    /// Nil for errors of the argument parser, which prints its own.
    init?(_ error: any Error) {
        switch error {
        case let error as LogError: self.init(error)
        case let error as Rejection: self.init(.refused, code: error.code, .rejection(error))
        case let error as CommandError: self.init(.badData, code: error.code, .commandError(error))
        case let error as ProjectionError: self.init(.badData, code: "not-applicable", .projectionError(error))
        case let error as RestoreError: self.init(.refused, code: error.code, .restoreError(error))
        case let error as KeyFileError: self.init(.refused, code: error.code, .keyFileError(error))
        case let error as ClockFault: self.init(.refused, code: "clock-behind", .clockFault(error))
        case let error as NoteError: self.init(.badData, code: "note-not-believed", .noteError(error))
        case let error as OutputRefused: self.init(.refused, code: "output-refused", .outputRefused(error))
        // Commands and files that are handed in have errors of their own: this is what was stored.
        case let error as JSONError: self.init(LogError.damaged(position: nil, message: "\(error.kind)"))
        case let error as ReportFault: self.init(.badData, code: "report-not-verified", .reportFault(error))
        case let error as PlanError: self.init(.badData, code: "faulty-plan", .planError(error))
        case let error as CocoaError:
            let path = error.filePath ?? ""
            self.init(
                error.code == .fileReadNoSuchFile ? .noInput : .inputOutput, code: "file",
                error.code == .fileReadNoSuchFile ? .noSuchFile(path) : .cannotRead(path, Int32((error.underlying as? POSIXError)?.code.rawValue ?? 0)))
        case is ExitCode, is CleanExit, is ValidationError: return nil
        default:
            // What is left and was not raised by the argument parser is a fault of this program.
            guard Minutebook.exitCode(for: error) == .failure else { return nil }
            self.init(.internalError, code: "internal", .internalError("\(error)"))
        }
    }

    private init(_ error: LogError) {
        let status: ExitStatus
        switch error {
        case .noSuchFile: status = .noInput
        case .notALog, .laterFormat, .damaged, .entryTooLong, .attachmentTooLong, .attachmentDamaged: status = .badData
        case .attachmentMissing: status = .noInput
        case .alreadyExists, .severalNames, .diverged: status = .refused
        case .noSuchFolder, .readOnly, .diskFull, .busy, .inputOutput: status = .inputOutput
        }
        self.init(status, code: error.code, .logError(error))
    }

    func exit() -> Never {
        // Some texts have several lines: the faults of a plan, what a report should say.
        ErrorOutput.write(Phrase.error(phrase)[.current].visibleLines + "\n")
        Foundation.exit(status.rawValue)
    }
}

extension LogError {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .noSuchFile: "no-such-file"
        case .noSuchFolder: "no-such-folder"
        case .alreadyExists: "already-exists"
        case .notALog: "not-a-book"
        case .severalNames: "several-names"
        case .laterFormat: "later-format"
        case .readOnly: "read-only"
        case .diskFull: "disk-full"
        case .busy: "busy"
        case .inputOutput: "input-output"
        case .damaged: "damaged"
        case .entryTooLong: "entry-too-long"
        case .attachmentTooLong: "attachment-too-long"
        case .attachmentMissing: "attachment-missing"
        case .attachmentDamaged: "attachment-damaged"
        case .diverged: "diverged"
        }
    }
}

extension KeyFileError {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .signingKeyMissing: "signing-key-missing"
        case .personalKeysMissing: "personal-keys-missing"
        case .otherBook: "key-of-another-book"
        case .malformed: "key-file-malformed"
        case .keyNotDestroyed: "key-not-destroyed"
        case .exposed: "key-file-exposed"
        case .bookIsShorter: "book-is-shorter"
        case .historyChanged: "history-changed"
        case .readingsChanged: "readings-changed"
        }
    }
}

extension RestoreError {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .olderThanCheckpoint: "backup-is-older"
        case .otherHistory: "history-changed"
        case .otherBook: "checkpoint-of-another-book"
        }
    }
}

extension CommandError {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .notJSON(let error):
            switch error.kind {
            case .notAnInteger: "not-an-integer"
            case .integerOutOfRange: "integer-out-of-range"
            case .duplicateKey: "duplicate-field"
            default: "not-json"
            }
        case .notAnObject: "not-an-object"
        case .unknownCommand: "unknown-command"
        case .field(_, .missing): "field-missing"
        case .field(_, .unknown): "field-unknown"
        case .field(_, .wrongType): "field-wrong-type"
        case .field(_, .invalid): "field-invalid"
        case .field(_, .excludes): "field-excludes"
        case .field(_, .hidden): "field-hidden-character"
        }
    }
}
