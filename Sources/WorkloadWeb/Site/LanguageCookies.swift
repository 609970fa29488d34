import Hummingbird
import Workload

/// The language of pages before signing in: remembered for a year, and for ten minutes that the visitor chose it here.
///
/// Only a choice of the last ten minutes follows whoever signs in into their account, and it ends when anybody signs in
/// or out. So the next person at a shared computer keeps their own language, unless they sign in within ten minutes of
/// a choice that nobody took along.
struct LanguageCookies: Sendable {
    let isSecure: Bool

    private static let language = "afterbell-language"
    private static let choice = "afterbell-language-chosen"

    /// The language last used in this browser.
    static func remembered(by request: Request) -> Language? {
        request.cookies[language].flatMap { Language(rawValue: $0.value) }
    }

    /// The language that a visitor chose before signing in.
    static func chosen(by request: Request) -> Language? {
        request.cookies[choice].flatMap { Language(rawValue: $0.value) }
    }

    /// Remembers `language`; `isChoice` where nobody is signed in yet, so that it is theirs once they are.
    func remember(_ language: Language, isChoice: Bool, in response: inout Response) {
        response.setCookie(cookie(Self.language, language.rawValue, maxAge: 31_536_000))
        if isChoice { response.setCookie(cookie(Self.choice, language.rawValue, maxAge: 600)) }
    }

    /// Somebody signed in or out: the choice was theirs, and is nobody else's.
    func forgetChoice(in response: inout Response) {
        response.setCookie(cookie(Self.choice, "", maxAge: 0))
    }

    private func cookie(_ name: String, _ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
