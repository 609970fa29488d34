import Workload

// The standard columns of OneRoster 1.1 and 1.2, in the order of the format.
// Source: 1EdTech OneRoster 1.1 CSV Tables; OneRoster 1.2 CSV Binding.

enum OrgColumn: String, RosterColumn {
    case sourcedId, status, dateLastModified, name, type, identifier, parentSourcedId
    static var required: [OrgColumn] { [.sourcedId, .name] }
    static var misspellings: [String: OrgColumn] { ["dataLastModified": .dateLastModified] }
}

enum SessionColumn: String, RosterColumn {
    case sourcedId, status, dateLastModified, title, type, startDate, endDate, parentSourcedId, schoolYear
    static var required: [SessionColumn] { [.sourcedId, .startDate, .endDate] }
    static var misspellings: [String: SessionColumn] { ["dataLastModified": .dateLastModified] }
}

enum RoleColumn: String, RosterColumn {
    case sourcedId, status, dateLastModified, userSourcedId, roleType, role, beginDate, endDate, orgSourcedId
    case userProfileSourcedId
    static var required: [RoleColumn] { [.userSourcedId, .role] }
    static var misspellings: [String: RoleColumn] {
        ["dataLastModified": .dateLastModified, "startDate": .beginDate]
    }
    static var read: Set<RoleColumn> { Set(allCases).subtracting([.userProfileSourcedId]) }
}

enum UserColumn: String, RosterColumn {
    case sourcedId, status, dateLastModified, enabledUser, orgSourcedIds, role, username, userIds
    case givenName, familyName, middleName, identifier, email, sms, phone, agentSourcedIds, grades, password
    case userMasterIdentifier, resourceSourcedIds, preferredGivenName, preferredMiddleName, preferredFamilyName
    case primaryOrgSourcedId, pronouns

    static var required: [UserColumn] { [.sourcedId] }

    static var misspellings: [String: UserColumn] {
        [
            "dataLastModified": .dateLastModified, "userId": .userIds, "agents": .agentSourcedIds,
            "prefferedGivenName": .preferredGivenName, "prefferedMiddleName": .preferredMiddleName,
            "prefferedFamilyName": .preferredFamilyName, "preferedGivenName": .preferredGivenName,
            "preferedFamilyName": .preferredFamilyName, "orgSourcedId": .orgSourcedIds,
        ]
    }

    /// Passwords, phone numbers, grades, kin and the rest are never decoded.
    static var read: Set<UserColumn> {
        [
            .sourcedId, .status, .dateLastModified, .enabledUser, .orgSourcedIds, .role, .userIds, .givenName,
            .familyName, .identifier, .email, .preferredGivenName, .preferredFamilyName, .primaryOrgSourcedId,
        ]
    }

    static func standard(_ version: RosterVersion) -> [UserColumn] {
        let only1p2: Set<UserColumn> = [
            .userMasterIdentifier, .resourceSourcedIds, .preferredGivenName, .preferredMiddleName,
            .preferredFamilyName, .primaryOrgSourcedId, .pronouns,
        ]
        let other: Set<UserColumn> = version == .v1p2 ? [.orgSourcedIds, .role] : only1p2
        return allCases.filter { !other.contains($0) }
    }
}
