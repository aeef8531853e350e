internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import TransparencyTree

/// The check of one entry after the other.
struct EntryCheck {
    /// The tree over the entries as they are, whatever hashes are stored.
    private(set) var edge = TreeEdge()
    private var expected = Position(1)
    private var recorded: Timestamp?
    /// The last position where a hash was wrong.
    private var lastChanged: Position?
    /// Nil after the first entry that could not be taken in: what follows would only repeat it.
    private var state: State?
    /// Nil for a log whose entries mean nothing to the book.
    private(set) var owners: SealedOwners?
    private let keys: KeyStore?
    /// When this is; nil where times are not compared with it.
    private let now: Timestamp?

    /// The check of a book's entries, what they mean included.
    init(_ keys: KeyStore?, now: Timestamp) {
        self.keys = keys
        self.now = now
        state = State()
        owners = SealedOwners()
    }

    /// The check of a log whose entries mean nothing to the book.
    init() {
        keys = nil
        now = nil
        state = nil
        owners = nil
    }

    mutating func check(
        _ position: Position, _ bytes: UnsafeRawBufferPointer, _ hashes: UnsafeRawBufferPointer,
        holding attachments: Set<ContentHash>, _ report: inout VerificationReport
    ) {
        if position != expected { report.add(.positionOutOfOrder(expected: expected, found: position), at: position) }
        expected = position.next
        checkHashes(.leaf(of: bytes), hashes, at: position, &report)
        if !JSONValue.isCanonical(bytes) { report.add(.notCanonical, at: position) }
        do {
            let entry = try EntryView(bytes)
            let event = owners.map { _ in Self.decoded(entry) }
            if case .success(let event)? = event { owners?.note(event) }
            try check(entry, at: position, &report)
            if let event { checkMeaning(entry, event, holding: attachments, &report) }
        } catch {
            report.add(.unreadable(error as? JSONError), at: position)
            state = nil
        }
    }

    /// Each entry is decoded once, and used for all that is asked of it.
    private static func decoded(_ entry: EntryView) -> Result<Event, ProjectionError> {
        Result { () throws(ProjectionError) in try EventCatalogue.decode(entry) }
    }

    /// The stored hashes against those that follow from the entries themselves.
    private mutating func checkHashes(
        _ leaf: TreeHash, _ hashes: UnsafeRawBufferPointer, at position: Position, _ report: inout VerificationReport
    ) {
        var computed: [TreeHash] = []
        edge.append(leaf) { computed.append($0) }
        for (level, hash) in computed.enumerated() {
            let stored = hashes.dropFirst(level * TreeHash.byteCount).prefix(TreeHash.byteCount)
            guard !hash.bytes.elementsEqual(stored) else { continue }
            // An inner node over an entry that was changed is no finding of its own.
            if let lastChanged, lastChanged.value > position.value - (1 << Int64(level)) { return }
            report.add(level == 0 ? .wrongLeafHash : .wrongNodeHash(level: level), at: position)
            lastChanged = position
            return
        }
        if hashes.count != computed.count * TreeHash.byteCount {
            report.add(.wrongNodeHash(level: computed.count), at: position)
        }
    }

    private mutating func check(
        _ entry: EntryView, at position: Position, _ report: inout VerificationReport
    ) throws(JSONError) {
        if entry.position != position {
            report.add(.positionOutOfOrder(expected: position, found: entry.position), at: position)
            state = nil
        }
        if let recorded, entry.recorded <= recorded { report.add(.notLaterThanTheOneBefore, at: position) }
        recorded = entry.recorded
        if let now, now.isFarBehind(entry.recorded) { report.noteAhead(position, entry.recorded, now) }
        let about = try entry.about()
        if zip(about, about.dropFirst()).contains(where: { $0 >= $1 }) { report.add(.aboutNotSorted, at: position) }
        _ = (try entry.command(), try entry.by(), try entry.reason())
    }

    private mutating func checkMeaning(
        _ entry: EntryView, _ decoded: Result<Event, ProjectionError>, holding attachments: Set<ContentHash>,
        _ report: inout VerificationReport
    ) {
        guard var folded = state.take(), folded.position.next == entry.position else { return }
        do throws(ProjectionError) {
            let event = try decoded.get()
            try folded.apply(event, at: entry.position, occurred: entry.occurred, recorded: entry.recorded)
            state = folded
            if let added = event.payload as? AttachmentAdded, let hash = added.contentHash,
                !attachments.contains(hash)
            {
                report.add(.attachmentMissing(hash), at: entry.position)
            }
            checkSeals(of: event, folded, at: entry.position, &report)
        } catch {
            report.add(.notApplicable(error), at: entry.position)
        }
    }

    /// Whether what is sealed opens, for whose key is there. Nobody gets to see it.
    private func checkSeals(
        of event: Event, _ state: State, at position: Position, _ report: inout VerificationReport
    ) {
        guard event.isPersonal, let keys, let book = state.book.opened?.book.description else { return }
        guard keys.isOf(book) else {
            let fault = VerificationReport.Fault.keyFile(.otherBook(path: keys.path))
            if !report.findings.contains(where: { $0.fault == fault }) { report.add(fault, at: nil) }
            return
        }
        do {
            _ = try Sealing(keys: keys, book: book).open(event)
        } catch {
            report.add(.doesNotOpen, at: position)
        }
    }
}
