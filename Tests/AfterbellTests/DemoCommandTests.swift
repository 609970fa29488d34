import Foundation
import Glibc
import Testing

@testable import afterbell

@Suite(.serialized, .timeLimit(.minutes(3))) struct DemoCommandTests {
    @Test func `stopped at any moment it leaves no PostgreSQL behind and keeps its data`() async throws {
        let demo = try SmallDemo(entries: 1)
        defer { demo.remove() }
        try await withFolder { folder, port in
            let cut = try DemoProcess(demo, folder: folder, port: port)
            #expect(try await cut.says("Opening 2 accounts"))
            #expect(!DemoProcess.servers(on: folder).isEmpty)
            #expect(try await cut.end(by: SIGTERM) == 128 + SIGTERM)
            #expect(DemoProcess.servers(on: folder).isEmpty)

            let second = try DemoProcess(demo, folder: folder, port: port)
            #expect(try await second.says("Ctrl-C stops it."), "\(second.said)")
            try await isRefused(demo, port: port)
            #expect(try await second.end(by: SIGINT) == 0)
            #expect(DemoProcess.servers(on: folder).isEmpty)

            let third = try DemoProcess(demo, folder: folder, port: port)
            #expect(try await third.says("Ctrl-C stops it."))
            #expect(!third.said.contains("Loading the roster"))
            #expect(try await third.end(by: SIGTERM) == 0)

            let fresh = try DemoProcess(demo, folder: folder, port: port, options: ["--fresh"])
            #expect(try await fresh.says("Loading the roster"))
            #expect(fresh.said.contains("Deleting the data"))
            #expect(try await fresh.end(by: SIGINT) == 128 + SIGINT)
            #expect(DemoProcess.servers(on: folder).isEmpty)
        }
    }

    /// Another start on a taken port says so at once, before it makes anything.
    private func isRefused(_ demo: SmallDemo, port: Int) async throws {
        let folder = "/tmp/afterbell-test-\(UUID().uuidString.prefix(8))"
        let refused = try DemoProcess(demo, folder: folder, port: port)
        #expect(try await refused.end() != 0)
        #expect(refused.said.contains("Port \(port) is in use."))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `a signal while PostgreSQL starts is heeded`() async throws {
        let demo = try SmallDemo(entries: 0)
        defer { demo.remove() }
        try await withFolder { folder, port in
            let process = try DemoProcess(demo, folder: folder, port: port)
            #expect(try await process.says("Making a private PostgreSQL"))

            #expect(try await process.end(by: SIGTERM) == 128 + SIGTERM)

            #expect(!process.said.contains("Bringing the database up to date"))
            #expect(DemoProcess.servers(on: folder).isEmpty)
        }
    }

    /// Lends the path of a folder that isn't there yet, and a free port; removes what is left.
    private func withFolder(_ body: (String, Int) async throws -> Void) async throws {
        let folder = "/tmp/afterbell-test-\(UUID().uuidString.prefix(8))"
        defer {
            if let place = try? ClusterFolder(folder, account: ServerAccount()) { RunningServer(on: place)?.stop() }
            try? FileManager.default.removeItem(atPath: folder)
        }
        let port = try TakenPort()
        port.give()
        try await body(folder, port.number)
    }
}
