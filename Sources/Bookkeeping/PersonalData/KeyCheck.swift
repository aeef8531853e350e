internal import Domain
internal import EventLog

/// Under whose keys something is sealed in a book, and who was erased: gathered while its entries are read.
struct SealedOwners {
    private(set) var book: String?
    private(set) var owners: Set<Subject> = []
    private(set) var erased: Set<Subject> = []

    mutating func note(_ event: Event) {
        switch event.payload {
        case let opened as BookOpened: book = opened.book.description
        // An erasure cannot be taken back.
        case let erased as PersonalDataErased: self.erased.insert(erased.owner)
        default:
            event.forEachPersonalText { text, field in
                if case .sealed = text { owners.insert(field.owner) }
            }
        }
    }
}

extension Book {
    /// Compares the key file with the book: no key of a person who was erased, and every key of those who were not. A book
    /// without its key file is as good as any; so is a backup.
    func verifyKeys(_ sealed: SealedOwners, _ report: inout VerificationReport) throws {
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
}
