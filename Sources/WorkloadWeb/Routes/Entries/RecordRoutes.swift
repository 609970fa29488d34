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

    private struct StartQuery: Decodable {
        var day: String?
        var cause: String?
    }

    @Sendable
    private func show(_ request: Request, context: SignedInContext) async throws -> Response {
        let start = try request.queryForm(StartQuery.self)
        var form = RecordForm.new(id: UUID().text, day: start.day.flatMap(CivilDate.init))
        form.cause = start.cause
        return try await EntryForms(pages: pages, now: now()).page(form, purpose: .new, request, context)
    }

    @Sendable
    private func save(_ request: Request, context: SignedInContext) async throws -> Response {
        let form = try await request.typedForm(RecordForm.self, context: context)
        return try await EntryForms(pages: pages, now: now()).save(form, purpose: .new, request, context)
    }
}
