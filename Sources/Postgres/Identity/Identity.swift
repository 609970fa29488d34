/// One setting of a transaction, such as `afterbell.account_id`.
public struct Setting: Sendable, Hashable {
    /// The name with its prefix.
    public let name: String
    /// The value; empty means none.
    public let value: String

    /// Names a value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Who a transaction acts as: role, schema, and the settings that the row policies read.
///
/// Each is set with `SET LOCAL` in the same flush as the transaction's statements and ends with the transaction. The
/// statements are written once, here, from quoted literals.
public struct Identity: Sendable, Hashable {
    /// The role whose rights the statements have.
    public let role: String
    /// The schemas that unqualified names are looked up in, separated by commas.
    public let searchPath: String
    /// The settings that row policies read.
    public let settings: [Setting]
    /// How long a statement waits for a lock; nil leaves the server's own limit.
    public let lockTimeoutMilliseconds: Int?
    /// How long a statement runs; nil leaves the server's own limit.
    public let statementTimeoutMilliseconds: Int?

    /// The `SET LOCAL` statements.
    let statements: [String]
    /// What a prepared statement's plan depends on beside its SQL.
    let scope: String
    /// Why the identity can't be used, or nil.
    let flaw: String?

    /// An identity. One whose texts hold a NUL byte, or whose role is empty, is refused when it is used
    /// (``PostgresError/encoding(_:)``).
    public init(
        role: String,
        searchPath: String,
        settings: [Setting] = [],
        lockTimeoutMilliseconds: Int? = nil,
        statementTimeoutMilliseconds: Int? = nil
    ) {
        self.role = role
        self.searchPath = searchPath
        self.settings = settings
        self.lockTimeoutMilliseconds = lockTimeoutMilliseconds
        self.statementTimeoutMilliseconds = statementTimeoutMilliseconds
        scope = "\(role)\n\(searchPath)"
        flaw = Identity.flaw(role: role, texts: [role, searchPath] + settings.flatMap { [$0.name, $0.value] })
        statements =
            ["SET LOCAL ROLE \(SQLText.identifier(role))", Identity.setSearchPath(searchPath)]
            + settings.map { "SET LOCAL \(SQLText.identifier($0.name)) = \(SQLText.literal($0.value))" }
            + [
                lockTimeoutMilliseconds.map { "SET LOCAL lock_timeout = \($0)" },
                statementTimeoutMilliseconds.map { "SET LOCAL statement_timeout = \($0)" },
            ].compactMap(\.self)
    }

    /// Throws when the identity can't be used.
    func check() throws(PostgresError) {
        if let flaw { throw .encoding(flaw) }
    }

    private static func flaw(role: String, texts: [String]) -> String? {
        if role.isEmpty { return "the identity has no role" }
        return texts.contains { $0.utf8.contains(0) } ? "the identity holds a NUL byte" : nil
    }

    private static func setSearchPath(_ path: String) -> String {
        let schemas = path.split(separator: ",").map { name in
            SQLText.literal(name.split(separator: " ").joined(separator: " "))
        }
        return "SET LOCAL search_path = \(schemas.isEmpty ? "''" : schemas.joined(separator: ", "))"
    }
}
