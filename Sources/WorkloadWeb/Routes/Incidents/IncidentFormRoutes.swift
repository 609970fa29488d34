import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Opening an incident, editing it, changing its status.
struct IncidentFormRoutes: Sendable {
    let pages: SitePages
    let now: @Sendable () -> Instant

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.newIncident)", use: new)
        router.post("\(Links.incidents)", use: open)
        router.get("\(Links.Pattern.editIncident)", use: edit)
        router.post("\(Links.Pattern.editIncident)", use: saveEdit)
        router.post("\(Links.Pattern.incidentStatus)", use: saveStatus)
    }

    @Sendable
    private func new(_ request: Request, context: SignedInContext) async throws -> Response {
        try requireAdministrator(context)
        var form = IncidentForm()
        form.incidentId = UUID().text
        form.status = "investigating"
        return try await page(form, .open, [], .ok, request, context)
    }

    @Sendable
    private func open(_ request: Request, context: SignedInContext) async throws -> Response {
        try requireAdministrator(context)
        let form = try await request.typedForm(IncidentForm.self, context: context)
        return try await save(form, .open, editing: nil, request, context)
    }

    @Sendable
    private func edit(_ request: Request, context: SignedInContext) async throws -> Response {
        try requireAdministrator(context)
        let standing = try await standing(context)
        let form = IncidentForm(standing, zone: context.clock)
        return try await page(form, .edit(id: standing.id.text), [], .ok, request, context)
    }

    @Sendable
    private func saveEdit(_ request: Request, context: SignedInContext) async throws -> Response {
        try requireAdministrator(context)
        let standing = try await standing(context)
        var form = try await request.typedForm(IncidentForm.self, context: context)
        form.incidentId = standing.id.text
        return try await save(form, .edit(id: standing.id.text), editing: standing, request, context)
    }

    @Sendable
    private func saveStatus(_ request: Request, context: SignedInContext) async throws -> Response {
        try requireAdministrator(context)
        var form = try await request.typedForm(IncidentStatusForm.self, context: context)
        var draft = try await standing(context)
        guard form.isOf(context.secret) else {
            return try await IncidentViews(pages: pages).page(
                of: draft.id, statusForm: form, problems: isOld(request, context), status: .forbidden, request, context)
        }
        let words = pages.context(request, context).texts.incidentForm.problems
        var problems: [FieldProblem] = []
        let (status, version) = (form.status?.given ?? "", form.version?.version)
        if version == nil || !IncidentDraft.statuses.contains(status) {
            problems.append(FieldProblem("status", words.chooseStatus))
        }
        let note = form.note?.given
        if let note, note.unicodeScalars.count > 500 {
            problems.append(FieldProblem("statusNote", words.noteIsTooLong))
        }
        guard problems.isEmpty, let version else {
            return try await IncidentViews(pages: pages).page(
                of: draft.id, statusForm: form, problems: problems, status: .unprocessableContent, request, context)
        }
        draft.version = version + 1
        draft.resolvedAt = status == "resolved" ? draft.resolvedAt ?? max(now(), draft.beganAt) : nil
        draft.status = status
        draft.note = note ?? draft.note
        do {
            try await context.desk.incidents.save(draft, as: context.caller)
            return .redirect(to: Links.incident(draft.id.text))
        } catch {
            let refused = try RefusedSave(error, pages.context(request, context).texts, context.logger)
            if refused.status == .conflict { form.version = "\(try await standing(context).version)" }
            return try await IncidentViews(pages: pages).page(
                of: draft.id, statusForm: form, problems: refused.problems, status: refused.status, request, context)
        }
    }

    private func save(
        _ form: IncidentForm, _ purpose: IncidentFormPage.Purpose, editing standing: IncidentDraft?, _ request: Request,
        _ context: SignedInContext
    ) async throws -> Response {
        guard form.isOf(context.secret) else {
            return try await page(form, purpose, isOld(request, context), .forbidden, request, context)
        }
        let words = pages.context(request, context).texts.incidentForm.problems
        var reading = IncidentReading(form, zone: context.clock, words: words, now: now())
        guard let draft = reading.read(editing: standing) else {
            return try await page(form, purpose, reading.problems, .unprocessableContent, request, context)
        }
        do {
            try await context.desk.incidents.save(draft, as: context.caller)
            return .redirect(to: Links.incident(draft.id.text))
        } catch {
            let refused = try RefusedSave(error, pages.context(request, context).texts, context.logger)
            var form = form
            if case .edit = purpose, refused.status == .conflict {
                form.version = "\(try await self.standing(context).version)"
            }
            return try await page(form, purpose, refused.problems, refused.status, request, context)
        }
    }

    private func page(
        _ form: IncidentForm, _ purpose: IncidentFormPage.Purpose, _ problems: [FieldProblem],
        _ status: HTTPResponse.Status, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let sites = try await context.desk.incidents.sites(as: context.caller)
        return try pages.html(
            IncidentFormPage(
                pages.context(request, context), purpose: purpose, form: form,
                sites: sites.map { Answer($0.id.text, $0.name) }, problems: problems),
            status: status)
    }

    /// What stands above a form of an earlier session, which is shown again with the token of this one.
    private func isOld(_ request: Request, _ context: SignedInContext) -> [FieldProblem] {
        [FieldProblem("main", pages.context(request, context).texts.rules.earlierVisit)]
    }

    private func standing(_ context: SignedInContext) async throws -> IncidentDraft {
        try await context.desk.incidents.versions(of: context.incidentID(), as: context.caller)[0].draft
    }

    private func requireAdministrator(_ context: SignedInContext) throws {
        guard context.caller.isIncidentAdministrator else {
            throw WorkloadError(
                .forbidden, "Incidents are opened and changed by incident administrators.",
                rule: .incidentAdministratorsOnly)
        }
    }
}

extension IncidentForm {
    /// The form that edits an incident, filled with what stands.
    init(_ draft: IncidentDraft, zone: SiteZone) {
        self.init()
        let began = zone.localTime(at: draft.beganAt)
        incidentId = draft.id.text
        version = "\(draft.version)"
        title = draft.title
        module = draft.module
        severity = "\(draft.severity)"
        status = draft.status
        beganOn = began.date.description
        beganAt = PageFormat.field(began.time)
        everywhere = draft.siteIDs.isEmpty ? "1" : nil
        sites = draft.siteIDs.map { $0.text }
        note = draft.note
    }
}
