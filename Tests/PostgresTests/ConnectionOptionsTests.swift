import Glibc
import Testing

@testable import Postgres

@Suite(.serialized, .timeLimit(.minutes(1))) struct `connection options` {
    private func words(_ options: ConnectionOptions) -> [String] {
        options.keywords.map { "\($0.name)=\($0.value)" }
    }

    @Test func `stand in the order in which later words win`() {
        unsetenv("PGCONNECT_TIMEOUT")
        let options = ConnectionOptions("host=db.example.org dbname=one").with(database: "two").with(user: "me")

        #expect(
            words(options) == [
                "connect_timeout=10", "fallback_application_name=afterbell", "dbname=host=db.example.org dbname=one",
                "dbname=two", "user=me", "client_encoding=UTF8",
            ])
    }

    @Test func `leave the time to connect to the environment where it states one`() {
        setenv("PGCONNECT_TIMEOUT", "3", 1)
        defer { unsetenv("PGCONNECT_TIMEOUT") }

        #expect(!words(ConnectionOptions()).contains { $0.hasPrefix("connect_timeout") })
    }

    @Test func `of the connection string win over ours, and overrides over both`() async throws {
        let server = try TestServer.options()
        let stated = ConnectionOptions(server.keywords.first { $0.name == "dbname" }?.value ?? "")
            .with("application_name", "stated").with("client_encoding", "LATIN1").with(database: "template1")
        let connection = try await Connection.open(stated)

        let name = try await connection.value("select current_setting('application_name') as value", as: String.self)
        let encoding = try await connection.value("select current_setting('client_encoding') as value", as: String.self)
        let database = try await connection.value("select current_database()::text as value", as: String.self)

        #expect(name == "stated")
        #expect(encoding == "UTF8")
        #expect(database == "template1")
        await connection.close()
    }
}
