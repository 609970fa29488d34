import Foundation
import Glibc
import Testing

/// `afterbell demo` in a process of its own, as people run it.
final class DemoProcess {
    private let process = Process()
    private let output: URL

    init(_ demo: SmallDemo, folder: String, port: Int, options: [String] = []) throws {
        output = FileManager.default.temporaryDirectory.appending(path: "demo-output-\(UUID().uuidString.prefix(8))")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "afterbell")
        process.executableURL = program
        process.arguments = ["demo", "--port", "\(port)", "--folder", folder] + options
        process.environment = ProcessInfo.processInfo.environment.merging(["AFTERBELL_DEMO": demo.folder.path]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: output)
    }

    /// All that it has said.
    var said: String {
        (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    }

    /// Waits until it says something, at most a minute; false when it doesn't.
    func says(_ text: String) async throws -> Bool {
        for _ in 0..<1_200 {
            if said.contains(text) { return true }
            guard process.isRunning else { return said.contains(text) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Sends a signal, unless nil, and waits for the end. Returns the exit status.
    func end(by signal: Int32? = nil) async throws -> Int32 {
        if let signal { kill(process.processIdentifier, signal) }
        for _ in 0..<1_200 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        try #require(!process.isRunning)
        return process.terminationStatus
    }

    /// The processes of a PostgreSQL that works on a folder.
    static func servers(on folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { name in
            guard Int(name) != nil else { return false }
            let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")
            return place?.hasPrefix("\(folder)/") == true
        }
    }
}
