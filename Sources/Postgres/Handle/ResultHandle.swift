import CLibPQ

/// Owns one `PGresult`, and clears it at the end.
///
/// libpq never changes a result once it has returned it, so any thread may read it.
final class ResultHandle: Sendable {
    // Unsafe only by type: OpaquePointer isn't Sendable, but what this one points to is read-only until deinit.
    private nonisolated(unsafe) let pointer: OpaquePointer
    let rowCount: Int
    let columnCount: Int32

    /// Takes over the result.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
        rowCount = Int(PQntuples(pointer))
        columnCount = PQnfields(pointer)
    }

    deinit {
        PQclear(pointer)
    }

    func name(ofColumn column: Int32) -> String {
        PQfname(pointer, column).map { String(cString: $0) } ?? ""
    }

    /// The first column of that name, compared byte for byte. A scan, because results have few columns and this costs no
    /// allocation.
    func column(named name: String) -> Int32? {
        name.withCString { wanted in
            (0..<columnCount).first { column in
                PQfname(pointer, column).map { isEqual($0, wanted) } ?? false
            }
        }
    }

    func isNull(row: Int32, column: Int32) -> Bool {
        PQgetisnull(pointer, row, column) == 1
    }

    /// Decodes one field; nil when it is NULL and the type takes none, or when its text isn't a `Value`.
    func value<Value: PostgresDecodable>(atRow row: Int32, column: Int32, as type: Value.Type) -> Value? {
        guard !isNull(row: row, column: column) else { return Value.postgresNull }
        defer { extendLifetime(self) }
        let bytes = UnsafeBufferPointer(start: PQgetvalue(pointer, row, column), count: length(row, column))
        return bytes.withMemoryRebound(to: UInt8.self) { Value(postgresText: $0.span) }
    }

    private func length(_ row: Int32, _ column: Int32) -> Int {
        Int(PQgetlength(pointer, row, column))
    }

    private func isEqual(_ left: UnsafePointer<CChar>, _ right: UnsafePointer<CChar>) -> Bool {
        var index = 0
        while left[index] == right[index] {
            if left[index] == 0 { return true }
            index += 1
        }
        return false
    }
}
