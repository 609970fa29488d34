/// What came back for a ``Step``.
enum Answer: Sendable {
    /// It worked. A step that returns no rows has a result without any.
    case completed(QueryResult)
    /// The server refused it.
    case failed(ServerError)
    /// The server skipped it, because one before it failed.
    case skipped
    /// The server reached a sync.
    case synced
    /// The connection was lost before an answer came; nothing more will come.
    case lost(String)
}
