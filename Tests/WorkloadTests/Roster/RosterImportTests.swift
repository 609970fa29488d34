import Foundation
import Postgres
import Testing
import WorkUnits
import Workload

@Suite struct RosterImportTests {
    let district: RosterDistrict

    init() async throws {
        district = try await RosterDistrict()
    }

    @Test func `a first import adds sites, people, assignments and sessions, and counts students`() async throws {
        var feed = RosterFeed.complete(.named("Maya"), .named("Luis"))
        feed.sessions = [.fall]

        let report = try await district.run(feed, on: "2026-08-10")

        #expect([report.sites, report.people, report.assignments, report.sessions].map(\.added) == [3, 2, 2, 1])
        #expect(report.studentCount == 41)
        #expect(
            try await district.assignments() == [
                "Luis 2020-08-01 - roster Counselor S1", "Maya 2020-08-01 - roster Counselor S1",
            ])
        #expect(
            try await district.rows("select sourced_id, kind, zone, available_on from site order by 1") == [
                "D district_office America/Los_Angeles 2026-08-10",
                "S1 school America/Los_Angeles 2026-08-10",
                "S2 school America/Los_Angeles 2026-08-10",
            ])
    }

    @Test func `the same files again change nothing, on the same day and on the next`() async throws {
        var feed = RosterFeed.complete(.named("Maya"), .named("Luis", roles: [.at("S2", key: nil, kind: "ext:clerk")]))
        feed.sessions = [.fall]
        let hr = [
            try HRSupplementRow.of("Maya", id: "A1", from: "2025-07-01") {
                $0.usualHours = [1: .minutes(390)]
                $0.unitCode = "CTA"
            },
            try HRSupplementRow.of("Luis", id: "A2", from: "2026-09-01", line: 3),
        ]
        try await district.run(feed, hr: hr, on: "2026-08-10")
        let before = try await district.fingerprint()

        let sameDay = try await district.run(feed, hr: hr, on: "2026-08-10")
        let nextDay = try await district.run(feed, hr: hr, on: "2026-08-11")
        let withoutHR = try await district.run(feed, on: "2026-08-11")

        #expect(!sameDay.isChange && !nextDay.isChange && !withoutHR.isChange)
        #expect(sameDay.people.unchanged == 2)
        #expect(try await district.fingerprint() == before)
    }

    @Test func `a dry run reports what an import does and keeps nothing`() async throws {
        let feed = RosterFeed.complete(.named("Maya"))

        let dry = try await district.run(feed, on: "2026-08-10", isDryRun: true)

        #expect(dry.people.added == 1)
        #expect(dry.importID == nil)
        #expect(try await district.rows("select employee_id from employee") == [])
        #expect(try await district.rows("select roster_import_id from roster_import") == [])
    }

    @Test func `each import is kept with what it changed`() async throws {
        let report = try await district.run(.complete(.named("Maya")), on: "2026-08-10")

        let kept = try await district.rows(
            """
            select file_name, imported_by, length(file_digest), report -> 'people' ->> 'added' as added,
                   report ->> 'importID' as import_id
            from roster_import
            """)
        #expect(kept == ["roster.zip the test 32 1 \(try #require(report.importID))"])
    }

    @Test func `two imports at once run one after the other`() async throws {
        let feed = RosterFeed.complete(.named("Maya"))

        async let one = district.run(feed, on: "2026-08-10")
        async let other = district.run(feed, on: "2026-08-10")
        let added = [try await one, try await other].map(\.people.added).sorted()

        #expect(added == [0, 1])
    }

    @Test func `a renamed site changes and a site the complete file leaves out ends today`() async throws {
        try await district.run(.complete(.named("Maya")), on: "2026-08-10")
        var feed = RosterFeed.complete(.named("Maya"))
        feed.sites[1].name = "Cedar Ridge Academy"
        feed.sites.removeLast()

        let report = try await district.run(feed, on: "2026-08-12")

        #expect((report.sites.changed, report.sites.ended, report.sites.unchanged) == (1, 1, 1))
        #expect(
            try await district.rows("select name, ended_on from site where kind = 'school' order by 1")
                == ["Cedar Ridge Academy -", "Oak Grove Middle 2026-08-12"])
    }

    @Test func `a session ends on the day before OneRoster's end date, and a missing one today`() async throws {
        var feed = RosterFeed.complete(.named("Maya"))
        feed.sessions = [.fall]
        try await district.run(feed, on: "2026-08-10")
        #expect(try await district.rows("select starts_on, ends_on from academic_session") == ["2026-08-03 2026-12-18"])

        feed.sessions = []
        let report = try await district.run(feed, on: "2026-08-12")

        #expect(report.sessions.ended == 1)
        #expect(try await district.rows("select ends_on from academic_session") == ["2026-08-12"])
    }
}

extension RosterSession {
    fileprivate static var fall: RosterSession {
        RosterSession(
            sourcedID: "T1", title: "Fall", kind: "term", start: CivilDate(daysSince1970: 20_668),
            end: CivilDate(daysSince1970: 20_806), schoolYear: 2027, line: 2)
    }
}
