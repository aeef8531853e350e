import Foundation

/// The built program, run as a person or a script runs it.
enum Program {
    /// It lies beside the program that runs the tests.
    static let path: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("minutebook").path
        return FileManager.default.isExecutableFile(atPath: beside)
            ? beside : Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("minutebook").path
    }()

    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    struct Result {
        let status: Int32
        let output: String
    }

    /// Runs a shell line in a folder, with `minutebook` on the path; output and errors together.
    static func shell(_ line: String, in folder: String) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }

    static var environment: [String: String] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return [
            "PATH": folder + ":/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "en_US.UTF-8", "HOME": "/tmp", "USER": "clerk",
            "SEEDS": repository + "/seeds", "SWIFT_BACKTRACE": "enable=no",
        ]
    }
}

/// A folder that goes when the test does.
final class Workplace {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
