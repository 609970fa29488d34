import AsyncHTTPClient
import Evidence
import Foundation
import Glibc
import Testing

@testable import afterbell

/// `afterbell witness serve` in a process of its own.
final class WitnessProcess: @unchecked Sendable {  // changed by its init alone
    let url: String
    private let process = Process()
    private let output: URL

    /// Starts it, and waits until it listens.
    init(_ place: TemporaryPlace, log: VerifierKey, isNew: Bool) async throws {
        let port = try TakenPort()
        let number = port.number
        port.give()
        url = "http://127.0.0.1:\(number)"
        output = URL(filePath: place("output-\(UUID().uuidString.prefix(8))"))
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "afterbell")
        process.arguments =
            ["witness", "serve", "--key", place("key"), "--state", place("state")] + (isNew ? ["--new-state"] : [])
            + ["--log", log.description, "--port", "\(number)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        for _ in 0..<1_200 where !said.contains("listens at \(url)\n") && process.isRunning {
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(said.contains("listens at \(url)\n"), "\(said)")
    }

    deinit {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    /// All that it has said.
    var said: String {
        (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    }

    /// Sends a signal and waits for the end; the exit status.
    func end(by signal: Int32) async throws -> Int32 {
        Glibc.kill(process.processIdentifier, signal)
        for _ in 0..<1_200 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        try #require(!process.isRunning)
        return process.terminationStatus
    }
}
