import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WorkUnits
import Workload

/// Recording entries by program: `POST /api/entries`, one JSON object, one statement in the database.
///
/// The caller is the session's, found by that statement and not before. The header `X-Anti-Forgery` carries the
/// session's token. Sending the same again answers the same. Described in docs/reference/api.md.
struct EntryAPIRoutes: Sendable {
    let cookies: SiteCookies

    func add(to router: some RouterMethods<SiteContext>) {
        router.post("\(Links.apiEntries)", use: record)
    }

    @Sendable
    private func record(_ request: Request, context: SiteContext) async throws -> Response {
        guard let desk = context.desk, let secret = cookies.session(of: request) else { throw SignInNeeded() }
        guard request.headers[.antiForgery]?.isSameText(as: secret.antiForgeryToken) == true else {
            throw WorkloadError(.forbidden, "The header X-Anti-Forgery does not carry this session's token.")
        }
        var request = request
        let body = try await request.collectBody(upTo: context.maxUploadSize)
        let draft = try EntryMessage.read(Data(body.readableBytesView)).draft()
        do {
            let answer = try await desk.entries.record(draft, under: secret)
            let receipt = desk.proofs.receiptKey?.receipt(of: answer.event)
            return try .json(EntryReceipt(draft.id, answer, receipt), status: answer.isReplay ? .ok : .created)
        } catch let error as WorkloadError where error.rule == "no_session" {
            throw SignInNeeded()
        }
    }
}

/// What became of an entry, as JSON.
private struct EntryReceipt: Encodable {
    let id: String
    let version: Int
    let state: String
    let held_by: String?
    let received_at: String
    /// A signed note (docs/reference/packet.md); left out where the server has no key.
    let receipt: String?

    init(_ id: UUID, _ answer: EntryAnswer, _ receipt: SignedNote?) {
        self.id = id.text
        version = answer.version
        state = answer.state.code
        if case .heldByOverlap(let other) = answer.state { held_by = other.text } else { held_by = nil }
        received_at = answer.receivedAt.description
        self.receipt = receipt.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

extension Response {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }
}
