/// The way in.
struct SignInPage: Page {
    static let template = "sessions/sign-in"

    /// What the last try came to.
    enum Outcome: Sendable {
        case none
        /// Name and password don't go together.
        case failed
        /// Too many tries; seconds to wait.
        case wait(seconds: Int)
        /// The session that the person had is over.
        case ended
        /// The page was of an earlier visit.
        case old
        /// The records can't be reached.
        case unavailable
    }

    /// A demo account to sign in as, offered in demo mode only.
    struct DemoPerson: Sendable {
        let account: String
        let name: String
        /// "Counselor, Cedar Ridge High"
        let role: String
    }

    let layout: Layout
    let words: SignInTexts
    let lead: String
    let action: String
    let next: String
    /// A form that is carried through signing in.
    let carried: [HiddenField]
    let problemTitle: String
    let problem: String
    let hasProblem: Bool
    let notice: String?
    let name: Field
    let demoPeople: [DemoPerson]
    let isDemo: Bool

    init(
        _ context: PageContext, form: SignInForm, outcome: Outcome = .none, problems: [FieldProblem] = [],
        demoPeople: [DemoPerson] = []
    ) {
        let words = context.texts.signIn
        self.words = words
        lead = words.forAllStaff(context.district)
        action = Links.signIn
        next = form.next ?? ""
        carried = HiddenField.fields([
            ("carried", form.carried), ("carriedTo", form.carriedTo), ("carriedBy", form.carriedBy),
        ])
        switch outcome {
        case .none, .ended:
            problemTitle = words.failedTitle
            problem = problems.map(\.message).joined(separator: " ")
        case .failed:
            problemTitle = words.failedTitle
            problem = words.failed
        case .wait(let seconds):
            problemTitle = words.waitTitle
            problem = words.wait(context.format.count(seconds))
        case .old:
            problemTitle = words.failedTitle
            problem = words.old
        case .unavailable:
            problemTitle = words.failedTitle
            problem = words.unavailable
        }
        hasProblem = !problem.isEmpty
        notice = Self.notice(outcome, isCarrying: !carried.isEmpty, words)
        name = Field("name", label: words.name, value: form.name)
        self.demoPeople = demoPeople
        isDemo = !demoPeople.isEmpty
        layout = Layout(
            context, title: words.title, hasProblems: hasProblem, offersLanguage: carried.isEmpty)
    }

    /// What is typed is kept while tries fail, and that is said each time.
    private static func notice(_ outcome: Outcome, isCarrying: Bool, _ words: SignInTexts) -> String? {
        if isCarrying { return words.carried }
        if case .ended = outcome { return words.ended }
        return nil
    }
}

/// A field that a page passes on unseen.
struct HiddenField: Sendable {
    let name: String
    let value: String

    /// Those that have a value.
    static func fields(_ fields: [(name: String, value: String?)]) -> [HiddenField] {
        fields.compactMap { field in field.value.map { HiddenField(name: field.name, value: $0) } }
    }
}

/// After signing out.
struct SignedOutPage: Page {
    static let template = "sessions/signed-out"

    let layout: Layout
    let words: SignInTexts
    let signIn: String

    init(_ context: PageContext) {
        words = context.texts.signIn
        signIn = Links.signIn
        layout = Layout(context, title: words.signedOutTitle)
    }
}
