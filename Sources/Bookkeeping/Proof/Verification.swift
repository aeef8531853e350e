internal import CanonicalJSON
internal import Domain
internal import EventLog
public import TransparencyTree

extension Book {
    /// Reads everything again: the file's structure and guards, every entry's order, form, hash and meaning, the tree,
    /// the checkpoints, the index, the attachments, and whether what is sealed opens.
    ///
    /// - Parameters:
    ///   - checkpoints: from outside, such as one that was printed on a report; checked as those of the book's list are.
    ///   - keys: whose signatures are believed beside those of the key file, such as that of a key that was lost.
    public func verify(
        against checkpoints: [SignedCheckpoint] = [], trusting keys: [VerifierKey] = [], progress: FoldProgress? = nil
    ) throws -> VerificationReport {
        var report = VerificationReport()
        try report.attempt { report in
            for fault in try log.structuralFaults() { report.add(.structure(fault), at: nil) }
        }
        try report.attempt { report in
            var signed = try SignedTrees(self, checkpoints, keys, &report)
            defer { signed.reportMissing(&report) }
            try verifyEntries(&signed, progress, &report)
        }
        try report.attempt { report in
            for fault in try log.indexFaults() { report.add(.index(fault), at: fault.position) }
        }
        try report.attempt { report in try verifyAttachments(&report) }
        try report.attempt { report in try verifyKeys(&report) }
        return report
    }

    private func verifyEntries(
        _ signed: inout SignedTrees, _ progress: FoldProgress?, _ report: inout VerificationReport
    ) throws {
        var check = EntryCheck(keys)
        let held = try Set(log.attachments().map(\.hash))
        let last = try log.lastPosition()
        defer { report.root = check.edge.root }
        try log.forEachStored { position, bytes, hashes in
            report.entryCount += 1
            check.check(position, bytes, hashes, holding: held, &report)
            signed.check(check.edge, &report)
            progress?.report(position, of: last)
            return true
        }
    }

    private func verifyAttachments(_ report: inout VerificationReport) throws {
        for attachment in try log.attachments() {
            report.attachmentCount += 1
            do {
                try log.readAttachment(attachment.hash) { _ in }
            } catch LogError.attachmentDamaged(let hash) {
                report.add(.attachmentDamaged(hash), at: nil)
            }
        }
    }
}

extension VerificationReport {
    /// Does a part of the check; where the file cannot be read on, that is a finding, and the other parts still run.
    fileprivate mutating func attempt(_ part: (inout VerificationReport) throws -> Void) throws {
        do {
            try part(&self)
        } catch let error as LogError {
            add(.fileUnreadable(error), at: entryCount > 0 ? Position(entryCount + 1) : nil)
        }
    }
}

/// What was signed, to be held against the tree as it grows.
private struct SignedTrees {
    private struct Claim {
        let size: Int64
        let root: TreeHash
        /// Nil for what the signing key itself remembers.
        let sound: VerificationReport.SoundCheckpoint?
    }

    /// In the order of their sizes.
    private var claims: [Claim] = []
    private var next = 0
    private var soundUpTo: Int64 = 0
    private var held: Int64 = 0

    init(
        _ book: Book, _ external: [SignedCheckpoint], _ keys: [VerifierKey], _ report: inout VerificationReport
    ) throws {
        var trusted = keys
        let origin = try? book.origin()
        do {
            let path = BookFiles.signingKey(ofBookAt: book.path)
            let file = try SigningKeyFile(path: path).load()
            // Another book's key accuses this one of nothing.
            guard origin == nil || file.signer.name == origin else { throw KeyFileError.otherBook(path: path) }
            trusted += file.verifiers
            if let signed = file.signed { claims.append(Claim(size: signed.size, root: signed.root, sound: nil)) }
        } catch let error as KeyFileError {
            // Without the key nothing is wrong with the book; that there is nothing to check against is said elsewhere.
            if case .signingKeyMissing = error {} else { report.add(.keyFile(error), at: nil) }
        }
        for stored in try book.log.checkpoints() {
            do {
                let checkpoint = try SignedCheckpoint(stored.note)
                guard checkpoint.checkpoint.size == stored.size else {
                    throw NoteError.malformed("it is filed under another size")
                }
                // What no key at hand has signed proves nothing, and accuses nobody.
                guard !trusted.isEmpty else { continue }
                try add(checkpoint, trusted, origin, &report)
            } catch let error as NoteError {
                report.add(.checkpointUnreadable(size: stored.size, error), at: nil)
            }
        }
        for checkpoint in external {
            do {
                try add(checkpoint, trusted, origin, &report)
            } catch {
                report.add(.checkpointUnreadable(size: checkpoint.checkpoint.size, error), at: nil)
            }
        }
        claims.sort { $0.size < $1.size }
    }

