import Foundation

/// A function or view, `create or replace` only. Its first line names the role that owns it: `-- owner: afterbell_…`.
struct APIFile: Sendable {
    let name: String
    let owner: String
    let script: String

    static let owners: Set = ["afterbell_owner", "afterbell_writer", "afterbell_signin", "afterbell_sealer"]

    /// What tells the files as made in a district from others: they and the district's zone.
    static func checksum(_ files: [APIFile], zone: String) -> String {
        (zone + files.map { $0.name + $0.script }.joined()).sha256
    }

    /// The files of a folder by name.
    ///
    /// - Throws: ``MigrationError/noOwner(_:)`` where the first line names no known role.
    static func all(in folder: URL) throws -> [APIFile] {
        try MigrationFile.sqlFiles(in: folder).map { file in
            let script = try String(contentsOf: file, encoding: .utf8)
            let owner = script.prefix { $0 != "\n" }.split(separator: " ").last.map(String.init) ?? ""
            guard script.hasPrefix("-- owner: "), owners.contains(owner) else {
                throw MigrationError.noOwner(file.lastPathComponent)
            }
            return APIFile(name: file.lastPathComponent, owner: owner, script: script)
        }
    }
}
