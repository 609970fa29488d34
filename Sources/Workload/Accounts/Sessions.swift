public import Foundation
public import Postgres
public import WorkUnits

/// Where a person is signed in.
public struct Sessions: Sendable {
    /// A signed-in browser.
    public struct Session: Sendable {
        /// Public id of the session.
        public let id: UUID
        /// When it began.
        public let startedAt: Instant
        /// When it was last used, to the minute.
        public let seenAt: Instant
        /// The address it began from.
        public let network: String
        /// What the browser said it was.
        public let device: String
    }

    private let database: Database

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// The caller's live sessions, last used first.
    public func mine(as caller: Caller) async throws -> [Session] {
        let rows = try await database.read(as: caller.identity, ["select * from my_sessions()"])
        return try rows[0].map { row in
            Session(
                id: try row.decode("session_id"), startedAt: try row.decode("started_at"),
                seenAt: try row.decode("seen_at"), network: try row.decode("network"),
                device: try row.decode("device"))
        }
    }

    /// Whether a session, live or over, is one of the caller's.
    ///
    /// - Parameter digest: what the database knows the session by; 32 bytes.
    public func wasOwn(_ digest: [UInt8], as caller: Caller) async throws -> Bool {
        let rows = try await database.read(as: caller.identity, ["select is_own_session(\(digest)) as own"])
        return try rows[0][0].decode("own")
    }

    /// Ends one session of the caller.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when it is none of theirs or has ended.
    public func end(_ id: UUID, as caller: Caller) async throws {
        let rows = try await database.write(
            as: caller.identity, ["select end_sessions(\(id), \(UUID?.none)) as ended"])
        guard try rows[0][0].decode("ended", as: Int.self) == 1 else {
            throw WorkloadError(.notFound, "That session has ended already.", rule: .sessionIsOver)
        }
    }

    /// Ends all sessions of the caller but the one that asks.
    public func endOthers(as caller: Caller) async throws {
        _ = try await database.write(
            as: caller.identity, ["select end_sessions(\(UUID?.none), \(caller.sessionID))"])
    }

    /// Sets the language of the caller's pages: `en` or `es`.
    public func choose(language: String, as caller: Caller) async throws {
        guard ["en", "es"].contains(language) else {
            throw WorkloadError(.invalid, "Choose English or Spanish.", rule: .languageIsKnown)
        }
        _ = try await database.write(as: caller.identity, ["select choose_language(\(language))"])
    }
}
