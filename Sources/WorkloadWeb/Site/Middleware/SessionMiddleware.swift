import Hummingbird
import Workload

/// Finds out who is behind the session cookie. Who is not signed in has a visit: a secret for the forms before that.
struct SessionMiddleware: RouterMiddleware {
    let cookies: SiteCookies
    let callers: CallerCache

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let desk = context.desk, let secret = cookies.session(of: request),
            let caller = try await caller(secret, at: desk, request)
        {
            context.secret = secret
            context.caller = caller
            return try await next(request, context)
        }
        let known = cookies.visit(of: request)
        let visit = known ?? SessionSecret()
        context.secret = visit
        var response = try await next(request, context)
        if known == nil, response.headers[values: .setCookie].isEmpty {
            response.setCookie(cookies.visit(visit))
        }
        return response
    }

    /// Somebody who is signing in needs no session: with the records out of reach, their form is answered all the same.
    private func caller(_ secret: SessionSecret, at desk: DistrictDesk, _ request: Request) async throws -> Caller? {
        do {
            return try await callers.caller(secret, at: desk)
        } catch
            where request.method == .post && request.uri.path == Links.signIn
            && WorkloadError(explaining: error).kind == .unavailable
        {
            return nil
        }
    }
}
