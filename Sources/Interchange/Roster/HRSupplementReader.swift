public import Workload

/// Reads the HR supplement: our own CSV of assignments, hours and rates (`docs/reference/hr-supplement.md`).
///
/// A row without one of its required fields is left out; a fault in any other field blanks that field only. Each is a
/// finding. Reading blocks on the disk: call it from a thread that may wait.
public struct HRSupplementReader: Sendable {
    /// A reader; it needs to know nothing.
    public init() {}

    /// Reads the file at a path.
    ///
    /// - Throws: ``RosterFileError``, whose description says what to do.
    public func read(path: String) throws -> HRSupplement {
        let rows = HRRows()
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let log = FindingLog()
        let table = RosterTable(file: name, standard: HRColumn.allCases, log: log) { rows.take($0) }
        var isFirst = true
        try FilePieces.forEach(ofFileAt: path) { piece in
            if isFirst, piece.count > 1, piece[0] == UInt8(ascii: "P"), piece[1] == UInt8(ascii: "K") {
                throw RosterFileError.workbook(file: name)
            }
            isFirst = false
            try table.read(piece)
        }
        try table.finish()
        if rows.rows.isEmpty, log.findings.count == 0 {
            log.add(.fileWithoutRows, .leftOut, Place(name), "the file has no data rows", "nothing is changed")
        }
        return HRSupplement(rows: rows.rows, findings: log.findings)
    }
}
