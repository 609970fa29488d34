import Foundation
import Postgres
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite struct SecurityTests {
    let site: TestSite

    init() async throws {
        site = try await TestSite.make(people: 2, roles: [2: ["hr", "incident_administrator"]])
    }

    static let pages = [
        "/", "/record", "/week", "/week/2026-08-17", "/week/2026-08-17/mine.csv", "/incidents", "/incidents.csv",
        "/incidents/new", "/people", "/sessions", "/more", "/entries/1a1a1a1a-1a1a-1a1a-1a1a-1a1a1a1a1a1a",
    ]

    @Test(arguments: pages) func `nobody who is not signed in reads a page`(path: String) async throws {
        try await site.application.test(.router) { client in
            let answer = try await Visitor.stranger.get(path, client)
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true)
        }
    }

    static let open = ["/sign-in", "/charter", "/seen", "/help", "/health", "/nothing-here", "/assets/theme.css"]

    @Test(arguments: pages + open)
    func `every answer carries the security headers`(path: String) async throws {
        try await site.application.test(.router) { client in
            for visitor in [Visitor.stranger, site.visitor(1), site.visitor(2)] {
                let headers = try await visitor.get(path, client).headers
                #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.referrerPolicy] == "same-origin")
                #expect(headers[.strictTransportSecurity]?.hasPrefix("max-age=31536000") == true)
                let isAsset = path.hasPrefix("/assets")
                #expect(headers[.cacheControl] == (isAsset ? "public, max-age=31536000, immutable" : "no-store"))
            }
        }
    }

    @Test(arguments: [
        "/record", "/sessions/others", "/incidents", "/sign-out", "/language",
        "/entries/1a1a1a1a-1a1a-1a1a-1a1a-1a1a1a1a1a1a/take-out",
    ])
    func `a form without the session's token, or from another site, is refused`(path: String) async throws {
        try await site.application.test(.router) { client in
            let wrong = try await site.visitor(2).post(path, [], token: SessionSecret().antiForgeryToken, client)
            #expect(wrong.status == .forbidden)
            let foreign = try await site.visitor(2).post(path, [], origin: "https://evil.example", client)
            #expect(foreign.status == .forbidden)
        }
    }

    /// What the browser says, and whether a form with the right token is taken.
    static let senders: [(fetchSite: String?, origin: String?, isTaken: Bool)] = [
        ("same-origin", nil, true), ("same-origin", Visitor.ourOrigin, true), (nil, Visitor.ourOrigin, true),
        (nil, nil, false), ("none", nil, false), ("none", Visitor.ourOrigin, false), ("same-site", nil, false),
        ("cross-site", nil, false), ("cross-site", Visitor.ourOrigin, false), (nil, "http://localhost", false),
        (nil, "https://localhost:8443", false), (nil, "https://localhost.evil.example", false), (nil, "null", false),
        (nil, "localhost", false),
    ]

    @Test(arguments: senders)
    func `a form is taken only where the browser says that a page of ours sent it`(
        _ sender: (fetchSite: String?, origin: String?, isTaken: Bool)
    ) async throws {
        try await site.application.test(.router) { client in
            let answer = try await site.visitor(1).post(
                "/language", [("language", "es"), ("next", "/week")], origin: sender.origin,
                fetchSite: sender.fetchSite, client)
            #expect(answer.status == (sender.isTaken ? .seeOther : .forbidden))
        }
    }

    @Test func `a program that sends no such header is taken by its own header, at the API only`() async throws {
        try await site.application.test(.router) { client in
            let program = try await site.visitor(1).send("/api/entries", json: "{}", client)
            #expect(program.status == .unprocessableContent)
            let foreign = try await site.visitor(1).send(
                "/api/entries", json: "{}", origin: "https://evil.example", client)
            #expect(foreign.status == .forbidden)
            let elsewhere = try await site.visitor(1).send("/record", json: "{}", client)
            #expect(elsewhere.status == .forbidden)
        }
    }

    @Test func `who lacks a role is refused its pages and posts`() async throws {
        try await site.application.test(.router) { client in
            let edit = "/incidents/\(site.school.incidentID.uuidString.lowercased())/edit"
            for path in ["/people", "/incidents/new", edit] {
                let status1 = try await site.visitor(1).get(path, client).status
                #expect(status1 == .forbidden, "\(path)")
                let status2 = try await site.visitor(2).get(path, client).status
                #expect(status2 == .ok, "\(path)")
            }
            let status3 = try await site.visitor(1).post("/incidents", [("title", "Mine")], client).status
            #expect(status3 == .forbidden)
            let hours = "/incidents/\(site.school.incidentID.uuidString.lowercased())/hours.csv"
            let status4 = try await site.visitor(1).get(hours, client).status
            #expect(status4 == .forbidden)
        }
    }

    @Test func `the session cookie is for this host, over TLS, out of reach of scripts`() async throws {
        let book = AccountBook(site.school.database.admin, district: site.school.database.district)
        try await book.reset(name: "person1@example.org", password: "correct horse battery")
        try await site.application.test(.router) { client in
            let page = try await Visitor.stranger.get("/sign-in", client)
            let visit = try #require(page.headers[.setCookie]?.split(separator: ";").first?.split(separator: "=").last)
            let secret = try #require(SessionSecret(cookie: String(visit)))
            let answer = try await client.execute(
                uri: "/sign-in", method: .post,
                headers: [.cookie: "__Host-afterbell-visit=\(secret.text)", .origin: Visitor.ourOrigin],
                body: ByteBuffer(
                    string: "antiForgery=\(secret.antiForgeryToken)&name=person1%40example.org"
                        + "&password=correct+horse+battery&next=%2F%2Fevil.example"))
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/")
            let cookie = try #require(answer.headers[.setCookie])
            for part in ["__Host-afterbell-session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(part), "\(part)")
            }
            #expect(!cookie.contains("Domain"))
            #expect(!cookie.contains(secret.text), "a new secret at sign-in")
        }
    }

    @Test func `an error page and its header name the request by 32 digits`() async throws {
        try await site.application.test(.router) { client in
            let answer = try await site.visitor(1).get("/entries/1a1a1a1a-1a1a-1a1a-1a1a-1a1a1a1a1a1a", client)
            let number = try #require(answer.headers[.requestID])
            #expect(number.wholeMatch(of: /[0-9a-f]{32}/) != nil)
            #expect(answer.text.contains("<span class=\"ab-hash\">\(number)</span>"))
        }
    }

    @Test func `a signed-out session opens nothing`() async throws {
        try await site.application.test(.router) { client in
            let visitor = site.visitor(1)
            let status5 = try await visitor.get("/week", client).status
            #expect(status5 == .ok)
            let status6 = try await visitor.post("/sign-out", [], client).status
            #expect(status6 == .seeOther)
            let status7 = try await visitor.get("/week", client).status
            #expect(status7 == .seeOther)
        }
    }

    @Test func `signing out works once the session is over, too`() async throws {
        try await site.application.test(.router) { client in
            let visitor = site.visitor(1)
            _ = try await visitor.post("/sign-out", [], client)
            let again = try await visitor.post("/sign-out", [], client)
            #expect(again.status == .seeOther)
            #expect(again.headers[.location] == "/signed-out")
            let cookies = again.headers[values: .setCookie]
            #expect(cookies.contains { $0.hasPrefix("__Host-afterbell-session=;") && $0.contains("Max-Age=0") })
        }
    }

    @Test func `HR's look at people is recorded before names are read`() async throws {
        try await site.application.test(.router) { client in
            let page = try await site.visitor(2).get("/people?text=Family1", client)
            #expect(page.status == .ok)
            #expect(page.text.contains("Family1, Given1"))
        }
        let rows = try await site.school.database.admin.read(
            as: site.school.database.district.identity(service: "postgres"),
            ["select page, subject from read_event"])[0]
        #expect(rows.count == 1)
        #expect(try rows[0].decode("subject", as: String.self) == "page 1; words Family1")
    }
}
