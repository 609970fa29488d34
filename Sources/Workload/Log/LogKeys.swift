public import Evidence
import Foundation
public import Postgres

/// The keys of a district's log: which sign checkpoints and receipts, and since which event.
public struct LogKeys: Sendable {
    /// What a key signs.
    public enum Purpose: String, Sendable, CaseIterable {
        case log
        case receipt
    }

    /// A key, and the place of the event that names it; nil until that is sealed.
    public struct Known: Sendable {
        /// The key.
        public let key: VerifierKey
        /// What it signs.
        public let purpose: Purpose
        /// The place of its event.
        public let index: UInt64?
    }

    private let database: Database
    private let identity: Identity

    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_sealer`.
    ///   - district: whose log.
    public init(_ database: Database, district: District) {
        self.database = database
        identity = district.identity(service: "afterbell_sealer")
    }

    /// The newest key of receipts, as a server finds it before anybody is known; nil where there is none.
    ///
    /// - Parameter database: signed in as the server.
    public static func receiptKey(_ database: Database, of district: District) async throws -> VerifierKey? {
        let rows = try await database.read(as: district.identity(), ["select * from receipt_keys() as key limit 1"])[0]
        return try rows.first.map { try VerifierKey(parsing: try $0.decode("key", as: String.self)) }
    }

    /// Adds a key, as an event; it is in force once that is sealed. One that is there already stays.
    public func add(_ key: VerifierKey, for purpose: Purpose) async throws {
        let event = UUID()
        try await database.write(
            as: identity,
            [
                """
                insert into log_key (key, purpose, event_id) values (\(key.description), \(purpose.rawValue), \(event))
                on conflict (key) do nothing
                """,
                Facts.keep(.logKey, event: event),
            ])
    }

    /// All keys, in the order in which they came into force; those that are not sealed yet last.
    public func all() async throws -> [Known] {
        let rows = try await database.read(
            as: identity,
            [
                """
                select key, purpose, leaf_index from log_key left join log_leaf using (event_id)
                order by leaf_index nulls last, added_at, key
                """
            ])[0]
        return try rows.map { row in
            Known(
                key: try VerifierKey(parsing: try row.decode("key", as: String.self)),
                purpose: Purpose(rawValue: try row.decode("purpose", as: String.self)) ?? .log,
                index: try row.decode("leaf_index", as: Int64?.self).map(UInt64.init))
        }
    }

    /// Notes that an operator states the database to be restored from a copy.
    ///
    /// - Throws: ``WorkloadError`` of kind invalid when the reason is too short or too long.
    public func noteRestore(reason: String, by name: String, foundSize: UInt64) async throws {
        let event = UUID()
        do {
            try await database.write(
                as: identity,
                [
                    """
                    insert into log_restore (reason, restored_by, found_size, event_id)
                    values (\(reason), \(name), \(Int64(foundSize)), \(event))
                    """,
                    Facts.keep(.logRestore, event: event),
                ])
        } catch {
            throw WorkloadError(error)
        }
    }
}

extension [LogKeys.Known] {
    /// The key of a purpose that is in force for a log of this size.
    public func inForce(_ purpose: LogKeys.Purpose, at size: UInt64) -> VerifierKey? {
        last { $0.purpose == purpose && $0.index.map { $0 < size } ?? false }?.key
    }

    /// The newest key of a purpose, sealed or not.
    public func newest(_ purpose: LogKeys.Purpose) -> VerifierKey? {
        last { $0.purpose == purpose }?.key
    }
}
