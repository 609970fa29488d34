/// The prepared statements of one connection: bounded, the least recently used go first.
///
/// A statement is known by its SQL and by the scope (role and search path) that its plan was made for: one SQL text under
/// two search paths is two statements, else each change of district would plan anew.
struct StatementCache: Sendable {
    private struct Key: Hashable {
        let scope: String
        let sql: String
    }

    private struct Entry {
        let name: String
        var lastUse: UInt64
    }

    /// How many statements are kept; 0 prepares none, as a proxy that pools transactions needs it.
    let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses: UInt64 = 0
    /// Statements forgotten here that still exist at the server.
    private var orphans: Set<String> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// The number of statements that are prepared now.
    var count: Int {
        entries.count
    }

    /// The steps that run a query: prepare it if it isn't, after dropping another when the cache is full; run it.
    mutating func steps(for query: Query, scope: String) -> [Step] {
        guard limit > 0 else { return [.query(query.sql, query.parameters)] }
        uses += 1
        let key = Key(scope: scope, sql: query.sql)
        if let index = entries.index(forKey: key) {
            entries.values[index].lastUse = uses
            return [.execute(name: entries.values[index].name, query.parameters)]
        }
        var steps = makeRoom()
        // Names are never used twice, so one left over at the server can't be mistaken for another statement.
        let name = "afterbell_\(uses)"
        entries[key] = Entry(name: name, lastUse: uses)
        steps.append(.parse(name: name, sql: query.sql))
        steps.append(.execute(name: name, query.parameters))
        return steps
    }

    /// Learns from an answered exchange: statements that weren't prepared after all, or have gone stale, are forgotten.
    mutating func settle(_ exchange: Exchange) {
        guard let failure = exchange.failure else { return }
        var unprepared: Set<String> = []
        var stale: Set<String> = []
        for (index, step) in exchange.steps.enumerated() {
            switch step {
            // Still at the server, to be dropped another time; unless statements were dropped there by somebody else.
            case .deallocate(let name) where index >= failure.index && failure.error.sqlState != "26000":
                orphans.insert(name)
            case .parse(let name, _) where index >= failure.index: unprepared.insert(name)
            case .execute(let name, _) where failure.error.isStaleStatement: stale.insert(name)
            default: break
            }
        }
        // One that changed still exists at the server; one that is unknown there doesn't.
        if failure.error.sqlState == "0A000" { orphans.formUnion(stale.subtracting(unprepared)) }
        let gone = stale.union(unprepared)
        guard !gone.isEmpty else { return }
        entries = entries.filter { !gone.contains($0.value.name) }
    }

    /// Forgets all, as after `DISCARD ALL`.
    mutating func forgetAll() {
        entries.removeAll(keepingCapacity: true)
        orphans.removeAll()
    }

    private mutating func makeRoom() -> [Step] {
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            orphans.insert(oldest.value.name)
        }
        let names = orphans.sorted()
        orphans.removeAll()
        return names.map { .deallocate(name: $0) }
    }
}
