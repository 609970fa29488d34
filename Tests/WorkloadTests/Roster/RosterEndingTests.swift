import Postgres
import Testing
import WorkUnits
import Workload

@Suite struct RosterEndingTests {
    let district: RosterDistrict

    init() async throws {
        district = try await RosterDistrict()
        try await district.run(.complete(.named("Maya"), .named("Luis")), on: "2026-08-10")
    }

    private func luis() async throws -> [String] {
        try await district.rows(
            """
            select employee.ended_on, assignment.ends_on from employee join assignment using (employee_id)
            where given_name = 'Luis'
            """)
    }

    @Test func `who is missing from a complete file ends that day and lives again when back`() async throws {
        let report = try await district.run(.complete(.named("Maya")), on: "2026-08-12")
        #expect((report.people.ended, report.assignments.ended) == (1, 1))
        #expect(try await luis() == ["2026-08-12 2026-08-12"])

        let back = try await district.run(.complete(.named("Maya"), .named("Luis")), on: "2026-08-20")

        #expect((back.people.added, back.people.changed, back.assignments.changed) == (0, 1, 1))
        #expect(try await luis() == ["- -"])
    }

    @Test func `a delta ends only whom it marks, and brings back with their roles`() async throws {
        let marked = RosterPerson.named("Luis", roles: []).with {
            $0.rolesAreComplete = false
            $0.status = .toBeDeleted
        }
        let report = try await district.run(.changes(marked), on: "2026-08-12")
        #expect((report.people.ended, report.people.unchanged) == (1, 0))
        #expect(try await luis() == ["2026-08-12 2026-08-12"])

        try await district.run(.changes(marked.with { $0.status = .active }), on: "2026-08-13")

        #expect(try await luis() == ["- -"])
    }

    @Test func `somebody whose row could not be read stays`() async throws {
        var feed = RosterFeed.complete(.named("Maya"))
        feed.unreadablePeople = ["U-Luis"]

        let report = try await district.run(feed, on: "2026-08-12")

        #expect(!report.isChange)
    }

    @Test func `more than 5 % is refused with the number, and nothing is changed`() async throws {
        let before = try await district.fingerprint()

        let error = await #expect(throws: WorkloadError.self) {
            try await district.run(.complete(.named("Ana")), on: "2026-08-12", allowEnding: nil)
        }

        #expect(error?.kind == .conflict)
        #expect(error?.message.contains("2 of 2 people (100.0 %)") == true)
        #expect(error?.message.contains("--allow-ending 2") == true)
        #expect(try await district.fingerprint() == before)
    }

    @Test func `one fewer allowed than would end is refused, as many are not`() async throws {
        await #expect(throws: WorkloadError.self) {
            try await district.run(.complete(.named("Ana")), on: "2026-08-12", allowEnding: 1)
        }

        let report = try await district.run(.complete(.named("Ana")), on: "2026-08-12", allowEnding: 2)

        #expect(report.people.ended == 2)
    }

    @Test func `5 % exactly is not refused`() async throws {
        let crowd = (1...20).map { RosterPerson.named("P\($0)") }
        var feed = RosterFeed.complete()
        feed.people = crowd
        try await district.run(feed, on: "2026-08-11")
        feed.people.removeLast()

        let report = try await district.run(feed, on: "2026-08-12", allowEnding: nil)

        #expect(report.people.ended == 1)
    }
}
