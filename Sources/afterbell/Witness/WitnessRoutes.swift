import Evidence
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What a witness answers over HTTP. Source: C2SP tlog-witness.
struct WitnessRoutes {
    let desk: WitnessDesk
    let witness: Witness
    let logger: Logger

    /// The router with both addresses.
    var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.post("add-checkpoint", use: addCheckpoint)
        router.get(":log/checkpoint", use: latestCheckpoint)
        return router
    }

    @Sendable private func addCheckpoint(_ request: Request, context: BasicRequestContext) async throws -> Response {
        let body = try await request.body.collect(upTo: CosignRequest.mostBytes)
        do {
            let statement = try witness.statement(in: CosignRequest(parsing: Array(body.readableBytesView)))
            return try await cosign(statement)
        } catch let refusal as WitnessRefusal {
            return Self.answer(HTTPResponse.Status(code: refusal.status), refusal.contentType, refusal.body)
        }
    }

    private func cosign(_ statement: LogStatement) async throws -> Response {
        let log: Logger.Metadata = [
            "log": "\(statement.origin.text)", "size": "\(statement.checkpoint.head.size)",
        ]
        do {
            let cosigned = try await desk.cosign(statement)
            logger.info("cosigned", metadata: log)
            return Self.answer(.ok, Self.plain, cosigned.answer)
        } catch let refusal as WitnessRefusal {
            await note(refusal, of: statement, log)
            throw refusal
        } catch let refusal as SystemRefusal {
            logger.error(
                "not cosigned, because it can't be kept", metadata: log.merging(["error": "\(refusal)"]) { $1 })
            return Self.answer(.internalServerError, Self.plain, "This witness can't keep its word now.\n")
        }
    }

    /// Tells the operator of what is more than a request in vain. Another root at the same size is the log's own proof
    /// against itself; a proof that doesn't hold may be a mistake on the way.
    private func note(_ refusal: WitnessRefusal, of statement: LogStatement, _ log: Logger.Metadata) async {
        switch refusal {
        case .inconsistent(.otherRoot), .inconsistent(.notEmpty):
            let place = await keep(statement, as: "two-trees")
            logger.critical("the log signed two different trees of this size", metadata: log.merging(place) { $1 })
        case .inconsistent(.badProof):
            let place = await keep(statement, as: "unproven")
            logger.error("the log signed what is not shown to follow", metadata: log.merging(place) { $1 })
        case .forgotten:
            logger.critical(
                "the state folder is older than what this witness cosigned: stop it, and retire its key", metadata: log)
        case .clockBehind:
            logger.error("not cosigned, because the clock stands before the last cosignature", metadata: log)
        default:
            logger.info("not cosigned", metadata: log.merging(["reason": "\(refusal)"]) { $1 })
        }
    }

    private func keep(_ statement: LogStatement, as kind: String) async -> Logger.Metadata {
        do {
            return ["kept": "\(try await desk.keepRefused(statement, as: kind) ?? "not: there are too many")"]
        } catch {
            return ["kept": "not: \(error)"]
        }
    }

    @Sendable private func latestCheckpoint(
        _ request: Request, context: BasicRequestContext
    ) async throws -> Response {
        guard let latest = await desk.latest(hash: try context.parameters.require("log")) else {
            throw HTTPError(.notFound)
        }
        return Self.answer(.ok, Self.plain, String(decoding: latest.note.bytes, as: UTF8.self))
    }

    private static let plain = "text/plain; charset=utf-8"

    private static func answer(_ status: HTTPResponse.Status, _ contentType: String, _ body: String) -> Response {
        let fields: HTTPFields = [.contentType: contentType, .cacheControl: "no-store"]
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }
}
