/// Writes names and literals into SQL, for the statements that take no parameters: SET, COPY, DEALLOCATE.
enum SQLText {
    /// A quoted literal, or `NULL`. Right under either setting of `standard_conforming_strings`.
    ///
    /// The text holds no NUL; who calls this has checked.
    static func literal(_ text: String?) -> String {
        guard let text else { return "NULL" }
        let doubled = doubling("'", in: text)
        return doubled.utf8.contains(UInt8(ascii: #"\"#)) ? "E'\(doubling(#"\"#, in: doubled))'" : "'\(doubled)'"
    }

    /// A quoted identifier.
    static func identifier(_ name: String) -> String {
        "\"\(doubling("\"", in: name))\""
    }

    /// Works on scalars: as a `Character`, a quote followed by a combining mark isn't a quote any more.
    private static func doubling(_ mark: Unicode.Scalar, in text: String) -> String {
        guard text.unicodeScalars.contains(mark) else { return text }
        var doubled = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == mark { doubled.append(mark) }
            doubled.append(scalar)
        }
        return String(doubled)
    }
}
