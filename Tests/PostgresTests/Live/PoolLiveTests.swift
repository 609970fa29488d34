import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct `a pool of connections` {
    private let pid: Query = "select pg_backend_pid() as value"

    @Test func `serves a hundred callers over four connections, each with its own answer`() async throws {
        try await withScratch(pool: PoolOptions(size: 4)) { scratch in
            let pids = try await withThrowingTaskGroup(of: [Int].self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let results = try await scratch.database.write(
                            as: scratch.identity,
                            ["insert into entry values (\(number))", "select \(number) as value", pid])
                        #expect(try results[1].values(as: Int.self) == [number])
                        return try results[2].values(as: Int.self)
                    }
                }
                var pids: Set<Int> = []
                for try await pid in group { pids.formUnion(pid) }
                return pids
            }

            #expect(pids.count <= 4)
            let kept = try await scratch.entryCount()
            #expect(kept == 100)
        }
    }

    @Test func `refuses a caller who has waited too long`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, waitTimeout: .seconds(2))) { scratch in
            try await scratch.database.withConnection { _ in
                let error = await failure { _ = try await scratch.database.read(as: scratch.identity, [pid]) }

                #expect(error == .pool(.timedOut))
            }
            _ = try await scratch.database.read(as: scratch.identity, [pid])
        }
    }

    @Test func `refuses a caller when the queue is full`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, queueLimit: 1)) { scratch in
            try await scratch.database.withConnection { _ in
                // Of two who come, one finds room in the queue and waits until its deadline, the other is refused.
                async let one = failure {
                    _ = try await scratch.database.read(
                        as: scratch.identity, deadline: .now + .milliseconds(500), ["select 1"])
                }
                async let other = failure {
                    _ = try await scratch.database.read(
                        as: scratch.identity, deadline: .now + .milliseconds(500), ["select 1"])
                }

                #expect(await Set([one, other]) == [.pool(.queueFull), .deadlineExceeded])
            }
        }
    }

    @Test func `when closed lends no more, but finishes what was lent`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let entered = AsyncStream.makeStream(of: Void.self)
            let leave = AsyncStream.makeStream(of: Void.self)
            let holder = Task {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (1)")
                    entered.continuation.finish()
                    for await _ in leave.stream {}
                    try await tx.query("insert into entry values (2)")
                }
            }
            for await _ in entered.stream {}

            let closing = Task { await scratch.database.close() }
            var refusal: PostgresError?
            while refusal != .pool(.closed) {
                refusal = await failure {
                    _ = try await scratch.database.read(
                        as: scratch.identity, deadline: .now + .milliseconds(5), [pid])
                }
            }
            leave.continuation.finish()
            try await holder.value
            await closing.value

            let kept = try await scratch.entryCount()
            #expect(kept == 2)
        }
    }

    @Test func `when closing takes too long cancels what still runs`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, drainTimeout: .milliseconds(100))) { scratch in
            let long = "/* \(scratch.schema) */ select pg_sleep(600)"
            let holder = Task {
                try await scratch.database.read(as: scratch.identity, [Query(unsafeSQL: long)])
            }
            let isSeen = try await scratch.admin.becomesTrue(
                "select count(*) = 1 as value from pg_stat_activity where state = 'active' and query = \(long)")
            #expect(isSeen)

            await scratch.database.close()

            #expect(await failure { _ = try await holder.value } == .cancelled)
        }
    }

    @Test func `replaces connections that the server has ended while they were idle`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let old = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)[0]
            try await scratch.admin.query("select pg_terminate_backend(\(old), 5000)")

            let new = try await scratch.database.write(as: scratch.identity, [pid])[0].values(as: Int.self)[0]

            #expect(new != old)
        }
    }

    @Test func `keeps a connection to which the server only had something to say`() async throws {
        try await withScratch { scratch in
            let connection = try await Connection.open(scratch.options)
            let pid = try await connection.value(pid, as: Int.self)
            // A notification arrives unasked, as a notice or a changed setting may.
            try await connection.query("listen said")
            try await scratch.admin.query("notify said")
            while connection.isQuiet { try await scratch.admin.query("select pg_sleep(0.01)") }

            #expect(await connection.check())
            #expect(connection.isQuiet)
            #expect(try await connection.value(self.pid, as: Int.self) == pid)
            await connection.close()
        }
    }

    @Test func `asks a connection that was idle for long for a sign of life`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, healthCheckAfter: .zero)) { scratch in
            let first = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)
            let second = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)

            #expect(first == second)
        }
    }

    @Test func `gives up all connections that were idle for long when one of them is silent`() async throws {
        try await withScratch { scratch in
            let relay = try await Relay(.none, admin: scratch.admin)
            defer { relay.end() }
            let database = Database(
                relay.options(scratch.options), pool: PoolOptions(size: 3, healthCheckAfter: .zero))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask { _ = try await database.read(["select pg_sleep(0.2)"]) }
                }
                try await group.waitForAll()
            }
            relay.hush()
            let begin = ContinuousClock.now
            let answer = try await database.read(["select 5 as value"])[0].values(as: Int.self)
            let waited = ContinuousClock.now - begin
            relay.hush()
            let late = await failure { _ = try await database.read(deadline: .now + .milliseconds(200), [pid]) }
            let waitedLate = ContinuousClock.now - begin - waited

            #expect(answer == [5])
            #expect(waited < .seconds(2))
            #expect(late == .deadlineExceeded)
            #expect(waitedLate < .milliseconds(900))
            await database.close()
        }
    }

    @Test func `reads dates right in a database that writes them otherwise, also on a connection used again`()
        async throws
    {
        try await withScratch { scratch in
            let name = "\(scratch.schema)_dates"
            try await scratch.admin.execute(unsafeSQL: "create database \(name)")
            try await scratch.admin.execute(unsafeSQL: "alter database \(name) set datestyle = 'SQL, DMY'")
            let database = Database(scratch.options.with(database: name), pool: PoolOptions(size: 1))
            var days: [String] = []
            for _ in 0..<2 {
                let day = try await database.withConnection { connection in
                    try await connection.value("select (date '2026-03-04')::text as value", as: String.self)
                }
                days.append(day)
            }
            await database.close()
            try await scratch.admin.execute(unsafeSQL: "drop database \(name) with (force)")

            #expect(days == ["2026-03-04", "2026-03-04"])
        }
    }

    @Test func `when closing doesn't wait closes what is lent and refuses who waits`() async throws {
        try await withScratch(pool: PoolOptions(size: 1, drainTimeout: .zero)) { scratch in
            try await scratch.database.withConnection { connection in
                let lent = try await connection.value(pid, as: Int.self)
                let waiting = Task { await failure { _ = try await scratch.database.read(["select 1"]) } }
                try await scratch.admin.query("select pg_sleep(0.2)")

                await scratch.database.close()

                let error = await failure { try await connection.query("select 1") }
                let isGone = try await scratch.admin.becomesTrue(
                    "select count(*) = 0 as value from pg_stat_activity where pid = \(lent)")
                #expect(error == .connection("the connection is closed"))
                #expect(await waiting.value == .pool(.closed))
                #expect(isGone)
            }
        }
    }

    @Test func `keeps Swift's threads free while more connections wait than there are cores`() async throws {
        try await withScratch(pool: PoolOptions(size: 24)) { scratch in
            let long = "/* \(scratch.schema) */ select pg_sleep(600)"
            let waiting = (0..<24).map { _ in
                Task { try await scratch.database.read([Query(unsafeSQL: long)]) }
            }
            let areSeen = try await scratch.admin.becomesTrue(
                "select count(*) = 24 as value from pg_stat_activity where state = 'active' and query = \(long)")
            let sum = await withTaskGroup(of: Int.self) { group in
                for number in 0..<100 { group.addTask { number } }
                return await group.reduce(0, +)
            }

            #expect(areSeen)
            #expect(sum == 4_950)
            for task in waiting { task.cancel() }
            for task in waiting { #expect(await failure { _ = try await task.value } == .cancelled) }
        }
    }

    @Test func `tells why it can't connect at once when it never could`() async throws {
        let options = try TestServer.options().with(database: "no_such_database_anywhere")
        let database = Database(options)

        let error = await failure {
            _ = try await database.read(as: Identity(role: "r", searchPath: "s"), ["select 1"])
        }

        guard case .connection(let reason) = error else {
            Issue.record("expected a connection error, got \(String(describing: error))")
            return
        }
        #expect(reason.contains("no_such_database_anywhere"))
        await database.close()
    }

    @Test func `takes a lent connection back without what its user left in it`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let old = try await scratch.database.withConnection { connection in
                try await connection.execute(
                    unsafeSQL: "set afterbell.account_id = '7'; create temp table left_over (); begin; select 1")
                return try await connection.value(pid, as: Int.self)
            }

            let (new, setting, table) = try await scratch.database.withConnection { connection in
                (
                    try await connection.value(pid, as: Int.self),
                    try await connection.value(
                        "select coalesce(current_setting('afterbell.account_id', true), '') as value", as: String.self),
                    try await connection.value("select to_regclass('left_over')::text as value", as: String?.self)
                )
            }

            #expect(old == new)
            #expect(setting == "")
            #expect(table == nil)
        }
    }
}
