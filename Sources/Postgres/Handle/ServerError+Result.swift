import CLibPQ

extension ServerError {
    /// Reads the fields of a refused statement; nil when libpq made the result itself, which it does without SQLSTATE
    /// when the connection is lost.
    init?(result: OpaquePointer) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        // The letters of `PG_DIAG_…` in postgres_ext.h; the importer doesn't see character macros.
        guard let sqlState = field("C") else { return nil }
        self.init(
            sqlState: sqlState,
            severity: field("V") ?? field("S") ?? "ERROR",
            message: field("M") ?? "",
            detail: field("D"),
            hint: field("H"),
            constraint: field("n"),
            table: field("t"),
            schema: field("s"),
            column: field("c")
        )
    }
}
