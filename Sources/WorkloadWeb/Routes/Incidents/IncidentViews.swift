import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Shows one incident, with its hours to those who may read totals.
struct IncidentViews {
    let pages: SitePages

    func page(
        of id: UUID, statusForm: IncidentStatusForm? = nil, problems: [FieldProblem] = [],
        status: HTTPResponse.Status = .ok, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let versions = try await context.desk.incidents.versions(of: id, as: context.caller)
        let page = pages.context(request, context)
        return try pages.html(
            IncidentPage(
                page, IncidentContent(versions, context), hours: try await hours(of: versions[0], page, context),
                manages: context.caller.isIncidentAdministrator, statusForm: statusForm, problems: problems),
            status: status)
    }

    private func hours(
        of incident: Incident, _ page: PageContext, _ context: SignedInContext
    ) async throws -> IncidentHours? {
        guard context.caller.seesTotals else { return nil }
        let own = try await context.desk.totals.hours(of: .incident(incident.id), as: context.caller)
        let module = try await context.desk.totals.module(incident.draft.module, as: context.caller)
        return IncidentHours(own, began: context.clock.date(at: incident.draft.beganAt), module: module, page)
    }
}

extension IncidentContent {
    /// All versions of an incident, newest first.
    init(_ versions: [Incident], _ context: SignedInContext) {
        let standing = versions[0]
        let befores = [nil] + versions.reversed().map(Optional.some)
        let course = zip(versions.reversed(), befores).compactMap { Step($0, before: $1, context) }
        self.init(
            id: standing.id.text, version: standing.draft.version, title: standing.draft.title,
            module: standing.draft.module, status: standing.draft.status, severity: standing.draft.severity,
            since: context.clock.date(at: standing.draft.beganAt), sites: standing.siteNames, note: standing.draft.note,
            course: course)
    }
}

extension IncidentContent.Step {
    /// Nil where this reader may see nothing of what changed.
    init?(_ version: Incident, before: Incident?, _ context: SignedInContext) {
        let (now, then) = (version.draft, before?.draft)
        let isOwn = version.recordedBy == context.caller.accountID
        self.init(
            status: now.status == then?.status ? nil : now.status,
            at: context.clock.localTime(at: version.recordedAt ?? now.beganAt),
            by: isOwn ? context.caller.displayName : context.desk.district.name)
        note = now.note == then?.note ? nil : now.note
        if let before, let then {
            if now.title != then.title { changes.append(.title(now.title, before: then.title)) }
            if now.module != then.module { changes.append(.module(now.module, before: then.module)) }
            if now.severity != then.severity, context.caller.isIncidentAdministrator {
                changes.append(.severity(now.severity, before: then.severity))
            }
            if now.beganAt != then.beganAt {
                let clock = context.clock
                changes.append(.began(clock.localTime(at: now.beganAt), before: clock.localTime(at: then.beganAt)))
            }
            if now.siteIDs != then.siteIDs { changes.append(.sites(version.siteNames, before: before.siteNames)) }
        }
        if before != nil, status == nil, note == nil, changes.isEmpty { return nil }
    }
}

extension IncidentHours {
    /// - Parameter began: the incident's first day.
    init(_ report: HoursReport, began: CivilDate, module: ModuleHours, _ page: PageContext) {
        self.init(
            total: Figure(report.total), accounts: report.coverage.accounts, roster: report.coverage.employees,
            sites: report.coverage.sitesRecorded ?? 0, allSites: report.coverage.sites,
            since: max(began, report.coverage.since ?? began),
            days: report.days.map { ($0.key, Figure($0.figure)) },
            kinds: report.categories.map { ($0.key.name(in: page.texts.language), Figure($0.figure)) },
            bands: SiteBands(report.sites.map(\.band)),
            module: ModuleTotal(
                figure: Figure(module.figure), sites: module.sitesRecorded ?? 0, since: report.coverage.since ?? began))
    }
}

extension SiteBands {
    init(_ bands: [HoursReport.Band]) {
        func count(_ band: HoursReport.Band) -> Int { bands.count { $0 == band } }
        self.init(
            over200Hours: count(.over200Hours), over40Hours: count(.over40Hours), some: count(.some),
            nobody: count(.nobody))
    }
}

extension Figure {
    init(_ figure: HoursReport.Figure) {
        switch figure {
        case .shown(let minutes, _, let people): self = .shown(Minutes(minutes), people: people)
        case .tooFewPeople: self = .fewerThanTen
        case .keptBack: self = .notShown
        case .nothing: self = .nobody
        }
    }
}
