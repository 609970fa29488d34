public import WorkUnits

/// An organisation of the roster: a school, a department, or the district itself.
public struct RosterSite: Sendable, Hashable {
    /// The sender's key.
    public var sourcedID: String
    /// What people call it.
    public var name: String
    /// department, school, district, local, state or national; another word only with a finding.
    public var kind: String
    /// A public number such as the NCES id, if stated.
    public var identifier: String?
    /// The organisation above; in a bulk file always one of the same feed.
    public var parentSourcedID: String?
    /// Whether the site stands.
    public var status: RosterStatus
    /// Line of `orgs.csv`.
    public var line: Int

    /// A site as one row states it.
    public init(
        sourcedID: String,
        name: String,
        kind: String,
        identifier: String? = nil,
        parentSourcedID: String? = nil,
        status: RosterStatus = .active,
        line: Int
    ) {
        self.sourcedID = sourcedID
        self.name = name
        self.kind = kind
        self.identifier = identifier
        self.parentSourcedID = parentSourcedID
        self.status = status
        self.line = line
    }

    /// The kinds that OneRoster knows.
    public static let standardKinds = ["department", "school", "district", "local", "state", "national"]
}

/// A school year, or a part of one.
public struct RosterSession: Sendable, Hashable {
    /// The sender's key.
    public var sourcedID: String
    /// What people call it.
    public var title: String
    /// gradingPeriod, semester, schoolYear or term; another word only with a finding.
    public var kind: String
    /// First day.
    public var start: CivilDate
    /// The day after the last one: OneRoster's end dates are exclusive.
    public var end: CivilDate
    /// The session that this is part of.
    public var parentSourcedID: String?
    /// The year in which the school year ends.
    public var schoolYear: Int?
    /// Whether the session stands.
    public var status: RosterStatus
    /// Line of `academicSessions.csv`.
    public var line: Int

    /// A session as one row states it.
    public init(
        sourcedID: String,
        title: String,
        kind: String,
        start: CivilDate,
        end: CivilDate,
        parentSourcedID: String? = nil,
        schoolYear: Int? = nil,
        status: RosterStatus = .active,
        line: Int
    ) {
        self.sourcedID = sourcedID
        self.title = title
        self.kind = kind
        self.start = start
        self.end = end
        self.parentSourcedID = parentSourcedID
        self.schoolYear = schoolYear
        self.status = status
        self.line = line
    }

    /// The kinds that OneRoster knows.
    public static let standardKinds = ["gradingPeriod", "semester", "schoolYear", "term"]
}
