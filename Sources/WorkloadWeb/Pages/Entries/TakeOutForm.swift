/// The form that takes an entry out, as sent.
///
/// | field | value |
/// |---|---|
/// | `antiForgery` | the token of the session |
/// | `version` | the version that is taken out |
/// | `reason` | `entered_twice`, `wrong_day`, `other` |
struct TakeOutForm: Decodable, Sendable {
    var antiForgery: String?
    var version: String?
    var reason: String?
}
