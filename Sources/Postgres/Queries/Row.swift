/// One row of a result. Values are decoded when asked for, by column name.
public struct Row: Sendable {
    let rows: ResultHandle
    let index: Int32

    /// The value of a column.
    ///
    /// ```swift
    /// let name = try row.decode("name", as: String.self)
    /// let endedAt: Timestamp? = try row.decode("ended_at")
    /// ```
    /// - Throws: ``PostgresError/decoding(column:reason:)`` when there is no such column, when it is NULL and `type`
    ///   isn't optional, or when its text isn't a `type`.
    public func decode<Value: PostgresDecodable>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        guard let position = rows.column(named: column) else {
            throw .decoding(column: column, reason: "the result has no such column")
        }
        guard let value = rows.value(atRow: index, column: position, as: type) else {
            let isNull = rows.isNull(row: index, column: position)
            throw .decoding(column: column, reason: isNull ? "is NULL, not \(type)" : "can't be read as \(type)")
        }
        return value
    }
}
