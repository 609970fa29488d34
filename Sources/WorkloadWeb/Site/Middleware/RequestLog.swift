import Hummingbird
import Logging

/// Notes each answer: method, path, status, time taken. Never a query, a form, a name or an address.
struct RequestLog: RouterMiddleware {
    let logger: Logger

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestNumber
        logger.debug(
            "\(request.method) \(request.uri.path) \(response.status.code)",
            metadata: ["request": "\(context.requestNumber)", "took": "\(ContinuousClock.now - start)"])
        return response
    }
}
