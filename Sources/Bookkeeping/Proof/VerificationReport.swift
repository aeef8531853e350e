public import Domain
public import EventLog
public import TransparencyTree

/// What a check of a whole book found. Nothing was changed by it.
public struct VerificationReport: Sendable {
    public enum Fault: Equatable, Sendable {
        // Of an entry.
        case positionOutOfOrder(expected: Position, found: Position)
        case notCanonical
        case unreadable(String)
        /// The entry's bytes are not those its hash was made of.
        case wrongLeafHash
        /// An inner node of the tree, stored with the entry, is not the hash of its children.
        case wrongNodeHash(level: Int)
        case notLaterThanTheOneBefore
        case aboutNotSorted
        case notApplicable(ProjectionError)
        case doesNotOpen
        case attachmentMissing(ContentHash)

        // Of a checkpoint, or of the tree up to it.
        case checkpointUnreadable(size: Int64, NoteError)
        /// The tree up to here is not the one that was signed: something after the last sound checkpoint was changed.
        case notWhatWasSigned(size: Int64, soundUpTo: Int64)
        /// Entries that were signed are not there.
        case entriesMissing(signed: Int64, held: Int64)
        case checkpointOfAnotherBook(origin: String)

        // Of the file as a whole.
        case structure(String)
        case fileUnreadable(LogError)
        case index(IndexFault)
        case attachmentDamaged(ContentHash)
        case keyFile(KeyFileError)
        /// The keys of persons who were erased are there, as in an old key file that was put back.
        case keysOfErased([Subject])
        /// Persons' texts are sealed, their keys are not there, and nobody erased them.
        case keysMissing([Subject])

        /// Whether it says nothing against the book itself.
        var isOfKeys: Bool {
            switch self {
            case .keyFile, .keysOfErased, .keysMissing: true
            default: false
            }
        }
    }

    public struct Finding: Equatable, Sendable {
        /// Where it begins; nil where the fault is of the file as a whole.
        public let position: Position?
        public let fault: Fault
    }

    /// A checkpoint that holds: its signatures are right, and the tree is the one it speaks of.
    public struct SoundCheckpoint: Sendable {
        public let checkpoint: Checkpoint
        public let signatures: [VerifiedSignature]

        /// Witnesses that vouch for it beside the book's own key.
        public var witnesses: [VerifiedSignature] { signatures.filter { $0.key.algorithm == .cosignature } }
    }

    public internal(set) var entryCount: Int64 = 0
    public internal(set) var attachmentCount = 0
    /// The root of the tree over the entries as they were found.
    public internal(set) var root = TreeHash.emptyRoot
    public internal(set) var checkpoints: [SoundCheckpoint] = []
    /// Whether something was signed that the tree contradicts.
    public internal(set) var hasFalseCheckpoint = false
    public internal(set) var findings: [Finding] = []

    public var isSound: Bool { findings.isEmpty }

    /// Whether nothing is wrong with the book, whatever is with the key files beside it.
    public var isBookSound: Bool { findings.allSatisfy { $0.fault.isOfKeys } }

    /// Entries up to here are proved to be those that were signed, whatever else was found.
    public var provedUpTo: Int64 { checkpoints.last?.checkpoint.size ?? 0 }

    /// The first entry that is concerned by a finding.
    public var firstFault: Position? { findings.compactMap(\.position).min() }

    /// Findings beyond this many say nothing new.
    static let findingMax = 100

    mutating func add(_ fault: Fault, at position: Position?) {
        if findings.count < Self.findingMax { findings.append(Finding(position: position, fault: fault)) }
    }
}
