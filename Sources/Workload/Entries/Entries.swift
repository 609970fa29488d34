public import Foundation
public import Postgres
public import WorkUnits

/// What people do with their own entries.
public struct Entries: Sendable {
    private let database: Database
    private let recorder: EntryRecorder

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - recorder: the district's recorder of new entries.
    public init(_ database: Database, recorder: EntryRecorder) {
        self.database = database
        self.recorder = recorder
    }

    /// Keeps a new entry. Sending the same again answers the same.
    ///
    /// - Throws: ``WorkloadError`` with the broken rule; of kind conflict when the id came with other content.
    public func record(_ draft: EntryDraft, as caller: Caller) async throws -> EntryAnswer {
        try await record(draft, sessionDigest: caller.sessionDigest)
    }

    /// Keeps a new entry of whoever the session is of; the database finds them in the statement that keeps it.
    ///
    /// - Throws: as ``record(_:as:)``; ``WorkloadError`` with the rule `no_session` when the session has ended.
    public func record(_ draft: EntryDraft, under secret: SessionSecret) async throws -> EntryAnswer {
        try await record(draft, sessionDigest: secret.digest)
    }

    private func record(_ draft: EntryDraft, sessionDigest: [UInt8]) async throws -> EntryAnswer {
        try await recorder.record(EntryRow(draft, sessionDigest: sessionDigest))
    }

    /// Keeps the next version of an entry; the draft's version is one more than the one it corrects.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when the entry was changed meanwhile, else as ``record(_:as:)``.
    public func correct(_ draft: EntryDraft, as caller: Caller) async throws -> EntryAnswer {
        let row = try EntryRow(draft, sessionDigest: caller.sessionDigest)
        let entries = JSONText(text: "[\(row.json)]")
        let results = try await database.write(
            as: caller.identity, ["select * from correct_entry(\(entries))"])
        return try EntryRowAnswer(results[0][0]).result.get()
    }

    /// Takes an entry out, with a reason: `entered_twice`, `wrong_day` or `other`. All versions stay.
    ///
    /// - Parameter version: the one that stands.
    /// - Throws: ``WorkloadError`` of kind invalid when there can be no such version, else as ``correct(_:as:)``.
    public func takeOut(_ id: UUID, version: Int, reason: String, as caller: Caller) async throws -> EntryAnswer {
        guard EntryDraft.versions.contains(version) else {
            throw WorkloadError.refused(rule: "work_entry_version_counts_from_one")
        }
        let history = try await self.history(of: id, as: caller)
        var draft = history.versions[0].draft
        draft.version = version + 1
        draft.isWithdrawn = true
        draft.changeReason = reason
        return try await correct(draft, as: caller)
    }

    /// All versions of an entry of the caller.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when it is not there or not theirs.
    public func history(of id: UUID, as caller: Caller) async throws -> EntryHistory {
        let results = try await database.read(
            as: caller.identity, EntryQueries.history(of: id, employee: try caller.requireEmployee()))
        let versions = try RecordedEntry.all(results[0], attributions: results[1])
        guard !versions.isEmpty else { throw WorkloadError(.notFound, "There is no such entry.") }
        return EntryHistory(versions: versions)
    }

    /// Every version of the caller's entries of these days, by entry, oldest first.
    public func everyVersion(
        from first: CivilDate, to last: CivilDate, as caller: Caller
    ) async throws -> [RecordedEntry] {
        let results = try await database.read(
            as: caller.identity,
            EntryQueries.everyVersion(of: try caller.requireEmployee(), from: first, to: last))
        return try RecordedEntry.all(results[0], attributions: results[1])
    }

    /// Seven days of the caller's entries and usual hours.
    ///
    /// - Parameter first: the first of the seven days.
    public func week(from first: CivilDate, as caller: Caller) async throws -> RecordedWeek {
        let employee = try caller.requireEmployee()
        let last = first.adding(days: 6)
        let results = try await database.read(
            as: caller.identity,
            EntryQueries.standing(of: employee, from: first, to: last)
                + [
                    EntryQueries.usualHours(of: employee, on: first), EntryQueries.homeSite(of: employee),
                    EntryQueries.assignments(of: employee),
                ])
        guard let home = results[3].first else { throw WorkloadError.refused(rule: "account_has_employee") }
        return RecordedWeek(
            first: first, entries: try RecordedEntry.all(results[0], attributions: results[1]),
            assignments: try results[4].map(EntryChoices.Assignment.init),
            assignedHours: try results[2].map(AssignedHours.init), siteName: try home.decode("name"),
            availableOn: try home.decode("available_on"))
    }

    /// The positions that the caller holds on a day; none for an account that is nobody's on the roster.
    public func jobs(on day: CivilDate, as caller: Caller) async throws -> [EntryChoices.Assignment] {
        guard let employee = caller.employeeID else { return [] }
        return try await database.read(as: caller.identity, [EntryQueries.assignments(of: employee)])[0]
            .map(EntryChoices.Assignment.init).filter { $0.isLive(on: day) }
    }

    /// What the caller may choose from when recording time worked on a day.
    public func choices(on day: CivilDate, as caller: Caller) async throws -> EntryChoices {
        let employee = try caller.requireEmployee()
        // No entry is older than 2000, and a day before the year 1 is none that the database reads.
        let recent = max(day.adding(days: -60), CivilDate(daysSince1970: 0))
        return try await database.read(as: caller.identity) { transaction in
            let assignments = try await transaction.query(EntryQueries.assignments(of: employee))
                .map(EntryChoices.Assignment.init)
            let live = assignments.filter { $0.isLive(on: day) }
            let sites = Array(Set(live.map(\.siteID)))
            return EntryChoices(
                assignments: live,
                sites: try await transaction.query(
                    "select site_id, name, zone from site where ended_on is null order by name"
                )
                .map(EntryChoices.Site.init),
                categories: try await transaction.query(EntryQueries.categories(for: employee, since: recent))
                    .map(EntryChoices.Category.init),
                incidents: try await transaction.query(
                    EntryQueries.incidents(for: employee, sites: sites, since: recent)
                ).map(EntryChoices.Incident.init),
                assignedHours: try await transaction.query(EntryQueries.usualHours(of: employee, on: day))
                    .map(AssignedHours.init))
        }
    }
}

extension Caller {
    /// The person of the roster.
    ///
    /// - Throws: ``WorkloadError`` of kind forbidden for an account that is nobody's on the roster.
    func requireEmployee() throws -> UUID {
        guard let employeeID else { throw WorkloadError.refused(rule: "account_has_employee") }
        return employeeID
    }
}

extension RecordedEntry {
    /// Rows of versions with rows of their incidents.
    static func all(_ versions: QueryResult, attributions: QueryResult) throws -> [RecordedEntry] {
        struct Key: Hashable {
            let id: UUID
            let version: Int
        }
        var incidents: [Key: [IncidentMinutes]] = [:]
        for row in attributions {
            let key = Key(id: try row.decode("work_entry_id"), version: try row.decode("version"))
            incidents[key, default: []].append(
                IncidentMinutes(
                    incidentID: try row.decode("incident_id"), title: try row.decode("title"),
                    minutes: try row.decode("minutes")))
        }
        return try versions.map { row in
            let key = Key(id: try row.decode("work_entry_id"), version: try row.decode("version"))
            return try RecordedEntry(row, incidents: incidents[key] ?? [])
        }
    }
}
