/// One thing in a delivered file that wasn't as the format asks: where, what, and what was done about it.
///
/// The text never repeats what a personal field holds, nor the key of a user, which may be a student's number.
public struct RosterFinding: Sendable, Hashable, Codable {
    /// What became of the value or row.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// Read as it stands; nothing is lost.
        case kept
        /// Read as something else than it says; the finding says as what.
        case repaired
        /// Not read: the value is blank, or the row isn't there.
        case leftOut = "left out"
    }

    /// What sort of fault it is.
    public var kind: Kind
    /// What became of it.
    public var outcome: Outcome
    /// The file as it is called in the delivery.
    public var file: String
    /// Line of the file, from 1; nil for a finding about the file as a whole.
    public var line: Int?
    /// Character of the line where the field begins, from 1.
    public var column: Int?
    /// The header of the field.
    public var field: String?
    /// What was found, as a short sentence without a full stop.
    public var what: String
    /// What was done, as a short sentence without a full stop.
    public var done: String

    /// A finding; leave `line` out for one about the whole file.
    public init(
        _ kind: Kind,
        _ outcome: Outcome,
        file: String,
        line: Int? = nil,
        column: Int? = nil,
        field: String? = nil,
        what: String,
        done: String
    ) {
        self.kind = kind
        self.outcome = outcome
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.what = what
        self.done = done
    }
}

extension RosterFinding {
    /// The sorts of fault, with the stable word that reports, tables and programs use.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        // The delivery and its files.
        case fileInFolder = "file-in-folder"
        case fileMisnamed = "file-misnamed"
        case fileUnknown = "file-unknown"
        case fileTwice = "file-twice"
        case fileMissing = "file-missing"
        case fileUndeclared = "file-undeclared"
        case fileWithoutRows = "file-without-rows"
        case manifestMissing = "manifest-missing"
        case manifestValue = "manifest-value"
        case manifestContradicted = "manifest-contradicted"
        // Headers.
        case headerMisspelt = "header-misspelt"
        case headerUnknown = "header-unknown"
        case headerMissing = "header-missing"
        case headerTwice = "header-twice"
        // Rows and text.
        case rowRagged = "row-ragged"
        case rowTwice = "row-twice"
        case textEncoding = "text-encoding"
        case textControl = "text-control"
        case textQuote = "text-quote"
        // Values.
        case valueMissing = "value-missing"
        case valueForm = "value-form"
        case valueUnknown = "value-unknown"
        case dateForm = "date-form"
        case statusInactive = "status-inactive"
        case listForm = "list-form"
        case referenceUnknown = "reference-unknown"
        case referenceCycle = "reference-cycle"
        // People.
        case userWithoutRole = "user-without-role"
        case roleWithoutUser = "role-without-user"
        case personMerged = "person-merged"
        case personAmbiguous = "person-ambiguous"
        case personUnmatched = "person-unmatched"
    }
}
