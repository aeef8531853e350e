// What is signed is bytes. Swift compares and splits texts by what Unicode calls equivalent and one character: é in one code
// point equals e with an accent, the Kelvin sign equals K, and a plus with an accent is no plus.
extension StringProtocol {
    /// Whether both are the same bytes.
    func hasSameBytes(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

    /// Whether it begins with the bytes of `prefix`.
    func hasBytePrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

    /// What follows the bytes of `prefix`; nil where it does not begin with them.
    func droppingBytePrefix(_ prefix: String) -> Substring? {
        hasBytePrefix(prefix) ? Substring(Substring(self).utf8.dropFirst(prefix.utf8.count)) : nil
    }

    /// The parts between the bytes `separator`, empty ones included.
    func parts(at separator: UInt8, maxSplits: Int = .max) -> [Substring] {
        Substring(self).utf8.split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// The lines, each of which ends with a line feed; nil where the last one does not.
    var wholeLines: [Substring]? {
        var lines = parts(at: UInt8(ascii: "\n"))
        guard lines.removeLast().isEmpty else { return nil }
        return lines
    }
}

extension Hasher {
    mutating func combine(bytesOf text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
