internal import Domain
public import EventLog

extension Book {
    /// Destroys the keys of everybody who was erased. The entry comes first and the key after it: whatever was
    /// interrupted between, or brought an old key file back, is made good here.
    private func completeErasures(_ state: State) throws {
        // Another book's keys are not this book's to destroy.
        guard let keys, keys.isOf(state.book.opened?.book.description) else { return }
        try keys.destroyAll(of: state.erased)
    }

    /// A fault of the key file makes no recorded command a failure, and no figure unreadable. What is left is in
    /// `keysOfErased`; `log verify` names it, and `requireErasures` does for whoever erases.
    func completeErasuresIfPossible(_ state: State) { try? completeErasures(state) }

    /// Does what every command does that folds the book, for those that only hand entries on: whatever is copied or signed,
    /// nobody who was erased has a key beside it.
    ///
    /// A book that cannot be folded is copied and shown all the same, as that is how it is saved: `verify` says what is wrong.
    public func completeErasuresIfReadable(progress: FoldProgress? = nil) {
        guard keys != nil else { return }
        _ = try? state(progress: progress)
    }

    /// Makes sure that nobody who was erased has a key any more.
    ///
    /// - Throws: `KeyFileError.keyNotDestroyed`: they are on record as erased, and their key is still there.
    public func requireErasures() throws {
        do {
            try completeErasures(state())
        } catch let error as LogError {
            throw KeyFileError.keyNotDestroyed(path: keys?.path ?? path, error)
        }
    }

    /// Those on record as erased whose keys could not be destroyed when the state was last asked for, as where the key
    /// file cannot be written.
    public var keysOfErased: [Subject] { keys?.keysOfErased ?? [] }
}
