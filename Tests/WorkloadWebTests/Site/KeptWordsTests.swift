import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite("A save that clashes or finds the records out of reach keeps what was typed")
struct KeptWordsTests {
    let site: TestSite

    init() async throws {
        site = try await TestSite.make(people: 2, roles: [2: ["incident_administrator"]])
    }

    private let entry = UUID().uuidString.lowercased()

    private func fields(to: String = "19:35", version: String? = nil) -> [(String, String)] {
        [
            ("entryId", entry), ("day", "2026-08-20"), ("from", "16:10"), ("to", to), ("workKind", "build_schedules"),
            ("cause", site.school.incidentID.uuidString.lowercased()),
        ] + (version.map { [("version", $0), ("changeReason", "times")] } ?? [])
    }

    private var incident: String { "/incidents/\(site.school.incidentID.uuidString.lowercased())" }

    private func edit(_ title: String, version: String) -> [(String, String)] {
        [
            ("version", version), ("title", title), ("module", "scheduling"), ("severity", "2"),
            ("status", "identified"), ("beganOn", "2026-08-11"), ("beganAt", "08:00"), ("everywhere", "1"),
            ("note", "Typed for \(title)"),
        ]
    }

    @Test func `a new entry whose id came with other words`() async throws {
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(), client)
            let clash = try await site.visitor(1).post("/record", fields(to: "18:05"), client)

