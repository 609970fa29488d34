import HTTPTypes
import Hummingbird
import Logging
import Workload

/// Turns what went wrong into a page that says what happened and what to do, with the request's id.
struct ErrorPages: RouterMiddleware {
    let pages: SitePages
    let logger: Logger

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch  where request.uri.path.hasPrefix("/api/") {
            return try problem(for: error, context)
        } catch is SignInNeeded {
            let target = request.method == .get ? request.uri.string : Links.home
            return .redirect(to: Links.path(Links.signIn, query: [("next", target == Links.home ? "" : target)]))
        } catch {
            return try page(for: error, request: request, context: context)
        }
    }

    /// - Parameter kept: what was typed, to be sent again.
    func page(for error: any Error, request: Request, context: SiteContext, kept: KeptForm? = nil) throws -> Response {
        let status = Self.status(of: error)
        if status.code >= 500 {
            logger.error(
                "\(request.method) \(request.uri.path) failed",
                metadata: ["request": "\(context.requestNumber)", "error": "\(String(reflecting: error))"])
        }
        let frame = pages.context(request, context)
        let page = ErrorPage(
            frame, status: Int(status.code), requestID: context.requestNumber, advice: Self.advice(of: error, frame),
            kept: kept)
        return try pages.html(page, status: status)
    }

    /// Programs get RFC 9457 problem details.
    private func problem(for error: any Error, _ context: SiteContext) throws -> Response {
        let status = error is SignInNeeded ? .unauthorized : Self.status(of: error)
        let explained = WorkloadError(explaining: error)
        let problem = Problem(
            title: status.reasonPhrase, status: Int(status.code),
            detail: error is SignInNeeded ? "Sign in first." : explained.message, rule: explained.rule,
            request: context.requestNumber)
        var response = try Response.json(problem, status: status)
        response.headers[.contentType] = "application/problem+json"
        return response
    }

    private struct Problem: Encodable {
        let title: String
        let status: Int
        let detail: String
        let rule: String?
        let request: String
    }

    /// One switch from kind to status.
    private static func status(of error: any Error) -> HTTPResponse.Status {
        if let error = error as? any HTTPResponseError { return error.status }
        return switch WorkloadError(explaining: error).kind {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .conflict: .conflict
        case .forbidden: .forbidden
        case .unavailable: .serviceUnavailable
        case .internal: .internalServerError
        }
    }

    /// Words for the rule that was broken say more than the usual ones.
    private static func advice(of error: any Error, _ page: PageContext) -> String? {
        WorkloadError(explaining: error).rule.flatMap { page.texts.rules[$0] }
    }
}
