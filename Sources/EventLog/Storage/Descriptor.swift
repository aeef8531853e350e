internal import Foundation

/// A file descriptor, written to directly: Foundation's file handles end the program where writing fails.
package enum Descriptor {
    /// - Returns: whether all was written; if not, `errno` says why.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let done = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if done < 0, errno == EINTR { continue }
                guard done > 0 else { return false }
                rest = rest.dropFirst(done)
            }
            return true
        }
    }
}
