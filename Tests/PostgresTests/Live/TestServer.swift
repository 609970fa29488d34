import Glibc

@testable import Postgres

/// The server that live tests use: a private one that `scripts/test` starts.
enum TestServer {
    /// How to reach it.
    static func options() throws -> ConnectionOptions {
        guard let conninfo = getenv("AFTERBELL_TEST_DATABASE").map({ String(cString: $0) }), !conninfo.isEmpty else {
            throw Missing()
        }
        return ConnectionOptions(conninfo)
    }

    struct Missing: Error, CustomStringConvertible {
        let description = """
            AFTERBELL_TEST_DATABASE names no server, so this test can't run. Run scripts/test: it starts a private \
            PostgreSQL and sets the variable to its libpq connection string.
            """
    }
}

extension Connection {
    /// Runs a statement of one row and one column named `value`.
    func value<Value: PostgresDecodable>(_ query: Query, as type: Value.Type = Value.self) async throws -> Value {
        let result = try await self.query(query)
        guard let row = result.first else { throw PostgresError.decoding(column: "value", reason: "no row") }
        return try row.decode("value")
    }

    /// Asks the server again and again until the answer is true; false when it never is.
    func becomesTrue(_ query: Query) async throws -> Bool {
        for _ in 0..<500 {
            if try await value(query, as: Bool.self) { return true }
            try await self.query("select pg_sleep(0.01)")
        }
        return false
    }
}

extension QueryResult {
    /// The column `value` of all rows.
    func values<Value: PostgresDecodable>(as type: Value.Type = Value.self) throws -> [Value] {
        var values: [Value] = []
        for row in self { values.append(try row.decode("value")) }
        return values
    }
}

extension PostgresError {
    /// Why it is unknown whether a transaction stands; nil when it is known.
    var doubt: String? {
        if case .outcomeUnknown(let reason) = self { reason } else { nil }
    }
}

/// The error that work throws, or nil.
func failure(of work: () async throws -> Void) async -> PostgresError? {
    do {
        try await work()
        return nil
    } catch {
        return error as? PostgresError
    }
}
