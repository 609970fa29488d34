import AsyncHTTPClient
import Evidence
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SampleLog
import Testing

@testable import afterbell

/// A witness that listens on a port of this machine, in this process, and a log to ask it about.
struct ServedWitness {
    let log: SampleLog
    let key: SigningKey
    let client: WitnessClient
    let http: HTTPClient
    let place: TemporaryPlace
    var url: String { client.url }

    /// Runs a witness for the length of a test.
    static func with(
        _ log: SampleLog, _ body: @escaping @Sendable (ServedWitness) async throws -> Void
    ) async throws {
        try await with(logs: [log.key.verifier]) { key, client, http, place in
            try await body(ServedWitness(log: log, key: key, client: client, http: http, place: place))
        }
    }

    /// Runs a witness of these logs for the length of a test.
    static func with(
        logs: [VerifierKey],
        _ body: @escaping @Sendable (SigningKey, WitnessClient, HTTPClient, TemporaryPlace) async throws -> Void
    ) async throws {
        let place = try TemporaryPlace()
        let key = try SampleKey.key("example.org/union", .cosignature, 2)
        let witness = try Witness(key: key, logs: logs)
        let folder = try WitnessFolder(place("state"), of: key.verifier, isNew: true)
        let desk = try WitnessDesk(witness, folder: folder, now: { .now })
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        logger.handler = SwiftLogNoOpLogHandler()
        let serving = WitnessServing(witness: witness, desk: desk, host: "127.0.0.1", port: 0, logger: logger)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await serving.run { port.yield($0) } }
        do {
            let number = try #require(await ports.first { _ in true })
            try await WitnessClient.withHTTP { http in
                let client = try WitnessClient(url: "http://127.0.0.1:\(number)", key: key.verifier, http: http)
                try await body(key, client, http, place)
            }
        } catch {
            running.cancel()
            throw error
        }
        running.cancel()
        try? await running.value
    }

    /// Sends a body as it is: status, media type, answer.
    func post(_ body: [UInt8], to path: String = "/add-checkpoint") async throws -> (Int, String?, String) {
        var question = HTTPClientRequest(url: url + path)
        question.method = .POST
        question.body = .bytes(body)
        return try await ask(question)
    }

    func get(_ path: String) async throws -> (Int, String?, String) {
        try await ask(HTTPClientRequest(url: url + path))
    }

    private func ask(_ question: HTTPClientRequest) async throws -> (Int, String?, String) {
        let answer = try await http.execute(question, timeout: .seconds(20))
        let body = try await answer.body.collect(upTo: 1 << 20)
        return (
            Int(answer.status.code), answer.headers.first(name: "Content-Type"),
            String(decoding: body.readableBytesView, as: UTF8.self)
        )
    }
}
