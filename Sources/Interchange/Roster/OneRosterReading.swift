import Workload

/// One reading of one zip: the state that its passes share.
final class OneRosterReading {
    private let path: String
    private let options: OneRosterReader.Options
    private let log = FindingLog()
    private var files = OneRosterFileSet()
    private var manifest = OneRosterManifest()
    private var orgs = OrgRows()
    private var sessions = SessionRows()
    private var roles = RoleRows()

    init(path: String, options: OneRosterReader.Options) {
        self.path = path
        self.options = options
    }

    /// Names first, then the small files and roles, then users.
    func feed() throws -> RosterFeed {
        try sortEntries()
        try readAllButUsers()
        var feed = RosterFeed(version: version)
        feed.sourceName = manifest.sourceName
        settle(.orgs, orgs.status, in: &feed)
        settle(.academicSessions, sessions.status, in: &feed)
        settle(.roles, roles.status, in: &feed)
        feed.sites = orgs.finish(mode: feed.mode(of: .orgs), file: name(of: .orgs), log: log)
        feed.sessions = sessions.sessions
        try readUsers(into: &feed)
        feed.findings = log.findings
        return feed
    }

    private func sortEntries() throws {
        try eachEntry { position, entry, _ in files.add(entry, at: position, log: log) }
        if files.manifest == nil, files.hasForeignFiles { throw RosterFileError.schoolDataSync }
        guard files.isOneRoster else { throw RosterFileError.notOneRoster(names: Array(files.seen.prefix(5))) }
        guard files.manifest == nil else { return }
        log.add(
            .manifestMissing,
            .kept,
            Place("manifest.csv"),
            "the zip has no manifest",
            "all is told from the other files"
        )
    }

    private func readAllButUsers() throws {
        try eachEntry { position, entry, zip in
            if position == files.manifest { return try readManifest(entry.name, &zip) }
            switch files.file(at: position) {
            case .orgs: try read(entry, &zip, OrgColumn.allCases) { orgs.take($0) }
            case .academicSessions: try read(entry, &zip, SessionColumn.allCases) { sessions.take($0) }
            case .roles: try read(entry, &zip, RoleColumn.allCases) { roles.take($0) }
            case .users, nil: return
            }
        }
    }

    private func readUsers(into feed: inout RosterFeed) throws {
        let orgs = feed.mode(of: .orgs) == .bulk ? Set(feed.sites.map(\.sourcedID)) : nil
        if let orgs { roles.checkOrgs(orgs, file: name(of: .roles), log: log) }
        let rolesMode = feed.mode(of: .roles)
        var users = UserRows(
            userIDs: UserIDs(staffTypes: options.employeeNumberTypes),
            knownStaff: options.knownStaff,
            knownOrgs: orgs,
            roles: roles,
            rolesAreBulk: rolesMode == .bulk
        )
        let columns = UserColumn.standard(feed.version)
        try eachEntry { position, entry, zip in
            guard files.file(at: position) == .users else { return }
            try read(entry, &zip, columns) { users.take($0) }
        }
        settle(.users, users.status, in: &feed)
        if feed.mode(of: .users) == .bulk, rolesMode == .absent, !users.sawRoleColumn, options.knownStaff.isEmpty {
            throw RosterFileError.rolesMissing
        }
        feed.people = PersonMatching.people(from: users.people, file: name(of: .users), log: log)
        feed.studentCount = users.studentCount
        feed.unreadablePeople = users.unreadable
        settle(users, rolesMode, in: &feed)
    }

    /// Roles whose person isn't in the zip: a delta may hold them, a complete file may not.
    private func settle(_ users: UserRows, _ rolesMode: RosterFile.Mode, in feed: inout RosterFeed) {
        if rolesMode == .delta || feed.mode(of: .users) != .bulk {
            feed.rolesOfAbsentPeople = users.waitingRoles
        } else {
            for role in users.waitingRoles.values.joined().sorted(by: { $0.line < $1.line }) {
                let place = Place(name(of: .roles), line: role.line, field: RoleColumn.userSourcedId.rawValue)
                log.add(.roleWithoutUser, .leftOut, place, "users.csv has no such user", "the role is left out")
            }
        }
        guard users.passedOver > 0 else { return }
        let what = "\(users.passedOver) changed users have no role here and aren't known as staff"
        log.add(.userWithoutRole, .leftOut, Place(name(of: .users)), what, "passed over")
    }
}

extension OneRosterReading {
    /// The manifest's word; else what the files show.
    private var version: RosterVersion {
        manifest.version ?? (files.contains(.roles) ? .v1p2 : files.manifest == nil ? .v1p0 : .v1p1)
    }

    private func name(of file: RosterFile.Name) -> String { files.name(of: file) ?? "\(file.rawValue).csv" }

    /// Settles whether a file is absent, bulk or delta.
    private func settle(_ file: RosterFile.Name, _ status: RowStatus, in feed: inout RosterFeed) {
        guard let index = feed.files.firstIndex(where: { $0.name == file }) else { return }
        let declared = manifest.modes[file]
        feed.files[index].declaredMode = declared
        feed.files[index].rowCount = status.rows
        if files.contains(file) {
            let known = files.manifest == nil ? RosterFile.Mode.bulk : declared
            feed.files[index].mode = status.mode(of: name(of: file), declared: known, log: log)
        } else if let declared, declared != .absent {
            let place = Place(name(of: file))
            log.add(
                .fileMissing,
                .leftOut,
                place,
                "the manifest says \(declared.rawValue), the zip has no such file",
                "read as absent"
            )
        }
    }

    private func eachEntry(_ body: (Int, ZipEntry, inout ZipReader) throws -> Void) throws {
        var zip = try ZipReader(path: path, limits: options.limits)
        var position = 0
        while let entry = try zip.next() {
            try body(position, entry, &zip)
            position += 1
        }
    }

    private func readManifest(_ file: String, _ zip: inout ZipReader) throws {
        var csv = CSVReader()
        do {
            try zip.forEachPiece { piece in try csv.read(piece) { manifest.take($0, file: file, log: log) } }
            try csv.finish { manifest.take($0, file: file, log: log) }
        } catch let error as CSVError { throw RosterFileError.csv(file: file, error) }
    }

    private func read<Column>(
        _ entry: ZipEntry,
        _ zip: inout ZipReader,
        _ standard: [Column],
        _ body: (RosterRow<Column>) -> Void
    ) throws {
        try withoutActuallyEscaping(body) { body in
            let table = RosterTable(file: entry.name, standard: standard, log: log, body: body)
            try zip.forEachPiece(table.read)
            try table.finish()
        }
    }
}
