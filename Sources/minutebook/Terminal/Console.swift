internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Synchronization
internal import Views
internal import Wording

/// What one run of the program prints, and in which language: to standard output what people read line by line, where a
/// stored text cannot begin a line of its own, and to standard error what is said beside it.
final class Console: Sendable {
    let language: Language
    /// What waits to be written, and how many commands this run has on record.
    private let state = Mutex<(buffer: [UInt8], recordedCount: Int)>(([], 0))

    init(_ language: Language) { self.language = language }

    /// From now on, an error says that so many more commands are on record.
    func hasRecorded(_ count: Int) { state.withLock { $0.recordedCount += count } }

    /// As it is: a document, or a text whose bytes matter.
    func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) {
        let isFull = state.withLock { state in
            state.buffer.append(contentsOf: bytes)
            if let last { state.buffer.append(last) }
            return state.buffer.count > 1 << 16
        }
        if isFull { flush() }
    }

    func write(_ text: String) { write(text.utf8) }

    /// - Note: Ends the program where standard output fails: whoever waits for the result does not get it.
    func flush() {
        let (bytes, recordedCount) = state.withLock { state in
            defer { state.buffer = [] }
            return (state.buffer, state.recordedCount)
        }
        guard !bytes.isEmpty, !Descriptor.write(bytes, to: STDOUT_FILENO) else { return }
        Problem(.inputOutput, code: "cannot-print", .cannotPrint(errno, recorded: recordedCount)).exit(self)
    }

    /// One line, whatever is in the text.
    func line(_ text: String = "") { write(text.visible + "\n") }
    func line(_ phrase: Phrase) { line(phrase[language]) }

    /// What has lines of its own, such as a note that is shown: those behind the first are set in, so that none passes for
    /// a line of the program's.
    func lines(_ phrase: Phrase) {
        let lines = phrase[language].split(separator: "\n", omittingEmptySubsequences: false)
        for (index, text) in lines.enumerated() { line(index == 0 || text.isEmpty ? String(text) : "    " + text) }
    }

    /// JSON whose bytes matter; on a terminal, where they do not, without what is hidden.
    func stored(_ bytes: some Sequence<UInt8>) {
        Self.isTerminal
            ? write(String(decoding: Array(bytes), as: UTF8.self).escapingHidden + "\n") : write(bytes, then: UInt8(ascii: "\n"))
    }

    func json(_ value: JSONValue) { write(value.printed + "\n") }

    /// What whoever sits before it should know, beside the output itself.
    func note(_ phrase: Phrase) { writeError(Phrase.note(phrase)[language].visible + "\n") }

    /// To standard error; where that fails there is nobody to tell.
    func writeError(_ text: String) {
        flush()
        _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
    }

    static let isTerminal = isatty(STDOUT_FILENO) == 1
}

extension JSONValue {
    /// For a terminal too: what is not seen there is written as an escape, which means the same.
    var printed: String {
        String(decoding: interoperable.canonicalBytes, as: UTF8.self).escapingHidden
    }
}

extension String {
    /// A JSON text that means the same.
    fileprivate var escapingHidden: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            guard scalar.isHidden else { return text.unicodeScalars.append(scalar) }
            for unit in UTF16.encode(scalar) ?? .init() {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
