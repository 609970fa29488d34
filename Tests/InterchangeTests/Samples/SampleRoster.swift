import Foundation
import Interchange
import Workload

/// A small, sound OneRoster delivery that tests change one thing in.
struct SampleRoster {
    var files: [(name: String, text: String)]

    /// Two sites, one session, one teacher, one clerk, two students and a parent.
    static var v1p2: SampleRoster {
        SampleRoster(files: [
            ("manifest.csv", manifest("1.2", roles: "bulk")),
            ("orgs.csv", orgs),
            ("academicSessions.csv", sessions),
            (
                "roles.csv",
                """
                sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,\
                userProfileSourcedId
                r1,,,u1,primary,teacher,2020-08-01,,s1,
                r2,,,u2,primary,ext:clerk,,,s1,
                r3,,,u3,primary,student,,,s1,
                r4,,,u4,primary,student,,,s1,
                r5,,,u5,primary,parent,,,s1,
                """
            ),
            (
                "users.csv",
                """
                sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,\
                identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,\
                preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
                u1,,,true,ana,{LDAP:ana},Ana,Ruiz,,1001,ana@example.org,,,,,,,,,,,s1,
                u2,,,true,bo,,Robert,Okafor,,1002,Bo@Example.org,,,,,,,,Bo,,,s1,
                u3,,,true,kid1,,Child,One,,9001,kid1@example.org,,,,07,secret1,,,,,,,
                u4,,,true,kid2,,Child,Two,,9002,kid2@example.org,,,,07,secret2,,,,,,,
                u5,,,true,mum,,Some,Parent,,,mum@example.net,555,555,,,secret3,,,,,,,
                """
            ),
        ])
    }

    /// The same people as 1.1 describes them.
    static var v1p1: SampleRoster {
        SampleRoster(files: [
            ("manifest.csv", manifest("1.1", roles: nil)),
            ("orgs.csv", orgs),
            ("academicSessions.csv", sessions),
            (
                "users.csv",
                """
                sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
                middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
                u1,,,true,s1,teacher,ana,,Ana,Ruiz,,1001,ana@example.org,,,,,
                u2,,,true,"s1,d1",aide,bo,{StaffId:1002},Bo,Okafor,,,bo@example.org,,,,,
                u3,,,true,s1,student,kid1,,Child,One,,9001,kid1@example.org,,,,07,secret1
                u4,,,true,s1,student,kid2,,Child,Two,,9002,kid2@example.org,,,,07,secret2
                u5,,,true,s1,parent,mum,,Some,Parent,,,mum@example.net,555,555,,,secret3
                """
            ),
        ])
    }

    /// Puts a new text in the place of another in one file; the old one must stand there.
    func replacing(_ old: String, with new: String, in file: String) -> SampleRoster {
        var copy = self
        guard let index = files.firstIndex(where: { $0.name == file }), files[index].text.contains(old) else {
            preconditionFailure("\(file) holds no \(old)")
        }
        copy.files[index].text = files[index].text.replacing(old, with: new)
        return copy
    }

    func without(_ file: String) -> SampleRoster { SampleRoster(files: files.filter { $0.name != file }) }

    func adding(_ name: String, _ text: String) -> SampleRoster { SampleRoster(files: files + [(name, text)]) }

    /// Writes the zip into a folder and reads it.
    func feed(options: OneRosterReader.Options = .init()) throws -> RosterFeed {
        let folder = try TemporaryFolder()
        let path = folder.path("roster.zip")
        try write(to: path)
        return try OneRosterReader(options: options).read(path: path)
    }

    func write(to path: String) throws {
        let zip = try ZipBuilder(path: path)
        for file in files { try zip.add(file.name, file.text) }
        try zip.close()
    }

    private static func manifest(_ version: String, roles: String?) -> String {
        """
        propertyName,value
        manifest.version,1.0
        oneroster.version,\(version)
        file.academicSessions,bulk
        file.orgs,bulk
        file.users,bulk
        source.systemName,Sample

        """ + (roles.map { "file.roles,\($0)\n" } ?? "")
    }

    private static let orgs = """
        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
        d1,,,Sample Unified,district,100,
        s1,,,Elm Street School,school,101,d1
        """

    private static let sessions = """
        sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
        y1,,,School year,schoolYear,2024-08-12,2025-06-11,,2025
        """
}

extension RosterFeed {
    var kinds: Set<RosterFinding.Kind> { Set(findings.kept.map(\.kind)) }

    func finding(_ kind: RosterFinding.Kind) -> RosterFinding? { findings.kept.first { $0.kind == kind } }
}
