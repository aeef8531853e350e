public import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog

extension LogError {
    /// The stable code that scripts see.
    public var code: String {
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
    public var code: String {
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
    public var code: String {
        switch self {
        case .olderThanCheckpoint: "backup-is-older"
        case .otherHistory: "history-changed"
        case .otherBook: "checkpoint-of-another-book"
        }
    }
}

extension CommandError {
    /// The stable code that scripts see.
    public var code: String {
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

extension ClockFault {
    /// The stable code that scripts see.
    var code: String {
        switch self {
        case .behind: "clock-behind"
        case .outsideCalendar: "clock-outside-calendar"
        }
    }
}
