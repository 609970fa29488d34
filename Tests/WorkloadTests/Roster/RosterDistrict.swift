import Foundation
import Postgres
import Schema
import Support
import Testing
import WorkUnits
import Workload

/// A district of its own to import rosters into.
struct RosterDistrict {
    let database: TestDatabase
    let roster: RosterImport

    init() async throws {
        database = try await TestDatabase.make()
        roster = RosterImport(database.admin, district: database.district)
    }

    /// Imports on a day; as many people as need be may end, unless `allowEnding` says otherwise.
    @discardableResult
    func run(
        _ feed: RosterFeed, hr: [HRSupplementRow]? = nil, on day: String, isDryRun: Bool = false, allowEnding: Int? = 99
    ) async throws -> RosterReport {
        let report = try await roster.run(
            feed: feed, hr: hr.map { HRSupplement(rows: $0) },
            options: .init(isDryRun: isDryRun, allowEnding: allowEnding),
            fileName: "roster.zip", hrFileName: "hr.csv", fileDigest: [UInt8](repeating: 7, count: 32),
            today: try #require(CivilDate(day)), importedBy: "the test")
        // Whatever an import changes has its event.
        let check = try DistrictCheck(database.admin, district: database.district, schema: Schema())
        #expect(try await check.run().faults == [])
        return report
    }

    /// The rows of a query as text, fields joined by blanks; NULL is `-`.
    func rows(_ query: Query) async throws -> [String] {
        let one: Query = """
            select (select string_agg(coalesce(value, '-'), ' ' order by place)
                    from json_each_text(row_to_json(found)) with ordinality as field (name, value, place)) as text
            from (\(query)) as found
            """
        return try await database.admin.read(as: database.district.identity(service: "afterbell_importer"), [one])[0]
            .map { try $0.decode("text", as: String.self) }
    }

    /// Assignments by person and day: `starts_on` to `ends_on`, source, position, at the site's sourcedId.
    func assignments() async throws -> [String] {
        try await rows(
            """
            select person.given_name, assignment.starts_on, assignment.ends_on, assignment.source,
                   assignment.position, site.sourced_id
            from assignment
            join employee as person using (employee_id)
            join site on site.site_id = assignment.site_id
            order by person.given_name, assignment.starts_on, site.sourced_id
            """)
    }

    /// Every row that an import may write, with the transaction that wrote it last.
    func fingerprint() async throws -> [String] {
        try await rows(
            """
            select kept from (
                select 'site' || xmin::text || site::text as kept from site
                union all select 'employee' || xmin::text || employee::text from employee
                union all select 'alias' || xmin::text || employee_alias::text from employee_alias
                union all select 'unit' || xmin::text || bargaining_unit::text from bargaining_unit
                union all select 'assignment' || xmin::text || assignment::text from assignment
                union all select 'hours' || xmin::text || usual_hours::text from usual_hours
                union all select 'session' || xmin::text || academic_session::text from academic_session) as every
            order by kept
            """)
    }
}

extension RosterFeed {
    /// A complete delivery: a district office D, schools S1 and S2, and the people given.
    static func complete(_ people: RosterPerson...) -> RosterFeed {
        var feed = RosterFeed(version: .v1p2)
        feed.files = RosterFile.Name.allCases.map { RosterFile($0, mode: .bulk) }
        feed.sites = [
            RosterSite(sourcedID: "D", name: "Cedar Unified", kind: "district", line: 2),
            RosterSite(sourcedID: "S1", name: "Cedar Ridge High", kind: "school", identifier: "1001", line: 3),
            RosterSite(sourcedID: "S2", name: "Oak Grove Middle", kind: "school", identifier: "1002", line: 4),
        ]
        feed.people = people
        feed.studentCount = 41
        return feed
    }

    /// A delivery of changes to people.
    static func changes(_ people: RosterPerson...) -> RosterFeed {
        var feed = RosterFeed(version: .v1p2)
        feed.files = RosterFile.Name.allCases.map { RosterFile($0, mode: $0 == .users ? .delta : .absent) }
        feed.people = people
        return feed
    }
}

extension RosterPerson {
    /// A counselor at S1 since 2020-08-01 whose key, number and e-mail come from the given name.
    static func named(
        _ name: String, key: String? = nil, number: String? = nil, email: String? = nil,
        roles: [RosterRole]? = nil
    ) -> RosterPerson {
        RosterPerson(
            sourcedIDs: [key ?? "U-\(name)"], employeeNumber: number ?? "N-\(name)",
            email: email ?? "\(name.lowercased())@example.org", givenName: name, familyName: "Family",
            roles: roles ?? [.at("S1", key: "R-\(name)", from: "2020-08-01")], line: 2)
    }

    /// The same, changed.
    func with(_ change: (inout RosterPerson) -> Void) -> RosterPerson {
        var person = self
        change(&person)
        return person
    }
}

extension RosterRole {
    /// A role at a site; `until` is the day after the last, as OneRoster has it.
    static func at(
        _ site: String?, key: String?, kind: String = "counselor", from: String? = nil, until: String? = nil
    ) -> RosterRole {
        RosterRole(
            sourcedID: key, kind: RosterRoleKind(rawValue: kind), orgSourcedID: site,
            begin: from.flatMap { CivilDate($0) },
            end: until.flatMap { CivilDate($0) }, line: 2)
    }
}

extension HRSupplementRow {
    /// A regular assignment of a person of ``RosterPerson/named(_:key:number:email:roles:)``.
    static func of(
        _ name: String, id: String, at site: String = "S1", from: String, until: String? = nil, line: Int = 2,
        _ change: (inout HRSupplementRow) -> Void = { _ in }
    ) throws -> HRSupplementRow {
        var row = HRSupplementRow(
            employeeNumber: "N-\(name)", assignmentID: id, kind: .regular, position: "Counselor II", site: site,
            startsOn: try #require(CivilDate(from)), line: line)
        row.endsOn = until.flatMap { CivilDate($0) }
        change(&row)
        return row
    }
}
