/// Who runs this, who may open what, and what was signed.
struct CharterPage: Page {
    static let template = "about/charter"

    let layout: Layout
    let words: AboutTexts
    let lead: String

    init(_ context: PageContext) {
        words = context.texts.about
        lead = words.charterLead(context.district)
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

    init(_ context: PageContext) {
        words = context.texts.about
        layout = Layout(context, title: words.helpTitle, area: .more)
    }
}
