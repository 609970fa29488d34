import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Testing

@testable import WorkloadWeb

@Suite struct RecordRoutesTests {
    let site: TestSite

    init() async throws {
        site = try await TestSite.make()
    }

    private func fields(
        id: UUID = UUID(), from: String = "16:10", to: String = "19:35", cause: String? = nil
    ) -> [(String, String)] {
        [
            ("entryId", id.uuidString.lowercased()), ("day", "2026-08-20"), ("from", from), ("to", to),
            ("workKind", "build_schedules"), ("cause", cause ?? site.school.incidentID.uuidString.lowercased()),
        ]
    }

    @Test func `saving answers with a receipt, and the entry reads as it was typed`() async throws {
        let id = UUID()
        try await site.application.test(.router) { client in
            let saved = try await site.visitor(1).post("/record", fields(id: id), client)
            #expect(saved.status == .seeOther)
            #expect(saved.headers[.location] == "/entries/\(id.uuidString.lowercased())/saved")

            let receipt = try await site.visitor(1).get(try #require(saved.headers[.location]), client)
            #expect(receipt.status == .ok)
            #expect(receipt.text.contains("3 h 25 min"))
            let entry = try await site.visitor(1).get("/entries/\(id.uuidString.lowercased())", client)
            #expect(entry.text.contains("4:10–7:35 PM"))
            #expect(entry.text.contains("Schedules empty or wrong"))
        }
    }

    @Test func `a colleague's entry and no entry look the same`() async throws {
        let id = UUID()
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(id: id), client)
            let theirs = try await site.visitor(2).get("/entries/\(id.uuidString.lowercased())", client)
            let none = try await site.visitor(2).get("/entries/\(UUID().uuidString.lowercased())", client)
            #expect(theirs.status == .notFound)
            #expect(none.status == .notFound)
        }
    }

    @Test func `an empty form comes back with what is missing, in words`() async throws {
        try await site.application.test(.router) { client in
            let refused = try await site.visitor(1).post("/record", [("entryId", UUID().uuidString)], client)
            #expect(refused.status == .unprocessableContent)
            for words in ["Say when it began.", "Say when it ended.", "Choose what you did.", "<title>Error:"] {
                #expect(refused.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `what was typed is kept when the form is refused, and is never markup`() async throws {
        try await site.application.test(.router) { client in
            var sent = fields(cause: "not_listed")
            sent += [("notListedSeen", "<script>alert(1)</script>"), ("studentsServed", "many")]
            let refused = try await site.visitor(1).post("/record", sent, client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(!refused.text.contains("<script>alert"))
            #expect(refused.text.contains("value=\"many\""))
        }
    }

    @Test func `the fill button fills the time now and saves nothing`() async throws {
        try await site.application.test(.router) { client in
            let filled = try await site.visitor(1).post(
                "/record", [("entryId", UUID().uuidString), ("fill", "to-now"), ("from", "16:10")], client)
            #expect(filled.status == .ok)
            #expect(filled.text.contains("value=\"19:36\""))
            #expect(filled.text.contains("3 h 26 min"))
        }
    }

    @Test func `an end before the start asks whether it was past midnight`() async throws {
        try await site.application.test(.router) { client in
            var sent = fields(from: "22:30", to: "01:15")
            sent[1] = ("day", "2026-08-19")
            let asked = try await site.visitor(1).post("/record", sent, client)
            #expect(asked.status == .unprocessableContent)
            #expect(asked.text.contains("name=\"endsNextDay\""))
            let saved = try await site.visitor(1).post("/record", sent + [("endsNextDay", "1")], client)
            #expect(saved.status == .seeOther)
        }
    }

    @Test func `an end that is still to come is refused with words`() async throws {
        try await site.application.test(.router) { client in
            let refused = try await site.visitor(1).post("/record", fields(to: "20:35"), client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("The end is still to come."))
        }
    }

    @Test func `an overlap is saved, held, and says with what`() async throws {
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(from: "15:40", to: "17:30"), client)
            let held = try await site.visitor(1).post("/record", fields(from: "17:00", to: "18:15"), client)
            let receipt = try await site.visitor(1).get(try #require(held.headers[.location]), client)
            #expect(receipt.text.contains("3:40–5:30 PM"))
            let week = try await site.visitor(1).get("/week/2026-08-20", client)
            #expect(week.text.contains("Fix this"))
        }
    }

    @Test func `a correction keeps both versions, one of an old version is a conflict`() async throws {
        let id = UUID()
        let path = "/entries/\(id.uuidString.lowercased())"
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(id: id), client)
            let sent = fields(id: id, to: "19:20") + [("version", "1"), ("changeReason", "times")]
            let corrected = try await site.visitor(1).post("\(path)/correct", sent, client)
            #expect(corrected.status == .seeOther)
            let page = try await site.visitor(1).get(path, client)
            #expect(page.text.contains("4:10–7:35 PM"))
            #expect(page.text.contains("4:10–7:20 PM"))

            let stale = fields(id: id, to: "18:00") + [("version", "1"), ("changeReason", "times")]
            let status1 = try await site.visitor(1).post("\(path)/correct", stale, client).status
            #expect(status1 == .conflict)
        }
    }
}
