import Interchange
import Testing
import Workload

@Suite struct OneRosterDeltaTests {
    private static let stamp = "active,2024-09-01T00:00:00.000Z"

    /// A delta in which Ana changes and a student changes, without a word of their roles.
    private static var usersOnly: SampleRoster {
        SampleRoster.v1p2.without("roles.csv").without("orgs.csv").without("academicSessions.csv")
            .replacing("file.users,bulk", with: "file.users,delta", in: "manifest.csv")
            .replacing("file.roles,bulk", with: "file.roles,absent", in: "manifest.csv")
            .replacing("file.orgs,bulk", with: "file.orgs,absent", in: "manifest.csv")
            .replacing("file.academicSessions,bulk", with: "file.academicSessions,absent", in: "manifest.csv")
            .replacing("u1,,", with: "u1,\(stamp)", in: "users.csv")
            .replacing("u2,,", with: "u2,tobedeleted,2024-09-01T00:00:00.000Z", in: "users.csv")
            .replacing("u3,,", with: "u3,\(stamp)", in: "users.csv")
            .replacing("u4,,", with: "u4,\(stamp)", in: "users.csv")
            .replacing("u5,,", with: "u5,\(stamp)", in: "users.csv")
    }

    @Test func `people already known as staff are read without their roles`() throws {
        let feed = try Self.usersOnly.feed(options: .init(knownStaff: ["u1", "u2"]))

        #expect(feed.mode(of: .users) == .delta)
        #expect(feed.people.map(\.sourcedIDs) == [["u1"], ["u2"]])
        #expect(feed.people.map(\.rolesAreComplete) == [false, false])
        #expect(feed.people.map(\.status) == [.active, .toBeDeleted])
    }

    @Test func `changed users of whom nobody knows a role are passed over with one finding`() throws {
        let feed = try Self.usersOnly.feed(options: .init(knownStaff: ["u1", "u2"]))

        #expect(feed.findings.kept.map(\.kind) == [.userWithoutRole])
        #expect(feed.findings.kept[0].what.hasPrefix("3 changed users"))
    }

    @Test func `roles whose person isn't in the delta are handed on by sourcedId`() throws {
        let roster = SampleRoster.v1p2.without("users.csv")
            .replacing("file.users,bulk", with: "file.users,absent", in: "manifest.csv")
            .replacing("file.roles,bulk", with: "file.roles,delta", in: "manifest.csv")
            .replacing("r1,,", with: "r1,tobedeleted,2024-09-01T00:00:00.000Z", in: "roles.csv")
            .replacing("r2,,", with: "r2,\(Self.stamp)", in: "roles.csv")
            .replacing("r3,,", with: "r3,\(Self.stamp)", in: "roles.csv")
            .replacing("r4,,", with: "r4,\(Self.stamp)", in: "roles.csv")
            .replacing("r5,,", with: "r5,\(Self.stamp)", in: "roles.csv")

        let feed = try roster.feed()

        #expect(feed.people.isEmpty)
        #expect(feed.rolesOfAbsentPeople.mapValues { $0.map(\.status) } == ["u1": [.toBeDeleted], "u2": [.active]])
        #expect(feed.findings.kept == [])
    }

    @Test func `rows with a status make a delta of what the manifest calls bulk`() throws {
        let roster = SampleRoster.v1p2.replacing("u2,,", with: "u2,\(Self.stamp)", in: "users.csv")

        let feed = try roster.feed()

        #expect(feed.mode(of: .users) == .delta)
        #expect(feed.finding(.manifestContradicted)?.line == 3)
        #expect(feed.finding(.manifestContradicted)?.what == "the manifest says bulk, but 1 of 5 rows have a status")
    }

    @Test func `rows without status and date make a bulk file of what the manifest calls delta`() throws {
        let feed = try SampleRoster.v1p2.replacing("users,bulk", with: "users,delta", in: "manifest.csv").feed()

        #expect(feed.mode(of: .users) == .bulk)
        #expect(feed.kinds == [.manifestContradicted])
    }

    @Test func `a file without data rows counts as absent, so that nothing ends by it`() throws {
        let header = String(SampleRoster.v1p2.files[1].text.prefix { $0 != "\n" })
        let feed = try SampleRoster.v1p2.without("orgs.csv").adding("orgs.csv", header + "\n").feed()

        #expect(feed.mode(of: .orgs) == .absent)
        #expect(feed.kinds == [.fileWithoutRows])
    }

    @Test func `a file that the manifest promises and the zip lacks counts as absent`() throws {
        let feed = try SampleRoster.v1p2.without("orgs.csv").feed()

        #expect(feed.mode(of: .orgs) == .absent)
        #expect(feed.kinds == [.fileMissing])
    }
}
