import FoundationEssentials

@testable import Postgres

/// A schema of a test's own, a role that owns it, and a pool. All of it goes when the test ends.
struct Scratch: Sendable {
    let options: ConnectionOptions
    let schema: String
    let identity: Identity
    let database: Database
    /// A connection beside the pool, with the rights of the test server's owner, to look from outside.
    let admin: Connection

    /// Rows of table `entry (id int)`.
    func entryCount() async throws -> Int {
        try await admin.value("select count(*) as value from \(unsafeSQL: schema).entry")
    }

    /// An identity in the same schema with other settings or limits.
    func identity(settings: [Setting] = [], statementTimeoutMilliseconds: Int? = nil) -> Identity {
        Identity(
            role: identity.role,
            searchPath: schema,
            settings: settings,
            statementTimeoutMilliseconds: statementTimeoutMilliseconds
        )
    }
}

/// Runs a test in a schema of its own that has a table `entry (id int unique)`.
func withScratch(
    pool: PoolOptions = PoolOptions(size: 2), _ body: (Scratch) async throws -> Void
) async throws {
    let options = try TestServer.options()
    let admin = try await Connection.open(options)
    let role = "afterbell_client_test"
    let schema = "client_test_\(UUID().uuidString.filter { $0 != "-" }.lowercased())"
    try await admin.execute(
        unsafeSQL: """
            do $$ begin create role \(role); exception when duplicate_object or unique_violation then null; end $$;
            create schema \(schema) authorization \(role);
            set role \(role);
            create table \(schema).entry (id int constraint entry_once unique deferrable initially immediate);
            reset role;
            """)
    let database = Database(options, pool: pool)
    let scratch = Scratch(
        options: options, schema: schema, identity: Identity(role: role, searchPath: schema), database: database,
        admin: admin)
    let outcome: Result<Void, any Error>
    do {
        outcome = .success(try await body(scratch))
    } catch {
        outcome = .failure(error)
    }
    await database.close()
    try await admin.execute(unsafeSQL: "drop schema \(schema) cascade")
    await admin.close()
    try outcome.get()
}
