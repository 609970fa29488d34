import Synchronization
import Testing

@testable import Postgres

@Suite(.serialized, .timeLimit(.minutes(2))) struct `COPY` {
    /// A table `punch` that takes equal rows.
    private func makeTable(_ scratch: Scratch) async throws {
        try await scratch.admin.execute(
            unsafeSQL: "set role afterbell_client_test; create table \(scratch.schema).punch (id int); reset role")
    }

    @Test func `moves a million rows in and out in flat memory`() async throws {
        try await withScratch { scratch in
            try await makeTable(scratch)
            let before = try residentBytes()
            let copied = try await scratch.database.write(as: scratch.identity) { tx in
                try await tx.copyIn("copy punch from stdin", from: Rows(chunks: 100, asked: CountedChunks()))
            }
            var rows = 0
            var largest = 0
            try await scratch.database.withConnection { connection in
                let schema = scratch.schema
                for try await chunk in connection.copyOut(
                    "copy \(unsafeSQL: schema).punch to stdout")
                {
                    rows += chunk.count { $0 == UInt8(ascii: "\n") }
                    largest = max(largest, chunk.count)
                }
            }

            #expect(copied == 1_000_000)
            #expect(rows == 1_000_000)
            #expect(largest < 200_000)
            #expect(try residentBytes() - before < 64 << 20)
        }
    }

    @Test func `out waits at the server while its reader is slow`() async throws {
        try await withScratch { scratch in
            let sql = "copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout"
            let isWaiting: Query = """
                select count(*) = 1 as value from pg_stat_activity
                where query = \(sql) and wait_event = 'ClientWrite'
                """
            var bytes = 0

            let connection = try await Connection.open(scratch.options)
            for try await chunk in connection.copyOut(Query(unsafeSQL: sql)) {
                if bytes == 0 { #expect(try await scratch.admin.becomesTrue(isWaiting)) }
                bytes += chunk.count
            }

            #expect(bytes == 100_100_000)
            await connection.close()
        }
    }

    @Test func `in asks for no more while the server is busy`() async throws {
        try await withScratch { scratch in
            try await makeTable(scratch)
            try await scratch.admin.execute(
                unsafeSQL: """
                    create function \(scratch.schema).wait() returns trigger language plpgsql as $$
                    begin perform pg_advisory_xact_lock_shared(hashtext('\(scratch.schema)')); return new; end $$;
                    create trigger wait before insert on \(scratch.schema).punch
                        for each row execute function \(scratch.schema).wait();
                    select pg_advisory_lock(hashtext('\(scratch.schema)'));
                    """)
            let asked = CountedChunks()
            let copying = Task {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.copyIn("copy punch from stdin", from: Rows(chunks: 50, asked: asked))
                }
            }
            let isSeen = try await scratch.admin.becomesTrue(
                "select count(*) > 0 as value from pg_locks where locktype = 'advisory' and not granted")
            #expect(isSeen)
            try await scratch.admin.query("select pg_sleep(0.3)")

            let stalledAt = asked.count.withLock { $0 }
            try await scratch.admin.query("select pg_advisory_unlock_all()")

            #expect(stalledAt < 25)
            #expect(try await copying.value == 500_000)
        }
    }

    @Test func `out that isn't read to its end is cancelled and its connection used again`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let endless: Query =
                "copy (select repeat('x', 1000) from generate_series(1, 10000), generate_series(1, 10000) n) to stdout"
            let pid: Query = "select pg_backend_pid() as value"
            let before = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)

            let read = try await scratch.database.read(as: scratch.identity) { tx in
                for try await chunk in tx.copyOut(endless) { return chunk.count }
                return 0
            }
            let write = await failure {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.query("insert into entry values (1)")
                    for try await _ in tx.copyOut(endless) { break }
                }
            }

            let after = try await scratch.database.read(as: scratch.identity, [pid])[0].values(as: Int.self)
            #expect(read > 0)
            #expect(write == .rolledBack)
            #expect(before == after)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `in keeps nothing when its source fails, or its task is cancelled and the source just ends`()
        async throws
    {
        struct Broken: Error {}
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            let failing = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array("1\n".utf8))
                continuation.finish(throwing: Broken())
            }
            await #expect(throws: Broken.self) {
                try await scratch.database.write(as: scratch.identity) { tx in
                    try await tx.copyIn("copy entry from stdin", from: failing)
                }
            }
            let (source, continuation) = AsyncStream.makeStream(of: [UInt8].self)
            continuation.yield(Array("1\n".utf8))
            let copying = Task {
                try await scratch.database.withConnection { connection in
                    try await connection.copyIn("copy \(unsafeSQL: scratch.schema).entry from stdin", from: source)
                }
            }
            let isSeen = try await scratch.admin.becomesTrue(
                "select count(*) = 1 as value from pg_stat_activity where query like \("copy \(scratch.schema)%")")
            #expect(isSeen)
            copying.cancel()

            #expect(await failure { _ = try await copying.value } == .cancelled)
            let kept = try await scratch.entryCount()
            #expect(kept == 0)
        }
    }

    @Test func `ends by its deadline, out and in`() async throws {
        try await withScratch(pool: PoolOptions(size: 1)) { scratch in
            try await makeTable(scratch)
            let endless: Query =
                "copy (select repeat('x', 1000) from generate_series(1, 10000), generate_series(1, 10000) n) to stdout"
            let out = await failure {
                try await scratch.database.read(as: scratch.identity, deadline: .now + .milliseconds(300)) { tx in
                    for try await _ in tx.copyOut(endless) {}
                }
            }
            let into = await failure {
                try await scratch.database.write(as: scratch.identity, deadline: .now + .milliseconds(300)) { tx in
                    _ = try await tx.copyIn("copy punch from stdin", from: Rows(chunks: .max, asked: CountedChunks()))
                }
            }

            let kept = try await scratch.admin.value(
                "select count(*) as value from \(unsafeSQL: scratch.schema).punch", as: Int.self)
            #expect(out == .deadlineExceeded)
            #expect(into == .deadlineExceeded)
            #expect(kept == 0)
        }
    }

    @Test func `in keeps nothing of a transaction whose connection is lost in the middle`() async throws {
        try await withScratch { scratch in
            let relay = try await Relay(.none, admin: scratch.admin)
            defer { relay.end() }
            let connection = try await Connection.open(relay.options(scratch.options))
            let (source, continuation) = AsyncStream.makeStream(of: [UInt8].self)
            continuation.yield(Array("1\n".utf8))
            let copying = Task {
                try await connection.transaction(as: scratch.identity) { tx in
                    try await tx.copyIn("copy entry from stdin", from: source)
                }
            }
            let isSeen = try await scratch.admin.becomesTrue(
                "select count(*) = 1 as value from pg_stat_activity where query = 'copy entry from stdin'")
            relay.cut()
            for _ in 0..<3 { continuation.yield(Array("2\n".utf8)) }
            continuation.finish()

            let error = await failure { _ = try await copying.value }

            let kept = try await scratch.entryCount()
            #expect(isSeen)
            #expect(kept == 0)
            if case .connection = error { return }
            Issue.record("expected a connection error, got \(String(describing: error))")
        }
    }

    @Test func `in without a transaction has an unknown outcome when the connection is lost at its end`() async throws {
        try await withScratch { scratch in
            let relay = try await Relay(.cutAfter("777\n", answer: "COPY 1"), admin: scratch.admin)
            defer { relay.end() }
            let connection = try await Connection.open(relay.options(scratch.options))
            let source = AsyncStream<[UInt8]> { continuation in
                continuation.yield(Array("777\n".utf8))
                continuation.finish()
            }

            let error = await failure {
                try await connection.copyIn("copy \(unsafeSQL: scratch.schema).entry from stdin", from: source)
            }

            let kept = try await scratch.entryCount()
            #expect(error?.doubt?.contains("server closed the connection unexpectedly") == true)
            #expect(kept == 1)
        }
    }

    @Test func `tells the server's error, with values written as literals`() async throws {
        try await withScratch { scratch in
            let bad = await failure {
                try await scratch.database.write(as: scratch.identity) { tx in
                    let rows = AsyncStream<[UInt8]> { continuation in
                        continuation.yield(Array("1\nx\n".utf8))
                        continuation.finish()
                    }
                    try await tx.copyIn("copy entry from stdin", from: rows)
                }
            }
            var quoted: [UInt8] = []
            for try await chunk in scratch.admin.copyOut("copy (select \(#"it's \ 1"#)::text) to stdout") {
                quoted += chunk
            }

            #expect(bad?.serverError?.sqlState == "22P02")
            #expect(String(decoding: quoted, as: UTF8.self) == "it's \\\\ 1\n")
        }
    }

    @Test func `and other statements don't mix on one connection`() async throws {
        try await withScratch { scratch in
            let during = try await scratch.database.withConnection { connection in
                for try await _ in connection.copyOut("copy (select generate_series(1, 1000000)) to stdout") {
                    return await failure { try await connection.query("select 1") }
                }
                return nil
            }
            let wrong = await failure {
                for try await _ in scratch.admin.copyOut("select 1") {}
            }

            #expect(during == .misuse("A COPY is going on, or is over."))
            #expect(wrong == .misuse("The statement isn't a COPY in this direction."))
            #expect(try await scratch.admin.value("select 1 as value", as: Int.self) == 1)
        }
    }
}
