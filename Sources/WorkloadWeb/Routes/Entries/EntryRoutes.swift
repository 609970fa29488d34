import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// One entry of the caller: its history, its receipt, correcting it, taking it out.
struct EntryRoutes: Sendable {
    let pages: SitePages
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.Pattern.entry)", use: show)
        router.get("\(Links.Pattern.saved)", use: saved)
        router.get("\(Links.Pattern.correct)", use: correct)
        router.post("\(Links.Pattern.correct)", use: saveCorrection)
        router.get("\(Links.Pattern.takeOut)", use: takeOut)
        router.post("\(Links.Pattern.takeOut)", use: saveTakeOut)
    }

    @Sendable
    private func show(_ request: Request, context: SignedInContext) async throws -> Response {
        let history = try await history(context)
        let page = pages.context(request, context)
        let standing = history.standing
        let progress = try await SealProgress(context, entry: standing.draft.id, now: now())
        let versions = history.versions.reversed().map { entry in
            EntryVersion(
                number: entry.draft.version, content: EntryContent(entry, page),
                received: entry.localTime(entry.receivedAt), by: nil, reason: entry.draft.changeReason,
                isTakenOut: entry.draft.isWithdrawn, files: progress.files(of: entry.draft.version, on: entry.zone))
        }
        guard
            let shown = EntryPage(
                page, id: standing.draft.id.text, reference: standing.shortReference,
                versions: versions, state: try await state(of: standing, context), isLong: standing.isVeryLong,
                checked: progress.checked(on: standing.zone), mayChange: true, readers: [.hr])
        else { throw WorkloadError(.notFound, "There is no such entry.") }
        return try pages.html(shown)
    }

    @Sendable
    private func saved(_ request: Request, context: SignedInContext) async throws -> Response {
        let standing = try await history(context).standing
        let progress = try await SealProgress(context, entry: standing.draft.id, now: now())
        let page = pages.context(request, context)
        return try pages.html(
            SavedPage(
                page, id: standing.draft.id.text, reference: standing.shortReference,
                content: EntryContent(standing, page), received: standing.localTime(standing.receivedAt),
                today: standing.zone.date(at: now()), state: try await state(of: standing, context),
                isLong: standing.isVeryLong,
                version: standing.draft.version,
                files: progress.files(of: standing.draft.version, on: standing.zone), readers: [.hr]))
    }

    @Sendable
    private func correct(_ request: Request, context: SignedInContext) async throws -> Response {
        let standing = try await history(context).standing
        return try await EntryForms(pages: pages, now: now()).page(
            RecordForm(correcting: standing), purpose: purpose(standing, request, context), request, context)
    }

    @Sendable
    private func saveCorrection(_ request: Request, context: SignedInContext) async throws -> Response {
        let standing = try await history(context).standing
        var form = try await request.typedForm(RecordForm.self, context: context)
        form.entryId = standing.draft.id.text
        guard form.version?.version != nil else {
            throw WorkloadError(
                .invalid, "This form names no version. Open the entry and correct it from there.",
                rule: .formNamesNoVersion)
        }
        return try await EntryForms(pages: pages, now: now()).save(
            form, purpose: purpose(standing, request, context), request, context)
    }

    @Sendable
    private func takeOut(_ request: Request, context: SignedInContext) async throws -> Response {
        let standing = try await history(context).standing
        var form = TakeOutForm()
        form.version = "\(standing.draft.version)"
        return try takeOutPage(standing, form, [], .ok, request, context)
    }

    @Sendable
    private func saveTakeOut(_ request: Request, context: SignedInContext) async throws -> Response {
        var form = try await request.form(TakeOutForm.self, secret: context.secret, context: context)
        let standing = try await history(context).standing
        let words = pages.context(request, context).texts.problems
        guard let reason = form.reason?.given, let version = form.version?.version else {
            let problems = [FieldProblem("reason", words.chooseReason)]
            return try takeOutPage(standing, form, problems, .unprocessableContent, request, context)
        }
        do {
            _ = try await context.desk.entries.takeOut(
                standing.draft.id, version: version, reason: reason, as: context.caller)
            return .redirect(to: Links.entry(standing.draft.id.text))
        } catch {
            let refused = try RefusedSave(error, pages.context(request, context).texts, context.logger)
            let standing = try await history(context).standing
            if refused.status == .conflict { form.version = "\(standing.draft.version)" }
            return try takeOutPage(standing, form, refused.problems, refused.status, request, context)
        }
    }

    private func takeOutPage(
        _ entry: RecordedEntry, _ form: TakeOutForm, _ problems: [FieldProblem], _ status: HTTPResponse.Status,
        _ request: Request, _ context: SignedInContext
    ) throws -> Response {
        let page = pages.context(request, context)
        return try pages.html(
            TakeOutPage(
                page, id: entry.draft.id.text, content: EntryContent(entry, page), form: form,
                problems: problems, readers: [.hr]),
            status: status)
    }

    private func purpose(_ entry: RecordedEntry, _ request: Request, _ context: SignedInContext) -> RecordPage.Purpose {
        .correction(of: entry, pages.context(request, context))
    }

    private func history(_ context: SignedInContext) async throws -> EntryHistory {
        guard let id = context.parameters.get("entry").flatMap(UUID.init(uuidString:)) else {
            throw WorkloadError(.notFound, "There is no such entry.")
        }
        return try await context.desk.entries.history(of: id, as: context.caller)
    }

    private func state(of entry: RecordedEntry, _ context: SignedInContext) async throws -> EntryState {
        guard case .heldByOverlap(let other) = entry.state else { return entry.pageState(other: nil) }
        return entry.pageState(
            other: try await context.desk.entries.history(of: other, as: context.caller).standing)
    }
}

extension RecordPage.Purpose {
    /// Corrects an entry as it stands.
    static func correction(of entry: RecordedEntry, _ page: PageContext) -> Self {
        .correction(id: entry.draft.id.text, summary: EntryContent(entry, page).when(page))
    }
}
