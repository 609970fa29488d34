import Foundation
import Postgres
import Support
import Testing
import WorkUnits

@testable import Workload

/// What arrives at the same moment. Each sender has a connection that retries nothing, so a deadlock is an error here.
@Suite struct ConcurrentEntryTests {
    let school: TestSchool

    init() async throws {
        school = try await TestSchool.make(people: 2)
    }

    private func connection() async throws -> Connection {
        let connection = try await Connection.open(school.database.options)
        _ = try await connection.query("set search_path = \(unsafeSQL: school.database.district.slug.schema), pg_temp")
        return connection
    }

    private func row(_ draft: EntryDraft, of person: TestSchool.Person) throws -> String {
        try EntryRow(draft, sessionDigest: person.secret.digest).json
    }

    @Test func `two batches with the same ids, each in an order of its own, are answered`() async throws {
        let (one, two) = (try await connection(), try await connection())
        for round in 0..<30 {
            let day = "2026-08-\(10 + round % 15)"
            let hour = round / 15 * 4 + 8
            // Sorted by person and start the two orders differ from the order of the ids.
            var early = try school.draft(for: school.people[0], day, "\(hour):00", "\(hour):30")
            var late = try school.draft(for: school.people[1], day, "\(hour + 1):00", "\(hour + 1):30")
            if round.isMultiple(of: 2) { swap(&early.id, &late.id) }
            let rows = [try row(early, of: school.people[0]), try row(late, of: school.people[1])]
            let first: Query = "select outcome from record_entries(\(JSONText(text: "[\(rows[0]),\(rows[1])]")))"
            let second: Query = "select outcome from record_entries(\(JSONText(text: "[\(rows[1]),\(rows[0])]")))"

            async let answersOfOne = one.query(first)
            async let answersOfTwo = two.query(second)
            let results = [try await answersOfOne, try await answersOfTwo]

            let outcomes = try results.flatMap { try $0.map { try $0.decode("outcome", as: String.self) } }
            #expect(outcomes.sorted() == ["recorded", "recorded", "replayed", "replayed"])
        }
        await one.close()
        await two.close()
    }

    @Test func `two corrections that swap the times of two entries are both kept`() async throws {
        let maya = school.people[0]
        let (one, two) = (try await connection(), try await connection())
        let times = [("16:00", "17:00"), ("18:00", "19:00")]
        var drafts = try times.map { try school.draft(for: maya, "2026-08-20", $0.0, $0.1) }
        let begun = try drafts.map { try row($0, of: maya) }.joined(separator: ",")
        _ = try await one.query("select from record_entries(\(JSONText(text: "[\(begun)]")))")

        for round in 1...20 {
            let moved = try (0..<2).map { number in
                let (from, to) = times[(number + round) % 2]
                var draft = try school.draft(for: maya, "2026-08-20", from, to)
                (draft.id, draft.version, draft.changeReason) = (drafts[number].id, round + 1, "times")
                return draft
            }
            drafts = moved
            let rows = try moved.map { JSONText(text: "[\(try row($0, of: maya))]") }
            let first: Query = "select outcome from correct_entry(\(rows[0]))"
            let second: Query = "select outcome from correct_entry(\(rows[1]))"

            async let answerToOne = one.query(first)
            async let answerToTwo = two.query(second)
            let results = [try await answerToOne, try await answerToTwo]

            let outcomes = try results.map { try $0[0].decode("outcome", as: String.self) }
            #expect(outcomes == ["recorded", "recorded"])
            let counting = try await one.query("select count(*) as found from live_span")
            let found = try counting[0].decode("found", as: Int.self)
            #expect(found == 2)
        }
        await one.close()
        await two.close()
    }
}
