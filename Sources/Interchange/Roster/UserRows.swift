import Workload

/// Turns the rows of `users.csv` into people who are staff, and counts the students.
struct UserRows {
    let userIDs: UserIDs
    /// sourcedIds known as staff before this delivery: a delta may change a person without naming the role again.
    let knownStaff: Set<String>
    /// All organisations of a complete `orgs.csv`; nil where it isn't complete.
    let knownOrgs: Set<String>?
    let rolesAreBulk: Bool
    private(set) var status = RowStatus()
    private(set) var people: [RosterPerson] = []
    private(set) var studentCount = 0
    private(set) var unreadable: Set<String> = []
    /// Roles of `roles.csv` whose person hasn't come yet.
    private(set) var waitingRoles: [String: [RosterRole]]
    /// Rows of a delta that change somebody of whom nobody can say here whether they are staff.
    private(set) var passedOver = 0
    private(set) var sawRoleColumn = false
    private let others: SeenUsers
    private let rolesStandApart: Bool
    private var staff: Set<String> = []

    init(userIDs: UserIDs, knownStaff: Set<String>, knownOrgs: Set<String>?, roles: RoleRows, rolesAreBulk: Bool) {
        self.userIDs = userIDs
        self.knownStaff = knownStaff
        self.knownOrgs = knownOrgs
        self.rolesAreBulk = rolesAreBulk
        waitingRoles = roles.staffRoles
        others = roles.others
        rolesStandApart = roles.status.rows > 0
    }

    mutating func take(_ row: RosterRow<UserColumn>) {
        guard row.isWellFormed() else { return takeUnreadable(row) }
        let status = status.take(row, status: .status, date: .dateLastModified)
        sawRoleColumn = sawRoleColumn || row.header.index(of: .role) != nil
        guard let sourcedID = row.required(.sourcedId) else { return }
        guard !staff.contains(sourcedID) else {
            row.note(.rowTwice, .leftOut, .sourcedId, "an earlier row has the same sourcedId", "the row is left out")
            return
        }
        if let roles = waitingRoles.removeValue(forKey: sourcedID) {
            takeStaff(row, sourcedID, status, roles: roles, areComplete: rolesAreBulk)
        } else if others.contains(sourcedID, isStudent: true) {
            studentCount += status == .active ? 1 : 0
        } else if !others.contains(sourcedID, isStudent: false) {
            takeByColumn(row, sourcedID, status)
        }
    }

    /// Settles a row by its own role column (1.1), else by what is known of the person.
    private mutating func takeByColumn(_ row: RosterRow<UserColumn>, _ sourcedID: String, _ status: RosterStatus) {
        switch RoleWord(row, .role, mayBeShown: false) {
        case .student: studentCount += status == .active ? 1 : 0
        case .outsider: return
        case .staff(let kind): takeStaff(row, sourcedID, status, roles: columnRoles(kind, row), areComplete: true)
        case nil where knownStaff.contains(sourcedID):
            takeStaff(row, sourcedID, status, roles: [], areComplete: false)
        case nil where row.isBlank(.status):
            row.noteRow(.userWithoutRole, .leftOut, "the user has no role anywhere", "not taken for staff")
        case nil: passedOver += 1
        }
    }

    private mutating func takeStaff(
        _ row: RosterRow<UserColumn>,
        _ sourcedID: String,
        _ status: RosterStatus,
        roles: [RosterRole],
        areComplete: Bool
    ) {
        staff.insert(sourcedID)
        let number = userIDs.employeeNumber(row)
        people.append(
            RosterPerson(
                sourcedIDs: [sourcedID],
                employeeNumber: number,
                email: email(row),
                givenName: row.text(.preferredGivenName) ?? row.text(.givenName) ?? "",
                familyName: familyName(row) ?? number ?? sourcedID,
                isEnabled: isEnabled(row),
                roles: withPrimaryOrg(roles, row),
                rolesAreComplete: areComplete,
                status: status,
                line: row.line
            )
        )
    }

    /// Staff rows that can't be told apart into columns; in 1.1, anybody's, as the role can't be read either.
    private mutating func takeUnreadable(_ row: RosterRow<UserColumn>) {
        guard let sourcedID = row.text(.sourcedId) else { return }
        let mayBeStaff = !rolesStandApart || waitingRoles.removeValue(forKey: sourcedID) != nil
        if mayBeStaff || knownStaff.contains(sourcedID) { unreadable.insert(sourcedID) }
    }
}

extension UserRows {
    /// In 1.1 a user has one role, at each organisation of a list.
    private func columnRoles(_ kind: RosterRoleKind, _ row: RosterRow<UserColumn>) -> [RosterRole] {
        let orgs = row.list(.orgSourcedIds)
        if orgs.isEmpty {
            row.note(.valueMissing, .kept, .orgSourcedIds, "the field is blank", "the role is kept, without a site")
            return [RosterRole(kind: kind, orgSourcedID: nil, line: row.line)]
        }
        if let knownOrgs, let unknown = orgs.first(where: { !knownOrgs.contains($0) }) {
            let what = "no org \"\(unknown)\" in orgs.csv"
            row.note(.referenceUnknown, .kept, .orgSourcedIds, what, "the role is kept, without a site")
        }
        return orgs.map { RosterRole(kind: kind, orgSourcedID: $0, isPrimary: orgs.count == 1, line: row.line) }
    }

    /// A role that names no organisation is at the person's primary one, where 1.2 states it.
    private func withPrimaryOrg(_ roles: [RosterRole], _ row: RosterRow<UserColumn>) -> [RosterRole] {
        guard roles.contains(where: { $0.orgSourcedID == nil }), let org = row.text(.primaryOrgSourcedId) else {
            return roles
        }
        return roles.map { role in
            var role = role
            role.orgSourcedID = role.orgSourcedID ?? org
            return role
        }
    }

    private func email(_ row: RosterRow<UserColumn>) -> String? {
        guard let text = row.text(.email)?.lowercased() else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(" ") { return text }
        row.note(.valueForm, .leftOut, .email, "the address can't be one", "read as blank")
        return nil
    }

    private func familyName(_ row: RosterRow<UserColumn>) -> String? {
        if let name = row.text(.preferredFamilyName) ?? row.text(.familyName) { return name }
        row.note(.valueMissing, .repaired, .familyName, "the person has no family name", "named by number instead")
        return nil
    }

    private func isEnabled(_ row: RosterRow<UserColumn>) -> Bool {
        guard let text = row.text(.enabledUser)?.lowercased() else { return true }
        switch text {
        case "true": return true
        case "false": return false
        case "1", "yes", "y", "0", "no", "n":
            let isEnabled = ["1", "yes", "y"].contains(text)
            row.note(.valueForm, .repaired, .enabledUser, "the word should be true or false", "read as \(isEnabled)")
            return isEnabled
        default:
            row.note(.valueUnknown, .repaired, .enabledUser, "the word is neither true nor false", "read as true")
            return true
        }
    }
}
