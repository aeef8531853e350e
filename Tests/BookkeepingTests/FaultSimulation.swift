import FaultVFS
import Foundation

/// What happens to the disk, the process or the machine in one call of SQLite's.
enum Fault: CaseIterable, Sendable {
    case ioErrorOnce, ioErrorFromThenOn, fullDiskOnce, fullDiskFromThenOn
    /// A file is deleted, but the flush of its directory fails.
    case directoryFlushOnce
    case flushOnce
    /// The process dies; what it has written stays.
    case stop
    case powerLoss

    /// A full disk is met where something is written; most faults are met everywhere.
    var kinds: UInt32 {
        switch self {
        case .fullDiskOnce, .fullDiskFromThenOn: fault_call_write.rawValue
        case .directoryFlushOnce: fault_call_delete.rawValue
        case .flushOnce: fault_call_sync.rawValue
        case .ioErrorOnce, .ioErrorFromThenOn, .stop, .powerLoss: fault_call_any.rawValue
        }
    }

    /// So many calls of these kinds a short session makes at least.
    var callsMin: UInt64 {
        switch self {
        case .fullDiskOnce, .fullDiskFromThenOn: 40
        case .directoryFlushOnce: 1
        case .flushOnce: 20
        case .ioErrorOnce, .ioErrorFromThenOn, .stop, .powerLoss: 200
        }
    }

    fileprivate var error: fault_error {
        switch self {
        case .fullDiskOnce, .fullDiskFromThenOn: fault_no_space
        case .directoryFlushOnce: fault_directory_error
        case .flushOnce, .ioErrorOnce, .ioErrorFromThenOn, .stop, .powerLoss: fault_io_error
        }
    }

    fileprivate var effect: fault_effect {
        switch self {
        case .ioErrorOnce, .fullDiskOnce, .directoryFlushOnce, .flushOnce: fault_once
        case .ioErrorFromThenOn, .fullDiskFromThenOn: fault_from_then_on
        case .stop: fault_stop
        case .powerLoss: fault_power_loss
        }
    }
}

/// A directory on a disk that can fail: see `FaultVFS.h` for what is modelled.
final class FaultSimulation {
    private let simulation: OpaquePointer

    /// - Parameter directory: without symbolic links; what stands there counts as flushed.
    init(directory: String, seed: UInt64) {
        precondition(fault_vfs_register() == 0, "the shim is SQLite's default")
        guard let simulation = fault_simulation_begin(directory, seed) else { preconditionFailure("it aborts without memory") }
        self.simulation = simulation
    }

    deinit { fault_simulation_end(simulation) }

    /// Sets the fault for a call, counted from now and from 1, among the calls it can happen in.
    func arm(_ fault: Fault, at call: UInt64) {
        fault_simulation_arm(simulation, fault.effect, fault.error, fault.kinds, call)
    }

    /// Counts from now, without a fault.
    func disarm() { fault_simulation_arm(simulation, fault_none, fault_io_error, 0, 0) }

    /// Calls since the fault was set that it could have happened in.
    func calls(of fault: Fault) -> UInt64 { fault_simulation_calls(simulation, fault.kinds) }
    func calls(of kind: fault_call) -> UInt64 { fault_simulation_calls(simulation, kind.rawValue) }

    var hasStruck: Bool { fault_simulation_has_struck(simulation) }
    var openFiles: Int { fault_simulation_open_files(simulation) }
    var unsyncedWrites: Int { fault_simulation_unsynced_writes(simulation) }

    /// From now on, whoever flushes a file waits in it, until `releaseFlushes`.
    func holdFlushes() { fault_simulation_hold_flushes(simulation) }
    /// Returns once somebody waits in a flush; false where nobody does after 20 seconds.
    func awaitHeldFlush() -> Bool { fault_simulation_await_held_flush(simulation, 20) }
    func releaseFlushes() { fault_simulation_release_flushes(simulation) }

    func stop() { fault_simulation_stop(simulation) }

    /// All connections are closed by then.
    func losePower() { fault_simulation_lose_power(simulation) }

    /// A new directory in memory where there is such a thing: flushes are simulated.
    static func makeDirectory() throws -> String {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let parent = FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        let directory = parent.resolvingSymlinksInPath().appendingPathComponent("minutebook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.path
    }
}
