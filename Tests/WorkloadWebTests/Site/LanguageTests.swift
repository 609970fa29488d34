import HTTPTypes
import HummingbirdTesting
import Support
import Testing
import Workload

@testable import WorkloadWeb

@Suite("The language of somebody who signs in")
struct LanguageTests {
    let site: TestSite
    private let visit = SessionSecret()

    init() async throws {
        site = try await TestSite.make()
        try await site.givePassword(1)
    }

    @Test func `is the one they chose on the sign-in page, and becomes their account's`() async throws {
        try await site.application.test(.router) { client in
            let chosen = try await Visitor(secret: nil, visit: visit).post(
                "/language", [("language", "es"), ("next", "/sign-in")], token: visit.antiForgeryToken, client)
            let cookie = try #require(chosen.cookie("afterbell-language-chosen"))
            let browser = Visitor(secret: nil, visit: visit, cookies: ["afterbell-language-chosen": cookie])
            let session = try #require(try await browser.signIn(1, client).session)

            let page = try await Visitor(secret: session).get("/record", client)
            #expect(page.text.contains("<html lang=\"es\">"))
        }
    }

    @Test func `chosen by a visitor lives ten minutes, and no longer than until anybody signs in or out`() async throws
    {
        try await site.application.test(.router) { client in
            let chosen = try await Visitor(secret: nil, visit: visit).post(
                "/language", [("language", "es"), ("next", "/sign-in")], token: visit.antiForgeryToken, client)
            let choice = chosen.headers[values: .setCookie].first { $0.hasPrefix("afterbell-language-chosen=es") }
            #expect(choice?.contains("Max-Age=600") == true)
            let signedIn = try await Visitor(secret: nil, visit: visit).signIn(1, client)
            let signedOut = try await site.visitor(1).post("/sign-out", [], client)
            for answer in [signedIn, signedOut] {
                let ended = answer.headers[values: .setCookie].first { $0.hasPrefix("afterbell-language-chosen=;") }
                #expect(ended?.contains("Max-Age=0") == true)
            }
        }
    }

    @Test func `is their account's, whatever the person before them at this computer read`() async throws {
        try await site.application.test(.router) { client in
            let browser = Visitor(secret: nil, visit: visit, cookies: ["afterbell-language": "es"])
            let signIn = try await browser.get("/sign-in", client)
            #expect(signIn.text.contains("<html lang=\"es\">"))
            let answer = try await browser.signIn(1, client)
            let session = try #require(answer.session)
            let page = try await Visitor(secret: session).get("/record", client)
            #expect(page.text.contains("<html lang=\"en\">"))
            #expect(answer.cookie("afterbell-language") == "en")
        }
    }
}
