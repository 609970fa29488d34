/// Why a roster delivery or supplement can't be read at all; each says what to do.
public enum RosterFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The zip itself can't be read.
    case zip(ZipError)
    /// A file can't be read on.
    case csv(file: String, CSVError)
    /// A plain file can't be opened or read.
    case notReadable(path: String, reason: String)
    /// A file lacks columns without which nothing in it can be used.
    case columnsMissing(file: String, columns: [String])
    /// A file separates its fields by something else than commas.
    case notCommas(file: String)
    /// A workbook where CSV is expected.
    case workbook(file: String)
    /// No file of the zip is a file of OneRoster; some of the names it holds.
    case notOneRoster(names: [String])
    /// Microsoft School Data Sync's format, which looks like OneRoster and isn't.
    case schoolDataSync
    /// A complete set of users without their roles.
    case rolesMissing

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .zip(let error): error.description
        case .csv(let file, let error): "\(file): \(error)"
        case .notReadable(let path, let reason): "\(path) can't be read: \(reason). Check the path and its permissions."
        case .columnsMissing(let file, let columns):
            "\(file) has no column \(columns.joined(separator: ", ")). The first line must hold the headers; "
                + "export the file again with its standard columns."
        case .notCommas(let file):
            "\(file) separates its fields by semicolons or tabs. Save it as CSV with commas."
        case .workbook(let file): "\(file) is an Excel workbook. Save it as CSV UTF-8 and give that file."
        case .notOneRoster(let names) where names.isEmpty:
            "The zip is empty. Export a OneRoster 1.1 or 1.2 CSV zip from the record system."
        case .notOneRoster(let names):
            "The zip holds no OneRoster files (found: \(names.joined(separator: ", "))). "
                + "Export a OneRoster 1.1 or 1.2 CSV zip from the record system and give it unopened."
        case .schoolDataSync:
            "The zip is in Microsoft School Data Sync format, which resembles OneRoster but lacks employee numbers and "
                + "dates of change. Export a OneRoster 1.1 or 1.2 CSV zip from the record system instead."
        case .rolesMissing:
            "users.csv is there, roles.csv is not, and users.csv has no column role, so staff can't be told from "
                + "students. Export the zip with roles.csv."
        }
    }
}
