import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Testing

@testable import WorkloadWeb

@Suite struct EntryAPITests {
    let site: TestSite

    init() async throws {
        site = try await TestSite.make()
    }

    private func message(_ id: UUID, category: String = "build_schedules", extra: String = "") -> String {
        """
        {"id":"\(id)","assignment_id":"\(site.school.people[0].assignmentID)","site_id":"\(site.school.siteID)",
         "work_date":"2026-08-20","starts_at":"2026-08-20T23:10:00Z","ends_at":"2026-08-21T02:35:00Z",
         "category":"\(category)","cause":"incidents",
         "incidents":[{"incident_id":"\(site.school.incidentID)","minutes":205}]\(extra)}
        """
    }

    @Test func `an entry is created once, repeated it is the same, changed it is a conflict`() async throws {
        let id = UUID()
        try await site.application.test(.router) { client in
            let first = try await site.visitor(1).send("/api/entries", json: message(id), client)
            #expect(first.status == .created)
            #expect(first.text.contains("\"state\":\"counting\""))
            let status1 = try await site.visitor(1).send("/api/entries", json: message(id), client).status
            #expect(status1 == .ok)
            let other = try await site.visitor(1).send(
                "/api/entries", json: message(id, category: "grades"), client)
            #expect(other.status == .conflict)
            #expect(other.headers[.contentType] == "application/problem+json")
        }
    }

    @Test(arguments: ["", "[]", "nonsense", "{}", "{\"id\":1}", "{\"id\":\"x\"}", "\u{0}"])
    func `what is no entry is refused with the field`(body: String) async throws {
        try await site.application.test(.router) { client in
            let answer = try await site.visitor(1).send("/api/entries", json: body, client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func `without a session or its token nothing is recorded`() async throws {
        try await site.application.test(.router) { client in
            let nobody = try await Visitor.stranger.send("/api/entries", json: message(UUID()), client)
            #expect(nobody.status == .unauthorized)
            let noToken = try await site.visitor(1).send("/api/entries", json: message(UUID()), token: "x", client)
            #expect(noToken.status == .forbidden)
            let theirs = try await site.visitor(2).send("/api/entries", json: message(UUID()), client)
            #expect(theirs.status == .unprocessableContent)
        }
    }
}
