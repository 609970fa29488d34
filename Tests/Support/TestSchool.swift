public import Foundation
import Postgres
import WorkUnits
public import Workload

/// A small school on a test database: one site, people with assignments and accounts, one incident.
public struct TestSchool: Sendable {
    /// A person who may sign in.
    public struct Person: Sendable {
        /// Position in the school: 1 is the first.
        public let number: Int
        /// On the roster.
        public let employeeID: UUID
        /// Their one assignment.
        public let assignmentID: UUID
        /// Their sign-in.
        public let accountID: UUID
        /// The secret of their session.
        public let secret: SessionSecret
        /// Acting now.
        public let caller: Caller
    }

    /// Where it is.
    public let database: TestDatabase
    /// The site everybody works at.
    public let siteID: UUID
    /// The people.
    public let people: [Person]
    /// An incident open everywhere.
    public let incidentID: UUID

    /// Builds the school.
    ///
    /// - Parameters:
    ///   - count: how many people.
    ///   - roles: roles of people by their number: `hr`, `incident_administrator`, `auditor`.
    public static func make(people count: Int = 2, roles: [Int: [String]] = [:]) async throws -> TestSchool {
        let database = try await TestDatabase.make()
        let site = UUID()
        let ids = (1...count).map { ($0, UUID(), UUID(), UUID(), SessionSecret()) }
        try await database.admin.write(as: database.district.identity(service: "postgres")) { transaction in
            _ = try await transaction.query(
                """
                insert into site (site_id, sourced_id, name, kind, zone, available_on)
                values (\(site), 'S1', 'Cedar Ridge High', 'school', 'America/Los_Angeles', '2026-08-03')
                """)
            for (number, employee, assignment, account, secret) in ids {
                for query in Self.person(number, employee, assignment, account, secret, site, roles[number] ?? []) {
                    _ = try await transaction.query(query)
                }
            }
            _ = try await transaction.query("select count_roster()")
        }
        let signIns = SignIns(database.server)
        var people: [Person] = []
        for (number, employee, assignment, account, secret) in ids {
            guard let caller = try await signIns.caller(secret, in: database.district) else { throw NoTestServer() }
            people.append(
                Person(
                    number: number, employeeID: employee, assignmentID: assignment, accountID: account, secret: secret,
                    caller: caller))
        }
        let incident = try await openIncident(database, by: people[0].accountID)
        return TestSchool(database: database, siteID: site, people: people, incidentID: incident)
    }

    private static func person(
        _ number: Int, _ employee: UUID, _ assignment: UUID, _ account: UUID, _ secret: SessionSecret, _ site: UUID,
        _ roles: [String]
    ) -> [Query] {
        let person: [Query] = [
            """
            insert into employee (employee_id, employee_number, given_name, family_name, email, site_id,
                                  bargaining_unit_id)
            select \(employee)::uuid, \("\(1000 + number)"), 'Given' || \("\(number)")::text,
                   'Family' || \("\(number)")::text, \("person\(number)@example.org"), \(site)::uuid, bargaining_unit_id
            from bargaining_unit
            """,
            """
            insert into assignment (assignment_id, external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                                    flsa_status, source, starts_on)
            select \(assignment)::uuid, \("A\(number)"), \(employee)::uuid, \(site)::uuid, bargaining_unit_id, 'regular',
                   'Counselor', 'not_stated', 'roster', '2026-08-01'
            from bargaining_unit
            """,
            """
            insert into account (account_id, employee_id, sign_in_name, display_name)
            values (\(account), \(employee), \("person\(number)@example.org"), \("Given\(number) Family\(number)"))
            """,
            """
            insert into session (session_digest, account_id, ends_at, network, device)
            values (\(secret.digest), \(account), now() + interval '12 hours', '127.0.0.1', 'test')
            """,
        ]
        return person
            + roles.map { role in
                """
                insert into role_grant (account_id, role, starts_on, granted_by)
                values (\(account), \(role), current_date - 1, 'test')
                """
            }
    }

    private static func openIncident(_ database: TestDatabase, by account: UUID) async throws -> UUID {
        let incident = UUID()
        try await database.admin.write(
            as: database.district.identity(service: "postgres"),
            [
                "insert into incident (incident_id, opened_by) values (\(incident), \(account))",
                """
                insert into incident_version (incident_id, version, title, module, severity, status, began_at,
                                              is_everywhere, site_ids, recorded_by)
                values (\(incident), 1, 'Schedules empty or wrong', 'scheduling', 1, 'investigating',
                        '2026-08-11T08:00-07', true, '{}', \(account))
                """,
                """
                insert into live_incident (incident_id, version, title, module, severity, status, began_at,
                                           is_everywhere, site_ids)
                values (\(incident), 1, 'Schedules empty or wrong', 'scheduling', 1, 'investigating',
                        '2026-08-11T08:00-07', true, '{}')
                """,
            ])
        try await database.admin.write(
            as: database.district.identity(service: "postgres"), ["select keep_missing_facts()"])
        return incident
    }
}
