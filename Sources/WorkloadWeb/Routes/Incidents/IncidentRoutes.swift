import Foundation
import HTTPTypes
import Hummingbird
import WorkUnits
import Workload

/// Incidents: the list, one with its hours, both as CSV.
struct IncidentRoutes: Sendable {
    let pages: SitePages

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.incidents)", use: list)
        router.get("\(Links.incidentsCSV)", use: listCSV)
        router.get("\(Links.Pattern.incident)", use: show)
        router.get("\(Links.Pattern.incidentHours)", use: hoursCSV)
    }

    @Sendable
    private func list(_ request: Request, context: SignedInContext) async throws -> Response {
        let filter = try request.queryForm(IncidentFilter.self)
        let found = try await context.desk.incidents.list(filter.meaning, as: context.caller)
        let sites = try await context.desk.incidents.sites(as: context.caller)
        return try pages.html(
            IncidentListPage(
                pages.context(request, context), filter: filter,
                incidents: found.incidents.map { IncidentSummary($0, zone: context.clock) }, total: found.count,
                pageSize: Workload.IncidentFilter.pageSize,
                sites: sites.map { Answer($0.id.text, $0.name) },
                managesIncidents: context.caller.isIncidentAdministrator))
    }

    @Sendable
    private func show(_ request: Request, context: SignedInContext) async throws -> Response {
        try await IncidentViews(pages: pages).page(of: context.incidentID(), request, context)
    }

    @Sendable
    private func listCSV(_ request: Request, context: SignedInContext) async throws -> Response {
        let filter = try request.queryForm(IncidentFilter.self).meaning
        let showsSeverity = context.caller.isIncidentAdministrator
        return .csv(named: "incidents.csv") { send in
            try await send([IncidentCSV.head(showsSeverity: showsSeverity)])
            try await context.desk.incidents.all(filter, as: context.caller) { incidents in
                try await send(incidents.map { IncidentCSV.line($0, showsSeverity: showsSeverity) })
            }
        }
    }

    @Sendable
    private func hoursCSV(_ request: Request, context: SignedInContext) async throws -> Response {
        let id = try context.incidentID()
        let incident = try await context.desk.incidents.versions(of: id, as: context.caller)[0]
        let report = try await context.desk.totals.hours(of: .incident(id), as: context.caller)
        let module = try await context.desk.totals.module(incident.draft.module, as: context.caller)
        let began = context.clock.date(at: incident.draft.beganAt)
        return .csv(
            named: "incident-hours-\(id.text).csv",
            lines: IncidentCSV.hours(incident, report, began: began, module: module))
    }
}

extension SignedInContext {
    /// The incident the path names.
    func incidentID() throws -> UUID {
        guard let id = parameters.get("incident").flatMap(UUID.init(uuidString:)) else {
            throw WorkloadError(.notFound, "There is no such incident.")
        }
        return id
    }

}

extension IncidentFilter {
    /// The filter as the use case takes it.
    var meaning: Workload.IncidentFilter {
        Workload.IncidentFilter(
            status: status?.given.map { $0 == "unresolved" ? "open" : $0 }, module: module?.given,
            site: site?.given.flatMap(UUID.init(uuidString:)), words: text?.given,
            page: page?.given.flatMap(Int.init) ?? 1)
    }
}

extension IncidentSummary {
    init(_ incident: Incident, zone: SiteZone) {
        self.init(
            id: incident.id.text, title: incident.draft.title, module: incident.draft.module,
            status: incident.draft.status, severity: incident.draft.severity,
            since: zone.date(at: incident.draft.beganAt),
            siteCount: incident.draft.siteIDs.isEmpty ? nil : incident.draft.siteIDs.count)
    }
}
