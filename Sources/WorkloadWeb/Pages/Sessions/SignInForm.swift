/// The sign-in form, as typed.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the visit |
/// | `name` | work e-mail or employee number |
/// | `password` | never printed back |
/// | `demo` | in demo mode only: button pressed to sign in as that account |
/// | `next` | local path to go on to |
/// | `carried`, `carriedTo` | a record form that was sent after its session had ended, form-encoded, and its path |
/// | `carriedBy` | the SHA-256 digest of that session, 64 hexadecimal digits; it opens nothing |
struct SignInForm: Decodable, Sendable {
    var antiForgery: String?
    var name: String?
    var password: String?
    var demo: String?
    var next: String?
    var carried: String?
    var carriedTo: String?
    var carriedBy: String?
}

/// The language switch, as sent by the footer of every page.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the session or visit |
/// | `language` | `en`, `es` |
/// | `next` | local path to go back to |
struct LanguageForm: Decodable, Sendable {
    var antiForgery: String?
    var language: String?
    var next: String?
}
