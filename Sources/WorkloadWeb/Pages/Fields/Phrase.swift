/// A part of a sentence that carries a total: the figure itself, or the words around it.
struct Phrase: Sendable, Hashable {
    let text: String
    let isFigure: Bool

    /// Splits a sentence of `Texts` at its asterisks: "*3 h* so far" has the figure "3 h" and the words " so far".
    static func parts(_ sentence: String) -> [Phrase] {
        sentence.split(separator: "*", omittingEmptySubsequences: false)
            .enumerated()
            .map { Phrase(text: String($1), isFigure: $0 % 2 == 1) }
            .filter { !$0.text.isEmpty }
    }
}

extension String {
    /// A label as it stands inside a sentence: "The times" is "the times".
    var insideSentence: String { prefix(1).lowercased() + dropFirst() }
}
