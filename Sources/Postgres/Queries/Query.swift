/// One SQL statement with its parameters.
///
/// ```swift
/// let query: Query = "select name from site where site_id = \(siteID) and opened_on <= \(day)"
/// ```
/// Each interpolated value becomes a parameter, `$1`, `$2` and so on, and never part of the text. The way to put in text
/// that isn't in the source is spelt `unsafeSQL:`. Swift needs `init(stringLiteral:)` to be public; `scripts/check-words`
/// refuses each call of it.
public struct Query: ExpressibleByStringInterpolation, Sendable, Hashable {
    /// The statement as the server gets it, with `$1…` in place of values.
    public let sql: String
    let parameters: Parameters
    /// Where in `sql`, in UTF-8 bytes, each parameter's `$n` stands.
    let places: [Range<Int>]
    /// Why the statement can't be sent, or nil.
    let flaw: String?

    /// A statement without parameters.
    public init(stringLiteral sql: String) {
        self.init(unsafeSQL: sql)
    }

    /// A statement made of fixed text and values.
    public init(stringInterpolation interpolation: Interpolation) {
        sql = interpolation.sql
        parameters = interpolation.parameters
        places = interpolation.places
        flaw = interpolation.flaw ?? Query.flaw(ofParameterCount: interpolation.parameters.count)
    }

    /// A statement from text that isn't known at compile time. The caller vouches for the text.
    public init(unsafeSQL sql: String) {
        self.sql = sql
        parameters = Parameters()
        places = []
        flaw = sql.utf8.contains(0) ? "the statement holds a NUL byte" : nil
    }

    /// The parameter count travels in 16 bits.
    private static func flaw(ofParameterCount count: Int) -> String? {
        count > 65_535 ? "the statement has \(count) parameters, more than 65,535" : nil
    }

    /// The statement with its parameters written as literals, for statements that take none, such as COPY.
    var inlined: String {
        var text = ""
        var position = 0
        let bytes = Array(sql.utf8)
        for (index, place) in places.enumerated() {
            text += String(decoding: bytes[position..<place.lowerBound], as: UTF8.self)
            text += SQLText.literal(parameters.text(at: index))
            position = place.upperBound
        }
        return text + String(decoding: bytes[position...], as: UTF8.self)
    }

    /// Throws when the statement can't be sent as it stands.
    func check() throws(PostgresError) {
        if let flaw { throw .encoding(flaw) }
    }
}
