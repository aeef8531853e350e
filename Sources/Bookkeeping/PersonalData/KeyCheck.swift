internal import Domain
internal import EventLog

extension Book {
    /// Compares the key file with the book: no key of a person who was erased, and every key of those who were not. A book
    /// without its key file is as good as any; so is a backup.
    func verifyKeys(_ report: inout VerificationReport) throws {
        let sealed = try sealedOwners()
        guard let keys else {
            report.isSealedWithoutKeys = !sealed.owners.subtracting(sealed.erased).isEmpty
            return
        }
        guard keys.isOf(sealed.book) else { return }
        let held = try keys.subjects()
        let left = held.intersection(sealed.erased)
        if !left.isEmpty { report.add(.keysOfErased(left.sorted()), at: nil) }
        let missing = sealed.owners.subtracting(held).subtracting(sealed.erased)
        if !missing.isEmpty { report.add(.keysMissing(missing.sorted()), at: nil) }
    }

    private struct SealedOwners {
        var book: String?
        /// Under whose keys something is sealed.
        var owners: Set<Subject> = []
        var erased: Set<Subject> = []
    }

    private func sealedOwners() throws -> SealedOwners {
        var found = SealedOwners()
        try forEachEntry { entry in
            // An entry that cannot be read is a finding of its own.
            guard let event = try? EventCatalogue.decode(entry) else { return true }
            switch event.payload {
            case let opened as BookOpened: found.book = opened.book.description
            // An erasure cannot be taken back.
            case let erased as PersonalDataErased: found.erased.insert(erased.owner)
            default:
                _ = event.mappingPersonalTexts { text, field in
                    if case .sealed = text { found.owners.insert(field.owner) }
                }
            }
            return true
        }
        return found
    }
}
