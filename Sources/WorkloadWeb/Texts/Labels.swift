/// Words for the codes that forms send and the database keeps, in the order in which a page lists them.
struct Labels: Sendable, ExpressibleByDictionaryLiteral {
    let codes: [String]
    private let words: [String: String]

    init(dictionaryLiteral elements: (String, String)...) {
        codes = elements.map(\.0)
        words = Dictionary(elements) { first, _ in first }
    }

    /// The words for `code`; a code that a district added has none here.
    subscript(code: String) -> String? { words[code] }
}
