import HTTPTypes
import Hummingbird
import Workload

/// Refuses what a browser sends, unless it says that a page of ours sent it: by `Sec-Fetch-Site`, else by `Origin`. The
/// token in each form is the second lock. Source: OWASP cross-site request forgery prevention, fetch metadata.
///
/// Programs that use the API send neither header. Theirs is `X-Anti-Forgery`, which no page of another site can set.
struct SameOriginMiddleware<Context: RequestContext>: RouterMiddleware {
    /// Whether pages are served over TLS.
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || isAllowed(request) else {
            throw WorkloadError(
                .forbidden, "This form was sent from another site. Open the page here and send it again.",
                rule: .formIsFromElsewhere)
        }
        return try await next(request, context)
    }

    private func isAllowed(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" }
        if let origin = request.headers[.origin] { return origin == ownOrigin(request) }
        return request.uri.path == Links.apiEntries && request.headers[.antiForgery] != nil
    }

    /// Scheme and host as the browser has them; nil without a host.
    private func ownOrigin(_ request: Request) -> String? {
        request.head.authority.map { (isSecure ? "https://" : "http://") + $0 }
    }
}
