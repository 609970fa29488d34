public import Evidence
public import Postgres

/// The evidence log of a district, in its database: the places of events, the tree over them, and what was signed of it.
///
/// Nothing here signs. Source of the mathematics: RFC 9162, through `Evidence`.
public struct EventLog: Sendable {
    let database: Database
    let identity: Identity

    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_sealer`.
    ///   - district: whose log.
    public init(_ database: Database, district: District) {
        self.database = database
        identity = district.identity(service: "afterbell_sealer")
    }

    /// How many events have a place.
    public func size() async throws -> UInt64 {
        let row = try await database.read(as: identity, [LogQueries.size])[0][0]
        return UInt64(try row.decode("size", as: Int64.self))
    }

    /// The size and the root over so many first events.
    ///
    /// - Throws: ``LogDamage`` when the log does not hold what it must.
    public func head(at size: UInt64) async throws -> TreeHead {
        let plan = TreePlan.root(at: size)
        return TreeHead(size: size, root: try plan.hashes(try await nodes(plan.places).hash(at:))[0])
    }

    /// The proof that the log of a size begins with that of an earlier one.
    ///
    /// - Throws: ``OutsideOfTree`` when the earlier size is 0 or above the later one; ``LogDamage``.
    public func consistency(from earlier: UInt64, to later: UInt64) async throws -> ConsistencyProof {
        try await consistency(from: [earlier], to: later)[0]
    }

    /// The proofs that the log of a size begins with those of earlier ones.
    ///
    /// - Throws: as for one.
    public func consistency(from earlier: [UInt64], to later: UInt64) async throws -> [ConsistencyProof] {
        let plans = try earlier.map { try TreePlan.consistency(from: $0, to: later) }
        let nodes = try await nodes(Array(Set(plans.flatMap(\.places))))
        return try plans.map { ConsistencyProof(hashes: try $0.hashes(nodes.hash(at:))) }
    }

    /// The proofs that events stand at these places, in the log of a size.
    ///
    /// - Throws: ``OutsideOfTree`` when a place is not below the size; ``LogDamage``.
    public func inclusion(of indexes: [UInt64], in size: UInt64) async throws -> [InclusionProof] {
        let plans = try indexes.map { try TreePlan.inclusion(of: $0, in: size) }
        let nodes = try await nodes(Array(Set(plans.flatMap(\.places))))
        return try zip(indexes, plans).map { index, plan in
            InclusionProof(index: index, hashes: try plan.hashes(nodes.hash(at:)))
        }
    }

    private func nodes(_ places: [NodePlace]) async throws -> LogNodes {
        guard !places.isEmpty else { return LogNodes(hashes: [:]) }
        return try LogNodes(try await database.read(as: identity, [LogQueries.nodes(places)])[0])
    }

    /// The newest checkpoint that was signed; nil before the first.
    public func newestCheckpoint() async throws -> StoredCheckpoint? {
        try await newestCheckpoints(atMost: 1).first
    }

    /// The newest checkpoints, newest first.
    public func newestCheckpoints(atMost count: Int) async throws -> [StoredCheckpoint] {
        try await checkpoints("order by size desc limit \(count)")
    }

    /// The checkpoint of a size; nil when there is none.
    public func checkpoint(of size: UInt64) async throws -> StoredCheckpoint? {
        try await checkpoints("where size = \(Int64(size))").first
    }

    /// The largest size that a witness has cosigned; 0 for none.
    public func lastCosigned(by key: VerifierKey) async throws -> UInt64 {
        let row = try await database.read(
            as: identity,
            ["select coalesce(max(size), 0) as size from log_cosignature where key = \(key.description)"])[0][0]
        return UInt64(try row.decode("size", as: Int64.self))
    }

    /// Checkpoints below a size, oldest first: the newest 500, of those before them the last of each day, all that somebody
    /// took away, and those that are asked for.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when one that is asked for is not there.
    public func checkpoints(below size: UInt64, with asked: [UInt64] = []) async throws -> [StoredCheckpoint] {
        let asked = asked.filter { $0 > 0 && $0 < size }
        let found = try await keptCheckpoints(below: size, asked.map { Int64($0) })
        for one in asked where !found.contains(where: { $0.size == one }) {
            throw WorkloadError(
                .notFound,
                "This log never signed a state of \(one) events. What was kept is of another log, or this database was changed: afterbell verify --district compares it with what was signed last."
            )
        }
        return found
    }

    private func keptCheckpoints(below size: UInt64, _ asked: [Int64]) async throws -> [StoredCheckpoint] {
        try await checkpoints(
            """
            where size in (
                (select size from log_checkpoint where size < \(Int64(size)) order by size desc limit 500)
                union
                select max(size) from log_checkpoint where size < \(Int64(size)) group by (signed_at at time zone 'UTC')::date
                union
                select size from log_handed_out where size < \(Int64(size))
                union
                select unnest(\(asked)::bigint[]))
              and size < \(Int64(size))
            order by size
            """)
    }

    func checkpoints(_ which: Query) async throws -> [StoredCheckpoint] {
        try await database.read(as: identity, ["\(LogQueries.checkpoints) \(which)"])[0].map(StoredCheckpoint.init)
    }

    /// Keeps a checkpoint that was signed; one that is kept already stays.
    public func keep(_ note: SignedNote) async throws {
        let checkpoint = try Checkpoint(note.text)
        try await database.write(
            as: identity,
            [
                """
                insert into log_checkpoint (size, note)
                values (\(Int64(checkpoint.head.size)), \(String(decoding: note.bytes, as: UTF8.self)))
                on conflict (size) do nothing
                """
            ])
    }

    /// Keeps that a check was made, and what it found.
    public func keep(_ report: DistrictCheck.Report, took: Duration) async throws {
        try await database.write(
            as: identity,
            [
                """
                insert into log_check (events, checked_rows, signed_size, faults, took_seconds)
                values (\(report.events), \(report.rows), \(Int64(report.signedSize)), \(report.faults.count),
                        \(Int(took.components.seconds)))
                """
            ])
    }

    /// Keeps what a witness said of a checkpoint.
    ///
    /// - Parameter line: the signature's line, without its line feed.
    public func keep(cosignature line: String, of key: VerifierKey, at seconds: Int64, size: UInt64) async throws {
        try await database.write(
            as: identity,
            [
                """
                insert into log_cosignature (size, key, line, cosigned_at)
                values (\(Int64(size)), \(key.description), \(line), to_timestamp(\(seconds)::bigint))
                on conflict (size, key) do nothing
                """
            ])
    }
}

/// The database does not hold what the log must hold: rows were taken out.
public struct LogDamage: Error, Hashable, CustomStringConvertible {
    /// What is missing, and what to do.
    public let description: String

    init(checkpoint size: UInt64) {
        description =
            "The checkpoint of \(size) events in the database is malformed: it was changed. Take the one that was signed from "
            + "last-checkpoint.txt beside the keys, or from somebody who kept it."
    }

    init(missing place: NodePlace) {
        description =
            "The log lacks the hash of level \(place.level), number \(place.index): rows of it were taken out of the "
            + "database. Restore it from a backup, and compare it with the last checkpoint that a witness signed."
    }
}

/// Hashes of the tree, by place.
struct LogNodes {
    let hashes: [NodePlace: TreeHash]

    init(hashes: [NodePlace: TreeHash]) {
        self.hashes = hashes
    }

    init(_ rows: QueryResult) throws {
        var hashes: [NodePlace: TreeHash] = [:]
        for row in rows {
            let place = NodePlace(
                level: try row.decode("level"), index: UInt64(try row.decode("node_index", as: Int64.self)))
            hashes[place] = try row.decode("hash", as: [UInt8]?.self).flatMap(TreeHash.init(bytes:))
        }
        self.hashes = hashes
    }

    func hash(at place: NodePlace) throws(LogDamage) -> TreeHash {
        guard let hash = hashes[place] else { throw LogDamage(missing: place) }
        return hash
    }
}
