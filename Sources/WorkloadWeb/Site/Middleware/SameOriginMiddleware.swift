import HTTPTypes
import Hummingbird
import Workload

/// Refuses a POST that another site sent: by `Sec-Fetch-Site`, else by `Origin`. The token in each form is the second
/// lock. Source: OWASP cross-site request forgery prevention, fetch metadata.
struct SameOriginMiddleware<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method != .get, request.method != .head, !isSameOrigin(request) {
            throw WorkloadError(
                .forbidden, "This form was sent from another site. Open the page here and send it again.")
        }
        return try await next(request, context)
    }

    private func isSameOrigin(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        let host = origin.split(separator: "/").last.map(String.init)
        return host != nil && host == request.head.authority
    }
}
