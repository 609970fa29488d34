import Testing

@testable import Postgres

@Suite struct `an error` {
    private let secret = ServerError(
        sqlState: "23505", message: "secret message", detail: "Key (name)=(secret) already exists.",
        hint: "secret hint", constraint: "secret_once", table: "secret", schema: "secret", column: "secret")

    @Test func `describes itself without data, statements or hosts`() {
        let errors: [PostgresError] = [
            .server(secret), .connection("secret"), .misuse("secret"), .decoding(column: "secret", reason: "secret"),
            .encoding("secret"), .pool(.closed), .pool(.timedOut), .pool(.queueFull), .rolledBack,
            .outcomeUnknown("secret"),
            .cancelled, .deadlineExceeded,
        ]

        for error in errors {
            #expect(!"\(error)".contains("secret"))
            #expect(!"\(error)".isEmpty)
        }
        #expect(!"\(secret)".contains("secret"))
        #expect(!"\(ConnectionOptions("password=secret"))".contains("secret"))
    }

    @Test func `tells a developer all that the server said`() {
        let text = String(reflecting: PostgresError.server(secret))

        for part in ["23505", "secret message", "Key (name)", "secret hint", "constraint: secret_once"] {
            #expect(text.contains(part))
        }
    }

    @Test func `of an unknown outcome tells a developer how the connection was lost`() {
        #expect(String(reflecting: PostgresError.outcomeUnknown("server closed")).contains("server closed"))
    }

    @Test(arguments: [
        ("40001", true), ("40P01", true), ("23505", false), ("57014", false), ("0A000", false), ("26000", false),
    ])
    func `is worth another try when the transaction met another one`(sqlState: String, isWorth: Bool) {
        #expect(ServerError(sqlState: sqlState, message: "").isWorthRetrying == isWorth)
    }
}
