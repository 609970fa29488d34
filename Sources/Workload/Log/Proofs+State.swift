import Postgres
public import WorkUnits

extension Proofs {
    /// How the log stands.
    public struct LogState: Sendable {
        /// The newest checkpoints, newest first.
        public let checkpoints: [Signed]
        /// Those who cosigned lately, whoever did so last first.
        public let checkers: [Checker]
        /// The keys of the log in force, newest first: for comparing them.
        public let keys: [String]
        /// That the database was put back, newest first.
        public let restores: [Restore]
        /// The last time that the whole district was held against its log; nil before the first.
        public let check: WholeCheck?
    }

    /// How far the log is, for somebody's own events.
    public struct Progress: Sendable {
        /// How many events are signed for.
        public let signedSize: UInt64
        /// Those who cosigned lately, whoever did so last first.
        public let checkers: [Checker]
    }

    /// That the operator stated the database to be put back from a copy, and why.
    public struct Restore: Sendable, Hashable {
        /// When.
        public let at: Instant
        /// Why, as stated.
        public let reason: String
        /// How many events the log held when it went on.
        public let foundSize: UInt64
    }

    /// A checkpoint, and who else signed it.
    public struct Signed: Sendable {
        /// How many events it is over.
        public let size: UInt64
        /// When the log signed it.
        public let signedAt: Instant
        /// The names of the keys that cosigned, and when.
        public let cosigners: [(name: String, at: Instant)]
    }

    /// That every row was held against its event, and every event against the log.
    public struct WholeCheck: Sendable, Hashable {
        /// When.
        public let at: Instant
        /// How many things were not as they were recorded.
        public let faults: Int
    }

    /// Somebody who cosigns: each time that the log continues the one they saw before.
    public struct Checker: Sendable, Hashable {
        /// The name of their key.
        public let name: String
        /// When they cosigned first: from there on they would have seen a change.
        public let since: Instant
        /// When they cosigned last.
        public let last: Instant
        /// How many events they saw then.
        public let size: UInt64
    }

    /// How the log stands, with so many of its newest checkpoints.
    public func state(checkpoints count: Int = 20, as caller: Caller) async throws -> LogState {
        let results = try await database.read(
            as: caller.identity,
            [
                "\(LogQueries.checkpoints) order by size desc limit \(count)",
                """
                select size, key, cosigned_at from log_cosignature
                where size in (select size from log_checkpoint order by size desc limit \(count))
                order by cosigned_at
                """,
                """
                select key from log_key join log_leaf using (event_id) where purpose = 'log' order by leaf_index desc
                """,
                LogQueries.checkers,
                "select checked_at, faults from log_check order by checked_at desc limit 1",
                "select restored_at, reason, found_size from log_restore order by restored_at desc limit 20",
            ])
        var cosigners: [UInt64: [(name: String, at: Instant)]] = [:]
        for row in results[1] {
            let name = try row.keyName()
            cosigners[UInt64(try row.decode("size", as: Int64.self)), default: []]
                .append((name, try row.decode("cosigned_at")))
        }
        return LogState(
            checkpoints: try results[0].map(StoredCheckpoint.init).map {
                Signed(size: $0.size, signedAt: $0.signedAt, cosigners: cosigners[$0.size] ?? [])
            },
            checkers: try results[3].map(Checker.init),
            keys: try results[2].map { try $0.decode("key") },
            restores: try results[5].map { row in
                Restore(
                    at: try row.decode("restored_at"), reason: try row.decode("reason"),
                    foundSize: UInt64(try row.decode("found_size", as: Int64.self)))
            },
            check: try results[4].first.map { row in
                WholeCheck(at: try row.decode("checked_at"), faults: try row.decode("faults"))
            })
    }

    /// How far the log is.
    public func progress(as caller: Caller) async throws -> Progress {
        let results = try await database.read(
            as: caller.identity,
            ["select coalesce(max(size), 0) as size from log_checkpoint", LogQueries.checkers])
        return Progress(
            signedSize: UInt64(try results[0][0].decode("size", as: Int64.self)),
            checkers: try results[1].map(Checker.init))
    }
}

extension [Proofs.Checker] {
    /// Those who have seen the most events.
    public var farthest: [Proofs.Checker] {
        let most = map(\.size).max()
        return filter { $0.size == most }
    }
}

extension Proofs.Checker {
    fileprivate init(_ row: Row) throws {
        self.init(
            name: try row.keyName(), since: try row.decode("since"), last: try row.decode("last"),
            size: UInt64(try row.decode("size", as: Int64.self)))
    }
}

extension Row {
    /// The name before the id and the bytes of a verifier key.
    fileprivate func keyName() throws -> String {
        String(try decode("key", as: String.self).prefix { $0 != "+" })
    }
}
