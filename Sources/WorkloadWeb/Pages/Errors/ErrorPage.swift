/// What went wrong, what to do, and the number to ask with.
struct ErrorPage: Page {
    static let template = "errors/error"

    let layout: Layout
    let words: ErrorTexts
    let title: String
    let advice: String
    let requestID: String
    let recordsTime: Bool
    let record: String
    let home: String
    let kept: KeptForm?
    let showsLinks: Bool

    /// - Parameters:
    ///   - status: of the HTTP answer; one without words of its own reads as 500
    ///   - advice: better words than the usual ones, for the rule that was broken; nil: the usual ones
    ///   - kept: the form that was sent, where its own page can't be shown
    init(_ context: PageContext, status: Int, requestID: String, advice: String? = nil, kept: KeptForm? = nil) {
        let words = context.texts.errors
        let message =
            switch status {
            case 400: words.badRequest
            case 403: words.forbidden
            case 404, 405: words.notFound
            case 409: words.conflict
            case 413: words.tooLarge
            case 422: words.refused
            case 429: words.tooMany
            case 503: words.unavailable
            default: words.broken
            }
        self.words = words
        title = message.title
        self.kept = kept
        showsLinks = kept == nil
        self.advice = advice ?? (kept == nil ? message.advice : words.keptAdvice)
        self.requestID = requestID
        recordsTime = context.person?.recordsTime == true
        record = Links.record
        home = Links.home
        layout = Layout(context, title: message.title)
    }
}
