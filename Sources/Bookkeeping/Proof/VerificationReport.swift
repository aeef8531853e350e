public import CanonicalJSON
public import Domain
public import EventLog
public import TransparencyTree

/// What a check of a whole book found. Nothing was changed by it.
public struct VerificationReport: Sendable {
    public indirect enum Fault: Equatable, Sendable {
        // Of an entry.
        case positionOutOfOrder(expected: Position, found: Position)
        case notCanonical
        case unreadable(JSONError?)
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
        /// The same, shown by a checkpoint that was kept elsewhere and that the book's list does not have.
        case notWhatWasKeptOutside(SignedCheckpoint, soundUpTo: Int64)
        /// The signing key's file remembers another tree, and no checkpoint contradicts the book.
        case contradictsKeyFile(KeyMemory)
        /// One key signed two histories, and only one of them can be the book's.
        case twoHistories(Contradiction)
        /// A key signed more entries than there were when another took its place: the book went on without them.
        case signedByRetiredKey(size: Int64, key: VerifierKey, upTo: Int64)
        /// Whoever checks named keys, and none of the checkpoints is signed by one of them.
        case nothingSignedByNamedKeys
        /// Entries that were signed are not there.
        case entriesMissing(signed: Int64, held: Int64)
        case checkpointOfAnotherBook(origin: String)

        // Of the file as a whole.
        case structure(StructuralFault)
        case fileUnreadable(LogError)
        case index(IndexFault)
        case attachmentDamaged(ContentHash)
        case keyFile(KeyFileError)
        /// A fault of the log of readings, with the position in it.
        case inReadings(Finding)
        /// The keys of persons who were erased are there, as in an old key file that was put back.
        case keysOfErased([Subject])
        /// Persons' texts are sealed, their keys are not there, and nobody erased them.
        case keysMissing([Subject])

        /// Whether it says nothing against the book itself.
        var isOfKeys: Bool {
            switch self {
            case .keyFile, .keysOfErased, .keysMissing, .inReadings: true
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
        /// Whether it was kept elsewhere, where the keeper cannot reach it.
        public let isOutside: Bool

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
    /// Whether whoever checks has named the keys to believe.
    public internal(set) var hasNamedKeys = false
    /// Checkpoints of the book's list that nobody signed whose key was named.
    public internal(set) var unvouched: [Unvouched] = []
    /// Entries that were recorded later than the clock of this check says; nil if none was.
    public internal(set) var ahead: Ahead?
    /// Whether something is sealed and no key file is beside the book: so it is with a backup.
    public internal(set) var isSealedWithoutKeys = false
    /// What is known of the log of readings.
    public internal(set) var readings = Readings(entryCount: 0, signedUpTo: 0)

    /// A checkpoint that proves nothing to whoever checks.
    public struct Unvouched: Equatable, Sendable {
        public let size: Int64
        /// The keys of its signatures, as `name+key id`; unchecked.
        public let signers: [String]
    }

    /// Entries whose time of recording is more than five minutes after the check: one of the two clocks is wrong. Their
    /// order is the log's, and nothing is wrong with what they say.
    public struct Ahead: Equatable, Sendable {
        public internal(set) var first: Position
        public internal(set) var last: Position
        public internal(set) var count: Int64
        /// The latest of their times.
        public internal(set) var until: Timestamp
        /// When they were checked.
        public let now: Timestamp
    }

    /// The log of readings: how much it has, and how much of that is as it was signed.
    public struct Readings: Equatable, Sendable {
        public let entryCount: Int64
        public let signedUpTo: Int64

        public init(entryCount: Int64, signedUpTo: Int64) {
            self.entryCount = entryCount
            self.signedUpTo = signedUpTo
        }
    }

    public var isSound: Bool { findings.isEmpty }

    /// Whether nothing is wrong with the book, whatever is with the key files beside it.
    public var isBookSound: Bool { findings.allSatisfy { $0.fault.isOfKeys } }

    /// Entries up to here are proved to be those that were signed, whatever else was found: by whom, `vouchers` says.
    public var provedUpTo: Int64 { checkpoints.last?.checkpoint.size ?? 0 }

    /// Somebody whose word a proof rests on, and for how many entries.
    public struct Voucher: Hashable, Sendable {
        public enum Kind: String, Sendable { case ownKey = "own-key", namedKey = "named-key", outside, witness }

        public let kind: Kind
        public let key: VerifierKey
        public let upTo: Int64
        /// When a witness signed, in seconds since 1970.
        public let time: UInt64?
    }

    /// Who vouches for what is proved, each for the largest tree: the log's key, a checkpoint from outside, each witness.
    public var vouchers: [Voucher] {
        var found: [Voucher] = []
        for sound in checkpoints.reversed() {
            for signature in sound.signatures {
                for kind in kinds(of: signature, sound)
                where !found.contains(where: { $0.kind == kind && (kind != .witness || $0.key == signature.key) }) {
                    found.append(Voucher(kind: kind, key: signature.key, upTo: sound.checkpoint.size, time: signature.time))
                }
            }
        }
        return found
    }

    private func kinds(of signature: VerifiedSignature, _ sound: SoundCheckpoint) -> [Voucher.Kind] {
        guard signature.key.algorithm == .ed25519 else { return [.witness] }
        return (sound.isOutside ? [.outside] : []) + [hasNamedKeys ? .namedKey : .ownKey]
    }

    /// The first entry that is concerned by a finding.
    public var firstFault: Position? { findings.compactMap(\.position).min() }

    /// Findings beyond this many say nothing new.
    static let findingMax = 100

    mutating func noteAhead(_ position: Position, _ recorded: Timestamp, _ now: Timestamp) {
        var found = ahead ?? Ahead(first: position, last: position, count: 0, until: recorded, now: now)
        found.last = position
        found.count += 1
        found.until = max(found.until, recorded)
        ahead = found
    }

    mutating func add(_ fault: Fault, at position: Position?) {
        let finding = Finding(position: position, fault: fault)
        guard !findings.contains(finding) else { return }
        // Evidence is never left out.
        if case .twoHistories = fault { return findings.append(finding) }
        if findings.count < Self.findingMax { findings.append(finding) }
    }

    mutating func addUnvouched(_ checkpoint: SignedCheckpoint) {
        unvouched.append(
            Unvouched(size: checkpoint.checkpoint.size, signers: checkpoint.note.signatures.map(\.label)))
    }
}
