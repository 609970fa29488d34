import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct `a cancelled task` {
    private func isRunning(_ marker: String) -> Query {
        "select count(*) = 1 as value from pg_stat_activity where state = 'active' and query = \(marker)"
    }

    private func isGone(_ marker: String) -> Query {
        "select count(*) = 0 as value from pg_stat_activity where state = 'active' and query = \(marker)"
    }

    @Test func `cancels its statement at the server, and its transaction keeps nothing`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let long = "/* \(scratch.schema) */ select pg_sleep(600)"
            let task = Task {
                try await scratch.database.write(
                    as: scratch.identity, ["insert into entry values (1)", Query(unsafeSQL: long)])
            }
            let isSeen = try await scratch.admin.becomesTrue(isRunning(long))
            #expect(isSeen)

            task.cancel()
            let error = await failure { _ = try await task.value }

            #expect(error == .cancelled)
            let isOver = try await scratch.admin.becomesTrue(isGone(long))
            #expect(isOver)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `as a closure gives its connection back in good order`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let long = "/* \(scratch.schema) */ select pg_sleep(600)"
            let pid = "select pg_backend_pid() as value" as Query
            let before = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)
            let task = Task {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (1)")
                    try await tx.query(Query(unsafeSQL: long))
                }
            }
            let isSeen = try await scratch.admin.becomesTrue(isRunning(long))
            #expect(isSeen)

            task.cancel()
            let error = await failure { try await task.value }
            let after = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)

            #expect(error == .cancelled)
            #expect(before == after)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `never leaves an answer or a cancel request behind for the next user of its connection`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            var cancelled = 0
            for number in 0..<300 {
                let task = Task {
                    try await scratch.database.write(
                        as: scratch.identity, ["select \(number) as value", "select pg_sleep(0.002)"])
                }
                for _ in 0..<(number % 60) { await Task.yield() }
                task.cancel()

                let next = try await scratch.database.read(as: scratch.identity, ["select \(-number) as value"])

                #expect(try next[0].values(as: Int.self) == [-number])
                if case .failure = await task.result { cancelled += 1 }
            }
            #expect(cancelled > 0)
        }
    }

    @Test func `is heeded also when the first request to the server was lost`() async throws {
        try await withScratch { scratch in
            let relay = try await Relay(.loseCancels(1), admin: scratch.admin)
            defer { relay.end() }
            let connection = try await Connection.open(relay.options(scratch.options))
            let long = "/* \(scratch.schema) */ select pg_sleep(20)"
            let task = Task { try await connection.query(Query(unsafeSQL: long)) }
            let isSeen = try await scratch.admin.becomesTrue(isRunning(long))
            let begin = ContinuousClock.now

            task.cancel()
            let error = await failure { _ = try await task.value }

            #expect(isSeen)
            #expect(error == .cancelled)
            #expect(ContinuousClock.now - begin < .seconds(4))
            #expect(try await connection.value("select 1 as value", as: Int.self) == 1)
            await connection.close()
        }
    }

    @Test func `is heeded at any moment of a transaction's start`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            _ = try await scratch.database.read(["select 1"])
            for number in 0..<12 {
                let task = Task {
                    try await scratch.database.write(
                        as: scratch.identity, ["create table begun (id int)", "select pg_sleep(8)"])
                }
                try await Task.sleep(for: .microseconds(150 * number))
                let begin = ContinuousClock.now
                task.cancel()

                let error = await failure { _ = try await task.value }

                #expect(error == .cancelled)
                #expect(ContinuousClock.now - begin < .seconds(4))
            }
        }
    }

    @Test func `that waits for a connection leaves the queue`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, queueLimit: 1)) { scratch in
            try await scratch.database.withConnection { _ in
                let waiting = Task { try await scratch.database.read(as: scratch.identity, ["select 1"]) }
                waiting.cancel()

                let error = await failure { _ = try await waiting.value }

                #expect(error == .cancelled)
            }
            _ = try await scratch.database.read(as: scratch.identity, ["select 1"])
        }
    }
}

@Suite(.timeLimit(.minutes(2))) struct `a deadline` {
    @Test func `cancels the statement at the server and leaves the connection usable`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let pid = "select pg_backend_pid() as value" as Query
            let before = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)

            let batch = await failure {
                _ = try await scratch.database.write(
                    as: scratch.identity, deadline: .now + .milliseconds(100),
                    ["insert into entry values (1)", "select pg_sleep(600)"])
            }
            let closure = await failure {
                try await scratch.database.write(as: scratch.identity, deadline: .now + .milliseconds(100)) { tx in
                    try await tx.query("insert into entry values (1)")
                    try await tx.query("select pg_sleep(600)")
                }
            }

            let after = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)
            #expect(batch == .deadlineExceeded)
            #expect(closure == .deadlineExceeded)
            #expect(before == after)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test(arguments: [
        "select number from generate_series(1, 1000000000) as number",
        "do $$ begin loop raise notice 'still here'; end loop; end $$",
    ])
    func `is seen while the server keeps talking`(sql: String) async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let begin = ContinuousClock.now

            let error = await failure {
                _ = try await scratch.database.read(deadline: begin + .milliseconds(300), [Query(unsafeSQL: sql)])
            }

            #expect(error == .deadlineExceeded)
            #expect(ContinuousClock.now - begin < .seconds(4))
        }
    }

    @Test func `of the pool holds where a call states none`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, timeLimit: .milliseconds(200))) { scratch in
            let batch = await failure { _ = try await scratch.database.read(["select pg_sleep(600)"]) }
            let closure = await failure {
                try await scratch.database.write(as: scratch.identity) { tx in
                    _ = try await tx.query("select pg_sleep(600)")
                }
            }
            let longer = await failure {
                _ = try await scratch.database.read(deadline: .now + .seconds(60), ["select pg_sleep(0.5)"])
            }

            #expect(batch == .deadlineExceeded)
            #expect(closure == .deadlineExceeded)
            #expect(longer == nil)
        }
    }

    @Test func `that has passed keeps a transaction from being run again`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            try await scratch.admin.execute(
                unsafeSQL: """
                    create function \(scratch.schema).turn_away() returns int language plpgsql as $$
                    begin
                        perform pg_sleep(600);
                    exception when query_canceled then
                        raise exception 'no' using errcode = '40001';
                    end $$;
                    """)
            let begin = ContinuousClock.now

            let error = await failure {
                _ = try await scratch.database.write(
                    as: scratch.identity, deadline: begin + .milliseconds(200), ["select turn_away()"])
            }

            #expect(error == .deadlineExceeded)
            #expect(ContinuousClock.now - begin < .seconds(3))
        }
    }

    @Test func `that has passed sends nothing`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                _ = try await scratch.database.write(
                    as: scratch.identity, deadline: .now - .seconds(1), ["insert into entry values (1)"])
            }

            #expect(error == .deadlineExceeded)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `ends the wait for a connection too`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, waitTimeout: .seconds(60))) { scratch in
            try await scratch.database.withConnection { _ in
                let error = await failure {
                    _ = try await scratch.database.read(
                        as: scratch.identity, deadline: .now + .milliseconds(50), ["select 1"])
                }

                #expect(error == .deadlineExceeded)
            }
        }
    }

    @Test func `isn't mistaken for the server's own statement timeout`() async throws {
        try await withScratch { scratch in
            let error = await failure {
                _ = try await scratch.database.read(
                    as: scratch.identity(statementTimeoutMilliseconds: 50), ["select pg_sleep(600)"])
            }

            #expect(error?.serverError?.sqlState == "57014")
        }
    }
}
