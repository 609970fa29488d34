/// All that can go wrong between us and the database.
///
/// `description` says nothing about data, statements or hosts and may be logged anywhere; `debugDescription` says all
/// that is known.
public enum PostgresError: Error, Sendable, Hashable {
    /// The server refused a statement. If it stood in a transaction, that is rolled back.
    case server(ServerError)
    /// The connection couldn't be opened, or was lost. Nothing was committed by this call.
    case connection(String)
    /// A connection was used out of turn: during a COPY, in a transaction of another, after its transaction's end.
    case misuse(String)
    /// No connection was lent.
    case pool(PoolFailure)
    /// A column is missing, NULL where a value is needed, or not of the type asked for.
    case decoding(column: String, reason: String)
    /// A statement can't be sent as it stands, for example because a text holds a NUL byte.
    case encoding(String)
    /// COMMIT was answered `ROLLBACK` though no statement had failed, as after a COPY that wasn't read to its end.
    case rolledBack
    /// The connection was lost after COMMIT, a script or a lone statement was sent: it may stand or not. Retry only
    /// idempotent work. With libpq's or the server's reason.
    case outcomeUnknown(String)
    /// The task was cancelled, and nothing of the statement or transaction is kept: it wasn't sent, or the server gave
    /// it up when asked to, or the connection was closed on a server that didn't answer.
    case cancelled
    /// The deadline passed. What holds for ``cancelled`` holds here too.
    case deadlineExceeded

    /// The server's error, when this is one.
    public var serverError: ServerError? {
        if case .server(let error) = self { error } else { nil }
    }

    /// True when the connection that threw this can't be trusted any more.
    var endsConnection: Bool {
        switch self {
        case .connection, .outcomeUnknown: true
        case .server(let error): error.endsConnection
        default: false
        }
    }
}

/// Why a pool lent no connection.
public enum PoolFailure: Sendable, Hashable {
    /// The pool was closed.
    case closed
    /// No connection became free within the wait timeout.
    case timedOut
    /// As many callers were waiting as the pool allows.
    case queueFull
}
