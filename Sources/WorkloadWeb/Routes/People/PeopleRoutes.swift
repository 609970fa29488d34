import Foundation
import HTTPTypes
import Hummingbird
import Workload

/// The people of the roster, for HR.
struct PeopleRoutes: Sendable {
    let pages: SitePages

    func add(to router: some RouterMethods<SignedInContext>) {
        router.get("\(Links.people)", use: list)
    }

    @Sendable
    private func list(_ request: Request, context: SignedInContext) async throws -> Response {
        let filter = try request.queryForm(PeopleFilter.self)
        let found = try await context.desk.people.list(filter.meaning, as: context.caller)
        let sites = try await context.desk.incidents.sites(as: context.caller)
        let units = try await context.desk.people.units(as: context.caller)
        return try pages.html(
            PeoplePage(
                pages.context(request, context), filter: filter, people: found.people.map(PersonSummary.init),
                total: found.count, pageSize: Workload.PeopleFilter.pageSize,
                sites: sites.map { Answer($0.id.text, $0.name) },
                units: units.map { Answer($0.id.text, $0.name) }))
    }
}

extension PeopleFilter {
    /// The filter as the use case takes it.
    var meaning: Workload.PeopleFilter {
        Workload.PeopleFilter(
            words: text?.given, site: site?.given.flatMap(UUID.init(uuidString:)),
            unit: unit?.given.flatMap(UUID.init(uuidString:)), page: page?.given.flatMap(Int.init) ?? 1)
    }
}

extension PersonSummary {
    init(_ person: PeopleList.Person) {
        self.init(
            name: person.name, employeeNumber: person.employeeNumber,
            assignments: person.assignments.map {
                Assignment(position: $0.position, site: $0.siteName, unit: $0.unitName)
            },
            account: person.account)
    }
}
