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
        }
        hasProblem = !problem.isEmpty
        if case .ended = outcome { notice = words.ended } else { notice = nil }
        name = Field("name", label: words.name, value: form.name)
        self.demoPeople = demoPeople
        isDemo = !demoPeople.isEmpty
        layout = Layout(context, title: words.title, hasProblems: hasProblem)
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
