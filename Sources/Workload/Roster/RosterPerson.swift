public import WorkUnits

/// A member of staff as the roster describes them, put together from all rows that are about the same person.
///
/// Rows are put together on employee number, then on email; never on names.
public struct RosterPerson: Sendable, Hashable {
    /// Every sourcedId under which the person stands in the roster, in the order of the file; never empty.
    public var sourcedIDs: [String]
    /// The number that payroll knows the person by: `identifier`, else a staff number among `userIds`.
    public var employeeNumber: String?
    /// Lower-cased address.
    public var email: String?
    /// Preferred given name, else the given name.
    public var givenName: String
    /// Preferred family name, else the family name.
    public var familyName: String
    /// Whether the sending system lets the person sign in.
    public var isEnabled: Bool
    /// Staff roles only; empty in a delta that changes a person already known as staff, and not their roles.
    public var roles: [RosterRole]
    /// Whether ``roles`` are all that the person has; false where the delivery holds changes of roles only.
    public var rolesAreComplete: Bool
    /// Ended only if all rows of the person say so.
    public var status: RosterStatus
    /// Line of `users.csv` where the person stands first.
    public var line: Int

    /// A person from one row of `users.csv`.
    public init(
        sourcedIDs: [String],
        employeeNumber: String?,
        email: String?,
        givenName: String,
        familyName: String,
        isEnabled: Bool = true,
        roles: [RosterRole] = [],
        rolesAreComplete: Bool = true,
        status: RosterStatus = .active,
        line: Int
    ) {
        self.sourcedIDs = sourcedIDs
        self.employeeNumber = employeeNumber
        self.email = email
        self.givenName = givenName
        self.familyName = familyName
        self.isEnabled = isEnabled
        self.roles = roles
        self.rolesAreComplete = rolesAreComplete
        self.status = status
        self.line = line
    }
}

/// A role of a member of staff at one organisation.
public struct RosterRole: Sendable, Hashable {
    /// The key of the row in `roles.csv`; nil in 1.1, where a role has none.
    public var sourcedID: String?
    /// What the person is there.
    public var kind: RosterRoleKind
    /// The organisation; nil where the row names none. It may be one that the feed doesn't hold.
    public var orgSourcedID: String?
    /// First day, if stated.
    public var begin: CivilDate?
    /// The day after the last one, if stated: OneRoster's end dates are exclusive.
    public var end: CivilDate?
    /// Whether the sender marks it as the person's main role at the organisation.
    public var isPrimary: Bool
    /// Whether the role stands.
    public var status: RosterStatus
    /// Line of `roles.csv`, or of `users.csv` in 1.1.
    public var line: Int

    /// A role as one row states it.
    public init(
        sourcedID: String? = nil,
        kind: RosterRoleKind,
        orgSourcedID: String?,
        begin: CivilDate? = nil,
        end: CivilDate? = nil,
        isPrimary: Bool = true,
        status: RosterStatus = .active,
        line: Int
    ) {
        self.sourcedID = sourcedID
        self.kind = kind
        self.orgSourcedID = orgSourcedID
        self.begin = begin
        self.end = end
        self.isPrimary = isPrimary
        self.status = status
        self.line = line
    }
}

/// A role word of OneRoster, or an extension of it such as `ext:clerk`.
public struct RosterRoleKind: RawRepresentable, Sendable, Hashable, Codable {
    /// The word as OneRoster spells it.
    public let rawValue: String

    /// Any word; compare with ``standard`` to see whether OneRoster knows it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether holding this role makes nobody staff: student, parent, guardian, relative.
    public var isOutsideStaff: Bool { Self.outsideStaff.contains(rawValue) }

    /// The words of OneRoster 1.1 and 1.2.
    public static let standard: [String] = [
        "administrator", "aide", "counselor", "districtAdministrator", "guardian", "parent", "principal", "proctor",
        "relative", "siteAdministrator", "student", "systemAdministrator", "teacher",
    ]

    private static let outsideStaff: Set<String> = ["student", "parent", "guardian", "relative"]
}
