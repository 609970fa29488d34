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
        return IncidentHours(own, module: module, page)
    }
}

extension IncidentContent {
    /// All versions of an incident, newest first.
    init(_ versions: [Incident], _ context: SignedInContext) {
        let standing = versions[0]
        var course: [Step] = []
        for version in versions.reversed() where course.last?.status != version.draft.status {
            let isOwn = version.recordedBy == context.caller.accountID
            course.append(
                Step(
                    status: version.draft.status,
                    at: context.clock.localTime(at: version.recordedAt ?? version.draft.beganAt),
                    by: isOwn ? context.caller.displayName : context.desk.district.name))
        }
        self.init(
            id: standing.id.text, version: standing.draft.version, title: standing.draft.title,
            module: standing.draft.module, status: standing.draft.status, severity: standing.draft.severity,
            since: context.clock.date(at: standing.draft.beganAt), sites: standing.siteNames, note: standing.draft.note,
            course: course)
    }
}

extension IncidentHours {
    init(_ report: HoursReport, module: HoursReport.Figure, _ page: PageContext) {
        self.init(
            total: Figure(report.total), accounts: report.coverage.accounts, roster: report.coverage.employees,
            sites: report.coverage.sitesRecorded ?? 0, allSites: report.coverage.sites,
            availableSince: report.coverage.since ?? CivilDate(daysSince1970: 0),
            days: report.days.map { ($0.key, Figure($0.figure)) },
            kinds: report.categories.map { ($0.key.name(in: page.texts.language), Figure($0.figure)) },
            bands: SiteBands(report.sites.map(\.band)), module: Figure(module))
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
