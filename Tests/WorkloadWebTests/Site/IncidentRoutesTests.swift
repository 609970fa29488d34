import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Testing
import WorkUnits
import Workload

@testable import WorkloadWeb

@Suite("Pages and files of incidents")
struct IncidentRoutesTests {
    private func path(_ site: TestSite) -> String { "/incidents/\(site.school.incidentID.uuidString.lowercased())" }

    private func site(people: Int = 2) async throws -> TestSite {
        try await TestSite.make(people: people, roles: [2: ["incident_administrator"]])
    }

    private func open(_ title: String, _ site: TestSite, _ client: any TestClientProtocol) async throws {
        let sent = [
            ("incidentId", UUID().uuidString), ("title", title), ("module", "meals"), ("severity", "3"),
            ("status", "investigating"), ("beganOn", "2026-08-12"), ("beganAt", "08:30"), ("everywhere", "1"),
        ]
        let opened = try await site.visitor(2).post("/incidents", sent, client)
        #expect(opened.status == .seeOther)
    }

    @Test func `the course shows what each version changed and said, and names nobody to others`() async throws {
        let site = try await site()
        try await site.application.test(.router) { client in
            let status = [("version", "1"), ("status", "identified"), ("note", "The import ran twice.")]
            let first = try await site.visitor(2).post("\(path(site))/status", status, client)
            #expect(first.status == .seeOther)
            let edit = [
                ("version", "2"), ("title", "Schedules <wrong>"), ("module", "reports"), ("severity", "2"),
                ("status", "identified"), ("beganOn", "2026-08-11"), ("beganAt", "07:40"),
                ("sites[]", site.school.siteID.uuidString), ("note", "It runs again tonight."),
            ]
            let second = try await site.visitor(2).post("\(path(site))/edit", edit, client)
            #expect(second.status == .seeOther)

            let staff = try await site.visitor(1).get(path(site), client)
            for words in [
                "The import ran twice.", "It runs again tonight.",
                "Title: Schedules &lt;wrong&gt; (before: Schedules empty or wrong)",
                "Part of the system: Reports (before: Scheduling)",
                "When it began: Aug 11, 7:40 AM (before: Aug 11, 8:00 AM)",
                "Sites affected: Cedar Ridge High (before: All sites)", "by Test Unified",
            ] { #expect(staff.text.contains(words), "\(words)") }
            for words in ["Severity", "Given2"] { #expect(!staff.text.contains(words), "\(words)") }

            let own = try await site.visitor(2).get(path(site), client)
            #expect(own.text.contains("by Given2 Family2"))
            #expect(own.text.contains("Severity: 2: stops part of the work"))
            #expect(own.text.contains("Seen by: everybody in the district who is signed in"))
        }
    }

    @Test func `a change of severity alone is no step for staff`() async throws {
        let site = try await site()
        try await site.application.test(.router) { client in
            let edit = [
                ("version", "1"), ("title", "Schedules empty or wrong"), ("module", "scheduling"), ("severity", "4"),
                ("status", "investigating"), ("beganOn", "2026-08-11"), ("beganAt", "08:00"), ("everywhere", "1"),
            ]
            let saved = try await site.visitor(2).post("\(path(site))/edit", edit, client)
            #expect(saved.status == .seeOther)

            let staff = try await site.visitor(1).get(path(site), client)
            #expect(!staff.text.contains("Edited"))
            let own = try await site.visitor(2).get(path(site), client)
            #expect(own.text.contains("Edited"))
        }
    }

    @Test func `the list as CSV holds every incident of the filter, past the first page`() async throws {
        let site = try await site()
        try await site.application.test(.router) { client in
            for number in 1...30 { try await open("Meals, case \(number)", site, client) }
            try await open("=1+1, \"quoted\"", site, client)

            let csv = try await site.visitor(1).get("/incidents.csv?module=meals", client)
            let lines = csv.text.components(separatedBy: "\r\n")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8; header=present")
            #expect(lines[0] == "incident,version,title,module,status,began_at,resolved_at,sites")
            #expect(lines.count == 33)
            #expect(lines.last == "")
            #expect(lines.filter { $0.contains(",\"Meals, case ") }.count == 30)
            #expect(lines.contains { $0.contains(",1,\"'=1+1, \"\"quoted\"\"\",meals,investigating,") })
            #expect(lines.contains { $0.hasSuffix(",meals,investigating,2026-08-12T15:30:00Z,,all") })

            let managed = try await site.visitor(2).get("/incidents.csv", client)
            #expect(managed.text.hasPrefix("\(lines[0]),severity\r\n"))
            let schedules = ",Schedules empty or wrong,scheduling,investigating,2026-08-11T15:00:00Z,,all,1\r\n"
            #expect(managed.text.contains(schedules))
        }
    }

    @Test func `totals carry their coverage, of the incident and of its part of the system`() async throws {
        let site = try await site(people: 10)
        try await site.application.test(.router) { client in
            for number in 1...10 {
                let sent = [
                    ("entryId", UUID().uuidString), ("day", "2026-08-20"), ("from", "16:00"), ("to", "17:30"),
                    ("workKind", "build_schedules"), ("cause", site.school.incidentID.uuidString.lowercased()),
                ]
                _ = try await site.visitor(number).post("/record", sent, client)
            }
            try await TotalsKeeper(site.school.database.server, district: site.school.database.district).keep()

            let page = try await site.visitor(2).get(path(site), client)
            let words = page.text.replacing(/<[^>]*>/, with: "")
            let coverage = "recorded by 10 of 10 people with accounts, of 10 on the roster, at 1 of 1 sites"
            #expect(words.contains("15 h \(coverage), since Aug 11, 2026."))
            #expect(words.contains("Scheduling, all incidents together: 15 h \(coverage), since Aug 3, 2026."))

            let csv = try await site.visitor(2).get("\(path(site))/hours.csv", client)
            let id = site.school.incidentID.uuidString.lowercased()
            let figure = "900,10,10,yes,10,10,1,1"
            #expect(
                csv.text.components(separatedBy: "\r\n") == [
                    "incident,facet,key,minutes,entries,people,shown,people_with_accounts,people_on_roster,"
                        + "sites_recorded,sites,since",
                    "\(id),all,,\(figure),2026-08-11", "\(id),day,2026-08-20,\(figure),2026-08-11",
                    "\(id),category,build_schedules,\(figure),2026-08-11",
                    "\(id),module,scheduling,\(figure),2026-08-03", "",
                ])
        }
    }
}
