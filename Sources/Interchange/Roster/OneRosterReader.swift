public import Workload

/// Reads a OneRoster CSV zip, 1.1 or 1.2, complete or changes only, into a ``RosterFeed``.
///
/// The zip is read in two passes, roles before users, in pieces: memory grows with staff, sites and sessions, not with
/// students, of whom only a count is made. Columns that aren't kept (passwords, phones, demographics) are never decoded.
/// A fault in a row is a finding; only a delivery that can't be understood as a whole is an error.
/// Reading blocks on the disk: call it from a thread that may wait.
///
/// Source: 1EdTech OneRoster 1.1 and 1.2 CSV Binding.
public struct OneRosterReader: Sendable {
    /// What the reader has to know of the district beside the zip.
    public struct Options: Sendable {
        /// How much a zip may hold.
        public var limits: ZipLimits
        /// sourcedIds of people already known as staff. A delta may change a person without naming the role again;
        /// without this such a row can't be told from a student's and is passed over.
        public var knownStaff: Set<String>
        /// Types of `userIds` that hold the employee number, in lower-case letters and digits only.
        public var employeeNumberTypes: Set<String>

        /// Usual limits, nobody known, and the usual words for an employee number.
        public init(
            limits: ZipLimits = ZipLimits(),
            knownStaff: Set<String> = [],
            employeeNumberTypes: Set<String>? = nil
        ) {
            self.limits = limits
            self.knownStaff = knownStaff
            self.employeeNumberTypes = employeeNumberTypes ?? UserIDs.usualStaffTypes
        }
    }

    private let options: Options

    /// A reader for one district.
    public init(options: Options = Options()) { self.options = options }

    /// Reads the zip at a path.
    ///
    /// - Throws: ``RosterFileError``, whose description says what to do.
    public func read(path: String) throws -> RosterFeed {
        let reading = OneRosterReading(path: path, options: options)
        do { return try reading.feed() } catch let error as ZipError { throw RosterFileError.zip(error) }
    }
}
