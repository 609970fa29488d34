import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WorkUnits
import Workload

/// Recording entries by program: `POST /api/entries`, one JSON object, one statement in the database.
///
/// The caller is the session's; the header `X-Anti-Forgery` carries its token. Sending the same again answers the same.
/// Described in docs/reference/api.md.
struct EntryAPIRoutes: Sendable {
    func add(to router: some RouterMethods<SignedInContext>) {
        router.post("\(Links.apiEntries)", use: record)
    }

    @Sendable
    private func record(_ request: Request, context: SignedInContext) async throws -> Response {
        guard request.headers[.antiForgery]?.isSameText(as: context.secret.antiForgeryToken) == true else {
            throw WorkloadError(.forbidden, "The header X-Anti-Forgery does not carry this session's token.")
        }
        var request = request
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        let draft = try EntryMessage.read(Data(body.readableBytesView)).draft()
        let answer = try await context.desk.entries.record(draft, as: context.caller)
        return try .json(EntryReceipt(draft.id, answer), status: answer.isReplay ? .ok : .created)
    }
}

/// What became of an entry, as JSON.
private struct EntryReceipt: Encodable {
    let id: String
    let version: Int
    let state: String
    let held_by: String?
    let received_at: String

    init(_ id: UUID, _ answer: EntryAnswer) {
        self.id = id.text
        version = answer.version
        state = answer.state.code
        if case .heldByOverlap(let other) = answer.state { held_by = other.text } else { held_by = nil }
        received_at = answer.receivedAt.description
    }
}

extension Response {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }
}
