import Glibc

/// How to reach a database: a libpq connection string, `host=… dbname=…` or `postgresql://…`.
///
/// What the string leaves out comes from libpq's environment variables and files (`PGHOST`, `PGSSLMODE`, `~/.pgpass`,
/// `pg_service.conf`), so TLS, several hosts and `target_session_attrs` work as libpq documents them.
///
/// Source: PostgreSQL 15, 34.1.2 "Parameter Key Words" and 34.15 "Environment Variables".
public struct ConnectionOptions: Sendable {
    private let conninfo: String
    private var overrides: [Keyword] = []
    /// How many prepared statements a connection keeps; 0 prepares none, for proxies that pool transactions.
    public var statementCacheSize: Int

    struct Keyword: Sendable {
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - conninfo: a libpq connection string; empty takes all from the environment. A mistake in it shows when a
    ///     connection is opened.
    ///   - statementCacheSize: prepared statements per connection, 256 unless given.
    public init(_ conninfo: String = "", statementCacheSize: Int = 256) {
        self.conninfo = conninfo
        self.statementCacheSize = statementCacheSize
    }

    /// The same server, but another database.
    public func with(database: String) -> ConnectionOptions {
        with("dbname", database)
    }

    /// The same, but signed in as another role.
    public func with(user: String) -> ConnectionOptions {
        with("user", user)
    }

    func with(_ name: String, _ value: String) -> ConnectionOptions {
        var options = self
        options.overrides.append(Keyword(name: name, value: value))
        return options
    }

    /// What libpq gets: later words win over earlier ones, and the connection string stands in the place of `dbname`.
    var keywords: [Keyword] {
        let limit = getenv("PGCONNECT_TIMEOUT") == nil ? [Keyword(name: "connect_timeout", value: "10")] : []
        let given = [
            Keyword(name: "fallback_application_name", value: "afterbell"), Keyword(name: "dbname", value: conninfo),
        ]
        return limit + given + overrides + [Keyword(name: "client_encoding", value: "UTF8")]
    }
}

extension ConnectionOptions: CustomStringConvertible {
    /// Says nothing: the string may hold a password.
    public var description: String {
        "a libpq connection string"
    }
}
