#if Web
import Bookkeeping
import Foundation
import Synchronization

/// A connection to the server, byte by byte: what a client for HTTP does of itself cannot hide what the server does.
final class RawConnection: Sendable {
    private let descriptor: Int32
    /// Longer than anything takes; a test that waits for it has failed.
    private static let secondsMax = 20

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: Self.secondsMax, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    /// What comes until it satisfies a test, or the server closes.
    ///
    /// - Returns: nil if neither happens in time.
    func read(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async throws -> String? {
        let descriptor = descriptor
        return try await BlockingWork.run {
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count >= 0 else { return nil }
                received += buffer.prefix(count)
                let text = String(decoding: received, as: UTF8.self)
                if count == 0 || isEnough(text) { return text }
            }
        }
    }
}
#endif
