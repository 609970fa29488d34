import Foundation
public import Postgres
import Schema
public import Workload

/// A migrated database of its own, cloned from a template that is made once a run.
///
/// The server comes from `AFTERBELL_TEST_DATABASE`, a libpq connection string of a superuser on this machine;
/// `scripts/test` starts one and sets it.
public struct TestDatabase: Sendable {
    /// Signed in as the superuser.
    public let admin: Database
    /// Signed in as `afterbell_server`, as the service is.
    public let server: Database
    /// The one district of the template.
    public let district: District
    /// Connection options of the superuser.
    public let options: ConnectionOptions
    /// The same as a libpq connection string, for programs.
    public let conninfo: String

    /// A clone of the template.
    ///
    /// - Throws: ``NoTestServer`` when no server is named.
    public static func make() async throws -> TestDatabase {
        let options = try server()
        let template = try await Template.one.name(options)
        let name = "test_\(UUID().uuidString.lowercased().prefix(8))"
        let maintenance = try await Connection.open(options)
        do {
            try await maintenance.execute(unsafeSQL: "create database \(name) template \(template)")
            await maintenance.close()
        } catch {
            await maintenance.close()
            throw error
        }
        return TestDatabase(options.with(database: name), name)
    }

    /// Connection options of the test server.
    public static func server() throws -> ConnectionOptions {
        guard let stated = ProcessInfo.processInfo.environment["AFTERBELL_TEST_DATABASE"], !stated.isEmpty else {
            throw NoTestServer()
        }
        return ConnectionOptions(stated)
    }

    private init(_ options: ConnectionOptions, _ name: String) {
        self.options = options
        let server = ProcessInfo.processInfo.environment["AFTERBELL_TEST_DATABASE"] ?? ""
        conninfo = "\(server) dbname=\(name)"
        admin = Database(options, pool: PoolOptions(size: 2))
        self.server = Database(options.with(user: "afterbell_server"), pool: PoolOptions(size: 4))
        district = Template.district
    }
}

/// No server to test on is named.
public struct NoTestServer: Error, CustomStringConvertible {
    /// What to do about it.
    public var description: String {
        "AFTERBELL_TEST_DATABASE names no server. Run scripts/test, which starts one and sets it."
    }
}

/// The migrated database that all others are cloned from.
private actor Template {
    static let one = Template()
    static let district: District = {
        guard let slug = try? DistrictSlug("test") else { preconditionFailure("test is a slug") }
        return District(
            slug: slug, name: "Test Unified", host: nil, zone: "America/Los_Angeles", runBy: .district, isDemo: false)
    }()

    private var making: Task<String, any Error>?

    func name(_ options: ConnectionOptions) async throws -> String {
        let task = making ?? Task { try await Self.make(options) }
        making = task
        return try await task.value
    }

    private static func make(_ options: ConnectionOptions) async throws -> String {
        let name = "template_\(ProcessInfo.processInfo.processIdentifier)"
        let maintenance = try await Connection.open(options)
        try await maintenance.execute(unsafeSQL: "drop database if exists \(name)")
        try await maintenance.execute(unsafeSQL: "create database \(name)")
        await maintenance.close()
        try await Migrator(options.with(database: name), schema: Schema()).createDistrict(district)
        return name
    }
}
