import Foundation
import Synchronization

/// Runs programs of this machine. Every call blocks its thread; see ``onOwnThread(_:)``.
enum Program {
    /// A clean environment: nothing of ours (such as `PGHOST`) reaches the programs.
    private static let environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"]

    /// Starts a program and returns at once.
    ///
    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - input: what the program reads; nothing if left out.
    ///   - output: where its output and errors go; nowhere if left out.
    ///   - extra: variables beside the clean environment.
    static func start(
        _ command: [String],
        input: FileHandle = .nullDevice,
        output: FileHandle = .nullDevice,
        extra: [String: String] = [:]
    ) throws(PrivateClusterError) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment.merging(extra) { $1 }
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
        } catch {
            throw .refused(action: "run", path: command[0], reason: "\(error.localizedDescription)")
        }
        return process
    }

    /// Runs a program to its end and returns its exit status.
    static func run(
        _ command: [String],
        input: FileHandle = .nullDevice,
        output: FileHandle = .nullDevice
    ) throws(PrivateClusterError) -> Int32 {
        let process = try start(command, input: input, output: output)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs a program and returns the line it prints; nil when it fails or isn't there.
    static func line(of command: [String]) -> String? {
        let pipe = Pipe()
        guard let process = try? start(command, output: pipe.fileHandleForWriting) else { return nil }
        try? pipe.fileHandleForWriting.close()
        let printed = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Runs blocking work on a thread of its own, so that Swift's few threads stay free.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "afterbell.embedded").async {
            continuation.resume(with: Result { try work() })
        }
    }
}

/// Tells blocking work on another thread that its task was cancelled.
final class CancelledFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
}
