import Workload

/// The headers of one kind of file: the standard ones, those that can't be done without, and known misspellings.
protocol RosterColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Without these nothing in the file can be used.
    static var required: [Self] { get }
    /// Headers seen in the field that stand for a standard one.
    static var misspellings: [String: Self] { get }
    /// Standard headers whose values are read; the absence of the others costs nothing.
    static var read: Set<Self> { get }
}

extension RosterColumn {
    static var misspellings: [String: Self] { [:] }
    static var read: Set<Self> { Set(allCases) }
}

/// One CSV file on its way in: finds the header row, then hands out data rows that know their columns.
final class RosterTable<Column: RosterColumn> {
    private let file: String
    private let log: FindingLog
    /// The columns that a file of this version has.
    private let standard: [Column]
    private let body: (RosterRow<Column>) throws -> Void
    private var csv = CSVReader()
    private var header: RosterHeader<Column>?

    init(file: String, standard: [Column], log: FindingLog, body: @escaping (RosterRow<Column>) throws -> Void) {
        self.file = file
        self.standard = standard
        self.log = log
        self.body = body
    }

    /// Takes a piece of the file and hands out the data rows that it completes.
    func read(_ piece: Span<UInt8>) throws {
        do { try csv.read(piece, take) } catch let error as CSVError { throw RosterFileError.csv(file: file, error) }
    }

    /// Hands out the last row.
    func finish() throws {
        do { try csv.finish(take) } catch let error as CSVError { throw RosterFileError.csv(file: file, error) }
    }

    private func take(_ row: CSVRow) throws {
        if let header {
            try body(RosterRow(csv: row, header: header, file: file, log: log))
        } else {
            header = try RosterHeader(row, file: file, standard: standard, log: log)
        }
    }
}
