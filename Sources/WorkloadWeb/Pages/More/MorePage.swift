/// The person's account: jobs, rights, sessions, and what to read about Afterbell.
struct MorePage: Page {
    static let template = "more/more"

    let layout: Layout
    let words: MoreTexts
    let name: String
    let jobs: [String]
    let hasJobs: Bool
    let roles: [String]
    let hasRoles: Bool
    let proofs: [WayIn]
    let sessions: String
    let signOut: String

    /// - Parameters:
    ///   - jobs: held today, "Counselor, Cedar Ridge High"
    ///   - roles: codes of ``LabelTexts/roles``
    init(_ context: PageContext, jobs: [String], roles: [String]) {
        let words = context.texts.more
        self.words = words
        name = context.person?.name ?? ""
        self.jobs = jobs
        hasJobs = !jobs.isEmpty
        self.roles = roles.map { context.texts.labels.roles[$0] ?? $0 }
        hasRoles = !roles.isEmpty
        proofs = WayIn.proofs(context)
        sessions = Links.sessions
        signOut = Links.signOut
        layout = Layout(context, title: words.title, area: .more)
    }
}

/// A page to go on to.
struct WayIn: Sendable {
    let link: String
    let title: String
    let help: String

    /// The pages that show what became of one's entries, for whoever is signed in.
    static func proofs(_ context: PageContext) -> [WayIn] {
        guard let person = context.person else { return [] }
        let texts = context.texts
        let own = [
            WayIn(link: Links.receipts, title: texts.receipts.title, help: texts.more.receiptsHelp),
            WayIn(link: Links.looks, title: texts.looks.title, help: texts.more.looksHelp),
        ]
        let log = WayIn(link: Links.evidence, title: texts.evidence.title, help: texts.more.evidenceHelp)
        return (person.recordsTime ? own : []) + [log]
    }
}
