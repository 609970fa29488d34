import CLibPQ
import Testing

@testable import Postgres

extension Answer {
    /// A statement that worked, with the command tag given.
    static func done(_ tag: String) throws -> Answer {
        let empty = try #require(PQmakeEmptyPGresult(nil, PGRES_COMMAND_OK))
        return .completed(QueryResult(ResultHandle(owning: empty), commandTag: tag))
    }

    static func refused(_ sqlState: String, severity: String = "ERROR") -> Answer {
        .failed(ServerError(sqlState: sqlState, severity: severity, message: "no"))
    }
}

extension Exchange {
    /// A transaction of one statement, answered.
    static func insert(_ answers: [Answer]) -> Exchange {
        var exchange = Exchange.transaction(["BEGIN"], [.query("insert", Parameters())])
        for answer in answers { exchange.take(answer) }
        return exchange
    }
}

@Suite struct `a transaction in one flush` {
    @Test func `consists of opening, statements, sync, COMMIT, sync`() {
        let exchange = Exchange.transaction(["BEGIN", "SET LOCAL ROLE \"r\""], [.query("select 1", Parameters())])

        #expect(
            exchange.steps == [
                .statement("BEGIN"), .statement("SET LOCAL ROLE \"r\""), .query("select 1", Parameters()), .sync,
                .statement("COMMIT"), .sync,
            ])
    }

    @Test func `is committed only when COMMIT is answered COMMIT`() throws {
        let exchange = Exchange.insert([
            try .done("BEGIN"), try .done("INSERT 0 3"), .synced, try .done("COMMIT"), .synced,
        ])

        let results = try exchange.committedResults(writes: true)

        #expect(results.map(\.commandTag) == ["INSERT 0 3"])
        #expect(results.first?.affectedRows == 3)
    }

    @Test func `throws the failed statement's error when COMMIT is answered ROLLBACK`() throws {
        let exchange = Exchange.insert([
            try .done("BEGIN"), .refused("23505"), .synced, try .done("ROLLBACK"), .synced,
        ])

        #expect(throws: PostgresError.server(ServerError(sqlState: "23505", message: "no"))) {
            try exchange.committedResults(writes: true)
        }
    }

    @Test func `throws when COMMIT is answered ROLLBACK though nothing failed`() throws {
        let exchange = Exchange.insert([
            try .done("BEGIN"), try .done("ROLLBACK"), .synced, try .done("ROLLBACK"), .synced,
        ])

        #expect(throws: PostgresError.rolledBack) { try exchange.committedResults(writes: true) }
    }

    @Test func `throws COMMIT's own error, as of a deferred constraint`() throws {
        let exchange = Exchange.insert([
            try .done("BEGIN"), try .done("INSERT 0 1"), .synced, .refused("23503"), .synced,
        ])

        #expect(throws: PostgresError.server(ServerError(sqlState: "23503", message: "no"))) {
            try exchange.committedResults(writes: true)
        }
    }

    @Test func `has an unknown outcome when the connection is lost before COMMIT is answered`() throws {
        let before = Exchange.insert([try .done("BEGIN"), .lost("gone")])
        let during = Exchange.insert([try .done("BEGIN"), try .done("INSERT 0 1"), .synced, .lost("gone")])
        let killed = Exchange.insert([
            try .done("BEGIN"), try .done("INSERT 0 1"), .synced, .refused("57P01", severity: "FATAL"), .lost("gone"),
        ])

        for (exchange, reason) in [(before, "gone"), (during, "gone"), (killed, "57P01")] {
            let error = #expect(throws: PostgresError.self) { try exchange.committedResults(writes: true) }
            #expect(error?.doubt?.contains(reason) == true)
        }
    }

    @Test func `is known not to stand when a statement failed before the connection was lost`() throws {
        let fatal = ServerError(sqlState: "57P01", severity: "FATAL", message: "no")
        let exchange = Exchange.insert([try .done("BEGIN"), .failed(fatal), .lost("gone")])

        #expect(throws: PostgresError.server(fatal)) { try exchange.committedResults(writes: true) }
    }

    @Test func `is known to stand when the connection is lost after COMMIT was answered`() throws {
        let exchange = Exchange.insert([
            try .done("BEGIN"), try .done("INSERT 0 1"), .synced, try .done("COMMIT"), .lost("gone"),
        ])

        #expect(try exchange.committedResults(writes: true).count == 1)
    }

    @Test func `has nothing unknown when it only reads`() throws {
        let exchange = Exchange.insert([try .done("BEGIN"), .lost("gone")])

        #expect(throws: PostgresError.connection("gone")) { try exchange.committedResults(writes: false) }
    }
}
