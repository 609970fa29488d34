import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Shows and saves the form that records an entry or corrects one.
struct EntryForms {
    let pages: SitePages
    let now: Instant

    /// The form as it is, its length worked out where the times are there.
    func page(
        _ form: RecordForm, purpose: RecordPage.Purpose, wasCarried: Bool = false,
        status: HTTPResponse.Status = .ok, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let (day, choices) = try await choices(for: form, context)
        var reading = RecordReading(form, choices: choices, words: words(request, context), now: now)
        if form.from?.given != nil, form.to?.given != nil { _ = reading.read(on: day) }
        return try html(
            form, purpose, choices, day, reading.length, [], [], status, wasCarried: wasCarried, request, context)
    }

    /// Saves what the form says, or shows it again with what is wrong. Fill buttons fill and show it again. A form of an
    /// earlier session is shown again with the token of this one, and not saved.
    func save(
        _ form: RecordForm, purpose: RecordPage.Purpose, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        guard form.isOf(context.secret) else {
            return try await page(form, purpose: purpose, wasCarried: true, status: .forbidden, request, context)
        }
        let (day, choices) = try await choices(for: form, context)
        if let fill = form.fill?.given {
            let options = try options(choices, day, request, context)
            return try await page(filled(form, by: fill, options), purpose: purpose, request, context)
        }
        var reading = RecordReading(form, choices: choices, words: words(request, context), now: now)
        switch reading.read(on: day) {
        case .problems(let problems, let questions):
            return try html(
                form, purpose, choices, day, reading.length, questions, problems, .unprocessableContent, request,
                context)
        case .draft(let draft):
            do {
                let entries = context.desk.entries
                _ =
                    try await draft.version == 1
                    ? entries.record(draft, as: context.caller) : entries.correct(draft, as: context.caller)
                return .redirect(to: Links.saved(draft.id.text))
            } catch {
                let refused = try RefusedSave(error, pages.context(request, context).texts, context.logger)
                let (form, purpose) = try await standing(form, purpose, refused, request, context)
                return try html(
                    form, purpose, choices, day, reading.length, [], refused.problems, refused.status, request, context)
            }
        }
    }

    /// A correction that came too late names the version that stands now, so that who has looked at it can save again.
    private func standing(
        _ form: RecordForm, _ purpose: RecordPage.Purpose, _ refused: RefusedSave, _ request: Request,
        _ context: SignedInContext
    ) async throws -> (RecordForm, RecordPage.Purpose) {
        guard refused.status == .conflict, case .correction(let id, _) = purpose, let id = UUID(uuidString: id) else {
            return (form, purpose)
        }
        let standing = try await context.desk.entries.history(of: id, as: context.caller).standing
        var form = form
        form.version = "\(standing.draft.version)"
        return (form, .correction(of: standing, pages.context(request, context)))
    }

    private func choices(for form: RecordForm, _ context: SignedInContext) async throws -> (CivilDate, EntryChoices) {
        let zone = context.clock
        let today = zone.date(at: now)
        let day = RecordReading.day(form, today: today) ?? today
        return (day, try await context.desk.entries.choices(on: day, as: context.caller))
    }

    private func filled(_ form: RecordForm, by fill: String, _ options: RecordOptions) -> RecordForm {
        var form = form
        if fill == "to-now" { form.to = PageFormat.field(options.now) }
        if fill == "from-day-end", let end = options.dayEnd { form.from = PageFormat.field(end) }
        form.fill = nil
        return form
    }

    private func options(
        _ choices: EntryChoices, _ day: CivilDate, _ request: Request, _ context: SignedInContext
    ) throws -> RecordOptions {
        try RecordOptions(
            choices, day: day, now: now, district: context.desk.district, pages.context(request, context))
    }

    private func words(_ request: Request, _ context: SignedInContext) -> RecordProblemTexts {
        pages.context(request, context).texts.problems
    }

    private func html(
        _ form: RecordForm, _ purpose: RecordPage.Purpose, _ choices: EntryChoices, _ day: CivilDate,
        _ length: Minutes?,
        _ questions: [AskedTime], _ problems: [FieldProblem], _ status: HTTPResponse.Status,
        wasCarried: Bool = false, _ request: Request, _ context: SignedInContext
    ) throws -> Response {
        let page = pages.context(request, context)
        let options = try options(choices, day, request, context)
        return try pages.html(
            RecordPage(
                page, purpose: purpose, form: form, options: options, length: length, clockQuestions: questions,
                problems: problems, wasCarried: wasCarried),
            status: status)
    }
}
