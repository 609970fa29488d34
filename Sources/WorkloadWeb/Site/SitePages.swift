import HTTPTypes
import Hummingbird
import NIOCore
import Workload

/// Renders pages as answers, in the language and clock of who asks.
struct SitePages: Sendable {
    let renderer: PageRenderer
    let assetVersion: String

    /// A page as an answer.
    func html(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        let html = try renderer.html(page)
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if status == .serviceUnavailable { headers[.retryAfter] = "2" }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// What every page of this request has in common.
    func context(_ request: Request, _ context: SiteContext) -> PageContext {
        make(
            request, desk: context.desk, caller: context.caller,
            secret: context.secret, language: Self.language(request))
    }

    /// What every page of this request has in common, for somebody signed in.
    func context(_ request: Request, _ context: SignedInContext) -> PageContext {
        make(
            request, desk: context.desk, caller: context.caller, secret: context.secret,
            language: Language(rawValue: context.caller.language) ?? .english)
    }

    private func make(
        _ request: Request, desk: DistrictDesk?, caller: Caller?, secret: SessionSecret?, language: Language
    ) -> PageContext {
        PageContext(
            language: caller.flatMap { Language(rawValue: $0.language) } ?? language,
            clock: .twelveHour,
            district: desk?.district.name ?? "",
            isDemo: desk?.district.isDemo ?? false,
            person: caller.map {
                SignedInPerson(name: $0.displayName, recordsTime: $0.employeeID != nil, readsPeople: $0.managesPeople)
            },
            antiForgery: secret?.antiForgeryToken ?? "",
            assetVersion: assetVersion,
            path: request.uri.string)
    }

    /// Before signing in: the language last used in this browser, else what the browser asks for first.
    private static func language(_ request: Request) -> Language {
        if let remembered = LanguageCookies.remembered(by: request) { return remembered }
        let asked = request.headers[.acceptLanguage]?.lowercased() ?? ""
        return asked.hasPrefix("es") ? .spanish : .english
    }
}
