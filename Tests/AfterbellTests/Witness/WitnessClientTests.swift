import Evidence
import Foundation
import Hummingbird
import Logging
import NIOCore
import SampleLog
import Testing

@testable import afterbell

/// Somebody else answers in a witness's place.
@Suite(.timeLimit(.minutes(2))) struct WitnessClientTests {
    private let log: SampleLog
    private let key: VerifierKey
    private let request: CosignRequest

    init() throws {
        log = try SampleLog(size: 9, forkedAt: 5)
        key = try SampleKey.key("example.org/union", .cosignature, 2).verifier
        request = try log.request(from: 0, to: 9)
    }

    @Test func `the address and the body are those of the protocol`() async throws {
        let wanted = request.bytes
        let fake = FakeWitness { question in
            let body = try await question.body.collect(upTo: 1 << 20)
            guard question.uri.path == "/prefix/add-checkpoint", Array(body.readableBytesView) == wanted else {
                return Response(status: .badRequest)
            }
            return Response(
                status: .conflict, headers: [.contentType: "text/x.tlog.size"],
                body: .init(byteBuffer: ByteBuffer(string: "7\n")))
        }
        try await fake.asked(key) { client in
            let answer = try await client.cosign(request)
            #expect(answer == .otherSize(7))
        }
    }

    @Test func `a redirect is not followed`() async throws {
        let fake = FakeWitness { question in
            guard question.uri.path.hasPrefix("/prefix") else { return Response(status: .ok) }
            return Response(status: .temporaryRedirect, headers: [.location: "/elsewhere"])
        }
        try await fake.asked(key) { client in
            let answer = try await client.cosign(request)
            #expect(answer == .refused(status: 307, ""))
            await #expect(throws: WitnessUnreachable.unexpected(client.url, status: 307)) {
                try await client.latest(of: log.key.verifier.name)
            }
        }
    }

    @Test func `a long answer is not read to its end`() async throws {
        for (length, isRead) in [(WitnessAnswer.mostBytes, true), (WitnessAnswer.mostBytes + 1, false)] {
            let fake = FakeWitness { _ in
                let body = ByteBuffer(string: String(repeating: "a", count: length))
                return Response(status: .serviceUnavailable, body: .init(byteBuffer: body))
            }
            try await fake.asked(key) { client in
                let answer = try? await client.cosign(request)
                #expect((answer != nil) == isRead)
            }
        }
        let endless = FakeWitness { _ in
            let part = ByteBuffer(string: String(repeating: "a", count: 1 << 16))
            return Response(
                status: .ok,
                body: ResponseBody { writer in
                    while true { try await writer.write(part) }
                })
        }
        try await endless.asked(key) { client in
            await #expect(throws: WitnessUnreachable.silent(client.url, "the answer is too long")) {
                try await client.cosign(request)
            }
        }
    }

    @Test func `an answer that never comes, or never ends, is not waited for`() async throws {
        let (never, open) = AsyncStream.makeStream(of: Void.self)
        let fake = FakeWitness(limit: .milliseconds(200)) { question in
            guard question.method == .post else {
                for await _ in never {}
                return Response(status: .ok)
            }
            return Response(
                status: .ok,
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "— example.org/union "))
                    for await _ in never {}
                    try await writer.finish(nil)
                })
        }
        try await fake.asked(key) { client in
            let late = WitnessUnreachable.silent(client.url, "it took too long")
            await #expect(throws: late) { try await client.cosign(request) }
            await #expect(throws: late) {
                try await client.latest(of: log.key.verifier.name)
            }
        }
        open.finish()
    }

    @Test func `nobody there, and a success that is no cosignature`() async throws {
        let taken = try TakenPort()
        let free = taken.number
        taken.give()
        try await WitnessClient.withHTTP { http in
            let client = try WitnessClient(url: "http://127.0.0.1:\(free)", key: key, http: http)
            await #expect(throws: WitnessUnreachable.self) { try await client.cosign(request) }
        }
        let fake = FakeWitness { _ in
            Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "<html>Sign in to the guest network\n")))
        }
        try await fake.asked(key) { client in
            await #expect(throws: NoteFault.self) { try await client.cosign(request) }
            await #expect(throws: WitnessUnreachable.noCheckpoint(client.url)) {
                try await client.latest(of: log.key.verifier.name)
            }
        }
    }

    @Test(arguments: [
        "", "union.example.org", "ftp://union.example.org", "file:///etc/passwd", "http://a b", "http://a/?b",
        "http://a/#b", "http://user:word@a", "http://\u{E9}.example.org", "http://a\nb",
    ])
    func `what is no address of a witness is refused`(url: String) async throws {
        try await WitnessClient.withHTTP { http in
            _ = #expect(throws: WitnessUnreachable.badAddress(url)) {
                try WitnessClient(url: url, key: key, http: http)
            }
        }
    }
}
