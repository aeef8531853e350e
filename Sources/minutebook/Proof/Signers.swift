internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Wording

extension JSONValue {
    /// Keys as `name+key id`, in the order of the signatures.
    static func signers(_ signatures: [VerifiedSignature]) -> JSONValue { .array(signatures.map { .string($0.key.label) }) }
}

/// The log of readings is signed beside the book; where it cannot be, the book's checkpoint is good all the same.
enum ReadingsNote {
    static func sign(_ book: Book, _ console: Console) throws {
        do {
            try book.signReadings()
        } catch let error as KeyFileError {
            guard case .readingsChanged = error else { throw error }
            console.note(.keyFileError(error))
        } catch let error as LogError where error.isOfMedium || error.isBusy {
            console.note(.readingsNotSigned(error))
        }
    }
}
