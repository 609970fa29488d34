import HTTPTypes
import Hummingbird
import Workload

/// Signing in and out.
struct SignInRoutes: Sendable {
    let pages: SitePages
    let cookies: SiteCookies
    let callers: CallerCache
    let options: SiteOptions

    func add(to router: some RouterMethods<SiteContext>) {
        router.get("\(Links.signIn)", use: show)
        router.post("\(Links.signIn)", use: signIn)
        router.post("\(Links.signOut)", use: signOut)
        router.get("\(Links.signedOut)", use: signedOut)
    }

    private struct NextQuery: Decodable {
        var next: String?
    }

    @Sendable
    private func show(_ request: Request, context: SiteContext) async throws -> Response {
        if context.caller != nil { return .redirect(to: Links.home) }
        var form = SignInForm()
        form.next = try request.queryForm(NextQuery.self).next?.localPath
        let hadSession = cookies.session(of: request) != nil
        return try page(form, hadSession ? .ended : .none, .ok, request, context)
    }

    @Sendable
    private func signIn(_ request: Request, context: SiteContext) async throws -> Response {
        var form = try await request.form(SignInForm.self, secret: context.secret, context: context)
        if let chosen = options.demoPeople.first(where: { $0.account == form.demo }) {
            form.name = chosen.account
            form.password = chosen.password
        }
        guard let desk = context.desk else { throw SignInNeeded() }
        let outcome = try await desk.signIns.signIn(
            name: String((form.name ?? "").prefix(255)), password: String((form.password ?? "").prefix(1024)),
            network: network(of: request, context), device: Self.device(of: request), district: desk.district)
        switch outcome {
        case .signedIn(let secret):
            var response = Response.redirect(to: form.next?.localPath ?? Links.home)
            response.setCookie(cookies.session(secret))
            return response
        case .refused: return try page(form, .failed, .unprocessableContent, request, context)
        case .wait(let seconds):
            var response = try page(form, .wait(seconds: seconds), .tooManyRequests, request, context)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    @Sendable
    private func signOut(_ request: Request, context: SiteContext) async throws -> Response {
        _ = try await request.form(ButtonForm.self, secret: context.secret, context: context)
        if let caller = context.caller, let desk = context.desk {
            try await desk.sessions.end(caller.sessionID, as: caller)
            callers.forgetAll()
        }
        var response = Response.redirect(to: Links.signedOut)
        response.setCookie(cookies.noSession)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }

    @Sendable
    private func signedOut(_ request: Request, context: SiteContext) async throws -> Response {
        try pages.html(SignedOutPage(pages.context(request, context)))
    }

    private func page(
        _ form: SignInForm, _ outcome: SignInPage.Outcome, _ status: HTTPResponse.Status, _ request: Request,
        _ context: SiteContext
    ) throws -> Response {
        let people = options.demoPeople.map {
            SignInPage.DemoPerson(account: $0.account, name: $0.name, role: $0.role)
        }
        return try pages.html(
            SignInPage(pages.context(request, context), form: form, outcome: outcome, demoPeople: people),
            status: status)
    }

    /// The address the request came from; behind our proxy the last one it noted.
    private func network(of request: Request, _ context: SiteContext) -> String {
        if options.trustsProxy, let noted = request.headers[.forwardedFor]?.split(separator: ",").last {
            return noted.filter { $0 != " " }
        }
        return context.remoteAddress?.ipAddress ?? "unknown"
    }

    private static func device(of request: Request) -> String {
        String((request.headers[.userAgent] ?? "").prefix(200))
    }
}

extension HTTPField.Name {
    static var clearSiteData: Self { Self("Clear-Site-Data") ?? .cacheControl }
}
