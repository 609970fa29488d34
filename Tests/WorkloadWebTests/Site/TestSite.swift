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

    static func make(people: Int = 2, roles: [Int: [String]] = [:]) async throws -> TestSite {
        let school = try await TestSchool.make(people: people, roles: roles)
        let desks = DistrictDesks(school.database.server)
        try await desks.refresh()
        let resources = try ResourceFolder.find("afterbell_WorkloadWeb.resources")
        let options = SiteOptions(
            templates: resources.appending(path: "Templates").path, assets: resources.appending(path: "Assets").path,
            libraries: [])
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let now = Instant("2026-08-21T02:36:00Z") ?? Instant(secondsSince1970: 0)
        let site = try await Site(desks: desks, options: options, logger: logger, now: { now })
        return TestSite(school: school, application: site.application())
    }

    /// A browser that a person of the school is signed in with.
    func visitor(_ number: Int) -> Visitor {
        Visitor(secret: school.people[number - 1].secret)
    }
}

/// Sends requests with a session's cookie, as its browser does.
struct Visitor {
    let secret: SessionSecret?

    static let stranger = Visitor(secret: nil)

    private var headers: HTTPFields {
        var headers: HTTPFields = [:]
        if let secret { headers[.cookie] = "__Host-afterbell-session=\(secret.text)" }
        return headers
    }

    func get(_ path: String, _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers)
    }

    /// Sends a form with the session's token; `token` overrides it.
    func post(
        _ path: String, _ fields: [(String, String)], token: String? = nil, origin: String? = nil,
        _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.origin] = origin
        let all = [("antiForgery", token ?? secret?.antiForgeryToken ?? "")] + fields
        let body = all.map { "\($0.encoded)=\($1.encoded)" }.joined(separator: "&")
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Sends JSON to the API with the session's token; `token` overrides it.
    func send(
        _ path: String, json: String, token: String? = nil, _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var headers = headers
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
}
