internal import GRDB
internal import Synchronization

/// Connections that read, each for one thread at a time: whoever reads waits for nobody else who reads. One is always
/// open.
final class ReaderPool: Sendable {
    private struct Connections {
        var idle: [DatabaseQueue]
        var isClosed = false
    }

    /// Connections that stay open for the next ones.
    private static let idleMax = 4

    private let path: String
    private let connections: Mutex<Connections>

    init(path: String) throws {
        self.path = path
        connections = Mutex(Connections(idle: [try Self.open(path)]))
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: LogFile.readerConfiguration())
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let connection = try connections.withLock { $0.idle.popLast() } ?? Self.open(path)
        defer { takeBack(connection) }
        return try connection.read(body)
    }

    private func takeBack(_ connection: DatabaseQueue) {
        let isKept = connections.withLock { connections in
            guard !connections.isClosed, connections.idle.count < Self.idleMax else { return false }
            connections.idle.append(connection)
            return true
        }
        // Nothing was written through it: a fault in closing it is none of whoever read.
        if !isKept { try? connection.close() }
    }

    /// Closes what is idle now, and the others when they are handed back.
    func close() throws {
        let idle = connections.withLock { connections in
            connections.isClosed = true
            defer { connections.idle = [] }
            return connections.idle
        }
        for connection in idle { try connection.close() }
    }
}
