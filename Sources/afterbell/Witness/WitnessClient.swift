import AsyncHTTPClient
import Evidence
import NIOCore
import NIOHTTP1

/// Asks a witness over HTTP. Source: C2SP tlog-witness.
struct WitnessClient: Sendable {
    /// What stands before `/add-checkpoint`, without a slash at its end.
    let url: String
    /// The key of the witness; what others signed counts for nothing.
    let key: VerifierKey
    private let http: HTTPClient
    private let limit: Duration

    /// - Parameter limit: how long one question may take, from connecting to the last byte of the answer.
    /// - Throws: ``WitnessUnreachable/badAddress(_:)`` when the address is not one of HTTP or HTTPS.
    init(url: String, key: VerifierKey, http: HTTPClient, limit: Duration = .seconds(5)) throws(WitnessUnreachable) {
        let isPlain = url.utf8.allSatisfy { (0x21..<0x7F).contains($0) } && !url.contains { "?#@".contains($0) }
        guard isPlain, url.hasPrefix("https://") || url.hasPrefix("http://") else { throw .badAddress(url) }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.key = key
        self.http = http
        self.limit = limit
    }

    /// Lends what questions are sent with: no redirect is followed, and no step waits longer than five seconds.
    static func withHTTP<Result: Sendable>(_ body: (HTTPClient) async throws -> Result) async throws -> Result {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(5), write: .seconds(5))
        configuration.httpVersion = .http1Only
        // Where nobody listens, the answer is that at once; whoever asks decides when to ask again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(configuration: configuration, body)
    }

    /// Asks for a cosignature.
    ///
    /// - Returns: the signatures, which were checked; or the size to prove from; or the refusal.
    /// - Throws: ``WitnessUnreachable``; `NoteFault` when the answer is no cosignature of this witness.
    func cosign(_ request: CosignRequest) async throws -> WitnessAnswer {
        var question = HTTPClientRequest(url: url + "/add-checkpoint")
        question.method = .POST
        question.headers.add(name: "Content-Type", value: "text/plain; charset=utf-8")
        question.body = .bytes(request.bytes)
        let answer = try await ask(question)
        return try WitnessAnswer(
            status: answer.status, contentType: answer.contentType, body: answer.body, to: request, by: [key])
    }

    /// What the witness cosigned last of a log, with its signature, which was checked, and the log's, which is for the caller to check;
    /// nil when nothing ever, or when it does not say.
    ///
    /// - Parameter log: the name of the log.
    /// - Throws: ``WitnessUnreachable``, also when the answer is not that log's checkpoint with this witness's cosignature.
    func latest(of log: KeyName) async throws(WitnessUnreachable) -> SignedNote? {
        let answer = try await ask(HTTPClientRequest(url: "\(url)/\(log.hash)/checkpoint"))
        if answer.status == 404 { return nil }
        guard answer.status == 200 else { throw .unexpected(url, status: answer.status) }
        guard let note = try? SignedNote(parsing: answer.body), let checkpoint = try? Checkpoint(note.text),
            KeyName(checkpoint.origin) == log, (try? note.verified(by: [key])) != nil
        else { throw .noCheckpoint(url) }
        return note
    }

    private struct Answer {
        let status: Int
        let contentType: String?
        let body: [UInt8]
    }

    private func ask(_ question: HTTPClientRequest) async throws(WitnessUnreachable) -> Answer {
        do {
            return try await within(limit) { [http] in
                let response = try await http.execute(question, deadline: .now() + .hours(1))
                let body = try await response.body.collect(upTo: WitnessAnswer.mostBytes)
                return Answer(
                    status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
                    body: Array(body.readableBytesView))
            }
        } catch {
            throw WitnessUnreachable(url, error)
        }
    }

    /// An answer that trickles in would outlast limits on each of its parts.
    private func within<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else { throw TookTooLong() }
            return result
        }
    }
}

private struct TookTooLong: Error {}

/// A witness could not be asked.
enum WitnessUnreachable: Error, Equatable, CustomStringConvertible {
    /// The address is not one of HTTP or HTTPS.
    case badAddress(String)
    /// Nobody answered in time, or the answer was no HTTP or too long.
    case silent(String, String)
    /// Something else than a witness answers there.
    case unexpected(String, status: Int)
    /// What it shows is no checkpoint of that log, or not cosigned by this witness.
    case noCheckpoint(String)

    init(_ url: String, _ error: any Error) {
        switch error {
        case is NIOTooManyBytesError: self = .silent(url, "the answer is too long")
        case is TookTooLong: self = .silent(url, "it took too long")
        default: self = .silent(url, "\(error)")
        }
    }

    var description: String {
        switch self {
        case .badAddress(let url): "“\(url)” is no address of a witness. Write it like https://witness.example.org."
        case .silent(let url, let reason): "The witness at \(url) could not be asked: \(reason)."
        case .unexpected(let url, let status): "What answers at \(url) is no witness (status \(status))."
        case .noCheckpoint(let url):
            "What answers at \(url) shows no checkpoint of this log that the witness has cosigned."
        }
    }
}
