import Hummingbird
import Workload

/// The two cookies of the site: the session, and the visit before signing in.
///
/// Over TLS both carry the `__Host-` prefix: a browser accepts them only with Secure, for this host and all paths.
/// Source: OWASP ASVS 5.0 section 3.3.
struct SiteCookies: Sendable {
    let isSecure: Bool

    private var prefix: String { isSecure ? "__Host-" : "" }
    private var sessionName: String { "\(prefix)afterbell-session" }
    private var visitName: String { "\(prefix)afterbell-visit" }

    func session(of request: Request) -> SessionSecret? {
        request.cookies[sessionName].flatMap { SessionSecret(cookie: $0.value) }
    }

    func visit(of request: Request) -> SessionSecret? {
        request.cookies[visitName].flatMap { SessionSecret(cookie: $0.value) }
    }

    /// The session cookie of somebody who just signed in. The session ends after 12 hours; its cookie stays for 24, so
    /// that a form sent too late can be told to be theirs.
    func session(_ secret: SessionSecret) -> Cookie { cookie(sessionName, secret.text, maxAge: 24 * 3600) }

    /// Ends the session cookie.
    var noSession: Cookie { cookie(sessionName, "", maxAge: 0) }

    func visit(_ secret: SessionSecret) -> Cookie { cookie(visitName, secret.text, maxAge: 3600) }

    private func cookie(_ name: String, _ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
