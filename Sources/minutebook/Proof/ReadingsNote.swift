internal import Bookkeeping
internal import EventLog
internal import Wording

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
