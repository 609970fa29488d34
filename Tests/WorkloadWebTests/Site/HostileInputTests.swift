import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import Support
import Testing
import Workload

@testable import WorkloadWeb

/// Numbers that can't be counted and text that can't be kept are answered, and the server lives on.
@Suite struct HostileInputTests {
    let site: TestSite

    init() async throws {
        site = try await TestSite.make(roles: [1: ["hr", "incident_administrator"]])
    }

    private func record(_ id: UUID, cause: String? = nil, extra: [(String, String)] = []) -> [(String, String)] {
        let incident = site.school.incidentID.uuidString.lowercased()
        return [
            ("entryId", id.uuidString.lowercased()), ("day", "2026-08-20"), ("from", "16:10"), ("to", "19:35"),
            ("workKind", "build_schedules"), ("cause", cause ?? incident),
        ] + extra
    }

    private func message(_ fields: String) -> String {
        """
        {"id":"\(UUID())","assignment_id":"\(site.school.people[0].assignmentID)","site_id":"\(site.school.siteID)",
         "work_date":"2026-08-20","starts_at":"2026-08-20T23:10:00Z","ends_at":"2026-08-21T02:35:00Z",
         "category":"build_schedules",\(fields)}
        """
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "2147483647", "0", "1e3"])
    func `a version that can't be followed is refused wherever a form names one`(version: String) async throws {
        let id = UUID()
        let entry = "/entries/\(id.uuidString.lowercased())"
        let incident = "/incidents/\(site.school.incidentID.uuidString.lowercased())"
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            _ = try await maya.post("/record", record(id), client)

            let takeOut = try await maya.post("\(entry)/take-out", [("version", version), ("reason", "other")], client)
            #expect(takeOut.status == .unprocessableContent)
            let correct = try await maya.post(
                "\(entry)/correct", record(id, extra: [("version", version)]), client)
            #expect(correct.status == .unprocessableContent)
            let status = try await maya.post(
                "\(incident)/status", [("version", version), ("status", "identified")], client)
            #expect(status.status == .unprocessableContent)
            let fields = [
                ("version", version), ("title", "Schedules"), ("module", "scheduling"), ("severity", "1"),
                ("status", "identified"), ("beganOn", "2026-08-11"), ("everywhere", "1"),
            ]
            let edit = try await maya.post("\(incident)/edit", fields, client)
            #expect(edit.status == .conflict)
            let standing = try await maya.get(entry, client)
            #expect(standing.status == .ok)
        }
    }

    @Test(arguments: [
        ("\"cause\":\"not_sure\",\"break_minutes\":-9223372036854775808", "break_is_shorter"),
        ("\"cause\":\"not_sure\",\"break_minutes\":3000000000", "break_is_shorter"),
        ("\"cause\":\"not_sure\",\"students_served\":3000000000", "counts_are_plausible"),
        ("\"cause\":\"not_listed\",\"not_listed_module\":\"grades\",\"not_listed_seen\":\"a\\u0000b\"", "is_short"),
    ])
    func `a program that sends what can't be kept is told the rule`(fields: String, rule: String) async throws {
        try await site.application.test(.router) { client in
            let answer = try await site.visitor(1).send("/api/entries", json: message(fields), client)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(rule))
        }
    }

    @Test(arguments: ["/incidents?text=%00", "/people?text=%00", "/incidents?text=a%00b&page=9223372036854775807"])
    func `a search for a NUL is answered as one that can't be`(path: String) async throws {
        try await site.application.test(.router) { client in
            let answer = try await site.visitor(1).get(path, client)
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test func `a NUL in what is typed is answered as something to change`() async throws {
        try await site.application.test(.router) { client in
            let entry = try await site.visitor(1).post(
                "/record",
                record(
                    UUID(), cause: "not_listed",
                    extra: [("notListedModule", "grades"), ("notListedSeen", "a\u{0}b")]), client)
            #expect(entry.status == .unprocessableContent)
            let incident = try await site.visitor(1).post(
                "/incidents",
                [
                    ("incidentId", UUID().uuidString), ("title", "Bells\u{0}ring"), ("module", "scheduling"),
                    ("severity", "1"), ("status", "identified"), ("beganOn", "2026-08-11"), ("everywhere", "1"),
                ], client)
            #expect(incident.status == .unprocessableContent)
        }
    }

    @Test func `an incident at no school of the person may be named, one that is not there may not`() async throws {
        let (lake, other) = (UUID(), UUID())
        try await site.school.database.admin.write(
            as: site.school.database.district.identity(service: "postgres"),
            [
                """
                insert into site (site_id, sourced_id, name, kind, zone, available_on)
                values (\(lake), 'S2', 'Lake Middle', 'school', 'America/Los_Angeles', '2026-08-03')
                """
            ])
        try await site.application.test(.router) { client in
            let maya = site.visitor(1)
            let opened = try await maya.post(
                "/incidents",
                [
                    ("incidentId", other.uuidString), ("title", "Grades gone"), ("module", "grades"), ("severity", "1"),
                    ("status", "investigating"), ("beganOn", "2026-08-11"), ("sites[]", lake.uuidString),
                ], client)
            #expect(opened.status == .seeOther)

            let form = try await site.visitor(2).get("/record", client)
            #expect(form.text.contains("1 more incident"))
            #expect(form.text.contains("At Lake Middle since Aug 11."))

            let named = try await site.visitor(2).post("/record", record(UUID(), cause: other.uuidString), client)
            #expect(named.status == .seeOther)
            let unknown = try await site.visitor(2).post("/record", record(UUID(), cause: UUID().uuidString), client)
            #expect(unknown.status == .unprocessableContent)
        }
    }

    @Test func `an incident opened by two taps is opened once`() async throws {
        let fields = [
            ("incidentId", UUID().uuidString), ("title", "Bells ring"), ("module", "scheduling"), ("severity", "1"),
            ("status", "resolved"), ("beganOn", "2026-08-11"), ("everywhere", "1"),
        ]
        try await site.application.test(.router) { client in
            for _ in 0..<2 {
                let opened = try await site.visitor(1).post("/incidents", fields, client)
                #expect(opened.status == .seeOther)
            }
        }
    }
}
