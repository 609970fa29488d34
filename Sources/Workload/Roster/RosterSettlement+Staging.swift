import Postgres
import WorkUnits

extension RosterSettlement {
    /// Copies the delivery into the temporary tables.
    mutating func stageFeed() async throws {
        try await copy("copy incoming_site (sourced_id, identifier, name, kind, word, is_ended) from stdin", feed.sites)
        {
            $1.add($0)
        }
        let sessions = feed.sessions.map { settled($0) }
        try await copy(
            "copy incoming_session (sourced_id, title, kind, starts_on, ends_on, school_year, is_ended) from stdin",
            sessions
        ) { $1.add($0) }
        let people = Array(feed.people.enumerated())
        try await copy(
            """
            copy incoming_person (person, employee_number, email, given_name, family_name, is_ended,
                                  roles_are_complete, line) from stdin
            """,
            people
        ) { $1.add($0.element, place: $0.offset) }
        try await copy(
            "copy incoming_alias (sourced_id, person) from stdin",
            people.flatMap { person in person.element.sourcedIDs.map { (key: $0, place: person.offset) } }
        ) { alias, row in
            row.add(alias.key)
            row.add(alias.place)
        }
        try await copy("copy unreadable_person (sourced_id) from stdin", feed.unreadablePeople) { $1.add($0) }
        try await stageRoles()
    }

    private func stageRoles() async throws {
        let known = feed.people.enumerated().flatMap { person in
            person.element.roles.map { StagedRole(place: person.offset, personSourcedID: nil, role: $0) }
        }
        let others = feed.rolesOfAbsentPeople.flatMap { person in
            person.value.map { StagedRole(place: nil, personSourcedID: person.key, role: $0) }
        }
        try await copy(
            """
            copy incoming_role (person, person_sourced_id, sourced_id, word, position, org, begins_on, last_on,
                                is_primary, is_ended, line) from stdin
            """,
            known + others
        ) { $1.add($0) }
    }

    /// Copies the rows of the HR supplement; amounts that the tables can't hold are findings and left blank.
    mutating func stage(_ hr: HRSupplement) async throws {
        var rows: [HRSupplementRow] = []
        for row in hr.rows {
            let check = HRAmounts(row, file: hrFile)
            for finding in check.findings { findings.add(finding) }
            rows.append(check.row)
        }
        try await copy(
            """
            copy incoming_assignment (line, employee_number, external_id, kind, position, classification, unit_code,
                unit_name, site, flsa_status, flsa_reason, fte, basis, base_rate, funding, reviewer_number, starts_on,
                ends_on) from stdin
            """,
            rows
        ) { $1.add($0) }
        try await copy(
            "copy incoming_hours (line, weekday, starts_at, ends_at, unpaid_minutes, minutes) from stdin",
            rows.flatMap { row in row.usualHours.map { (line: row.line, weekday: $0.key, hours: $0.value) } }
        ) { day, row in
            row.add(day.line)
            row.add(day.weekday)
            row.add(day.hours)
        }
    }

    /// A session as the table wants it: a kind of the format and a school year; what had to be told is a finding.
    private mutating func settled(_ session: RosterSession) -> RosterSession {
        var session = session
        if !RosterSession.standardKinds.contains(session.kind) {
            add(.valueUnknown, session.line, "type", "the kind of session isn't one of the format", "read as term")
            session.kind = "term"
        }
        if session.schoolYear == nil {
            let last = session.end.adding(days: -1)
            let year = last.month > 7 ? last.year + 1 : last.year
            add(
                .valueMissing,
                session.line,
                "schoolYear",
                "there is no school year",
                "read as \(year), from the last day"
            )
            session.schoolYear = year
        }
        return session
    }

    private mutating func add(_ kind: RosterFinding.Kind, _ line: Int, _ field: String, _ what: String, _ done: String)
    {
        findings.add(
            RosterFinding(
                kind,
                .repaired,
                file: "academicSessions.csv",
                line: line,
                field: field,
                what: what,
                done: done
            )
        )
    }

    private func copy<Elements: Sequence>(
        _ query: Query,
        _ elements: Elements,
        _ write: @escaping (Elements.Element, inout CopyRow) -> Void
    ) async throws {
        try await transaction.copyIn(query, from: CopyRows(elements: elements, write: write))
    }
}
