import HTTPTypes
import Hummingbird
import Logging
import WorkUnits
import Workload

/// Signing in and out.
struct SignInRoutes: Sendable {
    let views: SignInViews
    let cookies: SiteCookies
    let languages: LanguageCookies
    let callers: CallerCache
    let now: @Sendable () -> Instant

    private var pages: SitePages { views.pages }
    private var options: SiteOptions { views.options }

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
        return try views.page(form, hadSession ? .ended : .none, .ok, request, context)
    }

    @Sendable
    private func signIn(_ request: Request, context: SiteContext) async throws -> Response {
        var form = try await request.typedForm(SignInForm.self, context: context)
        form.carry(CarriedForm(form))
        do {
            if context.caller != nil { return try await goOn(form, request, context) }
            guard form.isOf(context.secret) else { return try views.page(form, .old, .forbidden, request, context) }
            return try await tryToSignIn(&form, request, context)
        } catch  where WorkloadError(explaining: error).kind == .unavailable {
            context.logger.error(
                "a sign-in found the records out of reach", metadata: ["error": "\(String(reflecting: error))"])
            var context = context
            context.caller = nil
            return try views.page(form, .unavailable, .serviceUnavailable, request, context)
        }
    }

    private func tryToSignIn(
        _ form: inout SignInForm, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        if let chosen = options.demoPeople.first(where: { $0.account == form.demo }) {
            form.name = chosen.account
            form.password = chosen.password
        }
        guard let desk = context.desk else { throw SignInNeeded() }
        let outcome = try await desk.signIns.signIn(
            name: String((form.name ?? "").prefix(255)), password: String((form.password ?? "").prefix(1024)),
            network: network(of: request, context), device: Self.device(of: request), district: desk.district)
        switch outcome {
        case .signedIn(let secret): return try await signedIn(secret, form, request, context)
        case .refused: return try views.page(form, .failed, .unprocessableContent, request, context)
        case .wait(let seconds):
            var response = try views.page(form, .wait(seconds: seconds), .tooManyRequests, request, context)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    private func signedIn(
        _ secret: SessionSecret, _ form: SignInForm, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        var context = context
        context.secret = secret
        if let desk = context.desk {
            context.caller = try await caller(secret, at: desk, choosing: LanguageCookies.chosen(by: request))
        }
        var response = try await goOn(form, request, context)
        response.setCookie(cookies.session(secret))
        if let language = context.caller.flatMap({ Language(rawValue: $0.language) }) {
            languages.remember(language, isChoice: false, in: &response)
        }
        languages.forgetChoice(in: &response)
        return response
    }

    /// The page to go on to: the record form that was carried along, to check and save, where they typed it themselves;
    /// else a page they wanted.
    private func goOn(_ form: SignInForm, _ request: Request, _ context: SiteContext) async throws -> Response {
        let start = Response.redirect(to: form.next?.localPath ?? Links.home)
        guard let carried = CarriedForm(form), let desk = context.desk, let caller = context.caller,
            try await desk.sessions.wasOwn(carried.session, as: caller)
        else { return start }
        let forms = EntryForms(pages: pages, now: now())
        return try await forms.page(carried, request, SignedInContext(context: context)) ?? start
    }

    /// Who has just signed in. A language chosen before signing in becomes the account's.
    private func caller(
        _ secret: SessionSecret, at desk: DistrictDesk, choosing language: Language?
    ) async throws -> Caller? {
        let caller = try await desk.signIns.caller(secret, in: desk.district)
        guard let caller, let language, language.rawValue != caller.language else { return caller }
        try await desk.sessions.choose(language: language.rawValue, as: caller)
        return try await desk.signIns.caller(secret, in: desk.district)
    }

    @Sendable
    private func signOut(_ request: Request, context: SiteContext) async throws -> Response {
        if let caller = context.caller, let desk = context.desk {
            _ = try await request.form(ButtonForm.self, secret: context.secret, context: context)
            try await desk.sessions.end(caller.sessionID, as: caller)
            callers.forgetAll()
        }
        var response = Response.redirect(to: Links.signedOut)
        response.setCookie(cookies.noSession)
        languages.forgetChoice(in: &response)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }

    @Sendable
    private func signedOut(_ request: Request, context: SiteContext) async throws -> Response {
        try pages.html(SignedOutPage(pages.context(request, context)))
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
