/// One thing to send to the server. Each step is answered by exactly one ``Answer``.
enum Step: Sendable, Hashable {
    /// A statement without parameters whose rows nobody wants: BEGIN, SET LOCAL, COMMIT.
    case statement(String)
    /// Drops a prepared statement.
    case deallocate(name: String)
    /// Prepares a statement under a name.
    case parse(name: String, sql: String)
    /// Runs a prepared statement.
    case execute(name: String, Parameters)
    /// Runs a statement without preparing it.
    case query(String, Parameters)
    /// Ends a group of steps: after an error the server skips all up to here.
    case sync
}