            #expect(clash.status == .conflict)
            #expect(clash.text.contains("This form was saved before, with other words."))
            #expect(clash.text.contains("name=\"to\" value=\"18:05\""))
            #expect(clash.hidden("entryId") == entry)
        }
    }

    @Test func `an incident whose session has ended, to be sent again after signing in`() async throws {
        try await site.application.test(.router) { client in
            let administrator = site.visitor(2)
            _ = try await site.school.database.admin.write(
                as: site.school.database.district.identity(service: "afterbell_signin"),
                ["update session set ended_at = now()"])

            let kept = try await administrator.post("\(incident)/edit", edit("Slow again", version: "1"), client)

            #expect(kept.status == .forbidden)
            #expect(kept.text.contains("sign in in another window, then come back and send it again"))
            #expect(kept.hidden("title") == "Slow again")
            #expect(kept.hidden("note") == "Typed for Slow again")
        }
    }

    @Test func `a correction of an old version, which can be saved after a look`() async throws {
        let path = "/entries/\(entry)/correct"
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(), client)
            _ = try await site.visitor(1).post(path, fields(to: "19:20", version: "1"), client)
            let stale = try await site.visitor(1).post(path, fields(to: "18:05", version: "1"), client)

            #expect(stale.status == .conflict)
            #expect(stale.text.contains("This entry was changed in the meantime."))
            #expect(stale.text.contains("name=\"to\" value=\"18:05\""))
            let standing = try #require(stale.hidden("version"))
            #expect(standing == "2")
            let saved = try await site.visitor(1).post(path, fields(to: "18:05", version: standing), client)
            #expect(saved.status == .seeOther)
        }
    }

    @Test func `taking out an old version`() async throws {
        let path = "/entries/\(entry)"
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(), client)
            _ = try await site.visitor(1).post("\(path)/correct", fields(to: "19:20", version: "1"), client)
            let sent = [("version", "1"), ("reason", "wrong_day")]
            let stale = try await site.visitor(1).post("\(path)/take-out", sent, client)

            #expect(stale.status == .conflict)
            #expect(stale.hidden("version") == "2")
            #expect(stale.text.contains("value=\"wrong_day\" checked"))
        }
    }

    @Test func `an edit of an old version of an incident`() async throws {
        try await site.application.test(.router) { client in
            _ = try await site.visitor(2).post("\(incident)/edit", edit("First", version: "1"), client)
            let stale = try await site.visitor(2).post("\(incident)/edit", edit("Second", version: "1"), client)

            #expect(stale.status == .conflict)
            #expect(stale.text.contains("Somebody changed this incident in the meantime."))
            #expect(stale.text.contains("value=\"Second\""))
            #expect(stale.text.contains(">Typed for Second</textarea>"))
            #expect(stale.hidden("version") == "2")
        }
    }

    @Test func `a status of an old version of an incident, with its note`() async throws {
        try await site.application.test(.router) { client in
            _ = try await site.visitor(2).post("\(incident)/edit", edit("First", version: "1"), client)
            let sent = [("version", "1"), ("status", "resolved"), ("note", "All schedules are back")]
            let stale = try await site.visitor(2).post("\(incident)/status", sent, client)

            #expect(stale.status == .conflict)
            #expect(stale.text.contains(">All schedules are back</textarea>"))
            #expect(stale.text.contains("<option value=\"resolved\" selected>"))
            #expect(stale.hidden("version") == "2")
        }
    }

    @Test func `an entry while the table of entries is locked`() async throws {
        try await site.application.test(.router) { client in
            try await site.school.database.admin.write(as: site.operatorIdentity) { transaction in
                _ = try await transaction.query("lock table work_entry in exclusive mode")
                let busy = try await site.visitor(1).post("/record", fields(), client)

                #expect(busy.status == .serviceUnavailable)
                #expect(busy.headers[.retryAfter] == "2")
                #expect(busy.text.contains("The records can’t be reached just now."))
                #expect(busy.text.contains("name=\"from\" value=\"16:10\""))
                #expect(busy.hidden("entryId") == entry)
            }
            let saved = try await site.visitor(1).post("/record", fields(), client)
            #expect(saved.status == .seeOther)
        }
    }

    @Test(arguments: ["/record", "/entries/1a1a1a1a-1a1a-1a1a-1a1a-1a1a1a1a1a1a/correct", "/incidents"])
    func `any form while the database is gone, on a page that sends it again`(path: String) async throws {
        try await site.application.test(.router) { client in
            try await site.closeDatabase()
            let sent = fields() + [("notListedSeen", "\"><b>Grade 12 & more")]
            let gone = try await site.visitor(1).post(path, sent, client)

            #expect(gone.status == .serviceUnavailable)
            #expect(gone.text.contains("<form method=\"post\" action=\"\(path)\">"))
            #expect(gone.hidden("from") == "16:10")
            #expect(gone.hidden("entryId") == entry)
            #expect(gone.hidden("antiForgery") == site.visitor(1).secret?.antiForgeryToken)
            #expect(gone.hidden("notListedSeen") == "&quot;&gt;&lt;b&gt;Grade 12 & more")
        }
    }

    @Test func `a form of an earlier session, on the same form with a new token, saving nothing`() async throws {
        try await site.application.test(.router) { client in
            let visitor = site.visitor(2)
            let old = SessionSecret().antiForgeryToken
            let status = [("version", "1"), ("status", "resolved"), ("note", "All schedules are back")]
            for (path, sent, words) in [
                ("/record", fields(), "name=\"from\" value=\"16:10\""),
                ("\(incident)/edit", edit("Second", version: "1"), ">Typed for Second</textarea>"),
                ("\(incident)/status", status, ">All schedules are back</textarea>"),
            ] {
                let shown = try await visitor.post(path, sent, token: old, client)
                #expect(shown.status == .forbidden, "\(path)")
                #expect(shown.text.contains(words), "\(path)")
                #expect(shown.hidden("antiForgery") == visitor.secret?.antiForgeryToken, "\(path)")
            }
            let entry = try await visitor.get("/entries/\(entry)", client)
            #expect(entry.status == .notFound)
            let saved = try await visitor.post("\(incident)/edit", edit("Second", version: "1"), client)
            #expect(saved.status == .seeOther, "the incident is still at version 1")
        }
    }

    @Test func `a correction of an earlier session`() async throws {
        let path = "/entries/\(entry)/correct"
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/record", fields(), client)
            let sent = fields(to: "18:05", version: "1")
            let shown = try await site.visitor(1).post(path, sent, token: SessionSecret().antiForgeryToken, client)
            #expect(shown.status == .forbidden)
            #expect(shown.text.contains("name=\"to\" value=\"18:05\""))
            #expect(shown.hidden("version") == "1")
            let saved = try await site.visitor(1).post(path, sent, client)
            #expect(saved.status == .seeOther)
        }
    }

    @Test func `a password is never kept`() async throws {
        try await site.application.test(.router) { client in
            try await site.closeDatabase()
            let browser = Visitor(secret: site.visitor(1).secret, visit: SessionSecret())
            let gone = try await browser.signIn(1, password: "hunter2", client)
            #expect(gone.status == .serviceUnavailable)
            #expect(!gone.text.contains("hunter2"))
        }
    }
}

extension TestSite {
    /// Acts in the district's schema with the operator's rights.
    var operatorIdentity: Identity { school.database.district.identity(service: "postgres") }

    /// Ends the server's connections and lets it make no new ones.
    func closeDatabase() async throws {
        try await school.database.admin.write(
            as: operatorIdentity,
            [
                """
                do $$ begin execute format('revoke connect on database %I from public', current_database()); end $$
                """
            ])
        _ = try await school.database.admin.write(
            as: operatorIdentity,
            [
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and usename = 'afterbell_server'
                """
            ])
    }
}
