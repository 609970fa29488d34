/// An error that the server reported, field by field.
///
/// Source: PostgreSQL 15, 55.8 "Error and Notice Message Fields".
public struct ServerError: Error, Sendable, Hashable {
    /// The five-character code, for example `23505`.
    public let sqlState: String
    /// `ERROR`, `FATAL` or `PANIC`; never translated.
    public let severity: String
    /// The primary message. May quote data: not for pages.
    public let message: String
    /// A second message with more detail, or nil.
    public let detail: String?
    /// What to do about it, or nil.
    public let hint: String?
    /// The constraint that was violated, or nil.
    public let constraint: String?
    /// The table that the error concerns, or nil.
    public let table: String?
    /// The schema that the error concerns, or nil.
    public let schema: String?
    /// The column that the error concerns, or nil.
    public let column: String?
    /// True when a cached prepared statement had gone or changed under us, so that running it again may work.
    var isStaleStatement = false

    /// Makes an error from its fields, as tests do; those of a server are read from its answer.
    public init(
        sqlState: String,
        severity: String = "ERROR",
        message: String,
        detail: String? = nil,
        hint: String? = nil,
        constraint: String? = nil,
        table: String? = nil,
        schema: String? = nil,
        column: String? = nil
    ) {
        self.sqlState = sqlState
        self.severity = severity
        self.message = message
        self.detail = detail
        self.hint = hint
        self.constraint = constraint
        self.table = table
        self.schema = schema
        self.column = column
    }

    /// True for errors that end when the whole transaction is run again: `40001` (serialization), `40P01` (deadlock)
    /// and a stale prepared statement.
    public var isWorthRetrying: Bool {
        sqlState == "40001" || sqlState == "40P01" || isStaleStatement
    }

    /// True when the server ended the connection with this error.
    var endsConnection: Bool {
        severity == "FATAL" || severity == "PANIC"
    }
}
