import WorkUnits

/// A signed-in browser, in plain values.
struct SessionSummary: Sendable {
    let id: String
    /// "Chrome on Android"
    let device: String
    let network: String
    let started: LocalTime
    let lastSeen: LocalTime
    let isThisOne: Bool
}

/// Where the person is signed in, and how to end it.
struct SessionsPage: Page {
    static let template = "sessions/sessions"

    let layout: Layout
    let words: SessionTexts
    let this: SessionRow?
    let others: [SessionRow]
    let hasOthers: Bool
    let endOthers: String
    let signOut: String

    /// - Parameter hasEnded: whether one was just ended
    init(_ context: PageContext, sessions: [SessionSummary], hasEnded: Bool = false) {
        let words = context.texts.sessions
        self.words = words
        this = sessions.first(where: \.isThisOne).map { SessionRow($0, context) }
        others = sessions.filter { !$0.isThisOne }.map { SessionRow($0, context) }
        hasOthers = !others.isEmpty
        endOthers = Links.otherSessions
        signOut = Links.signOut
        layout = Layout(
            context, title: words.title, area: .more, states: hasEnded ? [StateLine(.saved, words.ended)] : []
        )
    }
}

/// A session in the list.
struct SessionRow: Sendable {
    let device: String
    let detail: String
    let end: String
    /// What the button is called for people who listen, "End it: Chrome, Android".
    let endWhat: String

    init(_ session: SessionSummary, _ context: PageContext) {
        let words = context.texts.sessions
        device = session.device
        detail = [
            words.lastSeen(context.format.moment(session.lastSeen)),
            words.since(context.format.moment(session.started)),
            words.from(session.network),
        ].joined(separator: " ")
        end = Links.endSession(session.id)
        endWhat = "\(words.end): \(session.device)"
    }
}
