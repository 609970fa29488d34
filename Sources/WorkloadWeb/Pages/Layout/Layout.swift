/// The frame around a page: title, header, state lines, footer.
struct Layout: Sendable {
    let words: LayoutTexts
    let language: String
    let title: String
    let icon: String
    let bootstrap: String
    let theme: String
    let scripts: [String]
    let home: String
    let person: String?
    let navigation: [NavigationItem]
    let states: [StateLine]
    let antiForgery: String
    let languageSwitch: LanguageSwitch?
    let more: String
    let charter: String
    let seen: String
    let help: String
    let note: String

    /// - Parameters:
    ///   - title: of the page, without the product's name
    ///   - hasProblems: puts "Error:" before the title, as people who listen to pages expect
    ///   - area: the part of the site that the page belongs to
    ///   - scripts: names of assets that the page works without
    ///   - states: lines under the header, worst first
    ///   - offersLanguage: not where switching would lose what was typed
    init(
        _ context: PageContext, title: String, hasProblems: Bool = false, area: Area? = nil, scripts: [String] = [],
        states: [StateLine] = [], offersLanguage: Bool = true
    ) {
        let words = context.texts.layout
        self.words = words
        language = context.texts.language.rawValue
        self.title = (hasProblems ? words.errorPrefix : "") + title + " - Afterbell"
        func asset(_ name: String) -> String { "/assets/\(name)?v=\(context.assetVersion)" }
        icon = asset("mark.svg")
        bootstrap = asset("bootstrap.min.css")
        theme = asset("theme.css")
        self.scripts = scripts.map(asset)
        home = Links.home
        person = context.person?.name
        navigation = context.person.map { NavigationItem.all(for: $0, current: area, words: words) } ?? []
        self.states = states
        antiForgery = context.antiForgery
        languageSwitch = offersLanguage ? LanguageSwitch(to: context.texts.language.other, from: context.path) : nil
        more = Links.more
        charter = Links.charter
        seen = Links.seen
        help = Links.help
        note = context.isDemo ? words.demoNote(context.district) : context.district
    }
}

/// The button to the other language.
struct LanguageSwitch: Sendable {
    let action: String
    let code: String
    let name: String
    let next: String

    init(to language: Language, from path: String) {
        action = Links.language
        code = language.rawValue
        name = language.ownName
        next = path
    }
}
