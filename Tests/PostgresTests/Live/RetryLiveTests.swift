import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct `a transaction is run again` {
    /// A function that fails the first `times` it is called, however its transaction ends: sequences aren't rolled back.
    private func makeFailing(_ times: Int, _ sqlState: String, _ scratch: Scratch) async throws {
        try await scratch.admin.execute(
            unsafeSQL: """
                set role afterbell_client_test;
                create sequence \(scratch.schema).attempt;
                create function \(scratch.schema).fail_at_first() returns int language plpgsql as $$
                begin
                    if nextval('attempt') <= \(times) then raise exception 'no' using errcode = '\(sqlState)'; end if;
                    return 1;
                end $$;
                reset role;
                """)
    }

    private func insert(_ scratch: Scratch) async throws {
        _ = try await scratch.database.write(
            as: scratch.identity, ["insert into entry values (1)", "select fail_at_first()"])
    }

    @Test(arguments: ["40001", "40P01"])
    func `once after a serialization failure or a deadlock, in one flush`(sqlState: String) async throws {
        try await withScratch { scratch in
            try await makeFailing(1, sqlState, scratch)

            try await insert(scratch)

            let kept = try await scratch.entryCount()
            #expect(kept == 1)
        }
    }

    @Test(arguments: ["40001", "40P01"])
    func `once as a closure`(sqlState: String) async throws {
        try await withScratch { scratch in
            try await makeFailing(1, sqlState, scratch)

            try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.query("insert into entry values (1)")
                try await tx.query("select fail_at_first()")
            }

            let kept = try await scratch.entryCount()
            #expect(kept == 1)
        }
    }

    @Test func `but not when a COPY in it has taken rows from its source`() async throws {
        try await withScratch { scratch in
            try await makeFailing(1, "40001", scratch)
            let rows = AsyncStream<[UInt8]> { continuation in
                continuation.yield(Array("1\n".utf8))
                continuation.finish()
            }

            let error = await failure {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.copyIn("copy entry from stdin", from: rows)
                    try await tx.query("select fail_at_first()")
                }
            }

            let kept = try await scratch.entryCount()
            #expect(error?.serverError?.sqlState == "40001")
            #expect(kept == 0)
        }
    }

    @Test func `but not twice`() async throws {
        try await withScratch { scratch in
            try await makeFailing(2, "40001", scratch)

            let error = await failure { try await insert(scratch) }

            #expect(error?.serverError?.sqlState == "40001")
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `but not after another error`() async throws {
        try await withScratch { scratch in
            try await makeFailing(1, "23514", scratch)

            let error = await failure { try await insert(scratch) }

            #expect(error?.serverError?.sqlState == "23514")
        }
    }

    @Test func `after two transactions have locked each other out`() async throws {
        try await withScratch { scratch in
            try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.query("insert into entry values (1), (2)")
            }

            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await scratch.database.write(as: scratch.identity) { tx in
                            for id in order {
                                try await tx.query("select 1 from entry where id = \(id) for update")
                                try await tx.query("select pg_sleep(0.1)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

@Suite(.timeLimit(.minutes(2))) struct `a prepared statement` {
    private let all: Query = "select * from entry"

    @Test func `is prepared anew when its table has changed, in one flush`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            _ = try await scratch.database.read(as: scratch.identity, [all])
            try await scratch.admin.execute(unsafeSQL: "alter table \(scratch.schema).entry add column name text")

            let result = try await scratch.database.read(as: scratch.identity, [all])[0]

            #expect(result.columns == ["id", "name"])
        }
    }

    @Test func `is prepared anew when its table has changed, as a closure, which runs again whole`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            _ = try await scratch.database.read(as: scratch.identity, [all])
            try await scratch.admin.execute(unsafeSQL: "alter table \(scratch.schema).entry add column name text")

            let columns = try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.query("insert into entry values (1)")
                return try await tx.query(all).columns
            }

            #expect(columns == ["id", "name"])
            let kept = try await scratch.entryCount()
            #expect(kept == 1)
        }
    }

    @Test(arguments: ["deallocate all", "discard all"])
    func `is prepared anew when somebody dropped it at the server`(drop: String) async throws {
        try await withScratch { scratch in
            let connection = try await Connection.open(scratch.options)
            let queries: [Query] = ["select 1 as value", "select 2 as value", all]
            _ = try await connection.transaction(as: scratch.identity, queries)
            try await connection.query("select 4 as value")
            try await connection.execute(unsafeSQL: drop)

            let batch = try await connection.transaction(as: scratch.identity, queries)
            try await connection.execute(unsafeSQL: drop)
            let closure = try await connection.transaction(as: scratch.identity) { tx in
                try await tx.query("select 2 as value").values(as: Int.self)
            }
            let alone = try await connection.value("select 4 as value", as: Int.self)

            #expect(try batch[1].values(as: Int.self) == [2])
            #expect(closure == [2])
            #expect(alone == 4)
            await connection.close()
        }
    }

    @Test func `is used again, is bounded in number, and isn't made at all when switched off`() async throws {
        for (limit, expected) in [(3, 3), (0, 0)] {
            var options = try TestServer.options()
            options.statementCacheSize = limit
            let connection = try await Connection.open(options)
            for number in 0..<20 {
                let text = String(number % 7)
                for _ in 0..<2 { try await connection.query(Query(unsafeSQL: "select \(text) as value")) }
            }

            let count = try await connection.value(
                "select count(*) as value from pg_prepared_statements", as: Int.self)

            #expect(count == expected)
            await connection.close()
        }
    }
}
