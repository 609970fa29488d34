import Interchange
import Testing
import WorkUnits
import Workload

@Suite struct OneRosterReaderTests {
    @Test func `a sound 1.2 delivery gives its staff, sites and sessions without a finding`() throws {
        let feed = try SampleRoster.v1p2.feed()

        #expect(feed.findings.kept == [])
        #expect(feed.version == .v1p2)
        #expect(feed.sourceName == "Sample")
        #expect(feed.sites.map(\.name) == ["Sample Unified", "Elm Street School"])
        #expect(feed.sites[1].parentSourcedID == "d1")
        #expect(feed.sessions.map(\.schoolYear) == [2025])
        #expect(feed.people.map(\.familyName) == ["Ruiz", "Okafor"])
        #expect(feed.studentCount == 2)
    }

    @Test func `a person carries preferred name, number, lower-case email and dated role`() throws {
        let feed = try SampleRoster.v1p2.feed()

        let ana = feed.people[0]
        let role = RosterRole(
            sourcedID: "r1",
            kind: RosterRoleKind(rawValue: "teacher"),
            orgSourcedID: "s1",
            begin: CivilDate("2020-08-01"),
            isPrimary: true,
            line: 2
        )
        #expect(ana.roles == [role])
        #expect(ana.employeeNumber == "1001")
        #expect(ana.rolesAreComplete)
        #expect(feed.people[1].givenName == "Bo")
        #expect(feed.people[1].email == "bo@example.org")
        #expect(feed.people[1].roles.map(\.kind.rawValue) == ["ext:clerk"])
    }

    @Test func `a sound 1.1 delivery gives the same people from users.csv alone`() throws {
        let feed = try SampleRoster.v1p1.feed()

        #expect(feed.findings.kept == [])
        #expect(feed.version == .v1p1)
        #expect(feed.people.map(\.employeeNumber) == ["1001", "1002"])
        #expect(feed.people[0].roles.map(\.kind.rawValue) == ["teacher"])
        #expect(feed.people[1].roles.map(\.orgSourcedID) == ["s1", "d1"])
        #expect(feed.studentCount == 2)
    }

    @Test func `nothing of a student or parent is in the feed or its findings`() throws {
        let rosters = [
            SampleRoster.v1p2.replacing("9001,kid1@example.org", with: "9001,kid1@@example.org", in: "users.csv"),
            SampleRoster.v1p1.replacing("Child,One", with: "Chi\u{7}ld,One", in: "users.csv"),
        ]
        for roster in rosters {
            let text = "\(try roster.feed())"
            for personal in ["Child", "kid1", "9001", "secret", "mum", "555", "u3", "u5"] {
                #expect(!text.contains(personal), "\(personal)")
            }
        }
    }

    @Test func `a zip with only a manifest means that nothing changed`() throws {
        var roster = SampleRoster.v1p2
        roster.files = [("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,absent\n")]

        let feed = try roster.feed()

        #expect(feed.findings.count == 0)
        #expect(feed.people.isEmpty && feed.sites.isEmpty && feed.sessions.isEmpty)
        #expect(RosterFile.Name.allCases.allSatisfy { feed.mode(of: $0) == .absent })
    }

    @Test func `a delivery without manifest is read as 1.0 with a finding`() throws {
        let feed = try SampleRoster.v1p1.without("manifest.csv").feed()

        #expect(feed.version == .v1p0)
        #expect(feed.people.count == 2)
        #expect(feed.mode(of: .users) == .bulk)
        #expect(feed.kinds == [.manifestMissing])
    }

    @Test func `a complete set of users without roles is refused`() {
        #expect(throws: RosterFileError.rolesMissing) { try SampleRoster.v1p2.without("roles.csv").feed() }
    }

    @Test func `a zip of other files is refused with their names`() {
        let other = SampleRoster(files: [("School.csv", "x"), ("Teacher.csv", "y")])
        #expect(throws: RosterFileError.notOneRoster(names: ["School.csv", "Teacher.csv"])) { try other.feed() }
    }

    @Test func `the look-alike of School Data Sync is refused, by its files and by its headers`() {
        let byFile = SampleRoster.v1p2.without("manifest.csv").adding("userFlags.csv", "userSourcedId,flag\n")
        #expect(throws: RosterFileError.schoolDataSync) { try byFile.feed() }
        let byHeader = SampleRoster.v1p2.replacing(
            "beginDate,endDate",
            with: "roleStartDate,roleEndDate",
            in: "roles.csv"
        )
        #expect(throws: RosterFileError.schoolDataSync) { try byHeader.feed() }
    }

    @Test func `a file without the column of keys is refused by name`() {
        let roster = SampleRoster.v1p2.replacing("sourcedId,status", with: "key,status", in: "users.csv")
        #expect(throws: RosterFileError.columnsMissing(file: "users.csv", columns: ["sourcedId"])) { try roster.feed() }
    }

    @Test func `an unclosed quote in users.csv is refused with file and line`() {
        let roster = SampleRoster.v1p2.replacing("Okafor", with: "\"Okafor", in: "users.csv")
        #expect(throws: RosterFileError.csv(file: "users.csv", .unclosedQuote(line: 3))) { try roster.feed() }
    }
}
