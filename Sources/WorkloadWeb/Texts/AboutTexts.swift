/// Words of the pages that say what Afterbell is: who runs it, who sees what, help.
struct AboutTexts: Sendable {
    let charterTitle: String
    let charterLead: @Sendable (_ district: String) -> String
    let nothingSigned: String
    let nothingSignedMeans: String
    let whoRuns: String
    /// Who runs the servers, by the codes of `district create --run-by`.
    let runBy: Labels
    let charterFacts: [Fact]
    let seenTitle: String
    let seenLead: String
    let readers: [ReaderText]
    let neverTitle: String
    let never: String
    let helpTitle: String
    let questions: [Answered]
    /// The last one, with the pages that show it.
    let unchanged: Answered

    /// A question about who runs it, with today's answer.
    struct Fact: Sendable {
        let question: String
        let answer: String
    }

    /// What one reader sees and never sees.
    struct ReaderText: Sendable {
        let who: String
        let sees: String
        let never: String
    }

    /// A question people ask, with its answer.
    struct Answered: Sendable {
        let question: String
        let answer: String
    }
}
