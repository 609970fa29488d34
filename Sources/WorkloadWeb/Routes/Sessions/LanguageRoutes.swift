import Hummingbird
import Workload

/// The switch between English and Spanish: of the person when signed in, else of the visit.
struct LanguageRoutes: Sendable {
    let cookies: LanguageCookies
    let callers: CallerCache

    func add(to router: some RouterMethods<SiteContext>) {
        router.post("\(Links.language)", use: choose)
    }

    @Sendable
    private func choose(_ request: Request, context: SiteContext) async throws -> Response {
        let form = try await request.form(LanguageForm.self, secret: context.secret, context: context)
        guard let language = form.language.flatMap(Language.init) else {
            throw WorkloadError(.invalid, "Choose English or Spanish.", rule: .languageIsKnown)
        }
        if let caller = context.caller, let desk = context.desk {
            try await desk.sessions.choose(language: language.rawValue, as: caller)
            callers.forgetAll()
        }
        var response = Response.redirect(to: form.next?.localPath ?? Links.home)
        cookies.remember(language, isChoice: context.caller == nil, in: &response)
        return response
    }
}
