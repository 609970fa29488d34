import Postgres
import Testing
import WorkUnits
import Workload

@Suite struct RosterMatchTests {
    let district: RosterDistrict

    init() async throws {
        district = try await RosterDistrict()
        try await district.run(.complete(.named("Maya"), .named("Luis")), on: "2026-08-10")
    }

    private func people() async throws -> [String] {
        try await district.rows(
            "select given_name, employee_number, email, ended_on from employee order by given_name, employee_number")
    }

    @Test func `an employee number outweighs an e-mail that is somebody else's`() async throws {
        let report = try await district.run(
            .complete(.named("Maya", email: "luis@example.org"), .named("Luis")), on: "2026-08-11")

        #expect(
            try await people() == ["Luis N-Luis luis@example.org -", "Maya N-Maya - -"])
        #expect(report.findings.kept.map(\.kind) == [.personAmbiguous])
    }

    @Test func `two people may swap their e-mails in one delivery`() async throws {
        try await district.run(
            .complete(.named("Maya", email: "luis@example.org"), .named("Luis", email: "maya@example.org")),
            on: "2026-08-11")

        #expect(
            try await people() == ["Luis N-Luis maya@example.org -", "Maya N-Maya luis@example.org -"])
    }

    @Test func `somebody without a number is found by e-mail`() async throws {
        let maya = RosterPerson.named("Maya", key: "other-key").with { $0.employeeNumber = nil }

        let report = try await district.run(.complete(maya, .named("Luis")), on: "2026-08-11")

        #expect(report.people.unchanged == 2)
        #expect(try await people().first { $0.hasPrefix("Maya") } == "Maya N-Maya maya@example.org -")
    }

    @Test func `somebody without a number whose e-mail changed is found by sourcedId`() async throws {
        let maya = RosterPerson.named("Maya", email: "m.rivera@example.org").with { $0.employeeNumber = nil }

        let report = try await district.run(.complete(maya, .named("Luis")), on: "2026-08-11")

        #expect(report.people.added == 0)
        #expect(try await people().last == "Maya N-Maya m.rivera@example.org -")
    }

    @Test func `people of the same name stay apart`() async throws {
        let other = RosterPerson.named("Maya", key: "U-3", number: "N-3", email: "maya3@example.org", roles: [])

        let report = try await district.run(
            .complete(.named("Maya"), .named("Luis"), other), on: "2026-08-11")

        #expect(report.people.added == 1)
        #expect(try await people().filter { $0.hasPrefix("Maya") }.count == 2)
    }

    @Test func `a corrected number is the same person where e-mail and sourcedId agree`() async throws {
        let report = try await district.run(
            .complete(.named("Maya", number: "0042"), .named("Luis")), on: "2026-08-11")

        #expect((report.people.added, report.people.changed, report.people.ended) == (0, 1, 0))
        #expect(try await people().last == "Maya 0042 maya@example.org -")
    }

    @Test func `a new person with the e-mail of one who left is not that person`() async throws {
        let new = RosterPerson.named("Ana", email: "maya@example.org")

        let report = try await district.run(.complete(new, .named("Luis")), on: "2026-08-11")

        #expect((report.people.added, report.people.ended) == (1, 1))
        #expect(
            try await people() == [
                "Ana N-Ana - -", "Luis N-Luis luis@example.org -", "Maya N-Maya maya@example.org 2026-08-11",
            ])
    }

    @Test func `an e-mail that two people of the delivery share says nothing`() async throws {
        let one = RosterPerson.named("Ana", email: "maya@example.org").with { $0.employeeNumber = nil }
        let other = RosterPerson.named("Bo", email: "maya@example.org").with { $0.employeeNumber = nil }

        let report = try await district.run(.complete(one, other, .named("Luis")), on: "2026-08-11")

        #expect((report.people.added, report.people.ended) == (2, 1))
    }

    @Test func `rows of one person at two schools are one person with two assignments`() async throws {
        let maya = RosterPerson.named("Maya", roles: [.at("S1", key: "R-Maya"), .at("S2", key: "R-2")])
            .with { $0.sourcedIDs = ["U-Maya", "U-Maya-2"] }

        let report = try await district.run(.complete(maya, .named("Luis")), on: "2026-08-11")

        #expect(report.people.unchanged == 2)
        #expect(report.assignments.added == 1)
        #expect(try await district.roster.knownStaff() == ["U-Maya", "U-Maya-2", "U-Luis"])
    }
}