    private mutating func add(
        _ checkpoint: SignedCheckpoint, _ trusted: [VerifierKey], _ origin: String?, _ report: inout VerificationReport
    ) throws(NoteError) {
        let signatures = try checkpoint.verified(by: trusted)
        guard origin == nil || checkpoint.checkpoint.origin == origin else {
            report.add(.checkpointOfAnotherBook(origin: checkpoint.checkpoint.origin), at: nil)
            return
        }
        let sound = VerificationReport.SoundCheckpoint(checkpoint: checkpoint.checkpoint, signatures: signatures)
        claims.append(Claim(size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root, sound: sound))
    }

    /// Holds the tree, as it is after one more entry, against what was signed of that size.
    mutating func check(_ edge: TreeEdge, _ report: inout VerificationReport) {
        held = edge.size
        while next < claims.count, claims[next].size <= edge.size {
            let claim = claims[next]
            next += 1
            guard claim.size == edge.size else { continue }
            guard claim.root == edge.root else {
                report.hasFalseCheckpoint = true
                // What the key remembers and a checkpoint of the list say the same.
                guard report.findings.last?.fault != .notWhatWasSigned(size: claim.size, soundUpTo: soundUpTo) else { continue }
                // Where an entry shows by itself that it was changed, that is where; else it is somewhere since.
                let shown = report.findings.compactMap(\.position).first { $0.value > soundUpTo }
                report.add(
                    .notWhatWasSigned(size: claim.size, soundUpTo: soundUpTo), at: shown ?? Position(soundUpTo + 1))
                continue
            }
            if let sound = claim.sound { report.checkpoints.append(sound) }
            soundUpTo = claim.size
        }
    }

    /// What was signed of more entries than there are.
    func reportMissing(_ report: inout VerificationReport) {
        for size in Set(claims[next...].map(\.size)).sorted() {
            report.add(.entriesMissing(signed: size, held: held), at: Position(held + 1))
        }
    }
}

/// The check of one entry after the other.
private struct EntryCheck {
    /// The tree over the entries as they are, whatever hashes are stored.
    private(set) var edge = TreeEdge()
    private var expected = Position(1)
    private var recorded: Timestamp?
    /// The last position where a hash was wrong.
    private var lastChanged: Position?
    /// Nil after the first entry that could not be taken in: what follows would only repeat it.
    private var state: State? = State()
    private let keys: KeyStore?

    init(_ keys: KeyStore?) { self.keys = keys }

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
            try check(entry, at: position, &report)
            try checkMeaning(entry, holding: attachments, &report)
        } catch {
            report.add(.unreadable("\(error)"), at: position)
            state = nil
        }
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
        let about = try entry.about()
        if zip(about, about.dropFirst()).contains(where: { $0 >= $1 }) { report.add(.aboutNotSorted, at: position) }
        _ = (try entry.command(), try entry.by(), try entry.reason())
    }

    private mutating func checkMeaning(
        _ entry: EntryView, holding attachments: Set<ContentHash>, _ report: inout VerificationReport
    ) throws {
        guard var folded = state.take(), folded.position.next == entry.position else { return }
        do {
            try folded.apply(entry)
        } catch {
            report.add(.notApplicable(error), at: entry.position)
            return
        }
        state = folded
        let event = try EventCatalogue.decode(entry)
        if case .attachment(let added) = event, let hash = ContentHash(hexadecimal: added.attachment.description),
            !attachments.contains(hash)
        {
            report.add(.attachmentMissing(hash), at: entry.position)
        }
        checkSeals(of: event, folded, at: entry.position, &report)
    }

    /// Whether what is sealed opens, for whose key is there. Nobody gets to see it.
    private func checkSeals(
        of event: Event, _ state: State, at position: Position, _ report: inout VerificationReport
    ) {
        guard event.isPersonal, let keys, let book = state.book.opened?.book.description else { return }
        guard keys.book == nil || keys.book == book else {
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
