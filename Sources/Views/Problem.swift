internal import Assessment
public import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import TransparencyTree
public import Wording

/// Why something was not done: for people in every language, for scripts a stable code.
public struct Problem: Error, Sendable {
    /// Whose fault it is.
    public enum Kind: Sendable {
        /// A rule of the domain, or what is in the book, stands against it.
        case refused
        /// It was asked for in a way that nobody understands.
        case usage
        /// What was handed in is malformed.
        case badData
        /// What was asked for is not there.
        case notFound
        /// A fault of this program.
        case internalFault
        /// Disk, descriptor, lock.
        case inputOutput

        /// The status of an answer over HTTP.
        public var httpStatus: Int {
            switch self {
            case .refused: 409
            case .usage, .badData: 400
            case .notFound: 404
            case .internalFault: 500
            case .inputOutput: 503
            }
        }
    }

    public let kind: Kind
    public let code: String
    public let phrase: Phrase

    public init(_ kind: Kind, code: String, _ phrase: Phrase) {
        self.kind = kind
        self.code = code
        self.phrase = phrase
    }
}

/// An error that is told as a problem, from a target above this one.
public protocol ProblemConvertible: Error {
    var problem: Problem { get }
}

extension Problem {
    /// Nil for an error that this product does not throw.
    public init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as any ProblemConvertible: self = error.problem
        case let error as LogError: self.init(error)
        case let error as Rejection: self.init(.refused, code: error.code, .rejection(error))
        case let error as CommandError: self.init(.badData, code: error.code, .commandError(error))
        case let error as ProjectionError: self.init(.badData, code: "not-applicable", .projectionError(error))
        case let error as RestoreError: self.init(.refused, code: error.code, .restoreError(error))
        case let error as KeyFileError: self.init(.refused, code: error.code, .keyFileError(error))
        case let error as ClockFault: self.init(.refused, code: error.code, .clockFault(error))
        case let error as NoteError: self.init(.badData, code: "note-not-believed", .noteError(error))
        case let error as OutputRefused: self.init(.refused, code: "output-refused", .outputRefused(error))
        // Commands and files that are handed in have errors of their own: this is what was stored.
        case let error as JSONError: self.init(LogError.damaged(position: nil, .entryMalformed(error)))
        case let error as PlanError: self.init(.badData, code: "faulty-plan", .planError(error))
        case let error as CocoaError: self.init(error)
        default: return nil
        }
    }

    private init(_ error: CocoaError) {
        let path = error.filePath ?? ""
        guard error.code != .fileReadNoSuchFile else {
            self.init(.notFound, code: "file", .noSuchFile(path))
            return
        }
        let code = Int32((error.underlying as? POSIXError)?.code.rawValue ?? 0)
        self.init(.inputOutput, code: "file", .cannotRead(path, code))
    }

    private init(_ error: LogError) {
        let kind: Kind
        switch error {
        case .noSuchFile, .attachmentMissing: kind = .notFound
        case .notALog, .laterFormat, .damaged, .entryTooLong, .attachmentTooLong, .attachmentDamaged: kind = .badData
        case .alreadyExists, .severalNames, .diverged: kind = .refused
        case .noSuchFolder, .readOnly, .diskFull, .busy, .inputOutput: kind = .inputOutput
        }
        self.init(kind, code: error.code, .logError(error))
    }

    /// Nil where the command is on record.
    public init?(_ outcome: CommandResult) {
        switch outcome {
        case .recorded, .repeated: return nil
        case .refused(let rejection): self.init(.refused, code: rejection.code, .rejection(rejection))
        case .faultyPlan(let fault): self.init(.badData, code: "faulty-plan", .planFault(fault))
        case .entryTooLong(let count):
            self.init(.badData, code: "entry-too-long", .entryTooLong(byteCount: count, limit: EntryFormat.byteLimit))
        case .entryUnreadable: self.init(.badData, code: "entry-unreadable", .entryUnreadable)
        case .notRecordedBesideRefusal: self.init(.refused, code: "not-recorded", .notRecordedBesideRefusal)
        }
    }
}
