import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Where the caller is signed in, and ending it; the page "more".
struct SessionRoutes: Sendable {
    let pages: SitePages
    let callers: CallerCache
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.sessions)", use: list)
        router.post("\(Links.otherSessions)", use: endOthers)
        router.post("\(Links.Pattern.endSession)", use: end)
        router.get("\(Links.more)", use: more)
    }

    private struct EndedQuery: Decodable {
        var ended: String?
    }

    @Sendable
    private func list(_ request: Request, context: SignedInContext) async throws -> Response {
        let sessions = try await context.desk.sessions.mine(as: context.caller)
        let summaries = sessions.map { session in
            SessionSummary(
                id: session.id.text, device: DeviceName(userAgent: session.device).text,
                network: session.network, started: context.clock.localTime(at: session.startedAt),
                lastSeen: context.clock.localTime(at: session.seenAt), isThisOne: session.id == context.caller.sessionID
            )
        }
        let hasEnded = try request.queryForm(EndedQuery.self).ended == "1"
        return try pages.html(SessionsPage(pages.context(request, context), sessions: summaries, hasEnded: hasEnded))
    }

    @Sendable
    private func end(_ request: Request, context: SignedInContext) async throws -> Response {
        _ = try await request.form(ButtonForm.self, secret: context.secret, context: context)
        guard let id = context.parameters.get("session").flatMap(UUID.init(uuidString:)) else {
            throw WorkloadError(.notFound, "There is no such session.")
        }
        try await context.desk.sessions.end(id, as: context.caller)
        callers.forgetAll()
        return .redirect(to: "\(Links.sessions)?ended=1")
    }

    @Sendable
    private func endOthers(_ request: Request, context: SignedInContext) async throws -> Response {
        _ = try await request.form(ButtonForm.self, secret: context.secret, context: context)
        try await context.desk.sessions.endOthers(as: context.caller)
        callers.forgetAll()
        return .redirect(to: "\(Links.sessions)?ended=1")
    }

    @Sendable
    private func more(_ request: Request, context: SignedInContext) async throws -> Response {
        let jobs = try await context.desk.entries.jobs(on: context.clock.date(at: now()), as: context.caller)
        return try pages.html(
            MorePage(
                pages.context(request, context), jobs: jobs.map { "\($0.position), \($0.siteName)" },
                roles: context.caller.roles))
    }
}
