import Interchange
import Testing
import WorkUnits
import Workload

/// One fault in an otherwise sound delivery, and the one finding it must make.
struct Violation: Sendable, CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    var kind: RosterFinding.Kind
    var outcome: RosterFinding.Outcome
    /// `line:column field`, as far as the finding has them.
    var place: String

    init(
        _ file: String,
        _ old: String,
        _ new: String,
        _ kind: RosterFinding.Kind,
        _ outcome: RosterFinding.Outcome,
        _ place: String
    ) {
        (self.file, self.old, self.new) = (file, old, new)
        (self.kind, self.outcome, self.place) = (kind, outcome, place)
    }

    var testDescription: String { "\(kind.rawValue) in \(file)" }

    static let all: [Violation] = [
        .init("manifest.csv", "version,1.2", "version,3", .manifestValue, .repaired, "3:19 oneroster.version"),
        .init("orgs.csv", "dateLastModified", "dataLastModified", .headerMisspelt, .repaired, "1:18 dataLastModified"),
        .init(
            "users.csv",
            "preferredGivenName",
            "prefferedGivenName",
            .headerMisspelt,
            .repaired,
            "1:195 prefferedGivenName"
        ),
        .init("users.csv", "agentSourcedIds", "agents", .headerMisspelt, .repaired, "1:123 agents"),
        .init("orgs.csv", ",101,d1", ",101,x9", .referenceUnknown, .leftOut, "3 parentSourcedId"),
        .init("orgs.csv", ",100,", ",100,s1", .referenceCycle, .leftOut, "2 parentSourcedId"),
        .init("orgs.csv", "Elm Street School,school", "Elm Street School,School", .valueForm, .repaired, "3:24 type"),
        .init("orgs.csv", "Elm Street School,school", "Elm Street School,college", .valueUnknown, .kept, "3:24 type"),
        .init("orgs.csv", "Sample Unified", "", .valueMissing, .repaired, "2:6 name"),
        .init("orgs.csv", "s1,,,Elm", "s1,,5/01/2023,Elm", .dateForm, .kept, "3:5 dateLastModified"),
        .init("academicSessions.csv", "2024-08-12", "8/12/2024", .dateForm, .repaired, "2:29 startDate"),
        .init("academicSessions.csv", "2024-08-12", "soon", .dateForm, .leftOut, "2:29 startDate"),
        .init("academicSessions.csv", "2025-06-11", "2024-08-12", .valueForm, .leftOut, "2:40 endDate"),
        .init("academicSessions.csv", ",,2025", ",,2024-2025", .valueForm, .repaired, "2:52 schoolYear"),
        .init("roles.csv", "ext:clerk", "Counselor", .valueForm, .repaired, "3:17 role"),
        .init("roles.csv", "ext:clerk", "officeStaff", .valueUnknown, .kept, "3:17 role"),
        .init("roles.csv", "u3,primary,student", "u3,primary,formerStudent", .valueUnknown, .repaired, "4:17 role"),
        .init("roles.csv", "ext:clerk,,,s1", "ext:clerk,,,s9", .referenceUnknown, .kept, "3 orgSourcedId"),
        .init("roles.csv", "2020-08-01,", "2020-08-01,2019-01-01", .valueForm, .leftOut, "2:36 endDate"),
        .init(
            "roles.csv",
            "r5,,,u5",
            "r6,,,,primary,parent,,,s1,\nr5,,,u5",
            .valueMissing,
            .leftOut,
            "6:6 userSourcedId"
        ),
        .init("users.csv", "{LDAP:ana}", "\"{LDAP:ana}, {X:y}\"", .listForm, .repaired, "2:15 userIds"),
        .init("users.csv", "1001,ana@example.org", "1001,ana at example", .valueForm, .leftOut, "2:41 email"),
        .init("users.csv", "Okafor", "Oka\tfor", .textControl, .repaired, "3:22 familyName"),
        .init("users.csv", "Ana,Ruiz", "Ana,", .valueMissing, .repaired, "2:30 familyName"),
        .init("users.csv", "u1,,,true", "u1,,,maybe", .valueUnknown, .repaired, "2:6 enabledUser"),
        .init("users.csv", "Okafor,,1002,Bo@Example.org", "Okafor,,,", .personUnmatched, .kept, "3"),
        .init("users.csv", "Okafor,,1002,Bo@", "Okafor,,1002,Ana@", .personAmbiguous, .kept, "3"),
        .init("users.csv", "Bo@Example.org,,,,,,,,Bo,,,s1,", "Bo@Example.org", .rowRagged, .repaired, "3"),
        .init("users.csv", "Bo,,,s1,", "Bo,,,s1,,", .rowRagged, .leftOut, "3"),
        .init("users.csv", "u5,,,true", "u9,,,true", .userWithoutRole, .leftOut, "6"),
        .init("users.csv", "Okafor", "O\"kafor", .textQuote, .kept, "3"),
    ]
}

@Suite struct OneRosterViolationTests {
    @Test(arguments: Violation.all)
    func `one fault makes one finding, in its place`(violation: Violation) throws {
        let roster = SampleRoster.v1p2.replacing(violation.old, with: violation.new, in: violation.file)

        let findings = try roster.feed().findings.kept

        #expect(findings.map(\.kind) == [violation.kind])
        let found = try #require(findings.first)
        #expect(found.file == violation.file)
        #expect(found.outcome == violation.outcome)
        let place = [found.line, found.column].compactMap { $0.map(String.init) }.joined(separator: ":")
        #expect([place, found.field].compactMap(\.self).joined(separator: " ") == violation.place)
    }

