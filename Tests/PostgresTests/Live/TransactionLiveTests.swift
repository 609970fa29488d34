import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct `a transaction` {
    @Test func `in one flush commits and answers each statement`() async throws {
        try await withScratch { scratch in
            let results = try await scratch.database.write(
                as: scratch.identity,
                [
                    "insert into entry values (\(1)), (\(2))",
                    "select id as value from entry order by id",
                ])

            #expect(results[0].affectedRows == 2)
            #expect(try results[1].values(as: Int.self) == [1, 2])
            let kept = try await scratch.entryCount()
            #expect(kept == 2)
        }
    }

    @Test func `in one flush keeps nothing when a statement fails, and tells which rule it broke`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                _ = try await scratch.database.write(
                    as: scratch.identity, ["insert into entry values (1)", "insert into entry values (1)", "select 1"])
            }

            #expect(error?.serverError?.sqlState == "23505")
            #expect(error?.serverError?.constraint == "entry_once")
            #expect(error?.serverError?.table == "entry")
            #expect(error?.serverError?.schema == scratch.schema)
            #expect(error?.serverError?.detail?.contains("(id)=(1)") == true)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `in one flush fails with the error of COMMIT when a deferred rule is broken`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                _ = try await scratch.database.write(
                    as: scratch.identity, ["set constraints all deferred", "insert into entry values (1), (1)"])
            }

            #expect(error?.serverError?.constraint == "entry_once")
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `as a closure commits when it returns and rolls back when it throws`() async throws {
        struct Stop: Error {}
        try await withScratch { scratch in
            let value = try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.query("insert into entry values (1)")
                return try await tx.query("select count(*) as value from entry").values(as: Int.self)
            }
            await #expect(throws: Stop.self) {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (2)")
                    throw Stop()
                }
            }

            #expect(value == [1])
            let kept = try await scratch.entryCount()
            #expect(kept == 1)
        }
    }

    @Test func `as a closure that swallows an error throws it instead of pretending to have committed`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (1)")
                    _ = try? await tx.query("insert into entry values (1)")
                }
            }

            #expect(error?.serverError?.sqlState == "23505")
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `that reads refuses to write`() async throws {
        try await withScratch { scratch in
            let batch = await failure {
                _ = try await scratch.database.read(as: scratch.identity, ["insert into entry values (1)"])
            }
            let closure = await failure {
                try await scratch.database.read(as: scratch.identity) { tx in
                    _ = try await tx.query("insert into entry values (1)")
                }
            }

            #expect(batch?.serverError?.sqlState == "25006")
            #expect(closure?.serverError?.sqlState == "25006")
        }
    }

    @Test func `acts as its identity, and the next one on the same connection as its own`() async throws {
        let who: Query = """
            select concat_ws(' ', current_user, current_schema(), current_setting('afterbell.account_id'),
                current_setting('statement_timeout'), pg_backend_pid()) as value
            """
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let one = scratch.identity(
                settings: [Setting(name: "afterbell.account_id", value: #"it's \ 1"#)],
                statementTimeoutMilliseconds: 7_000)
            let two = scratch.identity(settings: [Setting(name: "afterbell.account_id", value: "2")])

            let first = try await scratch.database.write(as: one, [who])[0].values(as: String.self)[0]
            let second = try await scratch.database.read(as: two) { tx in
                try await tx.query(who).values(as: String.self)[0]
            }
            let plain = try await scratch.database.withConnection { connection in
                try await connection.value(
                    "select current_setting('afterbell.account_id', true) as value", as: String?.self)
            }

            #expect(first.hasPrefix(#"afterbell_client_test \#(scratch.schema) it's \ 1 7s "#))
            #expect(second.hasPrefix("afterbell_client_test \(scratch.schema) 2 0 "))
            #expect(first.split(separator: " ").last == second.split(separator: " ").last)
            #expect(plain ?? "" == "")
        }
    }

    @Test func `can't be used after its closure has returned`() async throws {
        try await withScratch { scratch in
            let escaped = try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.query("select 1")
                return tx
            }

            let error = await failure { try await escaped.query("insert into entry values (1)") }

            #expect(error == .misuse("The transaction is over."))
        }
    }

    @Test func `can't be opened inside another on the same connection`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                try await scratch.admin.transaction { tx in
                    try await tx.query("select 1")
                    _ = try await scratch.admin.transaction(["select 2"])
                }
            }

            let three = try await scratch.admin.value("select 3 as value", as: Int.self)
            #expect(error == .misuse("A transaction is open already."))
            #expect(three == 3)
        }
    }

    @Test func `of a pipeline longer than the socket's buffers runs without blocking itself`() async throws {
        try await withScratch { scratch in
            let text = String(repeating: "x", count: 100_000)
            let queries = (0..<100).map { _ in "select \(text)::text as value" as Query }

            let results = try await scratch.database.read(as: scratch.identity, queries)

            #expect(try results.allSatisfy { try $0.values(as: String.self) == [text] })
        }
    }
}
