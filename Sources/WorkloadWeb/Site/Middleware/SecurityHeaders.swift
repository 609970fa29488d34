import HTTPTypes
import Hummingbird

/// Headers that every answer carries. Source: `docs/threat-model.md`; OWASP ASVS 5.0 section 3.4.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    let isSecure: Bool

    private static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // "no-referrer" would make browsers send "Origin: null" with our own forms.
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension HTTPField.Name {
    static var referrerPolicy: Self { Self(validated: "Referrer-Policy") }
    static var crossOriginOpenerPolicy: Self { Self(validated: "Cross-Origin-Opener-Policy") }
    static var fetchSite: Self { Self(validated: "Sec-Fetch-Site") }
    static var forwardedFor: Self { Self(validated: "X-Forwarded-For") }
    static var requestID: Self { Self(validated: "X-Request-Id") }
    static var antiForgery: Self { Self(validated: "X-Anti-Forgery") }

    /// A name that is known to be one.
    private init(validated name: String) {
        guard let field = Self(name) else { preconditionFailure("\(name) is not the name of a header") }
        self = field
    }
}
