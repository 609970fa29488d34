import Evidence
import Hummingbird
import Logging
import Testing

@testable import afterbell

/// A server that answers everything in one way.
struct FakeWitness {
    var limit = Duration.seconds(20)
    let answer: @Sendable (Request) async throws -> Response

    func asked(_ key: VerifierKey, _ body: @Sendable (WitnessClient) async throws -> Void) async throws {
        let router = Router()
        router.post("**") { [answer] request, _ in try await answer(request) }
        router.get("**") { [answer] request, _ in try await answer(request) }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await application.run() }
        defer { running.cancel() }
        let number = try #require(await ports.first { _ in true })
        try await WitnessClient.withHTTP { http in
            try await body(
                WitnessClient(url: "http://127.0.0.1:\(number)/prefix/", key: key, http: http, limit: limit))
        }
    }
}
