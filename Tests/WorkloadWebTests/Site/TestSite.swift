import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Schema
import Support
import WorkUnits
import Workload

@testable import WorkloadWeb

/// The site over a small school, as served over TLS, at a fixed time: Thursday, August 20, 2026, 19:36.
struct TestSite {
    let school: TestSchool
    let application: any ApplicationProtocol

    /// - Parameters:
    ///   - people: how many.
    ///   - roles: of people, by their number.
    ///   - receiptKey: what receipts are signed with; nil for a server without a key.
    ///   - verifiers: the folder of the programs that check packets.
    static func make(
        people: Int = 2, roles: [Int: [String]] = [:], receiptKey: SigningKey? = nil, verifiers: String? = nil
    ) async throws -> TestSite {
        let school = try await TestSchool.make(people: people, roles: roles)
        let desks = DistrictDesks(school.database.server) { _ in receiptKey.flatMap(ReceiptKey.init) }
        try await desks.refresh()
        let resources = try ResourceFolder.find("afterbell_WorkloadWeb.resources")
        var options = SiteOptions(
            templates: resources.appending(path: "Templates").path, assets: resources.appending(path: "Assets").path,
            libraries: [])
        options.verifiers = verifiers
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let now = Instant("2026-08-21T02:36:00Z") ?? Instant(secondsSince1970: 0)
        let site = try await Site(desks: desks, options: options, logger: logger, now: { now })
        return TestSite(school: school, application: site.application())
    }

    static let password = "correct horse battery"

    /// Gives a person a password, so that they can sign in.
    func givePassword(_ number: Int) async throws {
        let book = AccountBook(school.database.admin, district: school.database.district)
        try await book.reset(name: "person\(number)@example.org", password: Self.password)
    }

    /// A browser that a person of the school is signed in with.
    func visitor(_ number: Int) -> Visitor {
        Visitor(secret: school.people[number - 1].secret)
    }
}

/// Sends requests with a session's cookie, as its browser does.
struct Visitor {
    let secret: SessionSecret?
    /// The secret of the visit before signing in.
    var visit: SessionSecret?
    /// Other cookies, by name.
    var cookies: [String: String] = [:]

    static let stranger = Visitor(secret: nil)
    /// What the browser says of a form that a page of ours sent.
    static let ourOrigin = "https://localhost"

    private var headers: HTTPFields {
        var headers: HTTPFields = [:]
        let all =
            cookies.map { ($0.key, $0.value) }
            + [("__Host-afterbell-session", secret?.text), ("__Host-afterbell-visit", visit?.text)]
            .compactMap { name, value in value.map { (name, $0) } }
        if !all.isEmpty { headers[.cookie] = all.map { "\($0)=\($1)" }.joined(separator: "; ") }
        return headers
    }

    /// Signs in as the person, with the password that ``TestSite/givePassword(_:)`` gave.
    func signIn(
        _ number: Int, with fields: [(String, String)] = [], password: String = TestSite.password,
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        let name = [("name", "person\(number)@example.org"), ("password", password)]
        return try await post("/sign-in", name + fields, token: visit?.antiForgeryToken, client)
    }

    func get(_ path: String, _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers)
    }

    /// Sends a form with the session's token; `token` overrides it. The browser says by `origin` and `fetchSite` where
    /// it comes from; nil says nothing.
    func post(
        _ path: String, _ fields: [(String, String)], token: String? = nil, origin: String? = Visitor.ourOrigin,
        fetchSite: String? = nil, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.origin] = origin
        headers[.fetchSite] = fetchSite
        let all = [("antiForgery", token ?? secret?.antiForgeryToken ?? "")] + fields
        let body = all.map { "\($0.encoded)=\($1.encoded)" }.joined(separator: "&")
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Sends JSON to the API with the session's token; `token` overrides it. Programs say no `origin`.
    func send(
        _ path: String, json: String, token: String? = nil, origin: String? = nil, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers = headers
        headers[.origin] = origin
        headers[.contentType] = "application/json"
        headers[.antiForgery] = token ?? secret?.antiForgeryToken ?? ""
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }
}

extension String {
    fileprivate var encoded: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The session that this answer began.
    var session: SessionSecret? {
        cookie("__Host-afterbell-session").flatMap { SessionSecret(cookie: $0) }
    }

    /// The value that this answer gives a cookie.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].first { $0.hasPrefix("\(name)=") }?
            .dropFirst(name.count + 1).split(separator: ";").first.map(String.init)
    }

    /// The value of the first hidden field of this name.
    func hidden(_ name: String) -> String? {
        text.components(separatedBy: "type=\"hidden\" name=\"\(name)\" value=\"").dropFirst().first?
            .components(separatedBy: "\"").first?.replacingOccurrences(of: "&amp;", with: "&")
    }
}
