/// What every page of one request has in common; made once by the routes.
struct PageContext: Sendable {
    let texts: Texts
    let format: PageFormat
    let district: String
    let isDemo: Bool
    /// Who is signed in; nil on the pages before that.
    let person: SignedInPerson?
    let antiForgery: String
    /// Changes with the assets, so that browsers may keep them for long.
    let assetVersion: String
    /// Local path of the page, for coming back after the language switch.
    let path: String

    init(
        language: Language, clock: ClockFormat, district: String, isDemo: Bool, person: SignedInPerson?,
        antiForgery: String, assetVersion: String, path: String
    ) {
        texts = .in(language)
        format = PageFormat(texts: texts.dates, clock: clock)
        self.district = district
        self.isDemo = isDemo
        self.person = person
        self.antiForgery = antiForgery
        self.assetVersion = assetVersion
        self.path = path
    }
}

/// The signed-in person, as far as the frame of a page shows it.
struct SignedInPerson: Sendable {
    let name: String
    /// Holds an assignment, and so may record time.
    let recordsTime: Bool
    /// May open the people page.
    let readsPeople: Bool
}
