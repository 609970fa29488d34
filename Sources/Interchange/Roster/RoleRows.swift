import Workload

/// Turns the rows of `roles.csv` (1.2) into staff roles by person; of everybody else only a mark stays.
struct RoleRows {
    private(set) var status = RowStatus()
    private(set) var staffRoles: [String: [RosterRole]] = [:]
    let others = SeenUsers()

    mutating func take(_ row: RosterRow<RoleColumn>) {
        guard row.isWellFormed() else { return }
        let status = status.take(row, status: .status, date: .dateLastModified)
        guard let user = row.required(.userSourcedId) else { return }
        guard let word = RoleWord(row, .role, mayBeShown: true) else {
            row.note(.valueMissing, .leftOut, .role, "the field is blank", "the row is left out")
            return
        }
        switch word {
        case .student: if status == .active { others.add(user, isStudent: true) }
        case .outsider: others.add(user, isStudent: false)
        case .staff(let kind): staffRoles[user, default: []].append(role(kind, row, status))
        }
    }

    /// Notes each staff role at an organisation that a complete `orgs.csv` doesn't hold.
    func checkOrgs(_ known: Set<String>, file: String, log: FindingLog) {
        for role in staffRoles.values.joined().sorted(by: { $0.line < $1.line }) {
            guard let org = role.orgSourcedID, !known.contains(org) else { continue }
            let place = Place(file, line: role.line, field: RoleColumn.orgSourcedId.rawValue)
            log.add(
                .referenceUnknown,
                .kept,
                place,
                "no org \"\(org)\" in orgs.csv",
                "the role is kept, without a site"
            )
        }
    }

    private func role(_ kind: RosterRoleKind, _ row: RosterRow<RoleColumn>, _ status: RosterStatus) -> RosterRole {
        let org = row.text(.orgSourcedId)
        if org == nil {
            row.note(.valueMissing, .kept, .orgSourcedId, "the field is blank", "the role is kept, without a site")
        }
        var role = RosterRole(
            sourcedID: row.text(.sourcedId),
            kind: kind,
            orgSourcedID: org,
            begin: row.date(.beginDate),
            end: row.date(.endDate),
            isPrimary: row.word(.roleType, among: ["primary", "secondary"]) == "primary",
            status: status,
            line: row.line
        )
        if let begin = role.begin, let end = role.end, end < begin {
            row.note(.valueForm, .leftOut, .endDate, "the role ends before it begins", "the end is read as blank")
            role.end = nil
        }
        return role
    }
}
