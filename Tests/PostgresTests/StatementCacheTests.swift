import Testing

@testable import Postgres

@Suite struct `a statement cache` {
    private func names(_ steps: [Step]) -> [String] {
        steps.map { step in
            switch step {
            case .statement(let sql): sql
            case .deallocate(let name): "DEALLOCATE \(name)"
            case .parse(let name, _): "parse \(name)"
            case .execute(let name, _): "execute \(name)"
            case .query: "query"
            case .sync: "sync"
            }
        }
    }

    /// An exchange of these steps in which one was refused and the rest skipped.
    private func refusal(of steps: [Step], at index: Int, _ sqlState: String) throws -> Exchange {
        var exchange = Exchange(steps)
        for position in steps.indices {
            if position < index { exchange.take(try .done("")) }
            if position == index { exchange.take(.refused(sqlState)) }
            if position > index { exchange.take(.skipped) }
        }
        return exchange
    }

    @Test func `prepares a statement once and then only runs it`() {
        var cache = StatementCache(limit: 2)

        let first = cache.steps(for: "select 1", scope: "north")
        let second = cache.steps(for: "select 1", scope: "north")

        #expect(names(first) == ["parse afterbell_1", "execute afterbell_1"])
        #expect(names(second) == ["execute afterbell_1"])
    }

    @Test func `prepares the same text apart for each scope`() {
        var cache = StatementCache(limit: 2)

        let north = cache.steps(for: "select 1", scope: "north")
        let south = cache.steps(for: "select 1", scope: "south")

        #expect(names(north) == ["parse afterbell_1", "execute afterbell_1"])
        #expect(names(south) == ["parse afterbell_2", "execute afterbell_2"])
    }

    @Test func `drops the least recently used statement when it is full`() {
        var cache = StatementCache(limit: 2)
        _ = cache.steps(for: "select 1", scope: "")
        _ = cache.steps(for: "select 2", scope: "")
        _ = cache.steps(for: "select 1", scope: "")

        let third = cache.steps(for: "select 3", scope: "")

        #expect(names(third) == ["DEALLOCATE afterbell_2", "parse afterbell_4", "execute afterbell_4"])
        #expect(cache.count == 2)
    }

    @Test func `prepares nothing when it is switched off`() {
        var cache = StatementCache(limit: 0)

        #expect(names(cache.steps(for: "select 1", scope: "")) == ["query"])
        #expect(names(cache.steps(for: "select 1", scope: "")) == ["query"])
    }

    @Test(arguments: ["26000", "0A000"])
    func `forgets a statement that went stale, which is worth another try`(sqlState: String) throws {
        var cache = StatementCache(limit: 2)
        _ = cache.steps(for: "select 1", scope: "")
        let exchange = try refusal(of: cache.steps(for: "select 1", scope: ""), at: 0, sqlState)

        cache.settle(exchange)

        #expect(exchange.failure?.error.isWorthRetrying == true)
        #expect(cache.count == 0)
    }

    @Test func `drops a changed statement at the server before preparing it anew, an unknown one not`() throws {
        var changed = StatementCache(limit: 2)
        _ = changed.steps(for: "select 1", scope: "")
        changed.settle(try refusal(of: changed.steps(for: "select 1", scope: ""), at: 0, "0A000"))
        var unknown = StatementCache(limit: 2)
        _ = unknown.steps(for: "select 1", scope: "")
        unknown.settle(try refusal(of: unknown.steps(for: "select 1", scope: ""), at: 0, "26000"))

        #expect(names(changed.steps(for: "select 1", scope: "")).first == "DEALLOCATE afterbell_1")
        #expect(names(unknown.steps(for: "select 1", scope: "")).first == "parse afterbell_3")
    }

    @Test func `forgets a statement that wasn't prepared because one before it failed`() throws {
        var cache = StatementCache(limit: 2)
        let steps = [Step.statement("BEGIN")] + cache.steps(for: "select 1", scope: "")

        cache.settle(try refusal(of: steps, at: 0, "57014"))

        #expect(cache.count == 0)
    }

    @Test(arguments: [(0, "57014"), (1, "57014")])
    func `drops a statement later when it couldn't be dropped at once`(failed: Int, sqlState: String) throws {
        var cache = StatementCache(limit: 1)
        _ = cache.steps(for: "select 1", scope: "")
        // The step before fails and DEALLOCATE is skipped, or DEALLOCATE itself fails.
        let steps = [Step.statement("BEGIN")] + cache.steps(for: "select 2", scope: "")
        cache.settle(try refusal(of: steps, at: failed, sqlState))

        let next = names(cache.steps(for: "select 3", scope: ""))
        #expect(next == ["DEALLOCATE afterbell_1", "parse afterbell_3", "execute afterbell_3"])
    }

    @Test func `drops a statement no more that is unknown at the server`() throws {
        var cache = StatementCache(limit: 1)
        _ = cache.steps(for: "select 1", scope: "")
        cache.settle(try refusal(of: cache.steps(for: "select 2", scope: ""), at: 0, "26000"))

        #expect(names(cache.steps(for: "select 3", scope: "")) == ["parse afterbell_3", "execute afterbell_3"])
    }

    @Test func `drops no statement that was never prepared`() throws {
        var cache = StatementCache(limit: 8)
        _ = cache.steps(for: "select 1", scope: "")
        let changed = cache.steps(for: "select 1", scope: "") + cache.steps(for: "select 2", scope: "")

        cache.settle(try refusal(of: changed, at: 0, "0A000"))

        let drops = names(cache.steps(for: "select 3", scope: "")).filter { $0.hasPrefix("DEALLOCATE") }
        #expect(drops == ["DEALLOCATE afterbell_1"])
    }

    @Test func `keeps a statement that was prepared though running it failed`() throws {
        var cache = StatementCache(limit: 2)
        let exchange = try refusal(of: cache.steps(for: "select 1", scope: ""), at: 1, "22012")

        cache.settle(exchange)

        #expect(exchange.failure?.error.isWorthRetrying == false)
        #expect(cache.count == 1)
    }

    @Test func `a statement prepared just now isn't stale when the server can't run it`() throws {
        var cache = StatementCache(limit: 2)

        let exchange = try refusal(of: cache.steps(for: "select 1", scope: ""), at: 1, "0A000")

        #expect(exchange.failure?.error.isWorthRetrying == false)
    }
}
