import Postgres

extension Incidents {
    /// Hands on every incident that the filter lets through, newest first, some hundred at a time, in memory that does not
    /// grow with them. Each time is a reading of its own, so that whoever takes slowly holds nothing in the database; an
    /// incident that begins anew meanwhile may be missed. The filter's page says nothing here.
    ///
    /// - Parameters:
    ///   - filter: which incidents.
    ///   - caller: who reads them.
    ///   - take: takes the next incidents; what it throws ends the reading.
    public func all(
        _ filter: IncidentFilter, as caller: Caller, _ take: ([Incident]) async throws -> Void
    ) async throws {
        var last: Incident?
        repeat {
            let rows = try await database.read(
                as: caller.identity, [IncidentQueries.next(filter, after: last?.draft.id, atMost: 500)])[0]
            let incidents = try rows.map { try Incident($0, isVersion: false) }
            if !incidents.isEmpty { try await take(incidents) }
            last = incidents.last
        } while last != nil
    }
}
