internal import Crypto
internal import Domain
internal import EventLog
internal import Foundation

/// Seals personal texts before they are hashed, and opens them for whoever may read them.
///
/// AES-256-GCM under the key of the person. The identity of the entry is authenticated with the text, so that a sealed
/// text moved to another entry, book or field does not open.
struct Sealing {
    let keys: KeyStore
    /// The book's UUID.
    let book: String

    /// Seals every plain text of an event that becomes the entry at `position`.
    func seal(_ event: Event, at position: Position) throws -> Event {
        guard event.isPersonal else { return event }
        return try event.mappingPersonalTexts { text, field in
            guard case .plain(let plain) = text else { return }
            let combined = try Self.seal(
                Data(plain.utf8), under: keys.makeKey(of: field.owner), identity: identity(of: position, field))
            text = .sealed(SealedText(box: combined.base64EncodedString(), entry: nil))
        }
    }

    /// What a correction keeps of the texts of a fact that it gives to somebody else: opened under the key of whose they were, so that
    /// they are sealed anew under the key of whose they are now.
    ///
    /// - Parameter former: the fact as it was.
    /// - Throws: `Rejection` where that key is gone, and the texts have to be given again.
    func handingOver(_ correction: Event, from former: Event) throws -> Event {
        guard former.isPersonal else { return correction }
        var owners: [String: PersonalField] = [:]
        former.forEachPersonalText { text, field in
            if case .sealed(let sealed) = text { owners[sealed.box] = field }
        }
        return try correction.mappingPersonalTexts { text, field in
            guard case .sealed(let sealed) = text, let owner = owners[sealed.box], owner.owner != field.owner else { return }
            guard let plain = try open(text, owner) else { throw Rejection.personalData(.erased(owner.owner)) }
            text = .plain(plain)
        }
    }

    /// Opens every text of a recorded event.
    ///
    /// - Returns: nil where a key is gone: the person was erased.
    /// - Throws: `LogError.damaged` where a text does not open under its key.
    func open(_ event: Event) throws -> Event? {
        guard event.isPersonal else { return event }
        var isErased = false
        let opened = try event.mappingPersonalTexts { text, field in
            guard let plain = try open(text, field) else {
                isErased = true
                return
            }
            text = .plain(plain)
        }
        return isErased ? nil : opened
    }

    /// Opens one text; nil where the key is gone.
    func open(_ text: PersonalText, _ field: PersonalField) throws -> String? {
        switch text {
        case .plain(let plain): return plain
        case .sealed(let sealed):
            guard let key = try keys.key(of: field.owner) else { return nil }
            guard let entry = sealed.entry, let combined = Data(base64Encoded: sealed.box),
                let plain = try? Self.open(combined, under: key, identity: identity(of: entry, field))
            else {
                throw LogError.damaged(position: sealed.entry, .textSealed(field: field.name.description))
            }
            return String(decoding: plain, as: UTF8.self)
        }
    }

    /// AES-256-GCM: nonce, ciphertext and tag, one after the other.
    static func seal(_ plain: Data, under key: SymmetricKey, identity: Data) throws -> Data {
        guard let combined = try AES.GCM.seal(plain, using: key, authenticating: identity).combined else {
            preconditionFailure("a 96-bit nonce has a combined form")
        }
        return combined
    }

    static func open(_ combined: Data, under key: SymmetricKey, identity: Data) throws -> Data {
        try AES.GCM.open(AES.GCM.SealedBox(combined: combined), using: key, authenticating: identity)
    }

    private func identity(of entry: Position, _ field: PersonalField) -> Data {
        Data("minutebook-sealed-v1\n\(book)\n\(entry)\n\(field.owner)\n\(field.name)".utf8)
    }
}

extension Book {
    /// Nil where the key file is missing, or before the book is opened.
    ///
    /// - Throws: `KeyFileError.otherBook`.
    func sealing(_ state: State) throws -> Sealing? {
        guard let keys, let book = state.book.opened?.book.description else { return nil }
        guard keys.isOf(book) else { throw KeyFileError.otherBook(path: keys.path) }
        return Sealing(keys: keys, book: book)
    }

    func requireSealing(_ state: State) throws -> Sealing {
        guard let sealing = try sealing(state) else {
            throw KeyFileError.personalKeysMissing(path: BookFiles.keys(ofBookAt: path))
        }
        return sealing
    }
}
