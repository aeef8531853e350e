package import Bookkeeping
package import CanonicalJSON
package import TransparencyTree
package import Wording

/// What a comparison found, for people and programs.
package struct ComparisonText {
    private let comparison: Comparison
    private let names: (String, String)
    private let trusted: TrustedKeys?

    package init(_ comparison: Comparison, names: (String, String), _ trusted: TrustedKeys?) {
        self.comparison = comparison
        self.names = names
        self.trusted = trusted
    }

    /// Who signed each of the two, as far as it can be checked; nil for a side without a note, or where no key is at hand
    /// that signed it.
    ///
    /// - Throws: `Problem` where a note that was handed in is not to be believed.
    package func signers() throws -> [[VerifiedSignature]?] {
        try zip([names.0, names.1], [comparison.first, comparison.second]).map { name, side in
            guard let trusted, let note = side.note else { return nil }
            do {
                // What a key signed after it was retired is evidence all the same.
                return try note.verified(by: trusted.all)
            } catch let error as NoteError {
                // Of a book's own note it is said below; a paper that anybody may have written compares with nothing.
                if error == .notSigned, side.isBook { return nil }
                throw Problem(.badData, code: "note-not-believed", .plain("\(name): ") + .noteError(error))
            }
        }
    }

    /// - Parameters:
    ///   - signers: as `signers` says.
    ///   - file: where the evidence is kept; nil for nowhere: then it is shown.
    package func lines(_ signers: [[VerifiedSignature]?], keptIn file: String?) -> [Phrase] {
        var lines = [Phrase.comparison(comparison, names.0, names.1)]
        for (name, (side, signers)) in zip([names.0, names.1], zip([comparison.first, comparison.second], signers)) {
            guard let note = side.note else { continue }
            lines.append(.noteOfSide(name, note, signers))
        }
        if comparison.relation == .twoHistories {
            if let key = Self.commonKey(signers) { lines.append(.signedBoth(key)) }
            lines.append(.keepEvidence(file, isMissing: [comparison.first, comparison.second].contains { $0.note == nil }))
            if file == nil { lines += comparison.evidence.map { .plain($0) } }
        }
        return lines
    }

    /// The log's key that signed both.
    private static func commonKey(_ signers: [[VerifiedSignature]?]) -> VerifierKey? {
        guard let first = signers[0], let second = signers[1] else { return nil }
        return first.map(\.key).first { key in key.algorithm == .ed25519 && second.contains { $0.key == key } }
    }

    package func json(_ signers: [[VerifiedSignature]?]) -> JSONValue {
        func side(_ side: Comparison.Side, _ signers: [VerifiedSignature]?) -> JSONValue {
            [
                "note": side.note.map { .string($0.description) } ?? .null, "origin": .string(side.origin),
                "root": .string(side.root.base64), "signers": signers.map { .signers($0) } ?? .null, "size": .integer(side.size),
            ]
        }
        return [
            "commonUpTo": comparison.commonUpTo.map { .integer($0) } ?? .null,
            "evidence": .array(comparison.evidence.map { .string($0) }),
            "first": side(comparison.first, signers[0]), "relation": .string(comparison.relation.rawValue),
            "second": side(comparison.second, signers[1]),
            "signedBoth": Self.commonKey(signers).map { .string($0.label) } ?? .null,
        ]
    }
}
