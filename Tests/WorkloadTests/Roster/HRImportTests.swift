import Postgres
import Testing
import WorkUnits
import Workload

@Suite struct HRImportTests {
    let district: RosterDistrict
    let feed: RosterFeed

    init() async throws {
        district = try await RosterDistrict()
        feed = .complete(.named("Maya"), .named("Luis"))
        try await district.run(feed, on: "2026-08-10")
    }

    @Test func `HR takes over the assignment that a role implied, so that hours under it get HR's terms`() async throws
    {
        let implied = try await district.rows("select assignment_id from assignment where external_id = 'R-Maya'")
        let row = try HRSupplementRow.of("Maya", id: "A1", from: "2026-07-01") {
            $0.unitCode = "CTA"
            $0.unitName = "Teachers"
            $0.flsa = .exempt(reason: "29 CFR 541.303")
            $0.baseRate = Millionths("45.123456")
            $0.reviewerNumber = "N-Luis"
        }

        let report = try await district.run(feed, hr: [row], on: "2026-08-12")

        #expect((report.assignments.changed, report.assignments.added, report.units.added) == (1, 0, 1))
        let kept = try await district.rows(
            """
            select terms.assignment_id, external_id, source, starts_on, code, unit.name, flsa_status, flsa_reason,
                   flsa_stated_by, base_rate, reviewer.given_name
            from assignment as terms
            join bargaining_unit as unit using (bargaining_unit_id)
            join employee as reviewer on reviewer.employee_id = reviewer_id
            """)
        #expect(
            kept == [
                "\(implied[0]) A1 hr 2026-07-01 CTA Teachers exempt 29 CFR 541.303 HR supplement 45.123456 Luis"
            ])
        #expect(
            try await district.rows(
                "select code from employee join bargaining_unit using (bargaining_unit_id) where given_name = 'Maya'"
            ) == ["CTA"])
    }

    @Test func `HR that begins after people could record time leaves the days before to the role`() async throws {
        try await district.run(feed, hr: [try .of("Maya", id: "A1", from: "2026-08-15")], on: "2026-08-20")

        #expect(
            try await district.assignments() == [
                "Luis 2020-08-01 - roster Counselor S1", "Maya 2020-08-01 2026-08-14 roster Counselor S1",
                "Maya 2026-08-15 - hr Counselor II S1",
            ])
    }

    @Test func `HR at another site ends the role's assignment the day before the import`() async throws {
        try await district.run(feed, hr: [try .of("Maya", id: "A1", at: "1002", from: "2026-07-01")], on: "2026-08-20")

        #expect(
            try await district.assignments().dropFirst() == [
                "Maya 2020-08-01 2026-08-19 roster Counselor S1", "Maya 2026-07-01 - hr Counselor II S2",
            ])
    }

    @Test func `where HR's assignment is over, the role stands again from the day after`() async throws {
        let row = try HRSupplementRow.of("Maya", id: "A1", from: "2026-07-01", until: "2026-08-31")
        try await district.run(feed, hr: [row], on: "2026-08-20")

        try await district.run(feed, on: "2026-09-02")

        #expect(
            try await district.assignments().dropFirst() == [
                "Maya 2026-07-01 2026-08-31 hr Counselor II S1", "Maya 2026-09-01 - roster Counselor S1",
            ])
    }

    @Test func `new terms of the same assignment end the old ones the day before`() async throws {
        try await district.run(feed, hr: [try .of("Maya", id: "A1", from: "2026-07-01")], on: "2026-08-12")

        let next = try HRSupplementRow.of("Maya", id: "A1", from: "2026-09-01") { $0.position = "Counselor III" }
        let report = try await district.run(feed, hr: [next], on: "2026-08-13")

        #expect((report.assignments.added, report.assignments.ended) == (1, 1))
        #expect(
            try await district.assignments().dropFirst() == [
                "Maya 2026-07-01 2026-08-31 hr Counselor II S1", "Maya 2026-09-01 - hr Counselor III S1",
            ])
    }

    @Test func `usual hours are those of the last file`() async throws {
        let first = try HRSupplementRow.of("Maya", id: "A1", from: "2026-07-01") {
            $0.usualHours = [1: .minutes(390), 2: .minutes(390)]
        }
        try await district.run(feed, hr: [first], on: "2026-08-12")
        let start = try #require(WallTime(hour: 7, minute: 30))
        let end = try #require(WallTime(hour: 16, minute: 0))
        let second = try HRSupplementRow.of("Maya", id: "A1", from: "2026-07-01") {
            $0.usualHours = [1: .between(start: start, end: end, unpaidMealMinutes: 30), 3: .minutes(60)]
        }

        let report = try await district.run(feed, hr: [second], on: "2026-08-13")

        #expect(report.assignments.changed == 1)
        #expect(
            try await district.rows(
                "select weekday, starts_at, ends_at, unpaid_minutes, minutes from usual_hours order by weekday"
            ) == ["1 07:30:00 16:00:00 30 480", "3 - - 0 60"])
    }

    @Test func `a row that fits nobody, no site or the tables is left out with a finding`() async throws {
        let report = try await district.run(
            feed,
            hr: [
                try .of("Nobody", id: "A1", from: "2026-07-01", line: 2),
                try .of("Maya", id: "A2", at: "nowhere", from: "2026-07-01", line: 3),
                try .of("Maya", id: "A3", from: "2026-07-01", line: 4) { $0.baseRate = Millionths(count: 0) },
                try .of("Luis", id: "A3", from: "2026-07-01", line: 5),
                try .of("Luis", id: "A4", from: "2026-07-01", line: 6) { $0.reviewerNumber = "N-Luis" },
            ], on: "2026-08-12")

        #expect(
            report.findings.kept.map { "\($0.file):\($0.line ?? 0) \($0.field ?? "")" } == [
                "hr.csv:4 base_rate", "hr.csv:2 employee_number", "hr.csv:3 site", "hr.csv:5 assignment_id",
                "hr.csv:6 reviewer",
            ])
        #expect(
            try await district.rows("select external_id, base_rate, reviewer_id from assignment order by 1")
                == ["A3 - -", "A4 - -"])
    }

    @Test func `an assignment of somebody who has left ends with the employment`() async throws {
        try await district.run(.complete(.named("Luis")), on: "2026-08-12")

        let report = try await district.run(
            .complete(.named("Luis")),
            hr: [
                try .of("Maya", id: "A1", from: "2026-07-01", line: 2),
                try .of("Maya", id: "A2", from: "2026-09-01", line: 3),
            ], on: "2026-08-13")

        #expect(report.findings.kept.map(\.line) == [3])
        #expect(
            try await district.assignments().dropFirst() == [
                "Maya 2020-08-01 2026-08-12 roster Counselor S1", "Maya 2026-07-01 2026-08-12 hr Counselor II S1",
            ])
    }
}
