import Workload

/// Which field of a row holds which column.
struct RosterHeader<Column: RosterColumn> {
    let count: Int
    private let places: [Column: Int]
    /// The headers as the file spells them.
    private let names: [String]

    /// Reads the header row; what isn't spelt as the format asks is a finding.
    ///
    /// - Throws: ``RosterFileError`` if a required column is missing, or the file is of another format.
    init(_ row: CSVRow, file: String, standard: [Column], log: FindingLog) throws {
        names = (0..<row.count).map { PlainText(row.text($0).text).text }
        count = names.count
        guard Self.schoolDataSyncNames.isDisjoint(with: names) else { throw RosterFileError.schoolDataSync }
        var places: [Column: Int] = [:]
        for (index, name) in names.enumerated() {
            let place = Place(
                file,
                line: row.line,
                column: row.position(of: index).column,
                field: name.isEmpty ? nil : name
            )
            guard let column = Self.column(named: name) else {
                Self.reportUnknown(name, at: place, log: log)
                continue
            }
            guard places[column] == nil else {
                log.add(.headerTwice, .leftOut, place, "the column stands twice", "the first is read")
                continue
            }
            places[column] = index
            guard name != column.rawValue else { continue }
            log.add(.headerMisspelt, .repaired, place, "the header should read \(column.rawValue)", "read as that")
        }
        self.places = places
        try checkRequired(file: file)
        reportMissing(standard: standard, at: Place(file, line: row.line), log: log)
    }

    /// Headers of Microsoft School Data Sync v2.1, whose files bear the names of OneRoster's.
    private static var schoolDataSyncNames: Set<String> { ["roleStartDate", "activeDirectoryMatchId"] }

    /// Where a column stands in each row, nil if the file has none.
    func index(of column: Column) -> Int? { places[column] }

    /// The header of a column as the file spells it, else as the format does.
    func name(of column: Column) -> String { places[column].map { names[$0] } ?? column.rawValue }

    private func checkRequired(file: String) throws {
        let missing = Column.required.filter { places[$0] == nil }.map(\.rawValue)
        guard !missing.isEmpty else { return }
        if let only = names.first, names.count == 1, only.contains(";") || only.contains("\t") {
            throw RosterFileError.notCommas(file: file)
        }
        throw RosterFileError.columnsMissing(file: file, columns: missing)
    }

    private func reportMissing(standard: [Column], at place: Place, log: FindingLog) {
        let missing = standard.filter { places[$0] == nil }
        let read = missing.filter { Column.read.contains($0) }.map(\.rawValue).joined(separator: ", ")
        let unread = missing.filter { !Column.read.contains($0) }.map(\.rawValue).joined(separator: ", ")
        if !read.isEmpty { log.add(.headerMissing, .kept, place, "the header lacks \(read)", "read as blank") }
        if !unread.isEmpty { log.add(.headerMissing, .kept, place, "the header lacks \(unread)", "not needed") }
    }

    private static func reportUnknown(_ name: String, at place: Place, log: FindingLog) {
        guard !name.hasPrefix("metadata.") else { return }
        let what = name.isEmpty ? "a column has no header" : "the format has no such column"
        log.add(.headerUnknown, .leftOut, place, what, "not read")
    }

    private static func column(named name: String) -> Column? {
        if let exact = Column(rawValue: name) ?? Column.misspellings[name] { return exact }
        let plain = Self.plain(name)
        guard !plain.isEmpty else { return nil }
        return Column.allCases.first { Self.plain($0.rawValue) == plain }
    }

    /// Lower-case letters and digits only: `Employee Number` and `employee_number` are the same.
    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}
