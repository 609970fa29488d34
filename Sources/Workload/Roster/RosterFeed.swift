/// What one roster delivery says about sites, staff and school sessions, after every tolerated fault was settled.
///
/// Nothing else of the delivery is here: students are a count, and passwords, demographics and phone numbers were
/// never decoded. Each thing that was repaired or left out is one of ``findings``.
public struct RosterFeed: Sendable, Hashable {
    /// The format that the delivery declares, or the one its columns show.
    public var version: RosterVersion
    /// What the sending system calls itself (`source.systemName`), where it says.
    public var sourceName: String?
    /// The data files that this feed was made from, in the order of ``RosterFile/Name``; absent ones included.
    public var files: [RosterFile]
    /// All organisations, the district itself included.
    public var sites: [RosterSite]
    /// Everybody who holds a role that isn't student, parent, guardian or relative; one element per person.
    public var people: [RosterPerson]
    /// Staff roles of a delta whose person isn't in the same delta, by the person's sourcedId.
    public var rolesOfAbsentPeople: [String: [RosterRole]]
    /// sourcedIds of staff whose row of `users.csv` was left out as unreadable: they are there, and must not end.
    public var unreadablePeople: Set<String>
    /// School years, semesters, terms and grading periods.
    public var sessions: [RosterSession]
    /// Active rows of students who aren't staff as well.
    public var studentCount: Int
    /// Everything that wasn't as the format asks, and what was done about it.
    public var findings: RosterFindings

    /// A feed without content: what a zip that holds only a manifest means.
    public init(version: RosterVersion) {
        self.version = version
        files = RosterFile.Name.allCases.map { RosterFile($0) }
        sites = []
        people = []
        rolesOfAbsentPeople = [:]
        unreadablePeople = []
        sessions = []
        studentCount = 0
        findings = RosterFindings()
    }

    /// Whether a file is the complete set, a set of changes, or not there.
    public func mode(of name: RosterFile.Name) -> RosterFile.Mode {
        files.first { $0.name == name }?.mode ?? .absent
    }
}

/// A version of the OneRoster CSV format.
public enum RosterVersion: String, Sendable, Hashable, Codable {
    /// A delivery without a manifest; columns as in 1.1.
    case v1p0 = "1.0"
    /// Role and organisations stand in `users.csv`.
    case v1p1 = "1.1"
    /// Roles stand in `roles.csv`.
    case v1p2 = "1.2"
}

/// One data file of a roster delivery.
public struct RosterFile: Sendable, Hashable, Codable {
    /// The files that are read; the others of OneRoster aren't opened.
    public enum Name: String, Sendable, Hashable, Codable, CaseIterable {
        case orgs, academicSessions, roles, users
    }

    /// What an omission in a file means.
    public enum Mode: String, Sendable, Hashable, Codable {
        /// No such file: nothing is said about its records.
        case absent
        /// The complete set: a record that was known and is missing now has ended.
        case bulk
        /// Changes only: a record that is missing has not changed.
        case delta
    }

    /// Which file this is.
    public let name: Name
    /// What the manifest says, nil where it says nothing readable.
    public var declaredMode: Mode?
    /// What the rows show; wins over ``declaredMode``.
    public var mode: Mode
    /// Data rows seen, those left out included.
    public var rowCount: Int

    /// A file that isn't there until something is read from it.
    public init(_ name: Name, declaredMode: Mode? = nil, mode: Mode = .absent, rowCount: Int = 0) {
        self.name = name
        self.declaredMode = declaredMode
        self.mode = mode
        self.rowCount = rowCount
    }
}

/// Whether a record still stands.
public enum RosterStatus: String, Sendable, Hashable, Codable {
    /// The record stands.
    case active
    /// The sender says that the record has ended; ours keep their history.
    case toBeDeleted = "tobedeleted"
}
