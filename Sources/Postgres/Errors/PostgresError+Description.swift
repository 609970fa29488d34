extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One bland sentence without data, statements or hosts.
    public var description: String {
        switch self {
        case .server(let error): "The database refused a statement (\(error.sqlState))."
        case .connection: "The database can't be reached."
        case .misuse: "A database connection was used out of turn."
        case .pool(.closed): "The database connections are closed."
        case .pool(.timedOut): "No database connection became free in time."
        case .pool(.queueFull): "Too many callers are waiting for a database connection."
        case .decoding: "A value from the database isn't of the expected type."
        case .encoding: "A value can't be sent to the database."
        case .rolledBack: "The transaction was rolled back."
        case .outcomeUnknown: "The connection was lost before the database answered; the outcome is unknown."
        case .cancelled: "The statement was cancelled."
        case .deadlineExceeded: "The statement took longer than its deadline."
        }
    }

    /// Everything known, for a developer's eyes; may quote data.
    public var debugDescription: String {
        switch self {
        case .server(let error): error.debugDescription
        case .connection(let reason): "\(description) \(reason)"
        case .misuse(let reason): "\(description) \(reason)"
        case .outcomeUnknown(let reason): "\(description) \(reason)"
        case .decoding(let column, let reason): "\(description) Column \"\(column)\": \(reason)."
        case .encoding(let reason): "\(description) \(reason)."
        default: description
        }
    }
}

extension ServerError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Severity and SQLSTATE only.
    public var description: String {
        "\(severity) \(sqlState)"
    }

    /// Severity, SQLSTATE, message and each field that the server set.
    public var debugDescription: String {
        let fields = [
            ("detail", detail), ("hint", hint), ("schema", schema), ("table", table), ("column", column),
            ("constraint", constraint),
        ]
        let set = fields.compactMap { name, value in value.map { "\(name): \($0)" } }
        return (["\(severity) \(sqlState): \(message)"] + set).joined(separator: "; ")
    }
}
