import Postgres

extension Incidents {
    /// Hands on every incident that the filter lets through, newest first, some hundred at a time and as they are read:
    /// all of one moment, in memory that does not grow with them. The filter's page says nothing here.
    ///
    /// - Parameters:
    ///   - filter: which incidents.
    ///   - caller: who reads them.
    ///   - take: takes the next incidents; what it throws ends the reading.
    /// - Throws: ``WorkloadError`` of kind unavailable when the database breaks off, and what `take` throws.
    public func all(
        _ filter: IncidentFilter, as caller: Caller, _ take: ([Incident]) async throws -> Void
    ) async throws {
        var hasTaken = false
        try await database.read(as: caller.identity) { transaction in
            // A transaction that failed is run once more, and what was taken can't be taken back.
            guard !hasTaken else { throw WorkloadError(.unavailable, "The list broke off. Ask for it again.") }
            try await transaction.query("declare every_incident no scroll cursor for \(IncidentQueries.all(filter))")
            while true {
                let rows = try await transaction.query("fetch 500 from every_incident")
                if rows.isEmpty { return }
                hasTaken = true
                try await take(rows.map { try Incident($0, isVersion: false) })
            }
        }
    }
}
