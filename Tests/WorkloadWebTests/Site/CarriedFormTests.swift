import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite("A record form whose session has ended")
struct CarriedFormTests {
    let site: TestSite
    /// The browser of the first person, whose session is over.
    private let browser: Visitor

    init() async throws {
        let site = try await TestSite.make()
        try await site.givePassword(1)
        try await site.givePassword(2)
        self.site = site
        browser = Visitor(secret: site.visitor(1).secret, visit: SessionSecret())
        try await site.application.test(.router) { client in
            _ = try await site.visitor(1).post("/sign-out", [], client)
        }
    }

    private func fields(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("entryId", UUID().uuidString.lowercased()), ("day", "2026-08-20"), ("from", "16:10"), ("to", "19:35"),
            ("workKind", "build_schedules"), ("cause", "not_listed"), ("notListedModule", "transcripts"),
            ("notListedSeen", "\"><script>alert(1)</script>"), ("save", "1"),
        ] + more
    }

    private func carried(_ answer: TestResponse) -> [(String, String)] {
        [
            ("carried", answer.hidden("carried") ?? ""), ("carriedTo", answer.hidden("carriedTo") ?? ""),
            ("carriedBy", answer.hidden("carriedBy") ?? ""),
        ]
    }

    @Test func `comes back after signing in with its words and a new token, and saves nothing by itself`() async throws
    {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), origin: Visitor.ourOrigin, client)
            #expect(asked.status == .forbidden)
            #expect(asked.text.contains("What you typed is kept"))
            #expect(!asked.text.contains("<script>alert"))

            let form = try await browser.signIn(1, with: carried(asked), client)
            #expect(form.status == .ok)
            #expect(form.text.contains("You were signed out. Nothing was lost: check and save."))
            #expect(form.text.contains("name=\"from\" value=\"16:10\""))
            #expect(form.text.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""))
            #expect(form.text.contains("action=\"/record\""))
            let session = try #require(form.session)
            #expect(form.hidden("antiForgery") == session.antiForgeryToken)

            let week = try await Visitor(secret: session).get("/week/2026-08-20", client)
            #expect(!week.text.contains("4:10–7:35 PM"))
            let saved = try await Visitor(secret: session).post("/record", fields(), client)
            #expect(saved.status == .seeOther)
        }
    }

    @Test func `stays while the password is wrong`() async throws {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), origin: Visitor.ourOrigin, client)
            let refused = try await browser.signIn(1, with: carried(asked), password: "wrong", client)
            #expect(refused.status == .unprocessableContent)
            let kept = try #require(refused.hidden("carried")).components(separatedBy: "&").sorted()
            let sent = try #require(asked.hidden("carried")).components(separatedBy: "&").sorted()
            #expect(kept == sent)
            #expect(refused.text.contains("What you typed is kept"))
        }
    }

    @Test func `is not carried from another site, nor where the browser does not say that it is ours`() async throws {
        try await site.application.test(.router) { client in
            let foreign = try await browser.post("/record", fields(), origin: "https://evil.example", client)
            #expect(foreign.status == .forbidden)
            #expect(foreign.hidden("carried") == nil)
            let silent = try await browser.post("/record", fields(), origin: nil, client)
            #expect(silent.status == .forbidden)
            #expect(silent.hidden("carried") == nil)
        }
    }

    @Test func `is not carried when it is longer than 32 KiB, and carries no field that is not its own`() async throws {
        try await site.application.test(.router) { client in
            let long = fields([("otherDay", String(repeating: "x", count: 33 * 1024))])
            let answer = try await browser.post("/record", long, origin: Visitor.ourOrigin, client)
            #expect(answer.status == .forbidden)
            #expect(answer.hidden("carried") == nil)
            #expect(answer.text.contains("What you typed is kept on this page"))
            let more = fields([("password", "hunter2"), ("name", "somebody")])
            let asked = try await browser.post("/record", more, origin: Visitor.ourOrigin, client)
            let kept = try #require(asked.hidden("carried"))
            for words in ["hunter2", "somebody", "antiForgery", "save"] { #expect(!kept.contains(words)) }
        }
    }

    @Test func `of somebody else's entry, or sent to another place, leads to the start`() async throws {
        try await site.givePassword(2)
        let id = UUID()
        let correct = "/entries/\(id.uuidString.lowercased())/correct"
        try await site.application.test(.router) { client in
            let session = try #require(try await browser.signIn(1, client).session)
            _ = try await Visitor(secret: session).post(
                "/record", [("entryId", id.uuidString.lowercased())] + fields().dropFirst(), client)
            let sent = fields([("version", "1")])
            let asked = try await browser.post(correct, sent, origin: Visitor.ourOrigin, client)
            #expect(asked.hidden("carriedTo") == correct)

            let theirs = try await browser.signIn(2, with: carried(asked), client)
            #expect(theirs.headers[.location] == "/")
            let elsewhere = [("carried", "from=16%3A10"), ("carriedTo", "/sign-out")]
            let lost = try await browser.signIn(2, with: elsewhere, client)
            #expect(lost.headers[.location] == "/")
            let own = try await browser.signIn(1, with: carried(asked), client)
            #expect(own.status == .ok)
            #expect(own.text.contains("action=\"\(correct)\""))
        }
    }

    @Test func `is shown to nobody but who typed it`() async throws {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), client)
            let theirs = try await browser.signIn(2, with: carried(asked), client)
            #expect(theirs.status == .seeOther)
            #expect(theirs.headers[.location] == "/")
            let unnamed = try await browser.signIn(1, with: Array(carried(asked).dropLast()), client)
            #expect(unnamed.status == .seeOther)
            let own = try await browser.signIn(1, with: carried(asked), client)
            #expect(own.text.contains("name=\"from\" value=\"16:10\""))
        }
    }

    @Test func `stays when the sign-in page has grown old`() async throws {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), client)
            let later = Visitor(secret: browser.secret, visit: SessionSecret())
            let sent = [("name", "person1@example.org"), ("password", "hunter2")] + carried(asked)
            let old = try await later.post("/sign-in", sent, token: browser.visit?.antiForgeryToken, client)
            #expect(old.status == .forbidden)
            #expect(old.text.contains("This page was from an earlier visit."))
            #expect(old.hidden("antiForgery") == later.visit?.antiForgeryToken)
            #expect(!old.text.contains("hunter2"))
            let form = try await later.signIn(1, with: carried(old), client)
            #expect(form.text.contains("name=\"from\" value=\"16:10\""))
        }
    }

    @Test func `comes back in a second tab, where its person is signed in already`() async throws {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), client)
            let session = try #require(try await browser.signIn(1, client).session)
            let both = Visitor(secret: session, visit: browser.visit)
            let form = try await both.signIn(1, with: carried(asked), client)
            #expect(form.status == .ok)
            #expect(form.text.contains("name=\"from\" value=\"16:10\""))
            #expect(form.hidden("antiForgery") == session.antiForgeryToken)
        }
    }

    @Test func `stays while the records are out of reach`() async throws {
        try await site.application.test(.router) { client in
            let asked = try await browser.post("/record", fields(), client)
            try await site.closeDatabase()
            let gone = try await browser.signIn(1, with: carried(asked), client)
            #expect(gone.status == .serviceUnavailable)
            #expect(gone.text.contains("then sign in again."))
            #expect(gone.hidden("carriedBy") == asked.hidden("carriedBy"))
            #expect(gone.hidden("carried") != nil)
            #expect(gone.hidden("antiForgery") == browser.visit?.antiForgeryToken)
            #expect(!gone.text.contains(TestSite.password))
        }
    }

    @Test func `keeps signs that forms give a meaning`() throws {
        let id = UUID().uuidString.lowercased()
        let sent = "notListedSeen=a%2Bb+%26+c%3Dd%0A%C3%B1&minutes%5B\(id)%5D=20&minutes%5Bx%5D=5&save=1"
        let form = try #require(CarriedForm(to: .newEntry, fields: sent, session: []))
        let again = try #require(CarriedForm(to: .newEntry, fields: form.fields, session: []))

        #expect(again.form.notListedSeen == "a+b & c=d\nñ")
        #expect(again.form.minutes == [id: "20"])
        #expect(again.form.save == nil)
    }
}
