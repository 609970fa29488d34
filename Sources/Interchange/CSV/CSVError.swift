/// Why a CSV file can't be read on; each says what to do.
public enum CSVError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file begins with the byte order mark of UTF-16.
    case utf16
    /// The file ends within quotes that open in the row at this line.
    case unclosedQuote(line: Int)
    /// A field is longer than the limit, in bytes.
    case fieldTooLong(line: Int, limit: Int)
    /// A row is longer than the limit, in bytes.
    case rowTooLong(line: Int, limit: Int)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .utf16: "The file is UTF-16. Save or export it as UTF-8."
        case .unclosedQuote(let line):
            "A quote that opens in line \(line) is never closed. Correct that line, or export the file again."
        case .fieldTooLong(let line, let limit):
            "A field in line \(line) is longer than \(limit) bytes; most likely a quote in it is never closed. "
                + "Correct that line, or export the file again."
        case .rowTooLong(let line, let limit):
            "Line \(line) is longer than \(limit) bytes. Check that the file is CSV and that its quotes are closed."
        }
    }
}