    @Test func `a blank value in the manifest is told from the rows`() throws {
        let feed = try SampleRoster.v1p2.replacing("file.users,bulk", with: "file.users,", in: "manifest.csv").feed()

        #expect(feed.mode(of: .users) == .bulk)
        #expect(feed.findings.kept.map(\.kind) == [.manifestValue, .fileUndeclared])
    }

    @Test func `a column outside the format is not read, one that lacks is read as blank`() throws {
        let feed = try SampleRoster.v1p2.replacing("identifier", with: "nces", in: "orgs.csv").feed()

        #expect(feed.findings.kept.map(\.kind) == [.headerUnknown, .headerMissing])
        #expect(feed.sites.map(\.identifier) == [nil, nil])
    }

    @Test func `a column that isn't needed may lack, and extensions may stand`() throws {
        let feed = try SampleRoster.v1p2
            .replacing("phone", with: "metadata.x", in: "users.csv").feed()

        #expect(feed.findings.kept.map(\.done) == ["not needed"])
        #expect(feed.people.count == 2)
    }

    @Test func `inactive is read as an end`() throws {
        let feed = try SampleRoster.v1p1
            .replacing("u1,,", with: "u1,inactive,2017-05-06 08:01:05", in: "users.csv").feed()

        #expect(feed.people[0].status == .toBeDeleted)
        #expect(feed.kinds.isSuperset(of: [.statusInactive, .dateForm, .manifestContradicted]))
    }

    @Test func `a row whose columns are shifted is left out, and its person must not end`() throws {
        let feed = try SampleRoster.v1p2.replacing("Okafor,", with: "Okafor, Jr.,", in: "users.csv").feed()

        #expect(feed.people.map(\.familyName) == ["Ruiz"])
        #expect(feed.unreadablePeople == ["u2"])
        #expect(feed.finding(.rowRagged)?.outcome == .leftOut)
    }

    @Test func `files in a folder and with other capitals are read`() throws {
        var roster = SampleRoster.v1p2
        roster.files = roster.files.map { ("Export/" + $0.name, $0.text) }
        roster.files[4].name = "Export/Users.CSV"

        let feed = try roster.feed()

        #expect(feed.people.count == 2)
        #expect(feed.findings.kept.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.fileInFolder, .fileMisnamed])
    }

    @Test func `a second file of the same name and unknown files are left out, hidden ones silently`() throws {
        let feed = try SampleRoster.v1p2.adding("old/users.csv", "sourcedId\nu9\n").adding("readme.txt", "hello")
            .adding("userprofiles.csv", "x\n").adding("__MACOSX/._users.csv", "x").feed()

        #expect(feed.people.count == 2)
        #expect(feed.kinds == [.fileTwice, .fileUnknown, .fileMisnamed, .fileInFolder])
    }

    @Test func `the same person under several sourcedIds is one person with all of them`() throws {
        let roster = SampleRoster.v1p2
            .replacing("u2,,,true,bo,,Robert,Okafor,,1002", with: "u2,,,true,bo,,Robert,Okafor,,1001", in: "users.csv")

        let feed = try roster.feed()

        #expect(feed.people.map(\.sourcedIDs) == [["u1", "u2"]])
        #expect(feed.people[0].roles.map(\.kind.rawValue) == ["teacher", "ext:clerk"])
        #expect(feed.kinds == [.personMerged])
    }

    @Test func `without a number the same email makes one person, unless both names differ`() throws {
        let same = SampleRoster.v1p2.replacing("Robert,Okafor,,1002,Bo@", with: "Ana,Ruiz-Gil,,,Ana@", in: "users.csv")
            .replacing(",,Bo,,,s1", with: ",,,,,s1", in: "users.csv")
        let shared = SampleRoster.v1p2.replacing("Okafor,,1002,Bo@", with: "Okafor,,,Ana@", in: "users.csv")

        #expect(try same.feed().people.map(\.sourcedIDs) == [["u1", "u2"]])
        #expect(try shared.feed().people.map(\.sourcedIDs) == [["u1"], ["u2"]])
    }

    @Test func `bytes of another encoding are replaced, and the finding doesn't repeat the name`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("latin1.zip")
        let zip = try ZipBuilder(path: path)
        for file in SampleRoster.v1p2.files {
            let bytes = Array(file.text.utf8).map { $0 == UInt8(ascii: "z") ? 0xF1 : $0 }
            try zip.add(file.name, pieces: [bytes])
        }
        try zip.close()

        let feed = try OneRosterReader().read(path: path)

        #expect(feed.people[0].familyName == "Rui\u{FFFD}")
        #expect(feed.findings.kept.map(\.kind) == [.textEncoding])
        #expect(!"\(feed.findings.kept)".contains("Rui"))
    }

    @Test func `a fault in every row is counted in full and kept in part`() throws {
        let rows = (0..<1_500).map { "x\($0),,bad,Name,school,," }.joined(separator: "\n")
        let roster = SampleRoster.v1p2.without("orgs.csv")
            .adding(
                "orgs.csv",
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,E,school,,\n" + rows
            )

        let findings = try roster.feed().findings

        #expect(findings.count == 1_500)
        #expect(findings.kept.count == RosterFindings.keptPerKind)
    }
}
