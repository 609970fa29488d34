public import Foundation
public import Postgres

/// Opening, changing and looking at incidents.
public struct Incidents: Sendable {
    let database: Database

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// One page of the incidents that the filter lets through, newest first; the last one for a page past the end.
    public func list(_ filter: IncidentFilter, as caller: Caller) async throws -> IncidentList {
        let results = try await database.read(
            as: caller.identity, [IncidentQueries.list(filter), IncidentQueries.count(filter)])
        let count = try results[1][0].decode("found", as: Int.self)
        let last = IncidentFilter.lastPage(of: count)
        if filter.page > last {
            var filter = filter
            filter.page = last
            return try await list(filter, as: caller)
        }
        return IncidentList(incidents: try results[0].map { try Incident($0, isVersion: false) }, count: count)
    }

    /// All that was said of an incident, newest first.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound.
    public func versions(of id: UUID, as caller: Caller) async throws -> [Incident] {
        let rows = try await database.read(as: caller.identity, [IncidentQueries.versions(of: id)])[0]
        guard !rows.isEmpty else { throw WorkloadError(.notFound, "There is no such incident.") }
        return try rows.map { try Incident($0, isVersion: true) }
    }

    /// Opens an incident (version 1) or keeps the next version of one. Opening the same again changes nothing.
    ///
    /// - Throws: ``WorkloadError``: forbidden for callers who don't administer incidents; conflict when somebody
    ///   changed it meanwhile, or opened another under its id; invalid with the broken rule.
    public func save(_ draft: IncidentDraft, as caller: Caller) async throws {
        guard caller.isIncidentAdministrator else {
            throw WorkloadError(
                .forbidden, "Incidents are opened and changed by incident administrators.",
                rule: .incidentAdministratorsOnly)
        }
        guard draft.version >= 1, draft.version == 1 || EntryDraft.versions.contains(draft.version - 1) else {
            throw WorkloadError(
                .conflict, "This incident was changed meanwhile. Look at it as it stands now, then change it.",
                rule: "incident_version_pkey")
        }
        do {
            try await keep(draft, as: caller)
        } catch let error as WorkloadError where error.rule == "incident_pkey" {
            guard let first = try await versions(of: draft.id, as: caller).last, first.recordedBy == caller.accountID,
                first.draft.isSameOpening(as: draft)
            else { throw error }
        }
    }

    private func keep(_ draft: IncidentDraft, as caller: Caller) async throws {
        let event = UUID()
        do {
            try await database.write(as: caller.identity) { transaction in
                let unknown = try await transaction.query(IncidentQueries.unknown(draft.siteIDs))[0]
                guard try unknown.decode("unknown", as: Int.self) == 0 else {
                    throw WorkloadError(.invalid, "Choose sites of the district.", rule: .incidentSitesAreKnown)
                }
                let results = try await transaction.query(
                    IncidentQueries.save(draft, by: caller.accountID, event: event))
                guard results.last?.affectedRows == 1 else {
                    throw WorkloadError(
                        .conflict, "This incident was changed meanwhile. Look at it as it stands now, then change it.",
                        rule: "incident_version_pkey")
                }
                _ = try await transaction.query([Facts.keep(.incident, event: event)])
            }
        } catch let error as PostgresError {
            throw WorkloadError(error)
        }
    }

    /// Sites to choose from.
    public func sites(as caller: Caller) async throws -> [EntryChoices.Site] {
        try await database.read(
            as: caller.identity, ["select site_id, name, zone from site where ended_on is null order by name"])[0]
            .map(EntryChoices.Site.init)
    }
}
