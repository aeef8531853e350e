internal import CanonicalJSON
internal import Domain
internal import EventLog
public import TransparencyTree

extension Book {
    /// Reads everything again: the file's structure and guards, every entry's order, form, hash and meaning, the tree,
    /// the checkpoints, the index, the attachments, whether what is sealed opens; and the log of readings.
    ///
    /// - Parameters:
    ///   - checkpoints: from outside, such as one that was printed on a report; checked as those of the book's list are.
    ///   - keys: whose signatures are believed, and no others; by default those of the key file.
    public func verify(
        against checkpoints: [SignedCheckpoint] = [], trusting keys: TrustedKeys? = nil, progress: FoldProgress? = nil
    ) throws -> VerificationReport {
        var report = VerificationReport()
        report.hasNamedKeys = keys != nil
        let origin = try originIfReadable()
        let held = try keysAtHand(origin, &report)
        let trusted = keys ?? held.map { TrustedKeys($0) } ?? TrustedKeys(named: [])
        try report.attempt { report in
            for fault in try log.structuralFaults() { report.add(.structure(fault), at: nil) }
        }
        var sealed: SealedOwners?
        try report.attempt { report in
            var signed = SignedTrees(origin, trusted, remembered: held?.signed)
            try signed.add(log.checkpoints(), outside: checkpoints, &report)
            if keys != nil, !signed.hasNotes { report.add(.nothingSignedByNamedKeys, at: nil) }
            defer { signed.finish(log, &report) }
            let attachments = try Set(log.attachments().map(\.hash))
            sealed = try report.check(log, EntryCheck(self.keys, now: clock()), &signed, holding: attachments, progress)
        }
        try report.attempt { report in
            for fault in try log.indexFaults() { report.add(.index(fault), at: fault.position) }
        }
        try report.attempt { report in try verifyAttachments(&report) }
        // Where not every entry could be read, nobody knows who was erased.
        try report.attempt { report in try sealed.map { try verifyKeys($0, &report) } }
        try verifyReadings(origin, trusted, held?.signedReadings, &report)
        return report
    }

    /// Nil where the first entry is not what it should be: that is found when the entries are read.
    private func originIfReadable() throws -> String? {
        do {
            return try origin()
        } catch is LogError {
            return nil
        } catch is JSONError {
            return nil
        } catch is ProjectionError {
            return nil
        }
    }

    /// What the key file has. Where it is another book's, it accuses this one of nothing; where it is missing, nothing is
    /// wrong with the book.
    private func keysAtHand(_ origin: String?, _ report: inout VerificationReport) throws -> SigningKeys? {
        do {
            let keys = try signingKeyFile.load()
            guard origin == nil || keys.signer.name == origin else { throw KeyFileError.otherBook(path: signingKeyFile.path) }
            return keys
        } catch KeyFileError.signingKeyMissing {
            return nil
        } catch let error as KeyFileError {
            report.add(.keyFile(error), at: nil)
            return nil
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

    /// The log of readings is checked as the book is: by itself, against its own checkpoints, and against what the signing
    /// key remembers of it.
    private func verifyReadings(
        _ origin: String?, _ trusted: TrustedKeys, _ remembered: SigningKeys.SignedTree?, _ report: inout VerificationReport
    ) throws {
        let name = origin.map(ReadingLog.origin(ofBook:))
        var found = VerificationReport()
        try found.attempt { found in
            var signed = SignedTrees(name, trusted.named(name ?? ""), remembered: remembered, isMemoryTrusted: true)
            guard let log = try readings.open() else { return signed.finish(nil, &found) }
            for fault in try log.structuralFaults() { found.add(.structure(fault), at: nil) }
            try signed.add(log.checkpoints(), outside: [], &found)
            defer { signed.finish(log, &found) }
            _ = try found.check(log, EntryCheck(), &signed, holding: [], nil)
            for fault in try log.indexFaults() { found.add(.index(fault), at: fault.position) }
        }
        report.readings = VerificationReport.Readings(entryCount: found.entryCount, signedUpTo: found.provedUpTo)
        for finding in found.findings { report.add(.inReadings(finding), at: nil) }
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

    /// Reads every entry of a log.
    ///
    /// - Returns: under whose keys something is sealed; nil for a log whose entries mean nothing to the book.
    fileprivate mutating func check(
        _ log: EventLog, _ check: EntryCheck, _ signed: inout SignedTrees, holding attachments: Set<ContentHash>,
        _ progress: FoldProgress?
    ) throws -> SealedOwners? {
        var check = check
        let last = try log.lastPosition()
        defer { root = check.edge.root }
        signed.check(check.edge, &self)
        try log.forEachStored { position, bytes, hashes in
            entryCount += 1
            check.check(position, bytes, hashes, holding: attachments, &self)
            signed.check(check.edge, &self)
            progress?.report(position, of: last)
            return true
        }
        return check.owners
    }
}
