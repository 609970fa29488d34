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
        sessions = Links.sessions
        signOut = Links.signOut
        layout = Layout(context, title: words.title, area: .more)
    }
}
