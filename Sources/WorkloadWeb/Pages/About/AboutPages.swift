/// Who runs this, who may open what, and what was signed.
struct CharterPage: Page {
    static let template = "about/charter"

    let layout: Layout
    let words: AboutTexts
    let lead: String
    let facts: [AboutTexts.Fact]

    /// - Parameter runBy: who runs the servers, a code of ``AboutTexts/runBy``; nil where no district is served
    init(_ context: PageContext, runBy: String?) {
        let words = context.texts.about
        self.words = words
        lead = words.charterLead(context.district)
        let answer = runBy.flatMap { words.runBy[$0] }
        facts = (answer.map { [AboutTexts.Fact(question: words.whoRuns, answer: $0)] } ?? []) + words.charterFacts
        layout = Layout(context, title: words.charterTitle, area: .more)
    }
}

/// Who sees what, and what is never collected.
struct SeenPage: Page {
    static let template = "about/seen"

    let layout: Layout
    let words: AboutTexts

    init(_ context: PageContext) {
        words = context.texts.about
        layout = Layout(context, title: words.seenTitle, area: .more)
    }
}

/// Questions people ask.
struct HelpPage: Page {
    static let template = "about/help"

    let layout: Layout
    let words: AboutTexts
    let proofs: [WayIn]
    let hasProofs: Bool

    init(_ context: PageContext) {
        words = context.texts.about
        proofs = WayIn.proofs(context)
        hasProofs = !proofs.isEmpty
        layout = Layout(context, title: words.helpTitle, area: .more)
    }
}
