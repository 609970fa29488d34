import Foundation
import Postgres
import Support
import Testing

@testable import Workload

@Suite struct PeopleTests {
    let school: TestSchool
    let people: People

    init() async throws {
        school = try await TestSchool.make(people: 3, roles: [1: ["hr"]])
        people = DistrictDesk(school.database.district, database: school.database.server).people
    }

    private func subjects() async throws -> [String] {
        let rows = try await school.database.admin.read(
            as: school.database.district.identity(service: "postgres"),
            ["select subject from read_event order by read_at, subject desc"])[0]
        return try rows.map { try $0.decode("subject") }
    }

    @Test func `what was asked for is kept: page, unit, site and words`() async throws {
        let hr = school.people[0].caller
        let unit = try #require(hr.hrUnits.first)
        let all = try await people.list(PeopleFilter(), as: hr)
        let one = try await people.list(
            PeopleFilter(words: "family2", site: school.siteID, unit: unit), as: hr)

        #expect(all.count == 3)
        #expect(one.people.map(\.name) == ["Family2, Given2"])
        let kept = try await subjects()
        #expect(kept == ["page 1", "page 1; unit \(unit.text); site \(school.siteID.text); words family2"])
    }

    @Test func `long words crowd nothing else out`() {
        let filter = PeopleFilter(words: String(repeating: "w", count: 999), site: school.siteID, page: 3)
        #expect(filter.subject == "page 3; site \(school.siteID.text); words \(String(repeating: "w", count: 200))")
    }

    @Test func `a page past the end is the last one, and the look is kept`() async throws {
        let found = try await people.list(PeopleFilter(page: 7), as: school.people[0].caller)

        #expect(found.count == 3)
        #expect(found.people.count == 3)
        let kept = try await subjects()
        #expect(kept == ["page 1"])
    }

    @Test func `words with a NUL are refused as such, and nothing is shown`() async throws {
        let error = await #expect(throws: WorkloadError.self) {
            _ = try await people.list(PeopleFilter(words: "a\u{0}"), as: school.people[0].caller)
        }
        #expect(error?.rule == "text_can_be_kept")
    }

    @Test func `who is not HR sees no names`() async throws {
        let error = await #expect(throws: WorkloadError.self) {
            _ = try await people.list(PeopleFilter(), as: school.people[1].caller)
        }
        #expect(error?.kind == .forbidden)
        let kept = try await subjects()
        #expect(kept.isEmpty)
    }
}
