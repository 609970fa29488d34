public import Foundation
public import Postgres

/// Opening, changing and looking at incidents.
public struct Incidents: Sendable {
    private let database: Database

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// One page of the incidents that the filter lets through, newest first.
    public func list(_ filter: IncidentFilter, as caller: Caller) async throws -> IncidentList {
        let rows = try await database.read(as: caller.identity, [IncidentQueries.list(filter)])[0]
        return IncidentList(
            incidents: try rows.map { try Incident($0, isVersion: false) },
            count: try rows.first?.decode("found", as: Int.self) ?? 0)
    }

    /// All that was said of an incident, newest first.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound.
    public func versions(of id: UUID, as caller: Caller) async throws -> [Incident] {
        let rows = try await database.read(as: caller.identity, [IncidentQueries.versions(of: id)])[0]
        guard !rows.isEmpty else { throw WorkloadError(.notFound, "There is no such incident.") }
        return try rows.map { try Incident($0, isVersion: true) }
    }

    /// Opens an incident (version 1) or keeps the next version of one.
    ///
    /// - Throws: ``WorkloadError``: forbidden for callers who don't administer incidents; conflict when somebody
    ///   changed it meanwhile; invalid with the broken rule.
    public func save(_ draft: IncidentDraft, as caller: Caller) async throws {
        guard caller.isIncidentAdministrator else {
            throw WorkloadError(.forbidden, "Incidents are opened and changed by incident administrators.")
        }
        let results: [QueryResult]
        do {
            results = try await database.write(as: caller.identity, IncidentQueries.save(draft, by: caller.accountID))
        } catch {
            throw WorkloadError(error)
        }
        guard results.last?.affectedRows == 1 else {
            throw WorkloadError(
                .conflict, "This incident was changed meanwhile. Look at it as it stands now, then change it.",
                rule: "incident_version_pkey")
        }
    }

    /// Sites to choose from.
    public func sites(as caller: Caller) async throws -> [EntryChoices.Site] {
        try await database.read(
            as: caller.identity, ["select site_id, name, zone from site where ended_on is null order by name"])[0]
            .map(EntryChoices.Site.init)
    }
}
