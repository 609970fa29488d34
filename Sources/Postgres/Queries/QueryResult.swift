/// The rows that a statement returned, and its command tag.
public struct QueryResult: Sendable, RandomAccessCollection {
    let rows: ResultHandle
    /// What the statement did, as the server says it: `SELECT 3`, `INSERT 0 1`, `COMMIT`.
    public let commandTag: String

    init(_ rows: ResultHandle, commandTag: String) {
        self.rows = rows
        self.commandTag = commandTag
    }

    /// The number of rows that the statement inserted, changed, deleted, selected or copied; 0 when the tag has none.
    public var affectedRows: Int {
        commandTag.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }

    /// The names of the columns, in order.
    public var columns: [String] {
        (0..<rows.columnCount).map { rows.name(ofColumn: $0) }
    }

    /// Always 0.
    public var startIndex: Int {
        0
    }

    /// The number of rows returned.
    public var endIndex: Int {
        rows.rowCount
    }

    /// One row.
    public subscript(position: Int) -> Row {
        precondition(indices.contains(position), "row \(position) of \(count)")
        return Row(rows: rows, index: Int32(position))
    }
}
