import Workload

/// Which entry of a zip is which file of OneRoster.
///
/// An entry is known by its position in the zip, since a zip may hold two of the same name.
struct OneRosterFileSet {
    /// The names in the zip, by the position of the entry.
    private var names: [Int: String] = [:]
    private(set) var manifest: Int?
    private var files: [RosterFile.Name: Int] = [:]
    /// All names seen, for the message about a zip that is something else.
    private(set) var seen: [String] = []
    /// Whether a file stands in the zip that only Microsoft School Data Sync has.
    private(set) var hasForeignFiles = false
    private var isInFolder = false

    /// Sorts the next entry of the zip in; what isn't named as the format asks is a finding.
    mutating func add(_ entry: ZipEntry, at position: Int, log: FindingLog) {
        let name = entry.name
        if name.hasPrefix(".") || entry.path.hasPrefix("__MACOSX/") { return }
        seen.append(entry.path)
        if name.lowercased() == "userflags.csv" { hasForeignFiles = true }
        guard let standard = Self.standardNames.first(where: { "\($0).csv".lowercased() == name.lowercased() }) else {
            log.add(.fileUnknown, .leftOut, Place(name), "the format has no such file", "not read")
            return
        }
        if name != standard + ".csv" {
            log.add(.fileMisnamed, .kept, Place(name), "the file should be named \(standard).csv", "read as that")
        }
        if entry.isInFolder, !isInFolder {
            isInFolder = true
            log.add(.fileInFolder, .kept, Place(name), "the file stands in a folder of the zip", "read from there")
        }
        names[position] = name
        guard !place(standard, at: position) else { return }
        names[position] = nil
        log.add(.fileTwice, .leftOut, Place(name), "the zip holds the file twice", "the first is read")
    }

    /// The file that the entry at a position is, nil for one that isn't read.
    func file(at position: Int) -> RosterFile.Name? { files.first { $0.value == position }?.key }

    /// The name of a file as the zip spells it, nil if the zip has no such file.
    func name(of file: RosterFile.Name) -> String? { files[file].flatMap { names[$0] } }

    func contains(_ file: RosterFile.Name) -> Bool { files[file] != nil }

    /// Whether anything in the zip belongs to OneRoster.
    var isOneRoster: Bool { manifest != nil || files[.users] != nil }

    private mutating func place(_ standard: String, at position: Int) -> Bool {
        if standard == "manifest" {
            if manifest != nil { return false }
            manifest = position
        } else if let file = RosterFile.Name(rawValue: standard) {
            if files[file] != nil { return false }
            files[file] = position
        }
        return true
    }

    /// The files of OneRoster 1.1 and 1.2.
    private static let standardNames = [
        "manifest", "academicSessions", "categories", "classes", "classResources", "courses", "courseResources",
        "demographics", "enrollments", "lineItems", "lineItemLearningObjectiveIds", "lineItemScoreScales", "orgs",
        "resources", "results", "resultLearningObjectiveIds", "resultScoreScales", "roles", "scoreScales",
        "userProfiles", "userResources", "users",
    ]
}
