import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Recording time: the form, its fill buttons, and saving.
struct RecordRoutes: Sendable {
    let pages: SitePages
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.record)", use: show)
        router.post("\(Links.record)", use: save)
    }

    private struct DayQuery: Decodable {
        var day: String?
    }

    @Sendable
    private func show(_ request: Request, context: SignedInContext) async throws -> Response {
        let day = try request.queryForm(DayQuery.self).day.flatMap(CivilDate.init)
        let form = RecordForm.new(id: UUID().text, day: day)
        return try await EntryForms(pages: pages, now: now()).page(form, purpose: .new, request, context)
    }

    @Sendable
    private func save(_ request: Request, context: SignedInContext) async throws -> Response {
        let form = try await request.form(RecordForm.self, secret: context.secret, context: context)
        return try await EntryForms(pages: pages, now: now()).save(form, purpose: .new, request, context)
    }
}
