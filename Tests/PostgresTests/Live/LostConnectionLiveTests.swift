import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct `a lost connection` {
    /// Runs a test with a database that is reached through a relay.
    private func withRelay(
        _ fault: Relay.Fault, _ body: (Scratch, Relay, Database) async throws -> Void
    ) async throws {
        try await withScratch { scratch in
            let relay = try await Relay(fault, admin: scratch.admin)
            defer { relay.end() }
            let database = Database(relay.options(scratch.options), pool: PoolOptions(size: 1))
            try await body(scratch, relay, database)
            await database.close()
        }
    }

    @Test func `whose COMMIT was done has an unknown outcome, in one flush and as a closure`() async throws {
        try await withRelay(.cutAfter("COMMIT")) { scratch, _, database in
            let batch = await failure {
                _ = try await database.write(as: scratch.identity, ["insert into entry values (1)"])
            }
            let closure = await failure {
                try await database.write(as: scratch.identity) { tx in
                    _ = try await tx.query("insert into entry values (2)")
                }
            }

            #expect(batch?.doubt?.contains("server closed the connection unexpectedly") == true)
            #expect(closure?.doubt?.contains("server closed the connection unexpectedly") == true)
            let kept = try await scratch.entryCount()
            #expect(kept == 2)
        }
    }

    @Test func `whose COMMIT was sent and never arrived has an unknown outcome too`() async throws {
        try await withRelay(.cutBefore("COMMIT")) { scratch, _, database in
            let batch = await failure {
                _ = try await database.write(as: scratch.identity, ["insert into entry values (1)"])
            }
            let closure = await failure {
                try await database.write(as: scratch.identity) { tx in
                    _ = try await tx.query("insert into entry values (2)")
                }
            }

            #expect(batch?.doubt?.contains("server closed the connection unexpectedly") == true)
            #expect(closure?.doubt?.contains("server closed the connection unexpectedly") == true)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `before COMMIT keeps nothing, and is a plain connection error`() async throws {
        try await withRelay(.cutBefore("values (7)")) { scratch, _, database in
            let error = await failure {
                try await database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (1)")
                    try await tx.query("insert into entry values (7)")
                }
            }

            guard case .connection = error else {
                Issue.record("expected a connection error, got \(String(describing: error))")
                return
            }
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `of a transaction that reads is a plain connection error`() async throws {
        try await withRelay(.cutAfter("COMMIT")) { scratch, _, database in
            let error = await failure { _ = try await database.read(as: scratch.identity, ["select 1"]) }

            guard case .connection = error else {
                Issue.record("expected a connection error, got \(String(describing: error))")
                return
            }
        }
    }

    @Test func `that the server ended in the middle of a statement is told as the server told it`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let long = "/* \(scratch.schema) */ select pg_sleep(600)"
            let task = Task {
                try await scratch.database.write(
                    as: scratch.identity, ["insert into entry values (1)", Query(unsafeSQL: long)])
            }
            let ended: Query = """
                select coalesce(bool_or(pg_terminate_backend(pid)), false) as value
                from pg_stat_activity where state = 'active' and query = \(long)
                """
            let isSeen = try await scratch.admin.becomesTrue(ended)
            #expect(isSeen)

            let error = await failure { _ = try await task.value }

            #expect(error?.serverError?.sqlState == "57P01")
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
            _ = try await scratch.database.write(as: scratch.identity, ["insert into entry values (2)"])
        }
    }

    @Test func `is replaced as soon as the server can be reached again`() async throws {
        try await withRelay(.none) { scratch, relay, database in
            _ = try await database.read(as: scratch.identity, ["select 1"])
            relay.cut()
            async let waiting = database.read(as: scratch.identity, ["select 2 as value"])
            try await scratch.admin.query("select pg_sleep(0.3)")

            relay.open()

            #expect(try await waiting[0].values(as: Int.self) == [2])
        }
    }

    @Test func `that says nothing any more is given up some time after the deadline`() async throws {
        try await withRelay(.silence("pg_sleep")) { scratch, _, database in
            let error = await failure {
                _ = try await database.read(
                    as: scratch.identity, deadline: .now + .milliseconds(100), ["select pg_sleep(0.01)"])
            }

            let next = try await database.read(as: scratch.identity, ["select 3 as value"])[0].values(as: Int.self)
            #expect(error == .deadlineExceeded)
            #expect(next == [3])
        }
    }
}
